package dev.lodestone.query.audit;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.LearningEvent.ValuesPredicted.Prediction;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.NumberedValue.Role;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.learning.Cell;
import dev.lodestone.query.learning.LogRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All predictions of a log, and the one that somebody means.
final class PredictionBook {
    private static final int SHOWN = 10;

    private final LogRecords records;
    private final List<Entry> entries = new ArrayList<>();

    /// One prediction.
    record Entry(Cell cell, Prediction prediction, ModelId model) {
        /// The record it stands in.
        RecordedEvent record() {
            return cell.record();
        }

        String id() {
            return cell.ref().toString();
        }
    }

    PredictionBook(LogRecords records) {
        this.records = records;
        for (var record : records.listed("ValuesPredicted")) {
            if (record.stated() instanceof ValuesPredicted predicted) {
                add(record, predicted);
            }
        }
    }

    private void add(RecordedEvent record, ValuesPredicted predicted) {
        var values =
                records.values(record).stream()
                        .filter(value -> value.role() == Role.PREDICTION)
                        .toList();
        for (int i = 0; i < values.size(); i++) {
            entries.add(
                    new Entry(
                            new Cell(values.get(i), record),
                            predicted.predictions().get(i),
                            predicted.model()));
        }
    }

    /// Every prediction ever recorded, in the order recorded.
    List<Entry> all() {
        return entries;
    }

    /// The prediction that a word means.
    ///
    /// @param word `{record}-{n}`, its IRI, or the beginning of one that no other begins with
    /// @throws NotFound if there is none
    /// @throws Conflict if there are several, with the candidates
    Entry named(String word, Iris iris) {
        var prefix = iris.base() + "/datum/";
        var id =
                (word.startsWith(prefix) ? word.substring(prefix.length()) : word)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            throw new Incorrect(
                    "prediction-id", "No prediction is named." + candidates("Maybe", entries));
        }
        var exact = entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        // Prediction 1 is not meant by the beginning of predictions 10 to 19.
        var found = entries.stream().filter(entry -> entry.id().startsWith(id)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        } else if (found.isEmpty()) {
            throw unknown(word, id);
        }
        throw new Conflict(
                "prediction-ambiguous",
                "The prediction (%s) could be any of %d.%s"
                        .formatted(word, found.size(), candidates("Maybe one of", found)),
                Map.of("candidates", found.stream().limit(SHOWN).map(Entry::id).toList()));
    }

    private NotFound unknown(String word, String id) {
        var other = other(id);
        if (!other.isEmpty()) {
            return new NotFound("prediction-unknown", other, Map.of("prediction", word));
        }
        return new NotFound(
                "prediction-unknown",
                "There is no prediction (%s) at position %s.%s"
                        .formatted(
                                word,
                                records.upTo(),
                                entries.isEmpty()
                                        ? "\nMaybe none was recorded yet."
                                        : candidates("Maybe one of", entries)),
                Map.of("prediction", word));
    }

    /// What else the id names, in words; empty if nothing.
    private String other(String id) {
        try {
            return records.cell(CellRef.of(id))
                    .map(cell ->
                            """
                            The value (%s) is %s of %s, not a prediction.
                            Maybe another number of that record is meant; `lodestone predictions` lists them.\
                            """
                                    .formatted(
                                            id,
                                            words(cell.numbered().role()),
                                            cell.record().stated().kind()))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String words(Role role) {
        return switch (role) {
            case PARAMETER -> "a parameter";
            case CONDITION -> "a condition";
            case RESULT -> "a result";
            case PREDICTION -> "a prediction";
            case MODEL_INPUT -> "what a model was given, in a record";
            case ACTUAL -> "what turned out, in a record";
            case TARGET -> "a target";
            case REWARD -> "a reward";
        };
    }

    private static String candidates(String opening, List<Entry> some) {
        if (some.isEmpty()) {
            return "";
        }
        var shown = some.stream().limit(SHOWN).map(Entry::id).toList();
        return "\n%s %s%s."
                .formatted(
                        opening,
                        String.join(", ", shown),
                        some.size() > SHOWN ? " … (" + some.size() + " in all)" : "");
    }
}
