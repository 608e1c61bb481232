package dev.lodestone.query.balance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/// A number that remembers how much the uncertainty of each recorded value moves it, so that values
/// that rest on the same record are not taken for independent ones.
///
/// The law of propagation to first order: with contributions `cᵢ·u(xᵢ)`, `cᵢ = ∂f/∂xᵢ`, the
/// combined standard uncertainty is `u(y) = √Σ (cᵢ·u(xᵢ))²`. Different recorded values are taken to
/// be uncorrelated (JCGM 100:2008, "GUM", 5.1.2, equation 10). The number itself is exact decimal
/// arithmetic.
///
/// @param influences what each recorded value contributes, `cᵢ·u(xᵢ)` with its sign
/// @param unstated recorded values whose uncertainty is not stated
record Uncertain(BigDecimal value, Map<String, Double> influences, Set<String> unstated) {
    private static final MathContext DIGITS = new MathContext(34);

    Uncertain {
        influences = Map.copyOf(influences);
        unstated = Set.copyOf(unstated);
    }

    /// A recorded value.
    ///
    /// @param source what tells it from other recorded values
    static Uncertain of(String source, BigDecimal value, Optional<BigDecimal> uncertainty) {
        return new Uncertain(
                value,
                uncertainty.map(u -> Map.of(source, u.doubleValue())).orElse(Map.of()),
                uncertainty.isPresent() ? Set.of() : Set.of(source));
    }

    /// A number that is known without doubt.
    static Uncertain exactly(BigDecimal value) {
        return new Uncertain(value, Map.of(), Set.of());
    }

    Uncertain plus(Uncertain other) {
        return combined(value.add(other.value), 1, other, 1);
    }

    Uncertain minus(Uncertain other) {
        return combined(value.subtract(other.value), 1, other, -1);
    }

    Uncertain times(Uncertain other) {
        return combined(
                value.multiply(other.value, DIGITS),
                other.value.doubleValue(),
                other,
                value.doubleValue());
    }

    /// @throws ArithmeticException by zero
    Uncertain over(Uncertain other) {
        double by = other.value.doubleValue();
        return combined(
                value.divide(other.value, DIGITS), 1 / by, other, -value.doubleValue() / (by * by));
    }

    /// The standard uncertainty; absent where that of a value it rests on is not stated.
    Optional<Double> uncertainty() {
        return unstated.isEmpty() ? Optional.of(statedUncertainty()) : Optional.empty();
    }

    /// What of the uncertainty is stated.
    double statedUncertainty() {
        return Math.sqrt(influences.values().stream().mapToDouble(c -> c * c).sum());
    }

    private Uncertain combined(BigDecimal result, double mine, Uncertain other, double theirs) {
        var sum = new HashMap<String, Double>();
        add(sum, influences, c -> c * mine);
        add(sum, other.influences, c -> c * theirs);
        var missing = new HashSet<>(unstated);
        missing.addAll(other.unstated);
        return new Uncertain(result, sum, missing);
    }

    private static void add(
            Map<String, Double> to, Map<String, Double> from, DoubleUnaryOperator scaled) {
        from.forEach((source, c) -> to.merge(source, scaled.applyAsDouble(c), Double::sum));
    }
}
