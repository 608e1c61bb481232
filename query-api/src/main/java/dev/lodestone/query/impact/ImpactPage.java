package dev.lodestone.query.impact;

import dev.lodestone.query.Told;
import dev.lodestone.query.impact.Dependent.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A part of what rests on something, nearest first.
///
/// @param basis the log position it is true at
/// @param of what was asked about
/// @param counts how many there are of each sort in all; absent where they were not counted
/// @param next how many to pass over for the next page; absent on the last
public record ImpactPage(
        long basis,
        String of,
        List<Dependent> dependents,
        Optional<Map<Sort, Long>> counts,
        OptionalInt next)
        implements Told {
    /// For people: the counts, then a line each with its path.
    @Override
    public String text() {
        var out = new StringBuilder("What rests on ").append(of).append('\n');
        out.append("As of log position ").append(basis).append(".\n");
        counts.ifPresent(all -> out.append(words(all)).append('\n'));
        for (var dependent : dependents) {
            out.append('\n')
                    .append(dependent.sort().words(1))
                    .append("  ")
                    .append(dependent.label())
                    .append("\n    ")
                    .append(path(dependent))
                    .append('\n');
        }
        next.ifPresent(
                n -> out.append("\nThere are more; these end at number ").append(n).append(".\n"));
        return out.toString();
    }

    /// `3 samples, 12 values`, or that there is nothing.
    public static String words(Map<Sort, Long> counts) {
        return counts.isEmpty()
                ? "Nothing rests on it."
                : counts.entrySet().stream()
                        .map(entry ->
                                "%,d %s"
                                        .formatted(
                                                entry.getValue(),
                                                entry.getKey().words(entry.getValue())))
                        .collect(Collectors.joining(", "));
    }

    private static String path(Dependent dependent) {
        return dependent.path().stream()
                .map(ImpactPage::shortly)
                .collect(Collectors.joining(" → "));
    }

    /// `event/…`: what follows the base.
    private static String shortly(String iri) {
        for (var folder : ImpactWalk.FOLDERS) {
            int at = iri.indexOf("/" + folder + "/");
            if (at >= 0) {
                return iri.substring(at + 1);
            }
        }
        return iri;
    }
}
