package dev.lodestone.query.history;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.Optional;

/// What became known of a sample after one log position and up to another.
///
/// @param basis the log position this was asked at
/// @param from what was recorded up to here was known already
/// @param to the last position looked at
/// @param changes in the order they were recorded
public record Changes(long basis, SampleSummary sample, long from, long to, List<Change> changes)
        implements Told {
    public Changes {
        changes = List.copyOf(changes);
    }

    /// A record that changed what is known.
    ///
    /// @param how `recorded`, `corrected`, `withdrawn`, or `revived`: what had ended it was itself
    ///   withdrawn
    /// @param what the event in words
    /// @param replaced the record that holds no longer since
    /// @param because `Error` or `UpstreamRevision`
    /// @param values what the event said before and says since, where they differ
    public record Change(
            String record,
            long position,
            String how,
            String event,
            Optional<String> what,
            Optional<String> replaced,
            Optional<String> because,
            Optional<String> reason,
            List<ValueDifference> values) {
        public Change {
            values = List.copyOf(values);
        }
    }

    /// For people: a line for each record, and what it changed.
    @Override
    public String text() {
        var out = new StringBuilder("Sample ").append(sample.label()).append('\n');
        out.append(
                "What was recorded after position %d, up to %d. As of log position %d.%n"
                        .formatted(from, to, basis));
        if (changes.isEmpty()) {
            out.append("Nothing.\n");
        }
        for (var change : changes) {
            out.append("\n%5d  ".formatted(change.position())).append(change.how());
            out.append(": ").append(change.what().orElse("event"));
            change.because().ifPresent(because -> out.append(" · ").append(because));
            change.reason().ifPresent(reason -> out.append(" · ").append(reason));
            out.append("\n       event ").append(Samples.id(change.event()));
            out.append(" · record ").append(Samples.id(change.record()));
            change.replaced()
                    .ifPresent(old -> out.append(" · instead of record ").append(Samples.id(old)));
            out.append('\n');
            change.values()
                    .forEach(value -> out.append("       ").append(line(value)).append('\n'));
        }
        return out.toString();
    }

    private static String line(ValueDifference value) {
        if (value.a().isEmpty()) {
            return value.label() + " " + value.b().orElse("");
        }
        var words = value.words();
        return "%s: was %s, %s%s"
                .formatted(
                        value.label(),
                        value.a().get(),
                        value.b().map("is "::concat).orElse("is no longer stated"),
                        words.isEmpty() ? "" : ", " + words);
    }
}
