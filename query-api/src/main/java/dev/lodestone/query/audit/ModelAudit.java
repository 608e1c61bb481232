package dev.lodestone.query.audit;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.DatasetId;
import dev.lodestone.events.EventId;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.ModelId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.learning.Cell;
import dev.lodestone.query.learning.EventLives;
import dev.lodestone.query.learning.LogRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// A model with its training set, and what became of them since: the part that all predictions of
/// the model share.
final class ModelAudit {
    private final RecordedEvent modelRecord;
    private final ModelTrained model;
    private final Optional<RecordedEvent> setRecord;
    private final EventLives lives;
    private final Map<Spot, Change> cellChanges = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /// A cell at its place in the training set.
    private record Spot(int row, CellRef cell) {}

    private ModelAudit(LogRecords records, RecordedEvent modelRecord, ModelTrained model) {
        this.modelRecord = modelRecord;
        this.model = model;
        this.setRecord = model.trainedOn().flatMap(set -> frozen(records, set));
        this.lives = records.lives(events(records));
        var fates = new CellFates(records, lives);
        fates.of("model", modelRecord).ifPresent(changes::add);
        setRecord.flatMap(record -> fates.of("training set", record)).ifPresent(changes::add);
        set().ifPresent(set -> compare(set, records, fates));
    }

    /// Reads a model as it was when it was trained.
    static ModelAudit of(LogRecords records, ModelId wanted) {
        for (var record : records.listed("ModelTrained")) {
            if (record.stated() instanceof ModelTrained model && model.model().equals(wanted)) {
                return new ModelAudit(records, record, model);
            }
        }
        throw new NotFound(
                "model-unknown",
                "The model (%s) is not known at position %s.".formatted(wanted, records.upTo()),
                Map.of("model", wanted.value()));
    }

    private static Optional<RecordedEvent> frozen(LogRecords records, DatasetId set) {
        return records.tagged(Set.of(EventTags.of(set))).stream()
                .filter(record ->
                        record.stated() instanceof TrainingSetFrozen frozen
                                && frozen.dataset().equals(set))
                .findFirst();
    }

    private Set<EventId> events(LogRecords records) {
        var events = new HashSet<EventId>();
        events.add(modelRecord.event());
        setRecord.ifPresent(record -> events.add(record.event()));
        var cells =
                set().stream()
                        .flatMap(set -> set.rows().stream())
                        .flatMap(row -> row.cells().stream())
                        .map(CellRef::record)
                        .collect(Collectors.toSet());
        records.prepare(cells);
        cells.forEach(cell -> records.find(cell).ifPresent(record -> events.add(record.event())));
        return events;
    }

    private void compare(TrainingSetFrozen set, LogRecords records, CellFates fates) {
        for (int i = 0; i < set.rows().size(); i++) {
            var row = set.rows().get(i);
            for (var ref : row.cells()) {
                int number = i + 1;
                records.cell(ref)
                        .flatMap(cell ->
                                fates.of(
                                        "training cell",
                                        OptionalLong.of(number),
                                        cell,
                                        Optional.of(row.sample())))
                        .ifPresent(change -> {
                            changes.add(change);
                            cellChanges.put(new Spot(number, ref), change);
                        });
            }
        }
    }

    ModelTrained model() {
        return model;
    }

    RecordedEvent modelRecord() {
        return modelRecord;
    }

    Optional<RecordedEvent> setRecord() {
        return setRecord;
    }

    /// The training set as it was frozen; absent where its rows are unpublished.
    Optional<TrainingSetFrozen> set() {
        return setRecord.map(RecordedEvent::stated).map(TrainingSetFrozen.class::cast);
    }

    /// All that changed since, of the model, the set and its cells.
    List<Change> changes() {
        return changes;
    }

    Optional<Change> since(int row, Cell cell) {
        return Optional.ofNullable(cellChanges.get(new Spot(row, cell.ref())));
    }

    boolean live(RecordedEvent record) {
        return lives.current(record.event())
                .filter(current -> current.record().equals(record.record()))
                .isPresent();
    }
}
