package dev.lodestone.query.states;

import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.inverse.Wish;
import dev.lodestone.query.sparql.Row;
import java.util.List;
import java.util.Optional;

/// Whether a condition held in an event, as far as its values tell. A value that was imputed,
/// assumed or predicted tells nothing; what was reached goes before what was set.
public final class Conditions {
    private Conditions() {}

    /// Whether it held.
    public enum Held {
        YES,
        NO,
        /// Nothing is known of it, or what is known does not decide.
        UNKNOWN
    }

    /// What is known of it.
    ///
    /// @param why it is unknown, in words; absent where it is known
    /// @param si the one value known, in SI; absent where there is none, a range, or several
    public record Finding(Held held, Optional<String> why, Optional<Double> si) {}

    /// Asks the values of an event.
    ///
    /// @param rows with `?property ?basis` and what there is of `?si ?lowerSI ?upperSI ?mode`
    public static Finding of(Wish wish, List<Row> rows) {
        var property = wish.property().term().iri();
        var stated = rows.stream().filter(row -> row.get("property").equals(property)).toList();
        var label = wish.property().label();
        if (stated.isEmpty()) {
            return unknown("its %s is not known".formatted(label));
        }
        var evidence = stated.stream().filter(ShownValue::restsOnEvidence).toList();
        if (evidence.isEmpty()) {
            return unknown("its %s is only assumed".formatted(label));
        }
        var reached = evidence.stream().filter(row -> local(row, "mode").equals("Actual")).toList();
        var values = reached.isEmpty() ? evidence : reached;
        var verdicts = values.stream().map(row -> held(wish, row)).distinct().toList();
        if (verdicts.size() == 1 && verdicts.getFirst() != Held.UNKNOWN) {
            return new Finding(verdicts.getFirst(), Optional.empty(), single(values));
        }
        return unknown(
                verdicts.size() == 1 && values.size() == 1
                        ? "its %s is a range about the bound, or has no SI value".formatted(label)
                        : "what is said of its %s does not agree".formatted(label));
    }

    private static Held held(Wish wish, Row row) {
        var number = row.number("si");
        if (number.isPresent()) {
            return wish.accepts(number.get().doubleValue()) ? Held.YES : Held.NO;
        }
        var lower = row.number("lowerSI");
        var upper = row.number("upperSI");
        if (lower.isEmpty() && upper.isEmpty()) {
            return Held.UNKNOWN;
        }
        boolean low = wish.accepts(lower.map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY));
        boolean high =
                wish.accepts(upper.map(Number::doubleValue).orElse(Double.POSITIVE_INFINITY));
        if (low == high) {
            return low ? Held.YES : Held.NO;
        }
        return Held.UNKNOWN;
    }

    private static Optional<Double> single(List<Row> values) {
        var numbers = values.stream().flatMap(row -> row.number("si").stream()).distinct().toList();
        return numbers.size() == 1
                ? Optional.of(numbers.getFirst().doubleValue())
                : Optional.empty();
    }

    private static Finding unknown(String why) {
        return new Finding(Held.UNKNOWN, Optional.of(why), Optional.empty());
    }

    private static String local(Row row, String name) {
        var iri = row.text(name).orElse("");
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
