package dev.lodestone.projections.rdf;

import dev.lodestone.events.RecordId;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Statement;
import dev.lodestone.projections.translate.StatementSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Where statements stand in a dataset: what holds in the default graph, beside the ontology; what
/// a record that is not live says, in the graph named by its IRI.
final class GraphLayout {
    static final Node DEFAULT = Quad.defaultGraphNodeGenerated;

    private final OntologyTriples ontology;
    private final Iris iris;

    GraphLayout(Map<String, byte[]> turtle, Iris iris) {
        this.ontology = new OntologyTriples(turtle);
        this.iris = iris;
    }

    /// What a delta does to a dataset.
    record Change(List<Quad> gone, List<Node> emptied, List<Quad> come) {
        void applyTo(DatasetGraph dataset) {
            gone.forEach(dataset::delete);
            emptied.forEach(graph -> dataset.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY));
            come.forEach(dataset::add);
        }
    }

    /// Spells a delta, all of it before anything is written, so that a statement that cannot be
    /// spelled is not taken for a database that cannot be written.
    Change change(GraphDelta delta) {
        var gone = new ArrayList<Quad>();
        for (var statement : delta.removed()) {
            Triple triple = RdfSpelling.triple(statement);
            if (!ontology.contains(triple)) {
                gone.add(Quad.create(DEFAULT, triple));
            }
        }
        var come = new ArrayList<Quad>();
        delta.added().forEach(each -> come.add(Quad.create(DEFAULT, RdfSpelling.triple(each))));
        var emptied = new ArrayList<Node>();
        delta.unshelved().forEach(record -> emptied.add(graphOf(record)));
        delta.shelved()
                .forEach((record, statements) -> {
                    Node graph = graphOf(record);
                    emptied.add(graph);
                    for (var statement : statements) {
                        come.add(Quad.create(graph, RdfSpelling.triple(statement)));
                    }
                });
        return new Change(gone, emptied, come);
    }

    /// Writes a dataset in which nothing is said but the ontology.
    void writeEmpty(StreamRDF stream) {
        ontology.writeTo(stream);
    }

    /// Writes a whole dataset.
    void write(Consumer<StatementSink> whole, StreamRDF stream) {
        ontology.writeTo(stream);
        whole.accept(
                new StatementSink() {
                    @Override
                    public void statement(Statement statement) {
                        stream.triple(RdfSpelling.triple(statement));
                    }

                    @Override
                    public void shelved(RecordId record, Statement statement) {
                        stream.quad(Quad.create(graphOf(record), RdfSpelling.triple(statement)));
                    }
                });
    }

    /// Reads everything but the ontology.
    void read(DatasetGraph dataset, StatementSink sink) {
        Set<Triple> words = new HashSet<>();
        dataset.find(OntologyTriples.GRAPH, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> words.add(quad.asTriple()));
        dataset.find(DEFAULT, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> {
                    if (!words.contains(quad.asTriple())) {
                        sink.statement(RdfSpelling.statement(quad.asTriple()));
                    }
                });
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> shelved(quad, sink));
    }

    private void shelved(Quad quad, StatementSink sink) {
        String records = iris.base() + "/record/";
        String graph = quad.getGraph().getURI();
        if (graph.startsWith(records)) {
            sink.shelved(
                    RecordId.of(graph.substring(records.length())),
                    RdfSpelling.statement(quad.asTriple()));
        }
    }

    private Node graphOf(RecordId record) {
        return NodeFactory.createURI(iris.of(record));
    }
}
