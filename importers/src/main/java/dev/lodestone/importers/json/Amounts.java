package dev.lodestone.importers.json;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Numbers that some databases write as texts.
public final class Amounts {
    private Amounts() {}

    /// A number, if need be from text. A word such as `na` or `null` is none.
    public static Optional<BigDecimal> find(JsonNode node) {
        if (node.isNumber()) {
            return Double.isFinite(node.doubleValue())
                    ? Optional.of(node.decimalValue())
                    : Optional.empty();
        }
        var text = node.isString() ? node.stringValue().strip() : "";
        return text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
