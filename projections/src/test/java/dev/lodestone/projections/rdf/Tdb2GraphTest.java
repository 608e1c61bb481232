package dev.lodestone.projections.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphContents;
import dev.lodestone.projections.KeptGraph.Advance;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Node.Literal;
import dev.lodestone.projections.translate.Node.Resource;
import dev.lodestone.projections.translate.Statement;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Tdb2GraphTest {
    private static final Iris IRIS = Iris.DEFAULT;
    private static final RecordId RECORD = new RecordId(new UUID(7, 8));
    private static final Statement A = link("a", "b");
    private static final Statement B = link("b", "c");

    @TempDir private Path data;
    private final List<String> told = new ArrayList<>();

    private static Statement link(String from, String to) {
        return new Statement(
                IRIS.base() + "/sample/" + from,
                Namespaces.LS + "derivedFromSample",
                new Resource(IRIS.base() + "/sample/" + to));
    }

    private static Statement value(String lexical, String datatype) {
        return new Statement(
                IRIS.base() + "/datum/1",
                Namespaces.LS + "value",
                new Literal(lexical, Namespaces.XSD + datatype));
    }

    private static GraphBasis at(long position) {
        return new GraphBasis(new LogPosition(position), "secret-fingerprint");
    }

    private static GraphDelta delta(Set<Statement> removed, Set<Statement> added) {
        return new GraphDelta(removed, added, Map.of(), Set.of());
    }

    private Tdb2Graph open() {
        return TestGraphs.open(data, told::add);
    }

    private static void requireContents(Tdb2Graph graph, Statement... statements) {
        new GraphContents(Set.of(statements), Map.of()).requireSameAs(GraphContents.of(graph));
    }

    @Test
    void addsComeAfterRemovesAndTwiceIsOnce() {
        try (var graph = open()) {
            graph.apply(delta(Set.of(), Set.of(A)), at(1));
            var change = delta(Set.of(A, B), Set.of(B));
            graph.apply(change, at(2));
            requireContents(graph, B);
            graph.apply(change, at(2));
            requireContents(graph, B);
            assertThat(graph.basis()).isEqualTo(at(2));
            assertThatThrownBy(() -> graph.apply(change, at(1)))
                    .hasMessageContaining("at position 2 and cannot go back to 1");
        }
        try (var graph = open()) {
            requireContents(graph, B);
            assertThat(graph.basis()).isEqualTo(at(2));
        }
    }

    @Test
    void deltasThatGoInTogetherAreSeenTogether() {
        try (var graph = open()) {
            graph.watch(watcher());
            graph.apply(
                    List.of(
                                    new Advance(delta(Set.of(), Set.of(A)), at(1)),
                                    new Advance(delta(Set.of(A), Set.of(B)), at(2)))
                            .iterator());
            requireContents(graph, B);
            graph.apply(List.of(new Advance(delta(Set.of(), Set.of(A)), at(3))).iterator());
            requireContents(graph, A, B);
            graph.apply(Collections.emptyIterator());
            assertThat(graph.basis()).isEqualTo(at(3));
            assertThat(told).containsExactly("rebuilt 2", "applied 3");
        }
    }

    @Test
    void aDeltaThatCannotBeHadEndsTheRunAfterThoseBeforeIt() {
        try (var graph = open()) {
            graph.watch(watcher());
            var first = new Advance(delta(Set.of(), Set.of(A)), at(1));
            var advances =
                    Stream.of(1, 2)
                            .map(n -> {
                                if (n == 2) {
                                    throw new IllegalStateException("no such record");
                                }
                                return first;
                            })
                            .iterator();
            assertThatThrownBy(() -> graph.apply(advances)).hasMessage("no such record");
            assertThat(graph.basis()).isEqualTo(at(1));
            requireContents(graph, A);
            assertThat(told).containsExactly("applied 1");
        }
    }

    private RdfChanges watcher() {
        return new RdfChanges() {
            @Override
            public void applied(GraphDelta delta, GraphBasis reached) {
                told.add("applied " + reached.position());
            }

            @Override
            public void rebuilt(GraphBasis reached) {
                told.add("rebuilt " + reached.position());
            }
        };
    }

    @Test
    void valuesComeBackAsTheyWereGiven() {
        var values =
                List.of(
                        value("1123.15", "double"),
                        value("-0.0", "double"),
                        value("9.8E-6", "double"),
                        value("1.0E300", "double"),
                        value("Infinity", "double"),
                        value("NaN", "double"),
                        value("0.1", "decimal"),
                        value("123456789012345678901234567890.5", "decimal"),
                        value("0", "integer"),
                        value("99999999999999999999", "integer"),
                        value("true", "boolean"),
                        value("2026-11-20T10:00:00Z", "dateTime"),
                        value("2026-11-20T10:00:00.123456Z", "dateTime"),
                        value("2026-11-20", "date"),
                        value("2026", "gYear"),
                        value(" with  spaces\n\"and\" µ\u0000 ", "string"),
                        value("12.50", "string"));
        try (var graph = open()) {
            graph.apply(delta(Set.of(), new HashSet<>(values)), at(1));
            requireContents(graph, values.toArray(Statement[]::new));
            graph.compact();
            requireContents(graph, values.toArray(Statement[]::new));
            graph.apply(delta(new HashSet<>(values), Set.of()), at(2));
            requireContents(graph);
        }
    }

    @Test
    void aRecordThatIsNotLiveKeepsItsStatementsInItsOwnGraph() {
        try (var graph = open()) {
            graph.apply(delta(Set.of(), Set.of(A)), at(1));
            graph.apply(
                    new GraphDelta(Set.of(A), Set.of(), Map.of(RECORD, Set.of(A)), Set.of()),
                    at(2));
            assertThat(GraphContents.of(graph))
                    .isEqualTo(new GraphContents(Set.of(), Map.of(RECORD, Set.of(A))));
            String ask = "ASK { GRAPH <%s> { ?s ?p ?o } }".formatted(IRIS.of(RECORD));
            assertThat(answer(graph, ask)).contains("true");
            graph.apply(new GraphDelta(Set.of(), Set.of(A), Map.of(), Set.of(RECORD)), at(3));
            requireContents(graph, A);
            assertThat(answer(graph, ask)).contains("false");
        }
    }

    @Test
    void theOntologyIsInTheDefaultGraphAndInItsOwnAndCannotBeTakenOut() {
        var word =
                new Statement(
                        Namespaces.LS + "Sample",
                        Namespaces.RDFS + "label",
                        new Literal("sample", Namespaces.RDF + "langString"));
        try (var graph = open()) {
            graph.apply(delta(Set.of(word), Set.of(A)), at(1));
            requireContents(graph, A);
            long[] counts =
                    graph.read(snapshot ->
                            new long[] {
                                snapshot.dataset().stream(
                                                OntologyTriples.GRAPH, Node.ANY, Node.ANY, Node.ANY)
                                        .count(),
                                snapshot.dataset().stream(
                                                Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY)
                                        .count()
                            });
            assertThat(counts)
                    .containsExactly(TestGraphs.ONTOLOGY_TRIPLES, TestGraphs.ONTOLOGY_TRIPLES + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH ?g {} }",
                "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
                "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                "SELECT * { GRAPH <urn:lodestone:projection> { ?s ?p ?o } }",
                "SELECT * FROM <urn:lodestone:projection> { ?s ?p ?o }",
                "SELECT * FROM NAMED <urn:lodestone:projection> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * FROM <urn:x-arq:UnionGraph> { ?s ?p ?o }",
                "SELECT * FROM <urn:lodestone:projection> { ?s (!<urn:none>)* ?o }",
                "SELECT * { GRAPH ?g { ?s (<urn:a>|!<urn:a>)+ ?o } }",
                "SELECT * { ?s (!<urn:none>|^(!<urn:none>))* ?o }",
                "CONSTRUCT { ?s ?p ?o } { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }",
                "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } { GRAPH ?g { ?s ?p ?o } }",
                "DESCRIBE * { { ?s ?p ?o } UNION { GRAPH ?s {} } }",
                "DESCRIBE <urn:lodestone:projection>",
            })
    void noFormOfQuerySeesThePosition(String query) {
        try (var graph = open()) {
            graph.apply(
                    new GraphDelta(Set.of(), Set.of(A, B), Map.of(RECORD, Set.of(A)), Set.of()),
                    at(4242));
            assertThat(answer(graph, query))
                    .doesNotContain("4242")
                    .doesNotContain("secret-fingerprint")
                    .doesNotContain("basis");
            String dump =
                    graph.read(snapshot ->
                            RDFWriter.source(snapshot.dataset()).lang(Lang.TRIG).asString());
            assertThat(dump).contains("derivedFromSample").doesNotContain("4242");
        }
    }

    private static String answer(Tdb2Graph graph, String text) {
        return graph.read(snapshot -> {
            var query = QueryFactory.create(text, Syntax.syntaxARQ);
            try (var asked =
                    QueryExecution.create(query, DatasetFactory.wrap(snapshot.dataset()))) {
                if (query.isSelectType()) {
                    return ResultSetFormatter.asText(asked.execSelect());
                }
                if (query.isAskType()) {
                    return String.valueOf(asked.execAsk());
                }
                if (query.isDescribeType()) {
                    return RDFWriter.source(asked.execDescribe()).lang(Lang.TURTLE).asString();
                }
                return RDFWriter.source(asked.execConstructDataset()).lang(Lang.TRIG).asString();
            }
        });
    }

    @Test
    void aRebuildThatFailsLeavesTheOldCopyAndNoFiles() {
        try (var graph = open()) {
            graph.apply(delta(Set.of(), Set.of(A)), at(1));
            assertThatThrownBy(() ->
                            graph.rebuild(
                                    sink -> {
                                        sink.statement(B);
                                        throw new IllegalStateException("half way");
                                    },
                                    at(2)))
                    .hasMessage("half way");
            requireContents(graph, A);
            assertThat(folders()).hasSize(1);
            graph.rebuild(sink -> sink.statement(B), at(2));
            requireContents(graph, B);
            assertThat(folders()).hasSize(1);
            assertThat(graph.basis()).isEqualTo(at(2));
        }
    }

    @Test
    void whatACrashLeftHalfBuiltIsDeleted() throws IOException {
        try (var graph = open()) {
            graph.apply(delta(Set.of(), Set.of(A)), at(1));
        }
        Files.createDirectories(data.resolve("rdf/999999/Data-0001"));
        Files.writeString(data.resolve("rdf/999999/Data-0001/SPO.dat"), "half");
        try (var graph = open()) {
            requireContents(graph, A);
            assertThat(folders()).hasSize(1);
        }
    }

    private List<String> folders() {
        return List.of(data.resolve("rdf").toFile().list((folder, name) -> name.matches("\\d+")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SPO.dat", "POS.idn", "nodes.idn", "nodes-data.obj", "GSPO.bpt", "OSP.dat"})
    void aDatabaseThatWillNotOpenIsMovedAside(String file) throws IOException {
        try (var graph = open()) {
            graph.apply(delta(Set.of(), Set.of(A)), at(1));
        }
        damage(file);
        try (var graph = open()) {
            assertThat(graph.basis()).isEqualTo(GraphBasis.EMPTY);
            requireContents(graph);
            graph.apply(delta(Set.of(), Set.of(B)), at(1));
            requireContents(graph, B);
        }
        assertThat(told).anyMatch(line -> line.contains("moved to " + data.resolve("rdf/damaged")));
        assertThat(data.resolve("rdf/damaged")).isDirectory();
    }

    @Test
    void aKeptCopyTakesThePlaceOfADamagedDatabase() throws IOException {
        try (var graph = open()) {
            graph.apply(delta(Set.of(), Set.of(A)), at(1));
            graph.keepCopy();
            graph.apply(delta(Set.of(), Set.of(B)), at(2));
        }
        damage("nodes-data.obj");
        try (var graph = open()) {
            assertThat(graph.basis()).isEqualTo(at(1));
            requireContents(graph, A);
            graph.apply(delta(Set.of(), Set.of(B)), at(2));
            requireContents(graph, A, B);
        }
        assertThat(told).anyMatch(line -> line.contains("from the copy of position 1"));
    }

    private void damage(String file) throws IOException {
        Path current =
                data.resolve("rdf").resolve(Files.readString(data.resolve("rdf/current")).strip());
        Path damaged = current.resolve("Data-0001").resolve(file);
        try (var bytes = new RandomAccessFile(damaged.toFile(), "rw")) {
            byte[] noise = new byte[(int) Math.min(bytes.length(), 20_000)];
            new SplittableRandom(1).nextBytes(noise);
            bytes.write(noise);
        }
    }
}
