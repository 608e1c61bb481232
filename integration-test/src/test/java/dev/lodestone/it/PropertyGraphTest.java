package dev.lodestone.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.GraphContents;
import dev.lodestone.projections.SayingsMeaning;
import dev.lodestone.projections.property.PropertyGraph;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Neo4j holds what the log means: statement for statement, whatever the batches.
class PropertyGraphTest {
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

    private static void requireMeant(
            PropertyGraph graph, SayingsMeaning meaning, LogPosition position) {
        var meant = GraphContents.of(meaning, position);
        GraphContents.of(graph).requireSameAs(new GraphContents(meant.live(), Map.of()));
        assertThat(graph.basis()).isEqualTo(new GraphBasis(position, "a"));
    }

    @Test
    void anyBatchesGiveWhatTheLogMeans() {
        for (long seed = 0; seed < 2; seed++) {
            server.empty();
            try (var log = EventLogs.open(data.resolve("log" + seed), InstantSource.system())) {
                log.append(SayingsMeaning.entries(seed, 40), List.of());
                var meaning = new SayingsMeaning(log, "a");
                var random = new SplittableRandom(seed);
                var at = LogPosition.START;
                while (log.head().isAfter(at)) {
                    var to =
                            new LogPosition(
                                    Math.min(
                                            log.head().value(),
                                            at.value() + random.nextInt(1, 15)));
                    try (var graph = server.graph()) {
                        var delta = meaning.delta(at, to);
                        graph.apply(delta, new GraphBasis(to, "a"));
                        graph.apply(delta, new GraphBasis(to, "a"));
                        requireMeant(graph, meaning, to);
                    }
                    at = to;
                }
            }
        }
    }

    @Test
    void aRebuildGivesWhatTheLogMeans() {
        try (var log = EventLogs.open(data, InstantSource.system());
                var graph = server.graph()) {
            log.append(SayingsMeaning.entries(7, 200), List.of());
            var meaning = new SayingsMeaning(log, "a");
            var half = new LogPosition(100);
            graph.apply(meaning.delta(LogPosition.START, half), new GraphBasis(half, "b"));
            graph.rebuild(sink -> meaning.whole(log.head(), sink), new GraphBasis(log.head(), "a"));
            requireMeant(graph, meaning, log.head());
        }
    }
}
