package dev.lodestone.query.learning;

import dev.lodestone.events.EventId;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What became of some events: which of their records holds, and by which word the others ended.
public final class EventLives {
    private static final Comparator<RecordedEvent> BY_POSITION =
            Comparator.comparing(RecordedEvent::position);

    private final Set<RecordId> live;
    private final Map<EventId, List<RecordedEvent>> stating = new HashMap<>();
    private final Map<RecordId, RecordedEvent> withdrawals = new HashMap<>();

    /// @param records all that bear on the events: what their tags find
    EventLives(Collection<RecordedEvent> records) {
        this.live = Liveness.of(records);
        for (var record : records.stream().sorted(BY_POSITION).toList()) {
            if (record.draft().body() instanceof RecordRetracted retraction) {
                if (live.contains(record.record())) {
                    retraction.retracts().forEach(ended -> withdrawals.put(ended, record));
                }
            } else {
                stating.computeIfAbsent(record.event(), _ -> new ArrayList<>()).add(record);
            }
        }
    }

    /// The record that says now what happened; absent where the event is withdrawn. Of several live
    /// ones the latest.
    public Optional<RecordedEvent> current(EventId event) {
        return stating.getOrDefault(event, List.of()).stream()
                .filter(record -> live.contains(record.record()))
                .max(BY_POSITION);
    }

    /// The retraction that took away the event's last word.
    public Optional<RecordedEvent> withdrawal(EventId event) {
        return stating.getOrDefault(event, List.of()).stream()
                .map(record -> Optional.ofNullable(withdrawals.get(record.record())))
                .flatMap(Optional::stream)
                .max(BY_POSITION);
    }
}
