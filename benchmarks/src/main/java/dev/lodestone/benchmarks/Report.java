package dev.lodestone.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Prints figures, one line each: `RESULT|benchmark|variant|name=value|…`, and the ratios that
/// matter as `RATIO|benchmark|…`.
final class Report {
    private final String benchmark;
    private final PrintStream out;

    Report(String benchmark, PrintStream out) {
        this.benchmark = benchmark;
        this.out = out;
    }

    /// @param namesAndValues name, value, name, value, …
    void result(String variant, Object... namesAndValues) {
        out.println("RESULT|" + benchmark + "|" + variant + pairs(namesAndValues));
    }

    /// The ratio of every round, told as median and range, beside the goal.
    void ratio(String what, String goal, List<Double> ofRounds) {
        double[] sorted = ofRounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        out.println(
                "RATIO|"
                        + benchmark
                        + "|"
                        + what
                        + pairs(
                                "median",
                                median(sorted),
                                "least",
                                sorted[0],
                                "most",
                                sorted[sorted.length - 1],
                                "rounds",
                                sorted.length,
                                "goal",
                                goal));
    }

    /// A line in a form of its own.
    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    /// Says what is going on, for those who wait.
    void progress(String words) {
        out.println("# " + words);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String pairs(Object... namesAndValues) {
        var text = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append('|')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(spelled(namesAndValues[i + 1]));
        }
        return text.toString();
    }

    private static String spelled(Object value) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.3f" : "%.0f", number);
    }
}
