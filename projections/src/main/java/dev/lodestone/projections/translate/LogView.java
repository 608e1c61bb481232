package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogEntry;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The log as the translation reads it: decoded, in order, with the tags. Remembers what it has
/// looked up for as long as it lives, which is one piece of work. Not thread-safe.
final class LogView {
    private static final int TAGS_AT_ONCE = 200;

    private final EventLog log;
    private final Map<EventId, Long> firsts = new HashMap<>();

    LogView(EventLog log) {
        this.log = log;
    }

    /// A record with its tags.
    record Read(RecordedEvent recorded, List<Tag> tags) {
        static Read of(LogEntry entry) {
            return new Read(EventCodec.read(entry), entry.tags());
        }

        long position() {
            return recorded.position().value();
        }

        List<Tag> eventTags() {
            return tags.stream().filter(tag -> tag.key().equals(EventTags.EVENT)).toList();
        }
    }

    List<Read> between(LogPosition after, LogPosition upTo) {
        var found = new ArrayList<Read>();
        try (var entries = log.read(after, upTo)) {
            entries.forEachRemaining(entry -> found.add(Read.of(entry)));
        }
        return found;
    }

    /// What has any of the tags, by position.
    SortedMap<Long, Read> tagged(Collection<Tag> anyOf, LogPosition upTo) {
        var found = new TreeMap<Long, Read>();
        var tags = new ArrayList<>(new HashSet<>(anyOf));
        for (int from = 0; from < tags.size(); from += TAGS_AT_ONCE) {
            var some = tags.subList(from, Math.min(tags.size(), from + TAGS_AT_ONCE));
            try (var entries = log.readTagged(new HashSet<>(some), LogPosition.START, upTo)) {
                while (entries.hasNext()) {
                    var entry = entries.next();
                    found.computeIfAbsent(entry.position().value(), _ -> Read.of(entry));
                }
            }
        }
        return found;
    }

    Optional<RecordedEvent> find(RecordId record) {
        return log.find(record.value()).map(EventCodec::read);
    }

    /// The position of the first record of an event: the one whose id is the event's.
    long first(RecordedEvent recorded) {
        long own = recorded.position().value();
        if (recorded.event().value().equals(recorded.record().value())) {
            return own;
        }
        long first =
                firsts.computeIfAbsent(
                        recorded.event(),
                        event ->
                                log.find(event.value())
                                        .map(entry -> entry.position().value())
                                        .orElse(Long.MAX_VALUE));
        return Math.min(first, own);
    }

    /// Memberships as they hold at a position: a pinned record stands for its event, so that a
    /// correction of the membership counts; where none of its records holds, for itself.
    Memberships memberships(LogPosition at) {
        var known = new HashMap<RecordId, Optional<Memberships.Membership>>();
        return pinned -> known.computeIfAbsent(pinned, p -> resolve(p, at));
    }

    private Optional<Memberships.Membership> resolve(RecordId pinned, LogPosition at) {
        var own = find(pinned);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var event = own.get().event();
        var history = new LivenessHistory();
        var records = tagged(List.of(new Tag(EventTags.EVENT, event.toString())), at);
        records.values().forEach(read -> history.add(read.recorded()));
        var live = own.get();
        boolean found = false;
        for (var read : records.values()) {
            var recorded = read.recorded();
            if (recorded.event().equals(event)
                    && recorded.stated() instanceof ContainerRegistered
                    && history.isLive(recorded.record(), at.value())) {
                live = recorded;
                found = true;
            }
        }
        return membership(found ? live : own.get());
    }

    /// Memberships as the pinned records themselves say.
    Memberships literal() {
        var known = new HashMap<RecordId, Optional<Memberships.Membership>>();
        return pinned -> known.computeIfAbsent(pinned, p -> find(p).flatMap(LogView::membership));
    }

    private static Optional<Memberships.Membership> membership(RecordedEvent recorded) {
        return recorded.stated() instanceof ContainerRegistered container
                ? Optional.of(
                        new Memberships.Membership(recorded.position(), container.placements()))
                : Optional.empty();
    }
}
