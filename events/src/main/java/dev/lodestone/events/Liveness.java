package dev.lodestone.events;

import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which records hold. A record is live if and only if nothing that is in force retracts or
/// supersedes it. A retraction is in force while it is live. A correction is in force until it is
/// retracted: where another correction supersedes it, that one stands in its place, and what the
/// first had superseded does not come back. So retracting a correction revives what it had
/// superseded, and retracting a retraction revives too.
public final class Liveness {
    private Liveness() {}

    /// The live ones of some records.
    ///
    /// @param records all records that bear on each other: what one tag finds, since corrections
    ///   and retractions carry the tags of what they are about
    public static Set<RecordId> of(Collection<RecordedEvent> records) {
        var live = new HashSet<RecordId>();
        var superseded = new HashSet<RecordId>();
        var retracted = new HashSet<RecordId>();
        var newestFirst =
                records.stream()
                        .sorted(Comparator.comparing(RecordedEvent::position).reversed())
                        .toList();
        for (var record : newestFirst) {
            // Only later records can end this one, and they have all been decided.
            if (retracted.contains(record.record())) {
                continue;
            }
            if (record.draft().body() instanceof RecordCorrected correction) {
                superseded.addAll(correction.supersedes());
            }
            if (!superseded.contains(record.record())) {
                live.add(record.record());
                if (record.draft().body() instanceof RecordRetracted retraction) {
                    retracted.addAll(retraction.retracts());
                }
            }
        }
        return live;
    }

    /// The records that an event ends, while it is in force.
    public static List<RecordId> ends(ProvenanceEvent event) {
        return switch (event) {
            case RecordCorrected correction -> correction.supersedes();
            case RecordRetracted retraction -> retraction.retracts();
            default -> List.of();
        };
    }
}
