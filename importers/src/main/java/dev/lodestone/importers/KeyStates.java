package dev.lodestone.importers;

import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Reads what the log holds of items, many at a time.
final class KeyStates {
    private static final int AT_ONCE = 500;

    private final EventLog log;
    private final SourceId source;

    KeyStates(EventLog log, SourceId source) {
        this.log = log;
        this.source = source;
    }

    /// The states of some keys; a key of which nothing is known is left out.
    Map<String, KeyState> read(Collection<String> keys) {
        var states = new HashMap<String, KeyState>();
        var distinct = List.copyOf(new LinkedHashSet<>(keys));
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            readSome(distinct.subList(from, Math.min(from + AT_ONCE, distinct.size())), states);
        }
        return states;
    }

    private void readSome(List<String> keys, Map<String, KeyState> states) {
        var keyOfTag = new HashMap<Tag, String>();
        keys.forEach(key -> keyOfTag.put(tag(key), key));
        var found = new HashMap<String, List<RecordedEvent>>();
        try (var entries = log.readTagged(keyOfTag.keySet(), LogPosition.START, log.head())) {
            while (entries.hasNext()) {
                var entry = entries.next();
                var record = EventCodec.read(entry);
                for (var tag : entry.tags()) {
                    var key = keyOfTag.get(tag);
                    if (key != null) {
                        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(record);
                    }
                }
            }
        }
        found.forEach((key, records) -> states.put(key, KeyState.of(source, key, records)));
    }

    /// The keys of the source that the log has ever had, after one of them, in byte order.
    ///
    /// @param after a key, a beginning of keys, or empty to begin
    /// @param beginning what they begin with
    List<String> after(String after, String beginning, int limit) {
        var prefix = source + "|";
        return log.tagValues(EventTags.KEY, prefix + after, limit).stream()
                .takeWhile(value -> value.startsWith(prefix + beginning))
                .map(value -> value.substring(prefix.length()))
                .toList();
    }

    private Tag tag(String key) {
        return new Tag(EventTags.KEY, source + "|" + key);
    }
}
