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
import java.util.Optional;
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
        var ratios = new ArrayList<Double>();
        var intakeRatios = new ArrayList<Double>();
        beside(work, entries, rows, Optional.empty());
        for (int round = 0; round < rounds; round++) {
            double[] rates = beside(work, entries, rows, Optional.of(report));
            ratios.add(rates[0] / rates[1]);
            intakeRatios.add(intake(work, drafts, report) / rates[1]);
            wire(work, json, report);
        }
        report.ratio("log/raw", ">=0.5", ratios);
        report.ratio("intake/raw", "none", intakeRatios);
    }

    /// Appends each batch to both, which comes first by turns, so that both see the same disk and
    /// the same company.
    ///
    /// @return events a second of the log and of plain JDBC
    private static double[] beside(
            Path work, List<NewEntry> entries, List<RawJournal.Row> rows, Optional<Report> report)
            throws SQLException {
        var directory = Folders.fresh(work.resolve("raw"));
        try (var log = open(work, "log");
                var raw = RawJournal.create(directory.resolve(EventLogs.FILE))) {
            var ours = new Timings();
            var plain = new Timings();
            var rowBatches = batches(rows).iterator();
            for (var batch : batches(entries)) {
                var rowBatch = rowBatches.next();
                boolean first = ours.count() % 2 == 0;
                if (first) {
                    ours.time(() -> log.append(batch, List.of()));
                }
                plain.time(() -> raw.append(rowBatch));
                if (!first) {
                    ours.time(() -> log.append(batch, List.of()));
                }
            }
            long[] counts = raw.counts();
            if (counts[0] != rows.size() || counts[1] != 2L * rows.size()) {
                throw new IllegalStateException("the baseline wrote other rows than the log");
            }
            report.ifPresent(to -> {
                tell("log", ours, entries.size(), to);
                tell("raw", plain, rows.size(), to);
            });
            return new double[] {entries.size() / ours.seconds(), rows.size() / plain.seconds()};
        }
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
                                            .map(text ->
                                                    EventCodec.read(text, AppendBenchmark::noId))
                                            .toList()),
                    report);
        }
    }

    private static RecordId noId() {
        throw new IllegalStateException("every event of the lives has an id");
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
        tell(variant, timings, all.size(), report);
        return all.size() / timings.seconds();
    }

    private static void tell(String variant, Timings timings, int events, Report report) {
        report.result(
                variant,
                "batch",
                BATCH,
                "events",
                events,
                "per_s",
                events / timings.seconds(),
                "p50_ms",
                timings.millis(0.5),
                "p99_ms",
                timings.millis(0.99));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }
}
