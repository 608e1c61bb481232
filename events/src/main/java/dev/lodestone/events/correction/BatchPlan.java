package dev.lodestone.events.correction;

import dev.lodestone.events.EventId;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.log.LogPosition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a batch correction would do.
///
/// @param basis the log position it was worked out at
/// @param items the events to be corrected, in the order of the log
/// @param notDecided the events that are left alone because nobody can say whether they are meant
/// @param left why values of the property in selected events stay as they are, and how many
public record BatchPlan(
        Request request,
        LogPosition basis,
        List<Item> items,
        List<NotDecided> notDecided,
        Map<String, Long> left) {
    public BatchPlan {
        items = List.copyOf(items);
        notDecided = List.copyOf(notDecided);
        left = Collections.unmodifiableMap(new TreeMap<>(left));
    }

    /// How many values change.
    public long values() {
        return items.stream().mapToLong(item -> item.moves().size()).sum();
    }

    /// An event to be corrected.
    ///
    /// @param live the record that holds
    /// @param restated the event as it will be; as it is if it is withdrawn
    /// @param moves what changes; empty if it is withdrawn
    /// @param ending if it is withdrawn: the live record, then what withdrawing that revives
    public record Item(
            RecordedEvent live, ProvenanceEvent restated, List<Move> moves, List<RecordId> ending) {
        public Item {
            moves = List.copyOf(moves);
            ending = List.copyOf(ending);
        }
    }

    /// A value that changes.
    ///
    /// @param property what is stated
    /// @param before for people, with its unit
    /// @param after the same
    public record Move(String property, String before, String after) {}

    /// An event that nobody can decide on.
    public record NotDecided(EventId event, RecordId record, String why) {}

    /// What was asked for besides the rule.
    ///
    /// @param undated whether events are corrected whose lab time is not known to be inside
    /// @param corrected whether values are corrected that were corrected before
    public record Include(boolean undated, boolean corrected) {
        /// Neither.
        public static final Include NOTHING = new Include(false, false);
    }
}
