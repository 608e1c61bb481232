package dev.lodestone.query.compare;

import dev.lodestone.query.Told;
import dev.lodestone.query.compare.Alignment.Pair;
import dev.lodestone.query.compare.Course.Step;
import dev.lodestone.query.history.ValueDifference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two courses side by side.
///
/// @param basis the later of the log positions they are told at
/// @param counts how many rows there are of each sort
/// @param rows in order
public record Comparison(long basis, Side a, Side b, Map<Sort, Long> counts, List<Row> rows)
        implements Told {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /// How a row compares.
    public enum Sort {
        /// Both have the step, with the same values.
        SAME,
        /// Both have the step; values or outcome differ.
        DIFFERS,
        /// Only the first has it.
        ONLY_A,
        /// Only the second has it.
        ONLY_B
    }

    /// One of the two.
    ///
    /// @param sort `sample`, `plan` or `event`
    /// @param basis the log position it is told at
    public record Side(String sort, String iri, String label, long basis, int steps) {}

    /// A step of one or both.
    ///
    /// @param what in words: "sintering"
    /// @param a the event or planned step of the first
    /// @param same how many values are the same in both
    /// @param values those that differ, units made equal
    public record Row(
            Sort sort,
            String what,
            Optional<String> a,
            Optional<String> b,
            int same,
            List<ValueDifference> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /// Compares two courses.
    public static Comparison of(Course a, Course b) {
        var rows = Alignment.of(a.steps(), b.steps()).stream().map(Comparison::row).toList();
        var counts = new EnumMap<Sort, Long>(Sort.class);
        rows.forEach(row -> counts.merge(row.sort(), 1L, Long::sum));
        return new Comparison(Math.max(a.basis(), b.basis()), side(a), side(b), counts, rows);
    }

    private static Side side(Course course) {
        return new Side(
                course.sort(), course.iri(), course.label(), course.basis(), course.steps().size());
    }

    private static Row row(Pair pair) {
        var one = pair.a().or(pair::b).orElseThrow();
        var compared =
                ValueDifference.compare(
                        pair.a().map(Step::values).orElse(List.of()),
                        pair.b().map(Step::values).orElse(List.of()));
        var differing = new ArrayList<>(compared.differing());
        if (pair.a().isPresent() && pair.b().isPresent()) {
            var a = pair.a().get();
            var b = pair.b().get();
            words("ls:outcome", "outcome", a.outcome(), b.outcome()).ifPresent(differing::add);
            words("ls:place", "place", a.place(), b.place()).ifPresent(differing::add);
        }
        return new Row(
                sort(pair, differing),
                one.what(),
                pair.a().map(Step::iri),
                pair.b().map(Step::iri),
                compared.same(),
                differing);
    }

    /// What is not known of one of them is no difference.
    private static Optional<ValueDifference> words(
            String property, String label, Optional<String> a, Optional<String> b) {
        return a.isPresent() && b.isPresent()
                ? ValueDifference.ofWords(property, label, a, b)
                : Optional.empty();
    }

    private static Sort sort(Pair pair, List<ValueDifference> differing) {
        if (pair.b().isEmpty()) {
            return Sort.ONLY_A;
        } else if (pair.a().isEmpty()) {
            return Sort.ONLY_B;
        }
        return differing.isEmpty() ? Sort.SAME : Sort.DIFFERS;
    }

    /// For people: a table.
    @Override
    public String text() {
        return ComparisonText.of(this);
    }
}
