package dev.lodestone.query.history;

import java.math.BigDecimal;
import java.util.Optional;

/// A value off the plan.
///
/// @param percent of the planned value in SI, or of the bound that was passed; absent where zero or
///   words were planned
/// @param datum the value; absent where it is how long the event took
/// @param target the planned value
public record Deviation(
        String property,
        String label,
        String planned,
        String actual,
        Optional<BigDecimal> percent,
        Optional<String> datum,
        String target) {
    /// `, off by 4.452 %`; empty where there are no per cent.
    public String by() {
        return percent.map(p -> ", off by " + p.toPlainString() + " %").orElse("");
    }
}
