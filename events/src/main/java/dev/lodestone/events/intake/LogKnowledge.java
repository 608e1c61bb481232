package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Id;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The log at one head, overlaid with the drafts of a batch that were already looked at. Not safe
/// for several threads; made anew for each batch.
final class LogKnowledge implements Knowledge {
    private final EventLog log;
    private final LogPosition head;
    private final Instant now;
    private final Predicate<Tag> knownBefore;
    private final Map<RecordId, RecordedEvent> batch = new HashMap<>();
    private final Map<RecordId, List<Tag>> batchTags = new HashMap<>();
    private final Map<Tag, List<RecordedEvent>> batchByTag = new HashMap<>();
    private final Set<Tag> absentInLog = new HashSet<>();

    /// @param knownBefore answers, perhaps from memory, whether the log has a tag
    LogKnowledge(EventLog log, Instant now, Predicate<Tag> knownBefore) {
        this.log = log;
        this.head = log.head();
        this.now = now;
        this.knownBefore = knownBefore;
    }

    LogPosition head() {
        return head;
    }

    /// Says that none of these tags is in the log, so that it need not be asked again.
    void rememberAbsent(Set<Tag> tags) {
        absentInLog.addAll(tags);
    }

    /// Takes a draft in, at the position it will have.
    void add(RecordedEvent draft, List<Tag> tags) {
        batch.put(draft.record(), draft);
        batchTags.put(draft.record(), tags);
        for (var tag : tags) {
            batchByTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(draft);
        }
    }

    /// The tags of a record of the log or the batch; none if it is in neither.
    List<Tag> tagsOf(RecordId record) {
        var own = batchTags.get(record);
        return own != null
                ? own
                : log.find(record.value()).map(entry -> entry.tags()).orElse(List.of());
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean knows(Id id) {
        var tag = EventTags.of(id);
        return batchByTag.containsKey(tag) || knownBefore.test(tag);
    }

    @Override
    public Optional<Draft> find(RecordId record) {
        var own = batch.get(record);
        return own != null
                ? Optional.of(own.draft())
                : log.find(record.value()).map(entry -> EventCodec.readStored(entry.payload()));
    }

    @Override
    public boolean isNew(RecordId record) {
        return batch.containsKey(record);
    }

    @Override
    public boolean isLive(RecordId record) {
        return tagsOf(record).stream()
                .filter(tag -> tag.key().equals(EventTags.EVENT))
                .findFirst()
                .map(tag -> Liveness.of(all(tag)).contains(record))
                .orElse(false);
    }

    @Override
    public List<RecordedEvent> live(Tag tag) {
        var all = all(tag);
        var live = Liveness.of(all);
        return all.stream().filter(record -> live.contains(record.record())).toList();
    }

    @Override
    public List<RecordedEvent> all(Tag tag) {
        var all = new ArrayList<RecordedEvent>();
        if (!absentInLog.contains(tag)) {
            try (var entries = log.readTagged(Set.of(tag), LogPosition.START, head)) {
                while (entries.hasNext()) {
                    all.add(EventCodec.read(entries.next()));
                }
            }
        }
        all.addAll(batchByTag.getOrDefault(tag, List.of()));
        return all;
    }
}
