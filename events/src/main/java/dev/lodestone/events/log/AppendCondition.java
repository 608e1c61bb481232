package dev.lodestone.events.log;

import java.util.Set;

/// Refuses an append when the log has moved on in what the append rests upon: when an entry with
/// any of the tags stands after the position up to which the caller has read.
///
/// @param anyOf the tags watched; none watches nothing
/// @param after the last position the caller has taken into account
public record AppendCondition(Set<Tag> anyOf, LogPosition after) {
    /// Refuses nothing.
    public static final AppendCondition NONE = new AppendCondition(Set.of(), LogPosition.START);

    public AppendCondition {
        anyOf = Set.copyOf(anyOf);
    }
}
