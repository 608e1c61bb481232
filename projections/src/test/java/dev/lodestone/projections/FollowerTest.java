package dev.lodestone.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.Readiness.Rebuilding;
import dev.lodestone.projections.Readiness.Stopped;
import dev.lodestone.projections.rdf.RdfChanges;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.rdf.TestGraphs;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.StatementSink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final FollowerOptions QUICK =
            new FollowerOptions(
                    Duration.ofMillis(20), 7, 1_000, Duration.ofMillis(10), Duration.ofMillis(50));

    @TempDir private Path data;
    private EventLog log;
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void openLog() {
        log = EventLogs.open(data, InstantSource.system());
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private Projections follow(String fingerprint, FollowerOptions options) {
        return Projections.follow(
                log,
                () -> new SayingsMeaning(log, fingerprint),
                List.of(TestGraphs.open(data, told::add)),
                options,
                told::add);
    }

    private void record(long seed, int count) {
        log.append(SayingsMeaning.entries(seed, count), List.of());
    }

    private GraphContents meant() {
        return GraphContents.of(new SayingsMeaning(log, "a"), log.head());
    }

    private GraphContents kept() {
        try (var graph = TestGraphs.open(data, told::add)) {
            assertThat(graph.basis().position()).isEqualTo(log.head());
            return GraphContents.of(graph);
        }
    }

    @Test
    void whatIsFollowedBatchByBatchIsWhatIsBuiltAtOnce() throws InterruptedException {
        for (long seed = 0; seed < 3; seed++) {
            try (var projections = follow("a", QUICK)) {
                for (int i = 0; i < 4; i++) {
                    record(seed * 10 + i, 10);
                    assertThat(projections.followers().getFirst().awaitReached(log.head(), LONG))
                            .isTrue();
                }
            }
            kept().requireSameAs(meant());
        }
        try (var projections = follow("a", QUICK)) {
            projections.followers().getFirst().rebuild();
            awaitTold("is built, up to");
        }
        kept().requireSameAs(meant());
    }

    @Test
    void whoWaitsIsNotKeptWaitingForABatchToFill() throws InterruptedException {
        var slow =
                new FollowerOptions(
                        Duration.ofSeconds(20), 1_000, 1_000, Duration.ofSeconds(1), LONG);
        try (var projections = follow("a", slow)) {
            var follower = projections.follower("rdf").orElseThrow();
            record(1, 5);
            assertThat(follower.awaitReached(log.head(), Duration.ofSeconds(15))).isTrue();
            assertThat(follower.awaitReached(log.head().next(), Duration.ofMillis(50))).isFalse();
            assertThat(follower.readiness().lag()).isZero();
            assertThat(follower.readiness().state().text()).isEqualTo("following");
        }
    }

    @Test
    void anotherTranslationHasTheGraphBuiltAnew() throws InterruptedException {
        record(1, 30);
        try (var projections = follow("a", QUICK)) {
            projections.followers().getFirst().awaitReached(log.head(), LONG);
        }
        assertThat(told).noneMatch(line -> line.contains("another translation"));
        try (var _ = follow("b", QUICK)) {
            awaitTold("is built, up to");
        }
        assertThat(told).anyMatch(line -> line.contains("another translation"));
        try (var graph = TestGraphs.open(data, told::add)) {
            assertThat(graph.basis()).isEqualTo(new GraphBasis(log.head(), "b"));
        }
        kept().requireSameAs(meant());
    }

    @Test
    void whoWaitsForWhatIsBuiltIsNotToldOfAnOlderTranslationNorOfWhatIsToBeBuiltAnew()
            throws InterruptedException {
        record(1, 2_000);
        try (var projections = follow("a", QUICK)) {
            assertThat(projections.followers().getFirst().awaitBuilt(log.head(), LONG)).isTrue();
        }
        // The follower is ended as soon as the wait is over, as a short verb does.
        try (var projections = follow("b", QUICK)) {
            assertThat(projections.followers().getFirst().awaitBuilt(log.head(), LONG)).isTrue();
        }
        try (var graph = TestGraphs.open(data, told::add)) {
            assertThat(graph.basis()).isEqualTo(new GraphBasis(log.head(), "b"));
        }
        told.clear();
        try (var projections = follow("b", QUICK)) {
            var follower = projections.followers().getFirst();
            assertThat(follower.awaitBuilt(log.head(), LONG)).isTrue();
            follower.rebuild();
            assertThat(follower.awaitBuilt(log.head(), LONG)).isTrue();
        }
        assertThat(told).anyMatch(line -> line.contains("is built, up to"));
    }

    @Test
    void aGraphFarBehindIsBuiltAnew() throws InterruptedException {
        record(1, 1_100);
        try (var projections = follow("a", QUICK)) {
            projections.followers().getFirst().awaitReached(log.head(), LONG);
        }
        assertThat(told).anyMatch(line -> line.contains("being built anew up to position 1100"));
        kept().requireSameAs(meant());
    }

    /// At once, and in batches of which the second holds the record.
    @ParameterizedTest
    @ValueSource(ints = {1_000, 7})
    void aRecordWithoutMeaningStopsTheFollowerAndIsNamed(int batch) throws InterruptedException {
        var options =
                new FollowerOptions(
                        QUICK.linger(), batch, 1_000, QUICK.firstRetry(), QUICK.lastRetry());
        record(1, 10);
        log.append(
                List.of(SayingsMeaning.entry(new UUID(0, 1), SayingsMeaning.BROKEN, "")),
                List.of());
        record(2, 10);
        try (var projections = follow("a", options)) {
            var follower = projections.followers().getFirst();
            assertThat(follower.awaitReached(log.head(), LONG)).isFalse();
            var readiness = follower.readiness();
            assertThat(readiness.position()).isEqualTo(new LogPosition(10));
            assertThat(readiness.lag()).isEqualTo(11);
            assertThat(readiness.state()).isInstanceOf(Stopped.class);
            assertThat(readiness.state().text()).contains("position 11");
        }
    }

    @Test
    void manyBatchesGoInTogetherWhereTheGraphIsBehind() throws InterruptedException {
        record(1, 200);
        var transactions = new AtomicInteger();
        try (var graph = TestGraphs.open(data, told::add)) {
            graph.watch(
                    new RdfChanges() {
                        @Override
                        public void applied(GraphDelta delta, GraphBasis reached) {
                            transactions.incrementAndGet();
                        }

                        @Override
                        public void rebuilt(GraphBasis reached) {
                            transactions.incrementAndGet();
                        }
                    });
            try (var follower =
                    new Follower(log, new SayingsMeaning(log, "a"), graph, QUICK, told::add)) {
                follower.start();
                assertThat(follower.awaitReached(log.head(), LONG)).isTrue();
            }
            GraphContents.of(graph).requireSameAs(meant());
        }
        // 200 records in batches of 7 are 29
        assertThat(transactions.get()).isBetween(2, 8);
    }

    @Test
    void whatMayPassIsTriedAgain() throws InterruptedException {
        record(1, 10);
        try (var graph = new Flaky(TestGraphs.open(data, told::add), 3);
                var projections =
                        Projections.follow(
                                log,
                                () -> new SayingsMeaning(log, "a"),
                                List.of(graph),
                                QUICK,
                                told::add)) {
            assertThat(projections.followers().getFirst().awaitReached(log.head(), LONG)).isTrue();
        }
        assertThat(told).anyMatch(line -> line.contains("trying again: away"));
        kept().requireSameAs(meant());
    }

    @Test
    void theOldCopyServesWhileTheNewOneIsBuilt() throws InterruptedException {
        record(1, 40);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var graph = TestGraphs.open(data, told::add)) {
            var meaning = new SayingsMeaning(log, "a");
            graph.apply(
                    meaning.delta(LogPosition.START, new LogPosition(20)),
                    new GraphBasis(new LogPosition(20), "a"));
            var half = GraphContents.of(graph);
            try (var follower =
                    new Follower(log, new Slow(meaning, begun, goOn), graph, QUICK, told::add)) {
                follower.start();
                assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(follower.readiness().state()).isInstanceOf(Rebuilding.class);
                GraphContents.of(graph).requireSameAs(half);
                long read =
                        graph.read(snapshot -> {
                            goOn.countDown();
                            await("is built, up to");
                            return snapshot.basis().position().value();
                        });
                assertThat(read).isEqualTo(20);
                assertThat(graph.basis()).isEqualTo(new GraphBasis(log.head(), "slow"));
                GraphContents.of(graph).requireSameAs(meant());
            }
        }
    }

    @Test
    void stoppingGivesUpARebuildAndLeavesTheOldCopy() throws InterruptedException {
        record(1, 20);
        var begun = new CountDownLatch(1);
        try (var graph = TestGraphs.open(data, told::add)) {
            var meaning = new SayingsMeaning(log, "a");
            graph.apply(
                    meaning.delta(LogPosition.START, log.head()), new GraphBasis(log.head(), "a"));
            var follower =
                    new Follower(
                            log,
                            new Slow(meaning, begun, new CountDownLatch(1)),
                            graph,
                            QUICK,
                            told::add);
            follower.start();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            follower.close();
            assertThat(graph.basis().fingerprint()).isEqualTo("a");
            GraphContents.of(graph).requireSameAs(meant());
        }
    }

    private void awaitTold(String part) {
        await(part);
        assertThat(told).anyMatch(line -> line.contains(part));
    }

    private void await(String part) {
        long until = System.nanoTime() + LONG.toNanos();
        while (told.stream().noneMatch(line -> line.contains(part)) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /// Refuses to apply anything for a while.
    private record Flaky(Tdb2Graph graph, AtomicInteger refusals) implements KeptGraph {
        Flaky(Tdb2Graph graph, int refusals) {
            this(graph, new AtomicInteger(refusals));
        }

        @Override
        public String name() {
            return graph.name();
        }

        @Override
        public GraphBasis basis() {
            return graph.basis();
        }

        @Override
        public void apply(GraphDelta delta, GraphBasis reached) {
            if (refusals.getAndDecrement() > 0) {
                throw new GraphUnavailable("away");
            }
            graph.apply(delta, reached);
        }

        @Override
        public void rebuild(Consumer<StatementSink> whole, GraphBasis reached) {
            graph.rebuild(whole, reached);
        }

        @Override
        public GraphBasis contents(StatementSink sink) {
            return graph.contents(sink);
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    /// Waits in the middle of telling the whole until it may go on, for ten seconds at most.
    private record Slow(Meaning meaning, CountDownLatch begun, CountDownLatch goOn)
            implements Meaning {
        @Override
        public String fingerprint() {
            return "slow";
        }

        @Override
        public GraphDelta delta(LogPosition after, LogPosition upTo) {
            return meaning.delta(after, upTo);
        }

        @Override
        public void whole(LogPosition upTo, StatementSink sink) {
            begun.countDown();
            for (int i = 0; i < 1_000; i++) {
                meaning.whole(upTo, sink);
                try {
                    if (goOn.await(10, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
