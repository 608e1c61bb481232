package dev.lodestone.events;

import java.util.Optional;

/// An event as it is offered for recording: with its identities and where it came from, without
/// position and time of recording, which are the log's.
///
/// @param record the entry's id
/// @param event the event's id: that of its first record; for a correction, the corrected event's
/// @param access the label of who may see it; `public` unless said otherwise
/// @param source where it came from, if not from the one who records
public record Draft(
        RecordId record,
        EventId event,
        String access,
        Optional<SourceRef> source,
        ProvenanceEvent body) {
    /// The access label of what everybody may see.
    public static final String PUBLIC = "public";

    /// A first, public record of an event.
    public static Draft of(RecordId record, ProvenanceEvent body) {
        return new Draft(record, new EventId(record.value()), PUBLIC, Optional.empty(), body);
    }

    /// The same from a source.
    public Draft from(SourceRef where) {
        return new Draft(record, event, access, Optional.of(where), body);
    }

    /// What happened, as this record states it: the restated event of a correction, else the event
    /// itself.
    public ProvenanceEvent stated() {
        return body instanceof RecordEvent.RecordCorrected correction
                ? correction.restated()
                : body;
    }
}
