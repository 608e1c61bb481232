package dev.lodestone.projections.rdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.projections.translate.Iris;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// RDF graphs with an ontology of two terms.
public final class TestGraphs {
    static final String TURTLE =
            """
            @prefix ls: <https://w3id.org/lodestone/ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            ls:Sample rdfs:label "sample"@en ; rdfs:subClassOf [ rdfs:label "something" ] .
            ls:position rdfs:label "position"@en .
            """;
    static final int ONTOLOGY_TRIPLES = 4;
    static final Tdb2Options OPTIONS = Tdb2Options.DEFAULT;

    private TestGraphs() {}

    public static Tdb2Graph open(Path data, Consumer<String> notice) {
        return Tdb2Graph.open(
                data, Map.of("words.ttl", TURTLE.getBytes(UTF_8)), Iris.DEFAULT, OPTIONS, notice);
    }
}
