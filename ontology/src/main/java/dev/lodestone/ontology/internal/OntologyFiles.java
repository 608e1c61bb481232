package dev.lodestone.ontology.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// The Turtle files of the ontology on the class path: which there are, and what stands in them.
public final class OntologyFiles {
    private static final String HOME = "/dev/lodestone/ontology/";
    private static final List<String> TERMS =
            List.of(
                    "lodestone.ttl",
                    "reused.ttl",
                    "lists.ttl",
                    "process.ttl",
                    "measurement.ttl",
                    "calculation.ttl",
                    "structure.ttl",
                    "property.ttl",
                    "units.ttl",
                    "relations.ttl");
    private static final List<String> SHAPES =
            List.of(
                    "shapes/value.ttl",
                    "shapes/event.ttl",
                    "shapes/sample.ttl",
                    "shapes/record.ttl",
                    "shapes/structure.ttl",
                    "shapes/data.ttl",
                    "shapes/learning.ttl",
                    "shapes/plan.ttl",
                    "shapes/vocabulary.ttl");
    private static final List<String> ALIGNMENTS =
            List.of(
                    "alignments/prov.ttl",
                    "alignments/sosa.ttl",
                    "alignments/qudt.ttl",
                    "alignments/obo.ttl",
                    "alignments/chmo.ttl",
                    "alignments/chebi.ttl",
                    "alignments/emmo.ttl",
                    "alignments/chameo.ttl",
                    "alignments/pmdco.ttl",
                    "alignments/ocdo.ttl",
                    "alignments/m4i.ttl",
                    "alignments/learning.ttl",
                    "alignments/plans.ttl",
                    "alignments/web.ttl");

    private OntologyFiles() {}

    /// The files that state the terms, name to bytes.
    ///
    /// @throws IllegalStateException if one is missing
    static Map<String, byte[]> terms() {
        return resources(TERMS);
    }

    /// The alignments, name to bytes.
    public static Map<String, byte[]> alignments() {
        return resources(ALIGNMENTS);
    }

    /// All shapes as one text.
    public static String shapesTurtle() {
        var text = new StringBuilder();
        resources(SHAPES).values().forEach(bytes -> text.append(new String(bytes, UTF_8)));
        return text.toString();
    }

    /// The terms and the relations between them, as one graph.
    static Graph ontologyGraph() {
        return parse(terms());
    }

    /// Reads Turtle files into one graph.
    static Graph parse(Map<String, byte[]> files) {
        var graph = GraphFactory.createDefaultGraph();
        files.forEach((name, bytes) ->
                RDFParser.source(new ByteArrayInputStream(bytes))
                        .base("https://w3id.org/lodestone/file/" + name)
                        .lang(Lang.TURTLE)
                        .parse(graph));
        return graph;
    }

    /// A digest of the names and contents of files, in their order.
    static String fingerprint(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                for (var part : List.of(name.getBytes(UTF_8), bytes)) {
                    digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
                    digest.update(part);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not.", e);
        }
    }

    private static Map<String, byte[]> resources(List<String> names) {
        var files = new LinkedHashMap<String, byte[]>();
        names.forEach(name -> files.put(name, resource(name)));
        return files;
    }

    private static byte[] resource(String name) {
        try (InputStream stream = OntologyFiles.class.getResourceAsStream(HOME + name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The ontology file (%s) is not on the class path.".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
