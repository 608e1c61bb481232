package dev.lodestone.ontology;

import java.math.BigDecimal;

/// How far two values of one descriptor may lie apart and still count as the same structure.
///
/// @param relative whether the amount is a share of the larger magnitude, else it is in the
///   canonical unit
/// @param amount above zero
public record Tolerance(boolean relative, BigDecimal amount) {
    public Tolerance {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The tolerance (%s) must be above zero.".formatted(amount));
        }
    }

    /// Whether the two values, in the canonical unit, lie within the tolerance of each other.
    public boolean accepts(BigDecimal one, BigDecimal other) {
        var distance = one.subtract(other).abs();
        var allowed = relative ? amount.multiply(one.abs().max(other.abs())) : amount;
        return distance.compareTo(allowed) <= 0;
    }
}
