package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.Optional;

/// A number with its unit.
///
/// @param value the number in `unit`
/// @param unit a QUDT unit, or one of `lsu:`; `lsu:Unknown` where the source does not say
/// @param asRecorded the text as it stood in the source (`12.50`, `ca. 5`)
/// @param uncertainty standard uncertainty in `unit` (VIM 2.30)
public record Quantity(
        BigDecimal value, Term unit, String asRecorded, Optional<BigDecimal> uncertainty) {

    public Quantity {
        Magnitude.check(value);
        uncertainty.ifPresent(Magnitude::check);
        if (uncertainty.isPresent() && uncertainty.get().signum() < 0) {
            throw new IllegalArgumentException(
                    "The uncertainty (%s) is negative.".formatted(uncertainty.get()));
        }
    }

    /// A number recorded as written.
    public static Quantity of(String text, Term unit) {
        return new Quantity(new BigDecimal(text), unit, text, Optional.empty());
    }
}
