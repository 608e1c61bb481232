package dev.lodestone.ontology;

import java.math.BigDecimal;

/// A closed interval, both ends included.
///
/// @param min not above max
public record Range(BigDecimal min, BigDecimal max) {
    public Range {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "The range (%s to %s) is empty. Maybe its ends are swapped."
                            .formatted(min, max));
        }
    }

    /// Whether the value lies between the ends or on one of them.
    public boolean contains(BigDecimal value) {
        return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
    }
}
