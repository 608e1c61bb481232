package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.Optional;

/// Where on or in its sample a region lies: in words, in numbers, or both.
public record RegionPlace(Optional<String> text, Optional<Extent> extent) {
    public RegionPlace {
        if (text.isEmpty() && extent.isEmpty()) {
            throw new IllegalArgumentException(
                    """
                    The place of a region has neither "text" nor "extent".
                    Maybe leave "where" out.\
                    """);
        }
    }

    /// In words.
    public static RegionPlace of(String text) {
        return new RegionPlace(Optional.of(text), Optional.empty());
    }

    /// In numbers.
    public static RegionPlace of(Extent extent) {
        return new RegionPlace(Optional.empty(), Optional.of(extent));
    }

    /// A rectangle on the sample; a spot of which only the middle is known has no width or height.
    ///
    /// @param x of the corner nearest the origin, in `unit`
    /// @param y of the same corner, in `unit`
    /// @param unit a length
    public record Extent(
            BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height, Term unit) {
        public Extent {
            Magnitude.check(x);
            Magnitude.check(y);
            Magnitude.check(width);
            Magnitude.check(height);
            if (width.signum() < 0 || height.signum() < 0) {
                throw new IllegalArgumentException(
                        """
                        The region has a width of (%s) and a height of (%s); neither can be negative.
                        Maybe "x" and "y" are meant to be the other corner.\
                        """
                                .formatted(width, height));
            }
        }
    }
}
