package dev.lodestone.benchmarks;

import dev.lodestone.events.internal.axon.AxonEventLog;
import dev.lodestone.events.internal.sqlite.JournalOptions;
import dev.lodestone.events.internal.sqlite.SqliteJournal;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Many clients that append one event at a time, on a disk that takes a while: how many of their
/// appends one wait for the disk serves, and what that gains over a single client.
final class GroupCommitBenchmark implements Benchmark {
    private static final String PAYLOAD = "{\"x\":\"" + "0123456789".repeat(41) + "\"}";

    @Override
    public void run(Options options, Report report) throws Exception {
        int clients = options.number("clients", 16);
        int appends = options.number("appends", 200);
        int rounds = options.number("rounds", 5);
        long syncNanos = options.number("sync-micros", 2_000) * 1_000L;
        var perCommit = new ArrayList<Double>();
        var gain = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double[] one = round(options, 1, appends, syncNanos, report);
            double[] many = round(options, clients, appends, syncNanos, report);
            perCommit.add(many[0]);
            gain.add(many[1] / one[1]);
        }
        report.ratio("appends per commit", ">=4", perCommit);
        report.ratio(clients + " clients/1 client", "none", gain);
    }

    /// @return appends per commit, and appends per second
    private static double[] round(
            Options options, int clients, int appends, long syncNanos, Report report)
            throws Exception {
        var file = Folders.fresh(options.work().resolve("groupcommit")).resolve(EventLogs.FILE);
        var journal =
                SqliteJournal.open(
                        file,
                        JournalOptions.DEFAULT.withPacer(() -> LockSupport.parkNanos(syncNanos)),
                        Clock.LATE);
        try (var log = new AxonEventLog(journal, () -> {});
                var threads = Executors.newFixedThreadPool(clients)) {
            var start = new CountDownLatch(1);
            var running = new ArrayList<Future<Timings>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return client(log, number, appends);
                        }));
            }
            long from = System.nanoTime();
            start.countDown();
            var all = new Timings();
            for (var client : running) {
                all.addAll(client.get());
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            double perCommit = (double) all.count() / journal.commits();
            report.result(
                    clients + "-clients",
                    "sync_ms",
                    syncNanos / 1e6,
                    "appends",
                    all.count(),
                    "commits",
                    journal.commits(),
                    "per_commit",
                    perCommit,
                    "per_s",
                    all.count() / seconds,
                    "p50_ms",
                    all.millis(0.5),
                    "p99_ms",
                    all.millis(0.99));
            return new double[] {perCommit, all.count() / seconds};
        }
    }

    private static Timings client(EventLog log, int number, int appends) {
        var timings = new Timings();
        for (int i = 0; i < appends; i++) {
            var id = new UUID(0x1234_5678_0000_8000L | number, 0x8000_0000_0000_0000L | i);
            var entry =
                    new NewEntry(
                            id,
                            "SampleProcessed",
                            1,
                            "",
                            List.of(
                                    new Tag("event", id.toString()),
                                    new Tag("sample", "s" + number)),
                            NewEntry.PUBLIC,
                            PAYLOAD);
            timings.time(() -> log.append(List.of(entry), List.of()));
        }
        return timings;
    }
}
