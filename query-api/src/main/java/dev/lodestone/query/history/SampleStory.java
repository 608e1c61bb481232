package dev.lodestone.query.history;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The history of a sample.
///
/// @param basis the log position it is true at
/// @param events in the order of the sample's life
/// @param withdrawn events that no record states any more
public record SampleStory(
        long basis, SampleSummary sample, List<HistoryLine> events, List<Withdrawn> withdrawn)
        implements Told {

    /// An event whose records were all withdrawn.
    public record Withdrawn(String event, List<HistoryLine.Was> was) {}

    private static final int SHOWN_RELATED = 3;

    /// For people.
    @Override
    public String text() {
        var out = new StringBuilder();
        out.append("Sample ").append(sample.label());
        if (!sample.names().isEmpty()) {
            out.append(" (").append(String.join(", ", sample.names())).append(')');
        }
        sample.kind().ifPresent(kind -> out.append(", ").append(kind));
        sample.material().ifPresent(material -> out.append(" of ").append(material));
        sample.lifecycle().ifPresent(life -> out.append(", ").append(lower(life)));
        out.append('\n').append(sample.iri()).append('\n');
        out.append("As of log position ").append(basis).append(".\n");
        sample.findings().forEach(finding -> out.append("FLAGGED: ").append(finding).append('\n'));
        for (var line : events) {
            line(out, line);
        }
        for (var gone : withdrawn) {
            out.append("\n  -  withdrawn event ").append(gone.event()).append('\n');
            gone.was().forEach(was -> was(out, was));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, HistoryLine line) {
        out.append("\n%3d  %s".formatted(line.number(), line.what()));
        out.append(", ").append(line.when().orElse("time not known"));
        line.by().forEach(who -> out.append(", ").append(who));
        line.outcome().ifPresent(how -> out.append(" — ").append(lower(how)));
        line.reason().ifPresent(why -> out.append(": ").append(why));
        out.append('\n');
        line.details().forEach(detail -> out.append("       ").append(detail).append('\n'));
        related(out, line.related());
        line.parameters().forEach(value -> out.append("       ").append(value.text()).append('\n'));
        line.results().forEach(value -> out.append("     → ").append(value.text()).append('\n'));
        line.was().forEach(was -> was(out, was));
        line.notes().forEach(note -> out.append("       ! ").append(note).append('\n'));
        out.append(
                "       event %s · record %s · position %d"
                        .formatted(
                                Samples.id(line.event()),
                                Samples.id(line.record()),
                                line.position()));
        line.source().ifPresent(source -> out.append(" · source ").append(source));
        out.append('\n');
    }

    /// The first few of each role, and how many more.
    private static void related(StringBuilder out, List<HistoryLine.Related> others) {
        var byRole =
                others.stream()
                        .collect(
                                Collectors.groupingBy(
                                        HistoryLine.Related::role,
                                        TreeMap::new,
                                        Collectors.toList()));
        byRole.forEach((role, all) -> {
            all.stream()
                    .limit(SHOWN_RELATED)
                    .forEach(other ->
                            out.append(
                                    "       %s %s (%s)%n"
                                            .formatted(role, other.label(), other.sample())));
            if (all.size() > SHOWN_RELATED) {
                out.append("       %s %d more%n".formatted(role, all.size() - SHOWN_RELATED));
            }
        });
    }

    private static void was(StringBuilder out, HistoryLine.Was was) {
        out.append("       was");
        if (was.values().isEmpty()) {
            out.append(" otherwise");
        }
        var first = true;
        for (var value : was.values()) {
            out.append(first ? " " : "; ").append(value.label()).append(' ').append(value.shown());
            first = false;
        }
        out.append(" until position ").append(was.until());
        out.append(" (record ").append(Samples.id(was.record())).append(", ").append(was.how());
        was.because().ifPresent(because -> out.append(": ").append(because));
        was.reason().ifPresent(reason -> out.append(", ").append(reason));
        out.append(")\n");
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }
}
