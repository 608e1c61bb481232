package dev.lodestone.query.learning;

import dev.lodestone.events.DatasetId;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.learning.Selection.LeftOut;
import java.util.List;

/// A training set as it stands in the log, with the rows that were kept out of it.
///
/// @param record that froze it
/// @param position of that record
/// @param heldOutRows rows of held-out samples, in the order selected
/// @param leftOut targets that gave no row
public record FrozenTrainingSet(
        RecordId record,
        LogPosition position,
        TrainingSetFrozen frozen,
        HoldOut holdOut,
        List<Row> heldOutRows,
        List<LeftOut> leftOut) {
    public FrozenTrainingSet {
        heldOutRows = List.copyOf(heldOutRows);
        leftOut = List.copyOf(leftOut);
    }

    /// The set's id.
    public DatasetId dataset() {
        return frozen.dataset();
    }

    /// The samples kept out, each once, in the order selected.
    public List<SampleId> heldOutSamples() {
        return heldOutRows.stream().map(Row::sample).distinct().toList();
    }
}
