package dev.lodestone.query.history;

import java.math.BigDecimal;
import java.util.Optional;

/// A value off the plan.
///
/// @param distance from the planned value, or from the bound that was passed, in the unit people
///   use: `50 °C`, `-2 h`; absent where words were planned
/// @param percent of the planned value in SI, or of the bound that was passed; absent where zero or
///   words were planned
/// @param datum the value; absent where it is how long the event took
/// @param target the planned value
public record Deviation(
        String property,
        String label,
        String planned,
        String actual,
        Optional<String> distance,
        Optional<BigDecimal> percent,
        Optional<String> datum,
        String target) {
    /// `, off by 50 °C (4.452 %)`, of a temperature in kelvin; empty where words were planned.
    public String by() {
        return distance.map(d ->
                        ", off by "
                                + d
                                + percent.map(p -> " (" + p.toPlainString() + " %)").orElse(""))
                .orElse("");
    }
}
