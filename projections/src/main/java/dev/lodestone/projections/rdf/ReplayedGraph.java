package dev.lodestone.projections.rdf;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Meaning;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.NodeIdInline;

/// The RDF graph as it was at a position: the log replayed up to there, in memory. Meant for logs
/// that fit there; [#MOST] is where it refuses. Safe for many readers.
public final class ReplayedGraph {
    /// The longest log that is replayed in memory.
    public static final long MOST = 100_000;

    private final DatasetGraph dataset;
    private final GraphBasis basis;

    private ReplayedGraph(DatasetGraph dataset, GraphBasis basis) {
        this.dataset = dataset;
        this.basis = basis;
    }

    /// Replays a log.
    ///
    /// @throws IllegalArgumentException if the log is too long for memory
    public static ReplayedGraph asOf(Meaning meaning, Iris iris, LogPosition position) {
        if (position.value() > MOST) {
            throw new IllegalArgumentException(
                    """
                    Position (%d) is beyond what is replayed in memory (%d records).
                    Maybe ask for an earlier one.\
                    """
                            .formatted(position.value(), MOST));
        }
        var dataset = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(dataset, () -> write(dataset, meaning, iris, position));
        return new ReplayedGraph(dataset, new GraphBasis(position, meaning.fingerprint()));
    }

    private static void write(
            DatasetGraph dataset, Meaning meaning, Iris iris, LogPosition position) {
        new GraphLayout(Ontology.lodestone().turtleFiles(), iris)
                .write(
                        sink -> meaning.whole(position, sink),
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                dataset.add(ReplayedGraph.quad(Quad.defaultGraphIRI, triple));
                            }

                            @Override
                            public void quad(Quad quad) {
                                dataset.add(ReplayedGraph.quad(quad.getGraph(), quad.asTriple()));
                            }
                        });
    }

    private static Quad quad(Node graph, Triple triple) {
        return Quad.create(
                graph, triple.getSubject(), triple.getPredicate(), asKept(triple.getObject()));
    }

    /// As TDB2 gives it back, which keeps numbers and times by value: answers are to be written the
    /// same way from both graphs.
    private static Node asKept(Node node) {
        var byValue = NodeIdInline.inline(node);
        return byValue == null ? node : NodeIdInline.extract(byValue);
    }

    /// Asks the graph, in one read transaction on this thread.
    public <T> T read(Function<RdfSnapshot, T> question) {
        return Txn.calculateRead(dataset, () -> question.apply(new RdfSnapshot(dataset, basis)));
    }
}
