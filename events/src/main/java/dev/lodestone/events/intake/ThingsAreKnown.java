package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.Mentions;

/// Whatever an event speaks of has been registered, in the log or earlier in the batch.
final class ThingsAreKnown implements IntakeRule {
    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        for (var id : Mentions.of(draft.body()).supposed()) {
            if (!known.knows(id)) {
                var sort = EventTags.of(id).key();
                complaints.add(
                        "",
                        "The %s (%s) is not known.".formatted(sort, id.value()),
                        "register it first, or earlier in the same batch.");
            }
        }
        switch (draft.stated()) {
            case TrainingSetFrozen frozen ->
                    frozen.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .map(cell -> cell.record())
                            .distinct()
                            .filter(record -> known.find(record).isEmpty())
                            .forEach(record ->
                                    complaints.add(
                                            "/rows",
                                            "The record (%s) of a cell is not known."
                                                    .formatted(record),
                                            ""));
            case ValuesPredicted predicted ->
                    predicted.predictions().stream()
                            .flatMap(p -> p.inputs().stream())
                            .map(cell -> cell.record())
                            .distinct()
                            .filter(record -> known.find(record).isEmpty())
                            .forEach(record ->
                                    complaints.add(
                                            "/predictions",
                                            "The record (%s) of an input is not known."
                                                    .formatted(record),
                                            ""));
            default -> {}
        }
    }
}
