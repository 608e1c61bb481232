package dev.lodestone.importers;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// The finished runs of a source before this one.
///
/// @param last the last of them, if its record holds
/// @param next the id this run's record will have: made of the source's bytes and the last finished
///   run, so that a run that was cut off gets the same when it is run again
record PastRuns(Optional<SourceImported> last, RecordId next) {

    static PastRuns of(EventLog log, SourceDescription source) {
        var all = new ArrayList<RecordedEvent>();
        try (var entries =
                log.readTagged(
                        Set.of(EventTags.of(source.source())), LogPosition.START, log.head())) {
            entries.forEachRemaining(entry -> all.add(EventCodec.read(entry)));
        }
        var live = Liveness.of(all);
        var runs = all.stream().filter(r -> r.draft().body() instanceof SourceImported).toList();
        var before = runs.isEmpty() ? "" : runs.getLast().record().toString();
        return new PastRuns(
                runs.isEmpty() || !live.contains(runs.getLast().record())
                        ? Optional.empty()
                        : Optional.of((SourceImported) runs.getLast().draft().body()),
                new RecordId(Uuids.named("run", source.source().value(), source.sha256(), before)));
    }
}
