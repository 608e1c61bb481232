package dev.lodestone.projections;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.StatementSink;
import java.util.Iterator;
import java.util.function.Consumer;

/// A graph that is kept in step with the log. One writer at a time; readers are the
/// implementation's own business. Where the store behind it cannot be reached, every method throws
/// {@link GraphUnavailable}; where it is damaged, {@link GraphDamaged}.
public interface KeptGraph extends AutoCloseable {
    /// For people: `rdf`, `neo4j`.
    String name();

    /// How far it is.
    GraphBasis basis();

    /// Applies a delta and the position it leads to in one transaction. Applying the same delta to
    /// the same position again changes nothing.
    void apply(GraphDelta delta, GraphBasis reached);

    /// Applies deltas one after another, each worked out when it is asked for, and the positions
    /// they lead to, in as few transactions as suit the graph. Where one fails, those before it are
    /// applied.
    default void apply(Iterator<Advance> advances) {
        advances.forEachRemaining(advance -> apply(advance.delta(), advance.reached()));
    }

    /// A delta and the position it leads to.
    record Advance(GraphDelta delta, GraphBasis reached) {}

    /// Builds the graph anew beside the one that serves, then swaps. Until the swap, readers see
    /// the old one; where it fails, they go on seeing it.
    ///
    /// @param whole writes every statement of what holds now, then every shelved record, into the
    ///   sink it is given
    void rebuild(Consumer<StatementSink> whole, GraphBasis reached);

    /// How many records are built anew in the time in which one is followed, about.
    default int rebuildGain() {
        return 2;
    }

    /// Writes what the graph says into the sink, as {@link #rebuild} was told it: what holds now,
    /// then the shelved records where the graph keeps them. For comparing a graph with the log.
    ///
    /// @return how far the graph was when it said so
    GraphBasis contents(StatementSink sink);

    /// Called by the writer now and then, when there is nothing to apply: time to compact, or to
    /// keep a copy.
    default void tidy() {}

    @Override
    void close();

    /// How far behind the log the graph is.
    ///
    /// @param head the log's last position
    static long lag(GraphBasis basis, LogPosition head) {
        return head.value() - basis.position().value();
    }
}
