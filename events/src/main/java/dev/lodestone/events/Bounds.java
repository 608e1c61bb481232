package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.Optional;

/// A quantity known only to lie above, below or between: a range, a limit of detection.
///
/// @param lower the number it is not below, if known
/// @param upper the number it is not above, if known
public record Bounds(
        Optional<BigDecimal> lower, Optional<BigDecimal> upper, Term unit, String asRecorded) {
    public Bounds {
        lower.ifPresent(Magnitude::check);
        upper.ifPresent(Magnitude::check);
        if (lower.isEmpty() && upper.isEmpty()) {
            throw new IllegalArgumentException("The bounds have neither a lower nor an upper end.");
        }
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            throw new IllegalArgumentException(
                    "The lower bound (%s) is above the upper (%s)."
                            .formatted(lower.get(), upper.get()));
        }
    }
}
