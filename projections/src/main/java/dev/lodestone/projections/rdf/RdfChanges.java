package dev.lodestone.projections.rdf;

import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.translate.GraphDelta;

/// Is told how the graph changes: after readers can see it, before the next change, and on the
/// thread of the writer, who waits.
public interface RdfChanges {
    /// A delta was applied.
    void applied(GraphDelta delta, GraphBasis reached);

    /// The graph was built anew, or came far in one transaction; it may differ in anything.
    void rebuilt(GraphBasis reached);
}
