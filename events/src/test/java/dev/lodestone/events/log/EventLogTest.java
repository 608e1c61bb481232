package dev.lodestone.events.log;

import static dev.lodestone.events.log.LogTesting.all;
import static dev.lodestone.events.log.LogTesting.append;
import static dev.lodestone.events.log.LogTesting.entry;
import static dev.lodestone.events.log.LogTesting.positions;
import static dev.lodestone.events.log.LogTesting.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final Tag A = sample("a");
    private static final Tag B = sample("b");

    @TempDir Path directory;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2024-05-06T07:08:09.123456789Z"));
    private EventLog log;

    @BeforeEach
    void open() {
        log = EventLogs.open(directory, now::get);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatIsAppendedIsReadBackAsItWas() {
        UUID record = UUID.randomUUID();
        var offered =
                new NewEntry(
                        record,
                        "SampleProcessed",
                        3,
                        "2024-05-01/2024-05-02",
                        List.of(B, A, new Tag("event", "ü:x"), B),
                        "group:cathodes",
                        "{\"text\":\"900 °C, \uD83D\uDD25\"}");

        assertThat(append(log, offered))
                .isEqualTo(new Appended(new LogPosition(1), new LogPosition(1)));

        LogEntry read = log.find(record).orElseThrow();
        assertThat(read)
                .isEqualTo(
                        new LogEntry(
                                new LogPosition(1),
                                record,
                                "SampleProcessed",
                                3,
                                Instant.parse("2024-05-06T07:08:09.123456Z"),
                                "2024-05-01/2024-05-02",
                                List.of(new Tag("event", "ü:x"), A, B),
                                "group:cathodes",
                                offered.payload(),
                                read.leaf()));
        assertThat(read.leaf()).matches("[0-9a-f]{64}");
        assertThat(log.at(new LogPosition(1))).contains(read);
        assertThat(log.at(new LogPosition(2))).isEmpty();
        assertThat(log.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void entriesOutliveTheProcessThatClosesTheLog() {
        append(log, entry(A), entry(B));
        List<LogEntry> before = all(log);

        log.close();
        open();

        assertThat(log.head()).isEqualTo(new LogPosition(2));
        assertThat(all(log)).isEqualTo(before);
    }

    @Test
    void rangesBeginBehindAndEndWithThePositionsNamed() {
        append(log, IntStream.range(0, 5).mapToObj(_ -> entry(A)).toArray(NewEntry[]::new));

        assertThat(positions(all(log.read(new LogPosition(1), new LogPosition(3)))))
                .containsExactly(2L, 3L);
        assertThat(positions(all(log.read(new LogPosition(4), new LogPosition(99)))))
                .containsExactly(5L);
        assertThat(all(log.read(new LogPosition(5), new LogPosition(5)))).isEmpty();
        assertThat(
                        positions(
                                all(
                                        log.readTagged(
                                                Set.of(A),
                                                new LogPosition(1),
                                                new LogPosition(3)))))
                .containsExactly(2L, 3L);
    }

    @Test
    void anEntryWithSeveralOfTheTagsIsReadOnce() {
        append(log, entry(A), entry(sample("c")), entry(A, B), entry(B));

        assertThat(positions(all(log.readTagged(Set.of(A, B), LogPosition.START, log.head()))))
                .containsExactly(1L, 3L, 4L);
        assertThat(all(log.readTagged(Set.of(), LogPosition.START, log.head()))).isEmpty();
    }

    @Test
    void entriesAreReadByAnyOfAThousandTags() {
        Set<Tag> many = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(sample("s" + i));
        }
        append(
                log,
                IntStream.range(0, 3_000)
                        .mapToObj(i -> entry(sample("s" + i % 1_500), sample("s" + i % 7)))
                        .toArray(NewEntry[]::new));

        assertThat(positions(all(log.readTagged(many, LogPosition.START, log.head()))))
                .hasSize(3_000)
                .isSorted();
    }

    @Test
    void aHundredThousandEntriesUnderOneTagAreReadAsAStream() {
        for (int batch = 0; batch < 100; batch++) {
            append(log, IntStream.range(0, 1_000).mapToObj(_ -> entry(A)).toArray(NewEntry[]::new));
        }

        long expected = 1;
        try (LogEntries walk = log.readTagged(Set.of(A, B), LogPosition.START, log.head())) {
            for (LogEntry entry : walk) {
                assertThat(entry.position().value()).isEqualTo(expected++);
            }
        }
        assertThat(expected).isEqualTo(100_001);
        assertThat(log.count(A)).isEqualTo(100_000);
    }

    @Test
    void aConditionHoldsUpToThePositionItRestsUpon() {
        append(log, entry(B), entry(A), entry(B));

        assertThatThrownBy(() -> appendIf(entry(A), new AppendCondition(Set.of(A), at(1))))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> {
                            assertThat(conflict.tags()).containsExactly(A);
                            assertThat(conflict.after()).isEqualTo(at(1));
                            assertThat(conflict.position()).isEqualTo(at(2));
                        })
                .hasMessageContaining("sample:a")
                .hasMessageContaining("\nMaybe ");
        assertThat(appendIf(entry(A), new AppendCondition(Set.of(A), at(2))).first())
                .isEqualTo(at(4));
        assertThat(log.head()).isEqualTo(at(4));
    }

    @Test
    void everyConditionHasItsOwnPosition() {
        append(log, entry(A), entry(B));

        assertThatThrownBy(() ->
                        appendIf(
                                entry(A),
                                new AppendCondition(Set.of(A), at(1)),
                                new AppendCondition(Set.of(B), at(1))))
                .isInstanceOf(AppendConflict.class);
        assertThat(
                        appendIf(
                                        entry(A),
                                        AppendCondition.NONE,
                                        new AppendCondition(Set.of(A), at(1)),
                                        new AppendCondition(Set.of(B), at(2)))
                                .first())
                .isEqualTo(at(3));
    }

    @Test
    void aRefusedAppendLeavesNoGap() {
        UUID taken = UUID.randomUUID();
        append(log, entry(taken, "{}", A));

        assertThatThrownBy(() -> append(log, entry(B), entry(taken, "{}", B), entry(B)))
                .isInstanceOfSatisfying(
                        DuplicateRecord.class,
                        duplicate -> assertThat(duplicate.record()).isEqualTo(taken));
        UUID twice = UUID.randomUUID();
        assertThatThrownBy(() -> append(log, entry(twice, "{}"), entry(twice, "{}")))
                .isInstanceOf(DuplicateRecord.class);
        append(log, entry(A));

        assertThat(positions(all(log))).containsExactly(1L, 2L);
        assertThat(log.count(B)).isZero();
        log.close();
        assertThat(LogVerification.verify(directory).damage()).isEmpty();
    }

    @Test
    void whatCannotBeStoredUnchangedIsRefused() {
        assertThatThrownBy(() -> append(log, entry(UUID.randomUUID(), "{\"a\":\"\uD83D\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a character");
        assertThatThrownBy(() -> new Tag("sample", "a\nb"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.append(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timeDoesNotGoBackWhenTheClockDoes() {
        append(log, entry());
        now.set(Instant.parse("2020-01-01T00:00:00Z"));
        append(log, entry());
        log.close();
        open();
        append(log, entry());
        now.set(Instant.parse("2025-01-01T00:00:00Z"));
        append(log, entry());

        assertThat(all(log))
                .extracting(LogEntry::recordedAt)
                .containsExactly(
                        Instant.parse("2024-05-06T07:08:09.123456Z"),
                        Instant.parse("2024-05-06T07:08:09.123456Z"),
                        Instant.parse("2024-05-06T07:08:09.123456Z"),
                        Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void valuesOfTagsAreBrowsedInOrder() {
        append(log, entry(sample("b"), new Tag("event", "z")), entry(sample("c"), sample("a")));
        append(log, entry(sample("b")), entry(new Tag("samples", "x")));

        assertThat(log.tagValues("sample", "", 10)).containsExactly("a", "b", "c");
        assertThat(log.tagValues("sample", "a", 1)).containsExactly("b");
        assertThat(log.tagValues("nothing", "", 10)).isEmpty();
        assertThat(log.count(sample("b"))).isEqualTo(2);
    }

    @Test
    void whoWaitsIsToldOfTheNextEntry() throws Exception {
        assertThat(log.awaitBeyond(LogPosition.START, Duration.ofMillis(1)))
                .isEqualTo(LogPosition.START);

        var waiting =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return log.awaitBeyond(LogPosition.START, Duration.ofMinutes(1));
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
        append(log, entry());

        assertThat(waiting.get()).isEqualTo(at(1));
        assertThat(log.awaitBeyond(LogPosition.START, Duration.ZERO)).isEqualTo(at(1));
    }

    @Test
    void aClosedLogSaysSo() {
        log.close();

        assertThatThrownBy(() -> append(log, entry()))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> log.count(A)).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void readersSeeAppendsWholeWhileOthersWrite() {
        var writer =
                CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 200; i++) {
                        append(log, entry(A), entry(A), entry(A));
                    }
                });
        var seen = new ArrayList<Integer>();
        while (!writer.isDone()) {
            seen.add(all(log).size() % 3);
        }
        writer.join();

        assertThat(seen).containsOnly(0);
        assertThat(all(log)).hasSize(600);
    }

    private Appended appendIf(NewEntry entry, AppendCondition... conditions) {
        return log.append(List.of(entry), List.of(conditions));
    }

    private static LogPosition at(long position) {
        return new LogPosition(position);
    }
}
