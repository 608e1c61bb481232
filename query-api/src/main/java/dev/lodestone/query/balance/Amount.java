package dev.lodestone.query.balance;

import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// How much, as people read it.
///
/// @param value in the unit
/// @param uncertainty standard uncertainty in the unit; absent where one it rests on is not stated
/// @param unit its symbol
/// @param atMost whether more may be gone: something was taken of which nobody knows how much
public record Amount(
        BigDecimal value, Optional<BigDecimal> uncertainty, String unit, boolean atMost) {
    private static final MathContext READABLE = new MathContext(12);

    static Amount of(Uncertain si, Unit unit, boolean atMost) {
        return new Amount(
                plain(unit.fromSi(si.value()).round(READABLE)),
                si.uncertainty().map(u -> inUnit(u, unit)),
                unit.symbol(),
                atMost);
    }

    /// Rounded to two digits, as the GUM (7.2.6) advises.
    private static BigDecimal inUnit(double u, Unit unit) {
        var one = unit.differenceToSi(BigDecimal.ONE).doubleValue();
        return plain(new BigDecimal(u / one).round(new MathContext(2, RoundingMode.HALF_UP)));
    }

    /// `4.2 ± 0.1 g`: to the last digit of the uncertainty.
    public String text() {
        return (atMost ? "at most " : "")
                + rounded().toPlainString()
                + uncertainty
                        .filter(u -> u.signum() > 0)
                        .map(u -> " ± " + u.toPlainString())
                        .orElse("")
                + (unit.isBlank() ? "" : " " + unit);
    }

    private BigDecimal rounded() {
        return uncertainty
                .filter(u -> u.signum() > 0 && u.scale() < value.scale())
                .map(u -> value.setScale(u.scale(), RoundingMode.HALF_EVEN))
                .orElse(value);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
