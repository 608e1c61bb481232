package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Id;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.log.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known when a draft is checked: the log up to its head, and the drafts before it in its
/// batch.
public interface Knowledge {
    /// Now, for rules about the future.
    Instant now();

    /// Whether a thing is known: some record speaks of it.
    boolean knows(Id id);

    /// A record, live or not.
    Optional<Draft> find(RecordId record);

    /// Whether a record is of the batch of drafts that is being checked, and not of the log.
    boolean isNew(RecordId record);

    /// Whether a record is live.
    boolean isLive(RecordId record);

    /// All records with a tag, live or not, in the order of the log.
    List<RecordedEvent> all(Tag tag);

    /// The live records with a tag, in the order of the log.
    List<RecordedEvent> live(Tag tag);
}
