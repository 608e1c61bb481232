package dev.lodestone.ontology.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.ShapeReport;
import dev.lodestone.ontology.ShapeReport.Violation;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;

/// Runs the shapes over a graph.
public final class ShaclCheck {
    private static final Node LABEL = NodeFactory.createURI(Namespaces.RDFS + "label");
    private static final Node SAMPLE = NodeFactory.createURI(Namespaces.LS + "Sample");

    private ShaclCheck() {}

    /// Checks a graph against all shapes. A graph that does not hold the ontology is looked at
    /// together with it.
    public static ShapeReport validate(Graph data) {
        var whole =
                data.contains(SAMPLE, LABEL, Node.ANY) ? data : new Union(data, Loaded.ONTOLOGY);
        var report = ShaclValidator.get().validate(Loaded.SHAPES, whole);
        return new ShapeReport(
                report.conforms(),
                report.getEntries().stream().map(ShaclCheck::violation).toList());
    }

    /// Checks Turtle or N-Triples against all shapes.
    ///
    /// @throws IllegalArgumentException if the text cannot be parsed
    public static ShapeReport validate(InputStream turtleOrNTriples) {
        var graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.source(turtleOrNTriples).lang(Lang.TURTLE).parse(graph);
        } catch (RiotException e) {
            throw new IllegalArgumentException(
                    "The data are not Turtle or N-Triples: " + e.getMessage(), e);
        }
        return validate(graph);
    }

    private static Violation violation(ReportEntry entry) {
        return new Violation(
                show(entry.focusNode()),
                Optional.ofNullable(entry.resultPath()).map(Object::toString),
                Optional.ofNullable(entry.message()).orElse(""),
                Optional.ofNullable(entry.value()).map(ShaclCheck::show),
                show(named(entry.source())));
    }

    /// The named shape that a nameless part belongs to.
    private static Node named(Node shape) {
        var node = shape;
        while (node.isBlank()) {
            var owner =
                    Loaded.SHAPES_GRAPH.stream(Node.ANY, Node.ANY, node)
                            .map(triple -> triple.getSubject())
                            .findFirst();
            if (owner.isEmpty()) {
                return node;
            }
            node = owner.get();
        }
        return node;
    }

    private static String show(Node node) {
        return node.isURI()
                ? Namespaces.shorten(node.getURI())
                : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static final class Loaded {
        private static final Graph ONTOLOGY = OntologyFiles.ontologyGraph();
        private static final Graph SHAPES_GRAPH =
                OntologyFiles.parse(
                        Map.of("shapes.ttl", OntologyFiles.shapesTurtle().getBytes(UTF_8)));
        private static final Shapes SHAPES = Shapes.parse(SHAPES_GRAPH);
    }
}
