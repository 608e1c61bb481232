package dev.lodestone.query.learning;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.EventId;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the records of a log as it stands at one position, each once. One for each question: not
/// safe for many threads.
public final class LogRecords {
    /// Tags asked for at a time.
    private static final int BATCH = 500;

    private final EventLog log;
    private final LogPosition upTo;
    private final Map<RecordId, Optional<RecordedEvent>> found = new HashMap<>();
    private final Map<RecordId, List<NumberedValue>> values = new HashMap<>();

    /// The log as it stands now.
    public LogRecords(EventLog log) {
        this(log, log.head());
    }

    /// The log as it stood at a position.
    public LogRecords(EventLog log, LogPosition upTo) {
        this.log = log;
        this.upTo = upTo;
    }

    /// The last position that is looked at.
    public LogPosition upTo() {
        return upTo;
    }

    /// A record.
    public Optional<RecordedEvent> find(RecordId record) {
        return found.computeIfAbsent(
                record,
                wanted ->
                        log.find(wanted.value())
                                .filter(entry -> !entry.position().isAfter(upTo))
                                .map(EventCodec::read));
    }

    /// Reads many records at once, so that finding each is cheap. A first record is found by the
    /// tag of its event, which has its id; what else there is, is read when it is asked for.
    public void prepare(Collection<RecordId> wanted) {
        lives(
                wanted.stream()
                        .filter(record -> !found.containsKey(record))
                        .map(record -> new EventId(record.value()))
                        .toList());
    }

    /// A value of a record; absent where there is no such record, or no such value in it.
    public Optional<Cell> cell(CellRef ref) {
        return find(ref.record())
                .flatMap(record -> {
                    var numbered = values(record);
                    return ref.n() <= numbered.size()
                            ? Optional.of(new Cell(numbered.get(ref.n() - 1), record))
                            : Optional.empty();
                });
    }

    /// The values of a record, in the order of their numbers.
    public List<NumberedValue> values(RecordedEvent record) {
        return values.computeIfAbsent(
                record.record(), _ -> NumberedValue.of(record.draft().body()));
    }

    /// The records of a kind that the log lists, in the order recorded, corrections among them.
    public List<RecordedEvent> listed(String kind) {
        return tagged(Set.of(new Tag(EventTags.KIND, kind)));
    }

    /// The records with any of the tags, in the order recorded.
    public List<RecordedEvent> tagged(Set<Tag> tags) {
        var all = new LinkedHashMap<RecordId, RecordedEvent>();
        var rest = new ArrayList<>(tags);
        for (int from = 0; from < rest.size(); from += BATCH) {
            var some = Set.copyOf(rest.subList(from, Math.min(rest.size(), from + BATCH)));
            try (var entries = log.readTagged(some, LogPosition.START, upTo)) {
                while (entries.hasNext()) {
                    var record = EventCodec.read(entries.next());
                    found.put(record.record(), Optional.of(record));
                    all.put(record.record(), record);
                }
            }
        }
        return all.values().stream()
                .sorted(java.util.Comparator.comparing(RecordedEvent::position))
                .toList();
    }

    /// What became of events.
    public EventLives lives(Collection<EventId> events) {
        var tags = new HashSet<Tag>();
        events.forEach(event -> tags.add(new Tag(EventTags.EVENT, event.toString())));
        return new EventLives(tagged(tags));
    }
}
