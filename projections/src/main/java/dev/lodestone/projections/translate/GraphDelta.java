package dev.lodestone.projections.translate;

import dev.lodestone.events.RecordId;
import java.util.Map;
import java.util.Set;

/// What a batch of records changes: in the graph of what holds now, and among the graphs of records
/// that hold no longer. Adds come after removes.
///
/// @param removed statements that no live record makes any more
/// @param added statements that live records make and that were not there
/// @param shelved records that stopped being live, each with its own statements, for the named
///   graph of the record
/// @param unshelved records that are live again, whose named graphs go
public record GraphDelta(
        Set<Statement> removed,
        Set<Statement> added,
        Map<RecordId, Set<Statement>> shelved,
        Set<RecordId> unshelved) {
    /// Nothing changes.
    public static final GraphDelta NONE = new GraphDelta(Set.of(), Set.of(), Map.of(), Set.of());
}
