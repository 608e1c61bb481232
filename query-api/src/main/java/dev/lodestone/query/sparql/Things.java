package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Term;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// What one graph says of single things, looked up without a query. Of what holds in the newest
/// state, that which was asked for lately is remembered.
public final class Things {
    /// A thing of which more is said is asked property by property.
    private static final int FEW = 100;

    /// So is one that is asked no more than this: what else it says need not be read.
    private static final int FEW_PROPERTIES = 4;

    private final DatasetGraph graph;
    private final Node where;
    private final Remembering remembering;

    private Things(DatasetGraph graph, Node where, Remembering remembering) {
        this.graph = graph;
        this.where = where;
        this.remembering = remembering;
    }

    /// How answers are kept, if they are.
    public interface Remembering {
        /// What a thing says, remembered or read now.
        Facts of(String iri, Aspect aspect, Supplier<Facts> read);

        /// Which things say it of this one, remembered or read now.
        List<String> to(String iri, String property, Supplier<List<String>> read);

        /// Not at all.
        Remembering NOTHING =
                new Remembering() {
                    @Override
                    public Facts of(String iri, Aspect aspect, Supplier<Facts> read) {
                        return read.get();
                    }

                    @Override
                    public List<String> to(
                            String iri, String property, Supplier<List<String>> read) {
                        return read.get();
                    }
                };
    }

    static Things holding(DatasetGraph graph, Remembering remembering) {
        return new Things(graph, Quad.defaultGraphIRI, remembering);
    }

    static Things shelved(DatasetGraph graph, String record) {
        return new Things(graph, NodeFactory.createURI(record), Remembering.NOTHING);
    }

    /// What a thing says of itself.
    public Facts of(String iri, Aspect aspect) {
        return remembering.of(iri, aspect, () -> read(NodeFactory.createURI(iri), aspect));
    }

    /// The IRIs of the things whose property has that IRI, in order, each once.
    public List<String> to(Term property, String iri) {
        return remembering.to(
                iri,
                property.iri(),
                () -> {
                    var subjects = new TreeSet<String>();
                    graph.find(where, Node.ANY, node(property), NodeFactory.createURI(iri))
                            .forEachRemaining(
                                    quad -> subjects.add(GraphLinks.text(quad.getSubject())));
                    return List.copyOf(subjects);
                });
    }

    private Facts read(Node thing, Aspect aspect) {
        var found = new TreeMap<String, Set<String>>();
        if (aspect.properties().size() <= FEW_PROPERTIES || !readAll(thing, aspect, found)) {
            found.clear();
            for (var property : aspect.properties()) {
                graph.find(where, thing, node(property), Node.ANY)
                        .forEachRemaining(quad -> add(quad, found));
            }
        }
        var byProperty = new TreeMap<String, List<String>>();
        found.forEach((property, texts) -> byProperty.put(property, List.copyOf(texts)));
        return new Facts(byProperty);
    }

    /// @return whether it was no more than a few
    private boolean readAll(Node thing, Aspect aspect, Map<String, Set<String>> to) {
        Iterator<Quad> all = graph.find(where, thing, Node.ANY, Node.ANY);
        try {
            for (int seen = 0; all.hasNext(); seen++) {
                if (seen == FEW) {
                    return false;
                }
                var quad = all.next();
                if (aspect.has(quad.getPredicate().getURI())) {
                    add(quad, to);
                }
            }
            return true;
        } finally {
            Iter.close(all);
        }
    }

    private static void add(Quad quad, Map<String, Set<String>> to) {
        to.computeIfAbsent(quad.getPredicate().getURI(), _ -> new TreeSet<>())
                .add(GraphLinks.text(quad.getObject()));
    }

    private static Node node(Term property) {
        return NodeFactory.createURI(property.iri());
    }
}
