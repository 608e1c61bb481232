package dev.lodestone.query.sparql;

import dev.lodestone.projections.GraphUnavailable;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.query.Basis;
import dev.lodestone.query.LodestoneException.Unavailable;
import java.util.Map;

/// Reads the graph that is kept in step with the log.
public final class Tdb2Reader implements GraphReader {
    private final Tdb2Graph graph;

    public Tdb2Reader(Tdb2Graph graph) {
        this.graph = graph;
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
