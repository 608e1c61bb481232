package dev.lodestone.query.audit;

import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.audit.AuditReport.Kind;
import dev.lodestone.query.audit.AuditReport.Staleness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Whether changes make a prediction stale, in words.
final class StaleWords {
    private StaleWords() {}

    /// Of all changes of a prediction. What turned out is no ground of a prediction: its changes
    /// are told and make nothing stale.
    ///
    /// @param unpublished whether nobody can tell what became of the training rows
    static Staleness of(List<Change> changes, boolean unpublished) {
        var weighed = changes.stream().map(StaleWords::weighed).toList();
        var grounds = weighed.stream().filter(Change::makesStale).toList();
        if (!grounds.isEmpty()) {
            return new Staleness(true, "YES: " + counted(grounds), weighed);
        }
        var but = new ArrayList<String>();
        if (unpublished) {
            but.add("as far as can be told: training rows unpublished");
        }
        if (!weighed.isEmpty()) {
            but.add("but " + counted(weighed));
        }
        return new Staleness(
                false, but.isEmpty() ? "no" : "no (" + String.join("; ", but) + ")", weighed);
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
                .map(entry ->
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
