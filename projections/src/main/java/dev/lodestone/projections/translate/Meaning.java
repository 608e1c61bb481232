package dev.lodestone.projections.translate;

import dev.lodestone.events.log.LogPosition;

/// What a log means as a graph. Pure in the log: the same positions always give the same
/// statements.
public interface Meaning {
    /// Of the translation's code, the ontology and the unit table. A graph with another one is to
    /// be rebuilt.
    String fingerprint();

    /// What changes in the graph when the log is followed from one position to another.
    GraphDelta delta(LogPosition after, LogPosition upTo);

    /// Writes the whole graph as of a position.
    void whole(LogPosition upTo, StatementSink sink);
}
