package dev.lodestone.query.records;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import dev.lodestone.projections.translate.Memberships;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What containers held, read from the log.
final class LogMemberships implements Memberships {
    private final EventLog log;

    LogMemberships(EventLog log) {
        this.log = log;
    }

    @Override
    public Optional<Membership> of(RecordId pinned) {
        return log.find(pinned.value())
                .map(EventCodec::read)
                .map(record -> inItsStead(record).orElse(record))
                .flatMap(record ->
                        record.stated() instanceof ContainerRegistered container
                                ? Optional.of(
                                        new Membership(record.position(), container.placements()))
                                : Optional.empty());
    }

    private Optional<RecordedEvent> inItsStead(RecordedEvent record) {
        var all = ofEvent(log, record.event().toString());
        var live = Liveness.of(all);
        return all.stream()
                .filter(other ->
                        live.contains(other.record())
                                && other.event().equals(record.event())
                                && other.stated() instanceof ContainerRegistered)
                .findFirst();
    }

    /// Every record that bears on an event, in the order of the log.
    static List<RecordedEvent> ofEvent(EventLog log, String event) {
        var found = new ArrayList<RecordedEvent>();
        var tags = java.util.Set.of(new Tag(EventTags.EVENT, event));
        try (var entries = log.readTagged(tags, LogPosition.START, log.head())) {
            entries.forEachRemaining(entry -> found.add(EventCodec.read(entry)));
        }
        return found;
    }
}
