package dev.lodestone.events.internal.axon;

import static dev.lodestone.events.log.LogTesting.all;
import static dev.lodestone.events.log.LogTesting.append;
import static dev.lodestone.events.log.LogTesting.entry;
import static dev.lodestone.events.log.LogTesting.positions;
import static dev.lodestone.events.log.LogTesting.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.internal.sqlite.JournalOptions;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import dev.lodestone.events.log.AppendCondition;
import dev.lodestone.events.log.AppendConflict;
import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.DuplicateRecord;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.LogVerification;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final Tag A = sample("a");

    @TempDir Path directory;

    @Test
    void sixteenClientsShareCommits() throws Exception {
        SqliteJournal journal =
                open(
                        JournalOptions.DEFAULT.withPacer(
                                () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2))));
        long clients = 16;
        int each = 50;
        try (var log = new AxonEventLog(journal, () -> {});
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int client = 0; client < clients; client++) {
                running.add(
                        threads.submit(() -> {
                            for (int i = 0; i < each; i++) {
                                append(log, entry(A));
                            }
                        }));
            }
            for (Future<?> client : running) {
                client.get();
            }

            assertThat(journal.commits()).isLessThanOrEqualTo(clients * each / 4);
            assertThat(positions(all(log)))
                    .isEqualTo(LongStream.rangeClosed(1, clients * each).boxed().toList());
        }
    }

    @Test
    void anAppendMeetsWhatCameBeforeItInTheSameGroup() throws Exception {
        var holding = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        SqliteJournal journal =
                open(
                        JournalOptions.DEFAULT.withPacer(() -> {
                            holding.countDown();
                            awaitUninterruptibly(letGo);
                        }));
        var engine = new JournalEventStorageEngine(journal);
        UUID taken = UUID.randomUUID();
        var start = new AppendCondition(Set.of(A), new LogPosition(1));

        CompletableFuture<Appended> first = offer(engine, List.of(entry(taken, "{}", A)));
        holding.await();
        CompletableFuture<Appended> second = offer(engine, List.of(entry(A)), start);
        CompletableFuture<Appended> conflicting = offer(engine, List.of(entry(A), entry(A)), start);
        CompletableFuture<Appended> duplicate = offer(engine, List.of(entry(taken, "{}")));
        CompletableFuture<Appended> last = offer(engine, List.of(entry(), entry()));
        letGo.countDown();

        assertThat(first.get().first()).isEqualTo(new LogPosition(1));
        assertThat(second.get().first()).isEqualTo(new LogPosition(2));
        assertThat(failure(conflicting))
                .hasCauseInstanceOf(AppendConflict.class)
                .hasMessageContaining("position (2)");
        assertThat(failure(duplicate)).isInstanceOf(DuplicateRecord.class);
        assertThat(last.get()).isEqualTo(new Appended(new LogPosition(3), new LogPosition(4)));
        journal.close();
        assertThat(LogVerification.verify(directory).damage()).isEmpty();
        assertThat(LogVerification.verify(directory).entries()).isEqualTo(4);
    }

    private SqliteJournal open(JournalOptions options) {
        return SqliteJournal.open(directory.resolve("log.sqlite"), options, InstantSource.system());
    }

    private static CompletableFuture<Appended> offer(
            JournalEventStorageEngine engine,
            List<NewEntry> entries,
            AppendCondition... conditions) {
        var axons =
                List.of(conditions).stream()
                        .map(c ->
                                org.axonframework.eventsourcing.eventstore.AppendCondition
                                        .withCriteria(EventCriteria.havingTags("sample", "a"))
                                        .withMarker(
                                                new GlobalIndexConsistencyMarker(
                                                        c.after().value())))
                        .toList();
        return engine.transaction(axons, entries.stream().map(EntryMessages::message).toList())
                .commit(null);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        try {
            future.join();
            throw new AssertionError("It did not fail");
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
