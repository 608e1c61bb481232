package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Term;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// What stands one statement away from a thing, in the default graph alone or also in those of
/// records that hold no longer. For walks over much of the graph, which would need a query at each
/// step.
public final class GraphLinks {
    private final DatasetGraph graph;
    private final Node where;

    private GraphLinks(DatasetGraph graph, Node where) {
        this.graph = graph;
        this.where = where;
    }

    static GraphLinks everywhere(DatasetGraph graph) {
        return new GraphLinks(graph, Node.ANY);
    }

    static GraphLinks holding(DatasetGraph graph) {
        return new GraphLinks(graph, Quad.defaultGraphIRI);
    }

    /// The IRIs and the lexical forms that a thing's property has; some may come twice.
    public Iterator<String> objects(String subject, Term property) {
        var found = graph.find(where, iri(subject), iri(property.iri()), Node.ANY);
        return new Texts(found, true);
    }

    /// The IRIs of the things whose property has that IRI; some may come twice.
    public Iterator<String> subjects(Term property, String object) {
        var found = graph.find(where, Node.ANY, iri(property.iri()), iri(object));
        return new Texts(found, false);
    }

    /// The records that say this and hold no longer.
    public Set<String> shelves(Term property, String object) {
        var records = new TreeSet<String>();
        graph.findNG(Node.ANY, Node.ANY, iri(property.iri()), iri(object))
                .forEachRemaining(quad -> records.add(quad.getGraph().getURI()));
        return records;
    }

    /// Whether a thing's property has that IRI.
    public boolean has(String subject, Term property, String object) {
        return graph.contains(where, iri(subject), iri(property.iri()), iri(object));
    }

    static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private record Texts(Iterator<Quad> quads, boolean objects) implements Iterator<String> {
        @Override
        public boolean hasNext() {
            return quads.hasNext();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var quad = quads.next();
            return text(objects ? quad.getObject() : quad.getSubject());
        }
    }
}
