package dev.lodestone.query.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How well a model did on some examples.
///
/// @param r2 coefficient of determination; not a number where the actual values do not vary
/// @param rmse root of the mean squared error, in the target's unit
/// @param mae mean absolute error, in the target's unit
public record Scores(double r2, double rmse, double mae) {

    /// Of predictions against what turned out, in the same order.
    public static Scores of(List<Double> predicted, List<Double> actual) {
        double mean = actual.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = 0;
        double absolutes = 0;
        double spread = 0;
        for (int i = 0; i < actual.size(); i++) {
            double error = predicted.get(i) - actual.get(i);
            squares += error * error;
            absolutes += Math.abs(error);
            spread += (actual.get(i) - mean) * (actual.get(i) - mean);
        }
        return new Scores(
                1 - squares / spread,
                Math.sqrt(squares / actual.size()),
                absolutes / actual.size());
    }

    /// `R2 test`, `RMSE test [mAh/g]` and so on, to four digits; what is not a number is left out.
    Map<String, BigDecimal> named(String which, String unit) {
        var named = new TreeMap<String, BigDecimal>();
        put(named, "R2 " + which, r2);
        put(named, "RMSE " + which + " [" + unit + "]", rmse);
        put(named, "MAE " + which + " [" + unit + "]", mae);
        return named;
    }

    private static void put(Map<String, BigDecimal> named, String name, double value) {
        if (Double.isFinite(value)) {
            // Plain, so that 180 is written 180 and not 1.8E+2.
            named.put(
                    name,
                    new BigDecimal(
                            BigDecimal.valueOf(value).round(new MathContext(4)).toPlainString()));
        }
    }
}
