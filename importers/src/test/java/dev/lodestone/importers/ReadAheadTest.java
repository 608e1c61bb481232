package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.importers.ReadAhead.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reading goes on while a batch is being recorded, but no further than that.
class ReadAheadTest {
    private static final LinesImporter LINES = new LinesImporter();
    private static final Duration LONG = Duration.ofMinutes(1);

    /// Entries that are made as they are asked for.
    private static final class Counting implements SourceReading {
        private final int entries;
        private final IntFunction<SourceEntry> entry;

        /// How many were given out.
        private final AtomicInteger given = new AtomicInteger();

        /// Which thread asked for them.
        private final AtomicReference<Thread> reader = new AtomicReference<>();

        Counting(int entries, IntFunction<SourceEntry> entry) {
            this.entries = entries;
            this.entry = entry;
        }

        @Override
        public SourceDescription source() {
            throw new UnsupportedOperationException("nobody asks while it is read");
        }

        @Override
        public Iterator<SourceEntry> entries() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return given.get() < entries;
                }

                @Override
                public SourceEntry next() {
                    reader.set(Thread.currentThread());
                    return entry.apply(given.getAndIncrement());
                }
            };
        }

        @Override
        public void close() {}
    }

    private static SourceEntry line(int i) {
        return LINES.line("s%d=N".formatted(i));
    }

    private static List<Batch> readAll(ReadAhead ahead) {
        var batches = new ArrayList<Batch>();
        do {
            ahead.start();
            batches.add(ahead.take());
        } while (!batches.getLast().last());
        return batches;
    }

    private static List<String> locators(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.mapped().stream())
                .map(HashedEntry::locator)
                .toList();
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj("s%d=N"::formatted).toList();
    }

    private static int size(Batch batch) {
        return batch.mapped().size() + batch.refused().size();
    }

    private static void assertEnded(Counting source) throws InterruptedException {
        assertThat(source.reader.get().join(LONG)).as("the reading thread has ended").isTrue();
    }

    @Test
    void theOrderOfTheSourceIsKeptOverAllBatches() {
        var source = new Counting(5_000, ReadAheadTest::line);
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            var batches = readAll(ahead);
            assertThat(locators(batches)).isEqualTo(lines(0, 5_000));
            assertThat(batches).allMatch(batch -> batch.unfinished().isEmpty());
            assertThat(batches).extracting(Batch::last).containsOnlyOnce(true);
        }
    }

    @Test
    void batchesAreSmallWhileARunIsYoungAndNeverLarge() {
        var source = new Counting(6_000, ReadAheadTest::line);
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            long read = 0;
            for (var batch : readAll(ahead)) {
                assertThat(size(batch)).isLessThanOrEqualTo(ReadAhead.isYoung(read) ? 200 : 1_000);
                read += size(batch);
            }
            assertThat(read).isEqualTo(6_000);
        }
    }

    @Test
    void untilTheNextBatchIsStartedTheReadingStandsStill() {
        var source = new Counting(10_000, ReadAheadTest::line);
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            int taken = 0;
            for (int i = 0; i < 4; i++) {
                ahead.start();
                taken += size(ahead.take());
                assertThat(source.given).hasValue(taken);
            }
        }
    }

    @Test
    void theNextBatchIsReadByAThreadOfItsOwnWhileNobodyTakesIt() throws InterruptedException {
        var reached = new CountDownLatch(1);
        var source =
                new Counting(
                        10,
                        i -> {
                            if (i == 9) {
                                reached.countDown();
                            }
                            return line(i);
                        });
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            ahead.start();
            reached.await();
            assertThat(source.reader.get()).isNotEqualTo(Thread.currentThread());
            assertThat(locators(List.of(ahead.take()))).isEqualTo(lines(0, 10));
        }
    }

    @Test
    void largeEntriesMakeABatchOfFewOfThem() {
        int characters = 300_000;
        var name = "N".repeat(characters);
        var source = new Counting(20, i -> LINES.line("s%d=%s".formatted(i, name)));
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            var batches = readAll(ahead);
            assertThat(batches).hasSizeGreaterThan(1);
            assertThat(batches)
                    .allMatch(batch -> (size(batch) - 1) * (long) characters <= 2_000_000);
            assertThat(batches.stream().mapToInt(ReadAheadTest::size).sum()).isEqualTo(20);
        }
    }

    @Test
    void noMoreIsReadThanWasAskedFor() {
        var source = new Counting(1_000, ReadAheadTest::line);
        try (var ahead = new ReadAhead(source, 250)) {
            assertThat(locators(readAll(ahead))).isEqualTo(lines(0, 250));
            assertThat(source.given).hasValue(250);
        }
    }

    @Test
    void whatIsRefusedIsSaidAndTheRestIsRead() {
        var source =
                new Counting(
                        5,
                        i ->
                                switch (i) {
                                    case 1 -> LINES.line("nothing");
                                    case 3 ->
                                            SourceEntry.of(
                                                    "line 4",
                                                    () -> {
                                                        throw new IllegalArgumentException(
                                                                "The mass (-1 g) is negative.");
                                                    });
                                    default -> line(i);
                                });
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            var batches = readAll(ahead);
            assertThat(locators(batches)).containsExactly("s0=N", "s2=N", "s4=N");
            assertThat(batches.stream().mapToLong(Batch::read).sum()).isEqualTo(5);
            assertThat(batches)
                    .flatExtracting(Batch::refused)
                    .extracting(refusal -> refusal.place() + " | " + refusal.problem())
                    .containsExactly(
                            "lines.txt:1 | The line (nothing) has no name.",
                            "line 4 | The mass (-1 g) is negative.");
        }
    }

    @Test
    void whereTheSourceCannotBeReadOnIsSaidAfterWhatStandsBefore() throws InterruptedException {
        var source =
                new Counting(
                        1_000,
                        i -> {
                            if (i == 450) {
                                throw new UnreadableSource("line 451", "The disk is broken.", "");
                            }
                            return line(i);
                        });
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            var batches = readAll(ahead);
            assertThat(locators(batches)).isEqualTo(lines(0, 450));
            assertThat(batches.stream().mapToLong(Batch::read).sum()).isEqualTo(450);
            assertThat(batches.getLast().unfinished())
                    .hasValueSatisfying(why ->
                            assertThat(why.text())
                                    .contains("line 451")
                                    .contains("The disk is broken."));
        }
        assertEnded(source);
    }

    @Test
    void aMistakeInTheReaderReachesTheCallerAsItWasThrown() throws InterruptedException {
        var mistake = new IllegalStateException("a mistake");
        var source =
                new Counting(
                        1_000,
                        i -> {
                            if (i == 450) {
                                throw mistake;
                            }
                            return line(i);
                        });
        var batches = new ArrayList<Batch>();
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    ahead.start();
                                    batches.add(ahead.take());
                                }
                            })
                    .isSameAs(mistake);
        }
        assertThat(batches).isNotEmpty();
        assertThat(lines(0, 450)).startsWith(locators(batches).toArray(String[]::new));
        assertEnded(source);
    }

    @Test
    void closingBetweenBatchesEndsTheReading() throws InterruptedException {
        var source = new Counting(10_000, ReadAheadTest::line);
        int taken;
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            ahead.start();
            taken = size(ahead.take());
        }
        assertEnded(source);
        assertThat(source.given).hasValue(taken);
    }

    @Test
    void closingDoesNotWaitForASourceThatDoesNotAnswer() throws InterruptedException {
        var waiting = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var interrupted = new AtomicReference<InterruptedException>();
        var source =
                new Counting(
                        10_000,
                        i -> {
                            if (i == 10) {
                                waiting.countDown();
                                try {
                                    answer.await();
                                } catch (InterruptedException e) {
                                    interrupted.set(e);
                                    throw new UnreadableSource("line 11", "It was stopped.", "");
                                }
                            }
                            return line(i);
                        });
        try (var ahead = new ReadAhead(source, Long.MAX_VALUE)) {
            ahead.start();
            waiting.await();
        }
        assertEnded(source);
        assertThat(interrupted.get()).isNotNull();
        assertThat(source.given).hasValue(11);
    }
}
