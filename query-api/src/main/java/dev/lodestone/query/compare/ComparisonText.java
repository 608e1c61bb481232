package dev.lodestone.query.compare;

import dev.lodestone.query.compare.Comparison.Row;
import dev.lodestone.query.compare.Comparison.Side;
import dev.lodestone.query.compare.Comparison.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A comparison as a table for people.
final class ComparisonText {
    private ComparisonText() {}

    static String of(Comparison comparison) {
        var out = new StringBuilder();
        out.append(side("A", comparison.a())).append(side("B", comparison.b())).append('\n');
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("", "step", "A", "B", "B against A"));
        int number = 0;
        for (var row : comparison.rows()) {
            number++;
            lines.add(head(number, row));
            for (var value : row.values()) {
                lines.add(
                        List.of(
                                "",
                                "  " + value.label(),
                                value.a().orElse("–"),
                                value.b().orElse("–"),
                                value.words()));
            }
        }
        table(lines, out);
        out.append('\n').append(summary(comparison)).append('\n');
        return out.toString();
    }

    private static String side(String name, Side side) {
        return "%s: %s %s (%s), %d %s, as of log position %d%n"
                .formatted(
                        name,
                        side.sort(),
                        side.label(),
                        side.iri(),
                        side.steps(),
                        side.steps() == 1 ? "step" : "steps",
                        side.basis());
    }

    private static List<String> head(int number, Row row) {
        return List.of(
                Integer.toString(number),
                row.what(),
                row.a().isPresent() ? "yes" : "missing",
                row.b().isPresent() ? "yes" : "missing",
                row.sort() == Sort.SAME ? "same" : "");
    }

    private static String summary(Comparison comparison) {
        if (comparison.counts().keySet().stream().allMatch(sort -> sort == Sort.SAME)) {
            return "No difference is known.";
        }
        return comparison.counts().entrySet().stream()
                .map(entry ->
                        "%d %s"
                                .formatted(
                                        entry.getValue(),
                                        switch (entry.getKey()) {
                                            case SAME -> "the same";
                                            case DIFFERS -> "with differences";
                                            case ONLY_A -> "only in A";
                                            case ONLY_B -> "only in B";
                                        }))
                .collect(Collectors.joining(", ", "Steps: ", "."));
    }

    private static void table(List<List<String>> lines, StringBuilder out) {
        int columns = lines.getFirst().size();
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (var line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                text.append(line.get(i)).repeat(' ', widths[i] - line.get(i).length() + 2);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }
}
