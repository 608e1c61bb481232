package dev.lodestone.query.sparql;

import dev.lodestone.query.Basis;
import org.apache.jena.sparql.core.DatasetGraph;

/// Lets somebody look at the graph. For many threads; each reading sees one state of the graph,
/// whatever is written meanwhile.
@FunctionalInterface
public interface GraphReader {
    /// Runs a reading on the calling thread inside a READ transaction.
    <T> T read(Reading<T> reading);

    /// What is kept of the answers to a reader at a position.
    default Things.Remembering remembering(Basis basis) {
        return Things.Remembering.NOTHING;
    }

    /// What is done with the graph. Nothing of it may be kept beyond the call.
    @FunctionalInterface
    interface Reading<T> {
        /// Reads.
        ///
        /// @param basis the position the graph has reached in this transaction
        T of(DatasetGraph graph, Basis basis);
    }
}
