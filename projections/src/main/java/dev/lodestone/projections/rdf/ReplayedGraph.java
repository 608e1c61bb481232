package dev.lodestone.projections.rdf;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

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
        dataset.begin(TxnType.WRITE);
        try {
            new OntologyTriples(Ontology.lodestone().turtleFiles())
                    .writeTo(StreamRDFLib.dataset(dataset));
            meaning.whole(
                    position,
                    new StatementSink() {
                        @Override
                        public void statement(Statement statement) {
                            dataset.add(
                                    Quad.create(
                                            Quad.defaultGraphIRI, RdfSpelling.triple(statement)));
                        }

                        @Override
                        public void shelved(RecordId record, Statement statement) {
                            dataset.add(
                                    Quad.create(
                                            NodeFactory.createURI(iris.of(record)),
                                            RdfSpelling.triple(statement)));
                        }
                    });
            dataset.commit();
        } finally {
            dataset.end();
        }
        return new ReplayedGraph(dataset, new GraphBasis(position, meaning.fingerprint()));
    }

    /// Asks the graph, in one read transaction on this thread.
    public <T> T read(Function<RdfSnapshot, T> question) {
        return Txn.calculateRead(dataset, () -> question.apply(new RdfSnapshot(dataset, basis)));
    }
}
