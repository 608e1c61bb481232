package dev.lodestone.query.balance;

import dev.lodestone.ontology.Unit;

/// What is known to be there of a sample, in one dimension.
///
/// @param si in SI
/// @param unit it is shown in: that of the first amount stated
/// @param atMost whether something was taken besides of which nobody knows how much
/// @param overdrawn whether more was taken than there was, so that nothing is known of what remains
record Held(Uncertain si, Unit unit, boolean atMost, boolean overdrawn) {
    static Held of(Uncertain si, Unit unit) {
        return new Held(si, unit, false, false);
    }

    Held less(Uncertain taken) {
        var left = si.minus(taken);
        return new Held(left, unit, atMost, overdrawn || isBelowZero(left));
    }

    Held vaguely() {
        return new Held(si, unit, true, overdrawn);
    }

    /// Whether it is exact enough to be reckoned with.
    boolean known() {
        return !atMost && !overdrawn;
    }

    Amount shown() {
        return Amount.of(si, unit, atMost);
    }

    /// Beyond twice the standard uncertainty, and beyond what rounding can do.
    private static boolean isBelowZero(Uncertain left) {
        double allowed = 2 * left.statedUncertainty();
        return left.value().doubleValue() < -Math.max(allowed, 1e-24);
    }
}
