package dev.lodestone.query.learning;

import dev.lodestone.events.DatasetId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.learning.FeatureTable.Example;
import dev.lodestone.query.learning.Selection.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Freezes the rows of a selection as a training set. The same rows frozen at the same position
/// under the same title are the same set, recorded once.
public final class FreezeTrainingSet {
    private final EventLog log;
    private final EventIntake intake;
    private final Occurrence occurrence;

    /// @param occurrence who freezes, and when
    public FreezeTrainingSet(EventLog log, EventIntake intake, Occurrence occurrence) {
        this.log = log;
        this.intake = intake;
        this.occurrence = occurrence;
    }

    /// Asks a selection and records the rows to train on.
    public FrozenTrainingSet freeze(String title, Selection selection, HoldOut holdOut) {
        var selected = selection.select();
        var records = new LogRecords(log);
        var table = FeatureTable.of(selected.columns(), selected.rows(), records);
        var rows = table.examples().stream().map(Example::row).toList();
        var training = holdOut.training(rows);
        if (training.isEmpty()) {
            throw new Incorrect(
                    "training-set-empty",
                    """
                    The selection gives no row to train on: %d rows, %d targets left out.
                    Maybe the graph has not caught up with the log, or nothing like it is recorded.\
                    """
                            .formatted(rows.size(), selected.leftOut().size()),
                    Map.of("rows", rows.size(), "position", selected.position().value()));
        }
        var manifest = TrainingManifest.of(training, records);
        var id =
                Uuids.named(
                        "training-set",
                        title,
                        manifest.hash(),
                        selected.position().toString(),
                        selected.text());
        var record = new RecordId(id);
        if (records.find(record).isEmpty()) {
            intake.record(
                    List.of(
                            Draft.of(
                                    record,
                                    new TrainingSetFrozen(
                                            occurrence,
                                            new DatasetId(id.toString()),
                                            title,
                                            selected.text(),
                                            selected.position().value(),
                                            selected.columns(),
                                            training,
                                            manifest.hash(),
                                            selected.translation(),
                                            selected.tier()))));
        }
        // Read back: where it was frozen before, by whom and when is as it was said then.
        var stored = new LogRecords(log).find(record).orElseThrow();
        return new FrozenTrainingSet(
                record,
                stored.position(),
                (TrainingSetFrozen) stored.stated(),
                holdOut,
                holdOut.heldOut(rows),
                leftOut(selected, rows));
    }

    private static List<LeftOut> leftOut(Selection.Selected selected, List<Row> kept) {
        var all = new ArrayList<>(selected.leftOut());
        int target = FeatureTable.targetIndex(selected.columns());
        var known = new HashSet<>(kept);
        for (var row : selected.rows()) {
            if (!known.contains(row)) {
                all.add(
                        new LeftOut(
                                row.cells().get(target).toString(),
                                "not all of its cells are numbers with a unit"));
            }
        }
        return all;
    }
}
