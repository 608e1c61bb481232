package dev.lodestone.projections.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.ontology.Namespaces;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/// The ontology's triples, which stand in the default graph, beside what the log says, and in a
/// named graph of their own.
final class OntologyTriples {
    /// The ontology's own graph.
    static final Node GRAPH = NodeFactory.createURI(Namespaces.LS);

    private final Set<Triple> triples = new LinkedHashSet<>();

    OntologyTriples(Map<String, byte[]> turtle) {
        turtle.forEach((name, bytes) ->
                RDFParser.create()
                        .source(new ByteArrayInputStream(bytes))
                        .base("urn:lodestone:" + name)
                        .lang(Lang.TURTLE)
                        .labelToNode(LabelToNode.createScopeByDocumentHash(seed(name)))
                        .parse(
                                new StreamRDFBase() {
                                    @Override
                                    public void triple(Triple triple) {
                                        triples.add(triple);
                                    }
                                }));
    }

    /// The same blank nodes every time, so that a graph that is built anew is the same graph.
    private static UUID seed(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /// What the ontology says stays, whatever the log says about it.
    boolean contains(Triple triple) {
        return triples.contains(triple);
    }

    /// Into both graphs.
    void writeTo(StreamRDF sink) {
        for (var triple : triples) {
            sink.triple(triple);
            sink.quad(Quad.create(GRAPH, triple));
        }
    }
}
