package dev.lodestone.benchmarks;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.json.Kinds;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.NewEntry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Appends of 1,000 events with two tags each: through the log, and by plain JDBC of the very rows
/// that the log wrote. Beside them, the same events with all their tags through the intake, given
/// as objects and as JSON.
final class AppendBenchmark implements Benchmark {
    private static final int BATCH = 1_000;

    @Override
    public void run(Options options, Report report) throws SQLException {
        int batches = options.number("batches", 100);
        int rounds = options.number("rounds", 5);
        var work = Folders.fresh(options.work().resolve("append"));
        var drafts = drafts(batches * BATCH);
        var json = drafts.stream().map(EventCodec::write).toList();
        var entries = drafts.stream().map(AppendBenchmark::withTwoTags).toList();
        var rows = rows(work, entries);
        report.result(
                "data",
                "events",
                entries.size(),
                "payload_bytes",
                entries.stream().mapToInt(e -> e.payload().length()).average().orElseThrow());
        var log = new ArrayList<Double>();
        var intake = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double raw = 0;
            double ours = 0;
            if (round % 2 == 0) {
                raw = raw(work, rows, report);
                ours = log(work, entries, report);
            } else {
                ours = log(work, entries, report);
                raw = raw(work, rows, report);
            }
            log.add(ours / raw);
            intake.add(intake(work, drafts, report) / raw);
            wire(work, json, report);
        }
        report.ratio("log/raw", ">=0.5", log);
        report.ratio("intake/raw", "none", intake);
    }

    /// Events of one sample, or few, after an introduction of the lots.
    private static List<Draft> drafts(int many) {
        var drafts = new ArrayList<Draft>(many);
        new Lives(many / 7 + 1)
                .forEach(draft -> {
                    if (drafts.size() < many) {
                        drafts.add(draft);
                    }
                });
        return drafts;
    }

    private static NewEntry withTwoTags(Draft draft) {
        return new NewEntry(
                draft.record().value(),
                draft.body().kind(),
                Kinds.VERSION,
                draft.body().occurrence().labTime().earliest().map(Object::toString).orElse(""),
                EventTags.of(draft, _ -> List.of()).subList(0, 2),
                draft.access(),
                EventCodec.write(draft));
    }

    private static List<RawJournal.Row> rows(Path work, List<NewEntry> entries)
            throws SQLException {
        var directory = Folders.fresh(work.resolve("rows"));
        try (var log = EventLogs.open(directory, Clock.LATE)) {
            for (var batch : batches(entries)) {
                log.append(batch, List.of());
            }
        }
        return RawJournal.rowsOf(directory.resolve(EventLogs.FILE));
    }

    private static double log(Path work, List<NewEntry> entries, Report report) {
        try (var log = open(work, "log")) {
            return timed("log", entries, batch -> log.append(batch, List.of()), report);
        }
    }

    private static double intake(Path work, List<Draft> drafts, Report report) {
        try (var log = open(work, "intake")) {
            var intake = new EventIntake(log, Clock.LATE, new SplittableRandom(1));
            return timed("intake", drafts, intake::record, report);
        }
    }

    private static void wire(Path work, List<String> json, Report report) {
        try (var log = open(work, "json")) {
            var intake = new EventIntake(log, Clock.LATE, new SplittableRandom(1));
            timed(
                    "json",
                    json,
                    batch ->
                            intake.record(
                                    batch.stream()
                                            .map(text -> EventCodec.read(text, AppendBenchmark::noId))
                                            .toList()),
                    report);
        }
    }

    private static RecordId noId() {
        throw new IllegalStateException("every event of the lives has an id");
    }

    private static double raw(Path work, List<RawJournal.Row> rows, Report report)
            throws SQLException {
        var directory = Folders.fresh(work.resolve("raw"));
        try (var raw = RawJournal.create(directory.resolve(EventLogs.FILE))) {
            double rate = timed("raw", rows, raw::append, report);
            long[] counts = raw.counts();
            if (counts[0] != rows.size() || counts[1] != 2L * rows.size()) {
                throw new IllegalStateException("the baseline wrote other rows than the log");
            }
            return rate;
        }
    }

    private static EventLog open(Path work, String name) {
        return EventLogs.open(Folders.fresh(work.resolve(name)), Clock.LATE);
    }

    private static <T> double timed(
            String variant, List<T> all, Consumer<List<T>> append, Report report) {
        var timings = new Timings();
        for (var batch : batches(all)) {
            timings.time(() -> append.accept(batch));
        }
        double rate = all.size() / timings.seconds();
        report.result(
                variant,
                "batch",
                BATCH,
                "events",
                all.size(),
                "per_s",
                rate,
                "p50_ms",
                timings.millis(0.5),
                "p99_ms",
                timings.millis(0.99));
        return rate;
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }
}
