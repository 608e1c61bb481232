package dev.lodestone.events.internal.sqlite;

import java.util.List;

/// Refuses an append if an entry that any criterion picks stands after a position.
public record Condition(List<Criterion> anyOf, long after) {
    public Condition {
        anyOf = List.copyOf(anyOf);
    }
}
