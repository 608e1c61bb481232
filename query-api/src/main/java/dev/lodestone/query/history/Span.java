package dev.lodestone.query.history;

import dev.lodestone.query.sparql.Row;
import java.math.BigDecimal;
import java.util.Optional;

/// A number or a range in SI; a bound that is not given is infinite.
record Span(double low, double high) {
    /// Differences below this share come from converting units.
    private static final double ROUNDING = 1e-9;

    static Optional<Span> of(Row row) {
        var si = row.number("si").map(BigDecimal::doubleValue);
        if (si.isPresent()) {
            return si.map(Span::of);
        }
        var lower = row.number("lowerSI").map(BigDecimal::doubleValue);
        var upper = row.number("upperSI").map(BigDecimal::doubleValue);
        return lower.or(() -> upper).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Span(
                                lower.orElse(Double.NEGATIVE_INFINITY),
                                upper.orElse(Double.POSITIVE_INFINITY)));
    }

    static Span of(double number) {
        return new Span(number, number);
    }

    /// By how much a span is off another.
    ///
    /// @param distance from the bound that it passed, in SI; below it less than zero
    /// @param share of that bound; infinite where it is zero
    record Off(double distance, double share) {}

    /// By how much another is off this one, if that share is more than is allowed.
    Optional<Off> off(Span other, double allowed) {
        double edge;
        double distance;
        if (other.low > high) {
            edge = high;
            distance = other.low - edge;
        } else if (other.high < low) {
            edge = low;
            distance = other.high - edge;
        } else {
            return Optional.empty();
        }
        double share = edge == 0 ? Double.POSITIVE_INFINITY : Math.abs(distance / edge);
        return share > allowed + ROUNDING
                ? Optional.of(new Off(distance, share))
                : Optional.empty();
    }
}
