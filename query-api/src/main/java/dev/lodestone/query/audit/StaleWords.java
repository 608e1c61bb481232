package dev.lodestone.query.audit;

import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.audit.AuditReport.Kind;
import dev.lodestone.query.audit.AuditReport.Staleness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Whether changes make a prediction stale, in words.
final class StaleWords {
    private StaleWords() {}

    /// Of all changes of a prediction. What turned out is no ground of a prediction: its changes are
    /// told and make nothing stale.
    static Staleness of(List<Change> changes) {
        var weighed = changes.stream().map(StaleWords::weighed).toList();
        var grounds = weighed.stream().filter(Change::makesStale).toList();
        if (!grounds.isEmpty()) {
            return new Staleness(true, "YES: " + counted(grounds), weighed);
        }
        return new Staleness(
                false,
                weighed.isEmpty() ? "no" : "no (but " + counted(weighed) + ")",
                weighed);
    }

    private static Change weighed(Change change) {
        return !change.what().equals("actual value")
                ? change
                : new Change(
                        change.what(),
                        change.kind(),
                        false,
                        change.row(),
                        change.cell(),
                        change.sample(),
                        change.saw(),
                        change.now(),
                        change.by(),
                        change.because(),
                        change.explanation());
    }

    private static String counted(List<Change> changes) {
        var counts = new LinkedHashMap<String, Integer>();
        changes.forEach(change -> counts.merge(phrase(change), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey().startsWith("the ")
                                        ? entry.getKey()
                                        : numbered(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String numbered(String phrase, int count) {
        var words = count == 1 ? phrase : phrase.replaceFirst("(cell|value)\\b", "$1s");
        return count + " " + words;
    }

    private static String phrase(Change change) {
        var what = change.what();
        boolean whole = !(what.endsWith("cell") || what.endsWith("value"));
        return (whole ? "the " : "")
                + what
                + (whole ? " was " : " ")
                + change.kind().word()
                + (change.kind() == Kind.RE_IDENTIFIED
                        ? ""
                        : change.because().map(because -> " (" + because + ")").orElse(""));
    }
}
