package dev.lodestone.query.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.translate.GraphDelta;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.projections.translate.StatementSink;
import dev.lodestone.query.LodestoneException.Busy;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unavailable;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastGraphsTest {
    private Lab lab;

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = Lab.in(directory);
        for (int i = 1; i <= 10; i++) {
            lab.sample("S" + i);
        }
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private PastGraphs past(int records, int graphs, int replays, int waiting, Duration patience) {
        return past(new PastLimits(records, graphs, replays, waiting, patience), meaning());
    }

    private PastGraphs past(PastLimits limits, Meaning meaning) {
        return new PastGraphs(lab.log(), () -> meaning, Iris.DEFAULT, limits);
    }

    private Meaning meaning() {
        return new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
    }

    private static long basis(GraphReader reader) {
        return reader.read((_, basis) -> basis.position().value());
    }

    @Test
    void aGraphIsKeptUntilThereIsNoRoom() {
        try (var past = past(10, 2, 1, 1, Duration.ZERO)) {
            assertThat(past.at(3, PastGraphsTest::basis)).isEqualTo(3);
            assertThat(past.at(4, PastGraphsTest::basis)).isEqualTo(4);
            assertThat(past.at(3, PastGraphsTest::basis)).isEqualTo(3);
            assertThat(past.replays()).isEqualTo(2);
            past.at(2, PastGraphsTest::basis);
            assertThat(past.records()).as("the one asked longest ago has gone").isEqualTo(3 + 2);
            past.at(9, PastGraphsTest::basis);
            assertThat(past.records()).as("a long one takes the room of several").isEqualTo(9);
            assertThat(past.replays()).isEqualTo(4);
        }
    }

    @Test
    void whatIsBeingReadTakesItsRoomAndOthersAreRefused() {
        try (var past = past(10, 4, 1, 1, Duration.ofMillis(10))) {
            past.at(
                    6,
                    reading -> {
                        assertThat(past.at(4, PastGraphsTest::basis)).isEqualTo(4);
                        assertThatThrownBy(() -> past.at(5, PastGraphsTest::basis))
                                .isInstanceOf(Busy.class)
                                .hasMessageContaining("Position (5)")
                                .hasMessageContaining("Maybe try again");
                        return basis(reading);
                    });
            assertThat(past.at(5, PastGraphsTest::basis)).as("once it was read").isEqualTo(5);
        }
    }

    @Test
    void onlySoManyWaitForAReplay() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new Slow(meaning(), begun, goOn);
        var patient = new PastLimits(100, 4, 1, 0, Duration.ofSeconds(30));
        try (var past = past(patient, slow);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> past.at(3, PastGraphsTest::basis));
            begun.await();
            assertThatThrownBy(() -> past.at(3, PastGraphsTest::basis)).isInstanceOf(Busy.class);
            assertThatThrownBy(() -> past.at(4, PastGraphsTest::basis))
                    .isInstanceOf(Busy.class)
                    .hasMessageContaining("1 replays are under way");
            goOn.countDown();
            assertThat(first.get()).isEqualTo(3);
            assertThat(past.at(3, PastGraphsTest::basis)).isEqualTo(3);
        }
    }

    @Test
    void closingEndsAReplayAndRefusesOthers() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var past = past(PastLimits.usual(), new Slow(meaning(), begun, goOn));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> past.at(3, PastGraphsTest::basis));
            begun.await();
            var closing = pool.submit(past::close);
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    past.at(0, PastGraphsTest::basis);
                                }
                            })
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("closing");
            goOn.countDown();
            assertThatThrownBy(first::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Unavailable.class);
            closing.get();
            assertThat(past.records()).isZero();
        }
    }

    @Test
    void aReplayThatFailsLeavesNothingBehind() {
        var failing = new boolean[] {true};
        var meaning = meaning();
        try (var past =
                new PastGraphs(
                        lab.log(),
                        () -> {
                            if (failing[0]) {
                                throw new IllegalStateException("the disk is gone");
                            }
                            return meaning;
                        },
                        Iris.DEFAULT,
                        PastLimits.usual())) {
            assertThatThrownBy(() -> past.at(3, PastGraphsTest::basis))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(past.records()).isZero();
            failing[0] = false;
            assertThat(past.at(3, PastGraphsTest::basis)).isEqualTo(3);
        }
    }

    @Test
    void aReaderRefusesAPositionThatIsNotThereBeforeItReads() {
        try (var past = past(5, 1, 1, 1, Duration.ZERO)) {
            assertThatThrownBy(() -> past.reader(11))
                    .isInstanceOf(Incorrect.class)
                    .hasMessageContaining("the log ends at 10.\nMaybe one from 0 to 10.");
            assertThatThrownBy(() -> past.reader(-1)).isInstanceOf(Incorrect.class);
            assertThatThrownBy(() -> past.reader(6))
                    .isInstanceOf(Incorrect.class)
                    .hasMessageContaining("(5 records)");
            assertThat(basis(past.reader(0))).isZero();
        }
    }

    @Test
    void whatIsReplayedFitsInHalfOfTheHeap() {
        assertThat(PastLimits.within(1L << 40).records()).isEqualTo(100_000);
        assertThat(PastLimits.within(1_000_000_000).records()).isEqualTo(20_000);
        assertThat(PastLimits.within(1).records()).isEqualTo(1);
    }

    /// A meaning that waits before it is written.
    private record Slow(Meaning meaning, CountDownLatch begun, CountDownLatch goOn)
            implements Meaning {
        @Override
        public String fingerprint() {
            return meaning.fingerprint();
        }

        @Override
        public GraphDelta delta(LogPosition after, LogPosition upTo) {
            return meaning.delta(after, upTo);
        }

        @Override
        public void whole(LogPosition upTo, StatementSink sink) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            meaning.whole(upTo, sink);
        }
    }
}
