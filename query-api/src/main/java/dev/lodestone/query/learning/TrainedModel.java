package dev.lodestone.query.learning;

import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;

/// A model as it stands in the log, ready to be asked.
///
/// @param record that says it was trained
/// @param position of that record
public record TrainedModel(
        RecordId record, LogPosition position, ModelTrained trained, FittedModel fitted) {}
