package dev.lodestone.events;

import dev.lodestone.events.log.LogPosition;
import java.time.Instant;

/// An event as it stands in the log.
///
/// @param recordedAt when it was appended; the lab's time is in the event
public record RecordedEvent(Draft draft, LogPosition position, Instant recordedAt) {
    /// The entry's id.
    public RecordId record() {
        return draft.record();
    }

    /// The event's id.
    public EventId event() {
        return draft.event();
    }

    /// What happened, as this record states it.
    public ProvenanceEvent stated() {
        return draft.stated();
    }
}
