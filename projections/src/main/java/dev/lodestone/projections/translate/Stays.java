package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stays of one thing and which is the last. One more that is known to come after all others
/// costs one look, whatever came before. Not thread-safe.
final class Stays {
    private final Map<RecordId, Stay> stays = new LinkedHashMap<>();
    private final Set<EventId> events = new HashSet<>();
    private @Nullable Stay last;
    private boolean sure = true;
    private boolean words;
    private long lastFirst;
    private @Nullable Instant lastEarliest;

    void add(Stay stay) {
        var when = stay.when();
        boolean comesLast =
                sure
                        && !words
                        && !when.hasWords()
                        && when.first() > lastFirst
                        && !events.contains(when.event())
                        && (when.latest() == null
                                || lastEarliest == null
                                || !lastEarliest.isAfter(when.latest()));
        stays.put(when.record(), stay);
        include(stay);
        if (comesLast) {
            last = stay;
        } else {
            sure = false;
        }
    }

    void remove(RecordId record) {
        if (stays.remove(record) != null) {
            sure = false;
        }
    }

    private void include(Stay stay) {
        var when = stay.when();
        events.add(when.event());
        words |= when.hasWords();
        lastFirst = Math.max(lastFirst, when.first());
        if (when.earliest() != null
                && (lastEarliest == null || when.earliest().isAfter(lastEarliest))) {
            lastEarliest = when.earliest();
        }
    }

    /// The last in lab order.
    Optional<Stay> last() {
        if (!sure) {
            last = Stay.last(stays.values()).orElse(null);
            events.clear();
            words = false;
            lastFirst = 0;
            lastEarliest = null;
            stays.values().forEach(this::include);
            sure = true;
        }
        return Optional.ofNullable(last);
    }

    Collection<Stay> all() {
        return stays.values();
    }
}
