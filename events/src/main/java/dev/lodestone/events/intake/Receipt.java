package dev.lodestone.events.intake;

import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;

/// What became of a draft.
///
/// @param position where it stands in the log
/// @param alreadyKnown whether it stood there before, with the same content, so that nothing was
///   written
public record Receipt(RecordId record, EventId event, LogPosition position, boolean alreadyKnown) {}
