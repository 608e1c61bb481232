package dev.lodestone.query.sparql;

import dev.lodestone.projections.GraphUnavailable;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.query.Basis;
import dev.lodestone.query.LodestoneException.Unavailable;
import java.util.Map;

/// Reads the graph that is kept in step with the log, and remembers what it was asked of single
/// things. One for each graph is enough.
public final class Tdb2Reader implements GraphReader {
    /// Of the largest heap, what is remembered may take this part.
    private static final int PART_OF_HEAP = 16;

    private final Tdb2Graph graph;
    private final LinkMemory memory =
            new LinkMemory(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);

    public Tdb2Reader(Tdb2Graph graph) {
        this.graph = graph;
        graph.watch(memory);
    }

    @Override
    public Things.Remembering remembering(Basis basis) {
        return memory.at(basis.position().value());
    }

    @Override
    public <T> T read(Reading<T> reading) {
        try {
            return graph.read(snapshot ->
                    reading.of(snapshot.dataset(), new Basis(snapshot.basis().position())));
        } catch (GraphUnavailable e) {
            throw new Unavailable("graph-closed", "The graph is closed.", Map.of(), e);
        }
    }
}
