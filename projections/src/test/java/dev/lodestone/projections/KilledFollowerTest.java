package dev.lodestone.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.rdf.TestGraphs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that follows the log is killed at random moments: what its graph says is always what
/// the log means at the position that the graph gives.
class KilledFollowerTest {
    private static final int RECORDS = 400;
    private static final int KILLS = 6;
    private static final FollowerOptions SMALL_STEPS =
            new FollowerOptions(
                    Duration.ZERO, 2, 350, Duration.ofMillis(10), Duration.ofMillis(50));

    @TempDir private Path data;

    /// Follows until it is killed.
    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[0]);
        var log = EventLogs.open(data, InstantSource.system());
        var follower =
                new Follower(
                        log,
                        new SayingsMeaning(log, "a"),
                        TestGraphs.open(data, _ -> {}),
                        SMALL_STEPS,
                        _ -> {});
        follower.start();
        System.out.println("following");
        Thread.sleep(Duration.ofMinutes(2));
    }

    @Test
    void positionAndDataAreWrittenTogetherOrNotAtAll() throws Exception {
        try (var log = EventLogs.open(data, InstantSource.system())) {
            log.append(SayingsMeaning.entries(1, RECORDS - 100), List.of());
        }
        var random = new SplittableRandom(5);
        var reached = new ArrayList<Long>();
        for (int i = 0; i < KILLS; i++) {
            killAfter(random.nextInt(20, 500));
            try (var log = EventLogs.open(data, InstantSource.system());
                    var graph = TestGraphs.open(data, _ -> {})) {
                LogPosition position = graph.basis().position();
                reached.add(position.value());
                GraphContents.of(graph)
                        .requireSameAs(GraphContents.of(new SayingsMeaning(log, "a"), position));
            }
        }
        assertThat(reached).isSorted();
        assertThat(reached.getLast()).isPositive();
        try (var log = EventLogs.open(data, InstantSource.system());
                var graph = TestGraphs.open(data, _ -> {});
                var follower =
                        new Follower(
                                log, new SayingsMeaning(log, "a"), graph, SMALL_STEPS, _ -> {})) {
            log.append(SayingsMeaning.entries(2, 100), List.of());
            follower.start();
            assertThat(follower.awaitReached(log.head(), Duration.ofSeconds(60))).isTrue();
            GraphContents.of(graph)
                    .requireSameAs(GraphContents.of(new SayingsMeaning(log, "a"), log.head()));
        }
    }

    private void killAfter(int millis) throws IOException, InterruptedException {
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledFollowerTest.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo("following");
            Thread.sleep(millis);
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
