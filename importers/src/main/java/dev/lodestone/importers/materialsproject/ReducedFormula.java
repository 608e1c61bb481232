package dev.lodestone.importers.materialsproject;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The formula of a cell's atoms, divided by what all their numbers have in common: `Li4Fe3O8`.
final class ReducedFormula {
    private ReducedFormula() {}

    /// Elements in the order given; nothing where a number of atoms is none.
    static Optional<String> of(JsonNode composition) {
        var divisor = BigInteger.ZERO;
        for (var atoms : composition) {
            if (!atoms.isNumber()
                    || atoms.decimalValue().signum() <= 0
                    || atoms.decimalValue().stripTrailingZeros().scale() > 0) {
                return Optional.empty();
            }
            divisor = divisor.gcd(atoms.decimalValue().toBigInteger());
        }
        if (divisor.signum() == 0) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (var element : composition.properties()) {
            var count =
                    element.getValue()
                            .decimalValue()
                            .divideToIntegralValue(new BigDecimal(divisor));
            text.append(element.getKey());
            if (count.compareTo(BigDecimal.ONE) != 0) {
                text.append(count.toBigInteger());
            }
        }
        return Optional.of(text.toString());
    }
}
