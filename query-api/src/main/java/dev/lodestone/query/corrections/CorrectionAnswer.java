package dev.lodestone.query.corrections;

import dev.lodestone.query.Told;
import dev.lodestone.query.impact.Dependent.Sort;
import dev.lodestone.query.impact.ImpactPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a batch correction, or would become of it.
///
/// @param basis the log position: that it was recorded at, or that it was worked out at
/// @param header the record that leads the batch; retracting it undoes the batch. Absent where
///   nothing was recorded
/// @param outcome `recorded`, `already known`, `dry run` or `nothing to correct`
/// @param corrected how many events
/// @param values how many values of them; none where events are withdrawn
/// @param examples the first of them
/// @param notDecided how many events nobody can decide on
/// @param undecided the first of them
/// @param left why values stay as they are, and how many
/// @param rests how much rests on the events, by sort; absent where it was not counted
public record CorrectionAnswer(
        long basis,
        Optional<String> header,
        String outcome,
        long corrected,
        long values,
        List<Example> examples,
        long notDecided,
        List<Undecided> undecided,
        Map<String, Long> left,
        Optional<Map<Sort, Long>> rests)
        implements Told {

    /// One value that changes, or one event that is withdrawn.
    public record Example(
            String event,
            String record,
            Optional<String> property,
            Optional<String> before,
            Optional<String> after) {}

    /// An event that nobody can decide on.
    public record Undecided(String event, String record, String why) {}

    @Override
    public String text() {
        var out = new StringBuilder(headline());
        examples.forEach(e ->
                out.append("  event/").append(e.event()).append("  ").append(what(e)).append('\n'));
        left.forEach((why, n) ->
                out.append("Left as it is, because it %s: %s.%n".formatted(why, some(n, "value"))));
        if (notDecided > 0) {
            out.append("Not decided, and left alone: %s.%n".formatted(some(notDecided, "event")));
            undecided.forEach(u -> out.append("  event/%s  %s%n".formatted(u.event(), u.why())));
        }
        rests.ifPresent(all ->
                out.append("On these events rests: ").append(ImpactPage.words(all)).append('\n'));
        return out.toString();
    }

    private static String some(long n, String what) {
        return "%,d %s%s".formatted(n, what, n == 1 ? "" : "s");
    }

    private String headline() {
        var what =
                values > 0
                        ? some(values, "value") + " of " + some(corrected, "event")
                        : some(corrected, "event");
        return switch (outcome) {
            case "dry run" ->
                    "This would correct %s, as of log position %,d. Nothing was recorded.%n"
                            .formatted(what, basis);
            case "nothing to correct" ->
                    "Nothing to correct, as of log position %,d. Nothing was recorded.%n"
                            .formatted(basis);
            case "already known" ->
                    "This batch is recorded already: %s, header record/%s.%n"
                            .formatted(some(corrected, "event"), header.orElse(""));
            default ->
                    "Corrected %s; the log is at position %,d.%nThe header is record/%s: retracting it undoes the batch.%n"
                            .formatted(what, basis, header.orElse(""));
        };
    }

    private static String what(Example example) {
        return example.property()
                .map(property ->
                        "%s: %s becomes %s"
                                .formatted(
                                        property,
                                        example.before().orElse(""),
                                        example.after().orElse("")))
                .orElse("withdrawn");
    }
}
