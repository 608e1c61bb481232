package dev.lodestone.query.learning;

import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Column;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen.Row;
import dev.lodestone.events.log.LogPosition;
import java.util.List;

/// A question whose answer is rows of cells.
public interface Selection {
    /// Asks it.
    Selected select();

    /// What came of it.
    ///
    /// @param text the question as asked
    /// @param position the log position the answer is true at
    /// @param translation the fingerprint of the translation that made the graph asked
    /// @param tier the access label of what the question could see
    /// @param columns features, and one target
    /// @param rows sorted by sample, then by target cell
    record Selected(
            String text,
            LogPosition position,
            String translation,
            String tier,
            List<Column> columns,
            List<Row> rows,
            List<LeftOut> leftOut) {
        public Selected {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// A target cell that got no row, and why.
    record LeftOut(String target, String why) {}
}
