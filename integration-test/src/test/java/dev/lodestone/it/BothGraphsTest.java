package dev.lodestone.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphContents;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.property.PropertyGraph;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.testkit.Lab;
import dev.lodestone.testkit.LogGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RDF and Neo4j tell the same statements, all of them, whatever happened to the log and to those
/// who follow it.
class BothGraphsTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private static Path folder;
    private static Neo4jServer server;

    @TempDir private Path data;

    @BeforeAll
    static void startServer() {
        server = new Neo4jServer(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void emptyServer() {
        server.empty();
    }

    private static LogMeaning meaning(Lab lab) {
        return new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
    }

    private Projections follow(Lab lab, int batch) {
        var options =
                new FollowerOptions(
                        Duration.ofMillis(5),
                        batch,
                        20_000,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(1));
        return Projections.follow(
                lab.log(),
                () -> meaning(lab),
                List.of(Tdb2Graph.open(data, Iris.DEFAULT, _ -> {}), server.graph()),
                options,
                _ -> {});
    }

    private static void awaitAll(Projections projections, LogPosition position)
            throws InterruptedException {
        for (var follower : projections.followers()) {
            assertThat(follower.awaitReached(position, LONG))
                    .as("%s", follower.readiness())
                    .isTrue();
        }
    }

    private GraphContents rdf() {
        try (var graph = Tdb2Graph.open(data, Iris.DEFAULT, _ -> {})) {
            return new GraphContents(GraphContents.of(graph).live(), Map.of());
        }
    }

    private static GraphContents neo4j() {
        try (var graph = server.graph()) {
            return GraphContents.of(graph);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void bothTellTheSameStatementsAfterRestartsAndCorrections(long seed)
            throws InterruptedException {
        try (var lab = Lab.in(data.resolve("lab"), seed)) {
            var generator = new LogGenerator(lab, seed);
            for (int batch : new int[] {1_000, 20, 45}) {
                generator.generate(30);
                try (var projections = follow(lab, batch)) {
                    awaitAll(projections, lab.head());
                }
            }
            var meant = GraphContents.of(meaning(lab), lab.head());
            neo4j().requireSameAs(rdf());
            neo4j().requireSameAs(new GraphContents(meant.live(), Map.of()));
        }
    }

    @Test
    void aRebuildAndADeltaAppliedTwiceChangeNothing() {
        try (var lab = Lab.in(data.resolve("lab"), 21);
                PropertyGraph graph = server.graph()) {
            new LogGenerator(lab, 21).generate(100);
            var meaning = meaning(lab);
            var half = new LogPosition(lab.head().value() / 2);
            var reached = new GraphBasis(lab.head(), meaning.fingerprint());
            graph.rebuild(
                    sink -> meaning.whole(half, sink), new GraphBasis(half, meaning.fingerprint()));
            var delta = meaning.delta(half, lab.head());
            graph.apply(delta, reached);
            graph.apply(delta, reached);
            var meant = new GraphContents(GraphContents.of(meaning, lab.head()).live(), Map.of());
            GraphContents.of(graph).requireSameAs(meant);
            graph.rebuild(sink -> meaning.whole(lab.head(), sink), reached);
            GraphContents.of(graph).requireSameAs(meant);
            assertThat(graph.basis()).isEqualTo(reached);
        }
    }
}
