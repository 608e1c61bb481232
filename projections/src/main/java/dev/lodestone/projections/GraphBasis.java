package dev.lodestone.projections;

import dev.lodestone.events.log.LogPosition;

/// How far a graph has followed the log, and by which translation: kept in the graph itself, in the
/// transaction that wrote the data.
///
/// @param fingerprint of translation, ontology and unit table; another one means the graph is to be
///   rebuilt. Empty for a graph that holds nothing yet.
public record GraphBasis(LogPosition position, String fingerprint) {
    /// A graph that holds nothing yet.
    public static final GraphBasis EMPTY = new GraphBasis(LogPosition.START, "");
}
