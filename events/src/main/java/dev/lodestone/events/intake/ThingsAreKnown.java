package dev.lodestone.events.intake;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Id;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.RecordEvent.AccessChanged;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordErased;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.Tag;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Whatever an event speaks of has been recorded, in the log or earlier in the batch: things,
/// records, and the values of records. Only the events it is later or earlier than, or was computed
/// by, may still be to come.
final class ThingsAreKnown implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        var supposed = new LinkedHashSet<Id>(Mentions.of(draft.body()).supposed());
        draft.source().ifPresent(source -> supposed.addAll(source.credit()));
        for (var id : supposed) {
            if (!known.knows(id)) {
                complaints.add(
                        EventCodec.pointerTo(draft, id.value()),
                        "The %s (%s) is not known.".formatted(EventTags.of(id).key(), id.value()),
                        "register it first, or earlier in the same batch.");
            }
        }
        records(draft)
                .filter(record -> known.find(record).isEmpty())
                .forEach(record ->
                        complaints.add(
                                EventCodec.pointerTo(draft, record.toString()),
                                "The record (%s) is not known.".formatted(record),
                                "it is an event id; name the record."));
        cells(draft, known, complaints);
        if (draft.stated() instanceof RecordErased erased) {
            erased.events().stream()
                    .filter(event ->
                            known.all(new Tag(EventTags.EVENT, event.toString())).isEmpty())
                    .forEach(event ->
                            complaints.add(
                                    EventCodec.pointerTo(draft, event.toString()),
                                    "The event (%s) is not known.".formatted(event),
                                    "it is a record id; name the event."));
        }
    }

    private static Stream<RecordId> records(Draft draft) {
        return switch (draft.stated()) {
            case Annotated e -> e.records().stream();
            case AccessChanged e -> e.records().stream();
            default -> Stream.empty();
        };
    }

    private static void cells(Draft draft, Knowledge known, Complaints complaints) {
        var counts = new HashMap<RecordId, Integer>();
        for (var cell : cells(draft)) {
            int count =
                    counts.computeIfAbsent(
                            cell.record(),
                            record ->
                                    known.find(record)
                                            .map(found -> NumberedValue.of(found.body()).size())
                                            .orElse(-1));
            if (count < cell.n()) {
                complaints.add(
                        EventCodec.pointerTo(draft, cell.toString()),
                        count < 0
                                ? "The record of the value (%s) is not known.".formatted(cell)
                                : "The value (%s) does not exist: its record has %d."
                                        .formatted(cell, count),
                        count < 0 ? "" : "values are counted from 1, conditions before results.");
            }
        }
    }

    private static List<CellRef> cells(Draft draft) {
        return switch (draft.stated()) {
            case TrainingSetFrozen e ->
                    e.rows().stream().flatMap(row -> row.cells().stream()).distinct().toList();
            case ValuesPredicted e ->
                    e.predictions().stream()
                            .flatMap(p -> Stream.concat(p.inputs().stream(), p.actual().stream()))
                            .distinct()
                            .toList();
            case AnalysisPerformed e -> e.inputValues().stream().distinct().toList();
            default -> List.of();
        };
    }
}
