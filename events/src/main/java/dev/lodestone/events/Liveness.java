package dev.lodestone.events;

import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which records hold. A record is live if and only if no live record retracts it and no live
/// record supersedes it; so retracting a correction revives what it had superseded, and retracting
/// a retraction revives too.
public final class Liveness {
    private Liveness() {}

    /// The live ones of some records.
    ///
    /// @param records all records that bear on each other: what one tag finds, since corrections
    ///   and retractions carry the tags of what they are about
    public static Set<RecordId> of(Collection<RecordedEvent> records) {
        var live = new HashSet<RecordId>();
        var gone = new HashSet<RecordId>();
        var newestFirst =
                records.stream()
                        .sorted(Comparator.comparing(RecordedEvent::position).reversed())
                        .toList();
        for (var record : newestFirst) {
            // Only later records can end this one, and they have all been decided.
            if (!gone.contains(record.record())) {
                live.add(record.record());
                gone.addAll(ends(record.draft().body()));
            }
        }
        return live;
    }

    /// The records that an event ends, if its own record is live.
    public static List<RecordId> ends(ProvenanceEvent event) {
        return switch (event) {
            case RecordCorrected correction -> correction.supersedes();
            case RecordRetracted retraction -> retraction.retracts();
            default -> List.of();
        };
    }
}
