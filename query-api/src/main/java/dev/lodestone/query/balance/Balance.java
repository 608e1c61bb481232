package dev.lodestone.query.balance;

import dev.lodestone.query.Told;
import dev.lodestone.query.history.SampleSummary;
import java.util.List;
import java.util.stream.Collectors;

/// How much of a sample came in, what was taken, and what remains, with what is not known.
///
/// @param basis the log position it is true at
/// @param lines in the order of the sample's life
/// @param remains one amount for each dimension that is known; empty where nothing is
/// @param unknown what is not known, in words
/// @param findings what contradicts itself, in words
/// @param composition shares by mass
public record Balance(
        long basis,
        SampleSummary sample,
        List<BalanceLine> lines,
        List<Amount> remains,
        List<String> unknown,
        List<String> findings,
        List<Share> composition)
        implements Told {
    public Balance {
        lines = List.copyOf(lines);
        remains = List.copyOf(remains);
        unknown = List.copyOf(unknown);
        findings = List.copyOf(findings);
        composition = List.copyOf(composition);
    }

    /// For people.
    @Override
    public String text() {
        var out = new StringBuilder("Balance of ").append(sample.label());
        if (!sample.label().equals(sample.id())) {
            out.append(" (").append(sample.id()).append(')');
        }
        out.append("\nAs of log position ").append(basis).append(".\n\n");
        lines.forEach(line -> out.append(line(line)).append('\n'));
        out.append(lines.isEmpty() ? "" : "\n")
                .append("Remains: ")
                .append(
                        remains.isEmpty()
                                ? "not known"
                                : remains.stream()
                                        .map(Amount::text)
                                        .collect(Collectors.joining("; ")))
                .append('\n');
        unknown.forEach(words -> out.append("Not known: ").append(words).append('\n'));
        findings.forEach(words -> out.append("NOTICED: ").append(words).append('\n'));
        if (!composition.isEmpty()) {
            out.append("\nBy mass:\n");
        }
        composition.forEach(share ->
                out.append("  ")
                        .append(share.label())
                        .append("  ")
                        .append(share.share().text())
                        .append(" · ")
                        .append(share.how())
                        .append('\n'));
        return out.toString();
    }

    private static String line(BalanceLine line) {
        return "  %-12s %s%s  %s%s · %s%s"
                .formatted(
                        line.role().word(),
                        line.amount().map(Amount::text).orElse("not known"),
                        line.workedOut() ? " (worked out)" : "",
                        line.otherName().map(other -> "to " + other + "  ").orElse(""),
                        line.kind(),
                        line.when().orElse("time unknown"),
                        line.notes().stream()
                                .map(n -> "\n      " + n)
                                .collect(Collectors.joining()));
    }
}
