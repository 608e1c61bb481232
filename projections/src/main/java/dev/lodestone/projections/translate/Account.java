package dev.lodestone.projections.translate;

import dev.lodestone.events.AmountNote.Sort;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much there is of a sample at most, step by step through its life, in each dimension that
/// anybody stated. A taking of unknown size leaves that as it was. Not thread-safe.
final class Account {
    /// Coverage factor of the combined standard uncertainty (JCGM 100:2008, 6.2).
    private static final double COVERAGE = 2;

    private final Map<String, Level> levels = new HashMap<>();

    private record Level(BigDecimal si, double variance) {
        Level less(Portion taken) {
            return new Level(si.subtract(taken.si()), variance + taken.variance());
        }

        boolean isOverdrawn() {
            return si.signum() < 0 && -si.doubleValue() > COVERAGE * Math.sqrt(variance);
        }
    }

    /// Takes in how much entered the record. Where several events say so, the largest counts.
    void enter(List<Portion> amounts) {
        most(amounts, Sort.ENTERED)
                .forEach((dimension, most) ->
                        levels.merge(
                                dimension, most, (a, b) -> a.si().compareTo(b.si()) >= 0 ? a : b));
    }

    /// Goes on with what a step says: what was found counts from then on, what was taken is gone.
    ///
    /// @param ends whether the step leaves nothing
    /// @return whether it took more than there was
    boolean step(List<Portion> amounts, boolean ends) {
        levels.putAll(most(amounts, Sort.FOUND));
        boolean overdrawn = false;
        for (var taken : amounts) {
            if (taken.sort() == Sort.TAKEN) {
                levels.computeIfPresent(taken.dimension(), (_, level) -> level.less(taken));
            }
        }
        for (var taken : amounts) {
            var level = levels.get(taken.dimension());
            overdrawn |= taken.sort() == Sort.TAKEN && level != null && level.isOverdrawn();
        }
        if (ends) {
            levels.replaceAll((_, _) -> new Level(BigDecimal.ZERO, 0));
        }
        return overdrawn;
    }

    private static Map<String, Level> most(List<Portion> amounts, Sort sort) {
        var found = new HashMap<String, Level>();
        for (var portion : amounts) {
            if (portion.sort() == sort) {
                found.merge(
                        portion.dimension(),
                        new Level(portion.si(), portion.variance()),
                        (a, b) -> a.si().compareTo(b.si()) >= 0 ? a : b);
            }
        }
        return found;
    }
}
