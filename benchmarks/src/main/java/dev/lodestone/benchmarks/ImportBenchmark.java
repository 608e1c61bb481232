package dev.lodestone.benchmarks;

import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What a source's documents take: mapped alone beside a bare reading of the same bytes into JSON
/// trees; imported into a store whose graph follows beside the slower of log and graph alone.
final class ImportBenchmark implements Benchmark {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Override
    public void run(Options options, Report report) throws Exception {
        int copies = options.number("documents", 10_000);
        int rounds = options.number("rounds", 3);
        var only = options.text("only").orElse("");
        var shared = Path.of(options.text("shared").orElse("../shared/data"));
        var work = options.work().resolve("import");
        for (var source : sources(shared, copies, work)) {
            if (source.importer().contains(only)) {
                mapping(source, rounds, report);
                if (options.text("end-to-end").orElse("yes").equals("yes")) {
                    endToEnd(source, work, report);
                }
            }
        }
    }

    private static List<SourceCopies> sources(Path shared, int copies, Path work) throws Exception {
        return List.of(
                SourceCopies.lines(
                        "materials-project",
                        shared.resolve("materials-project/summary_mp-149_2022-10-05.json"),
                        "\"mp-149\"",
                        i -> "\"mp-" + (10_000_000 + i) + "\"",
                        copies,
                        work.resolve("materials-project")),
                SourceCopies.files(
                        "nomad",
                        shared.resolve("nomad/eln/sample.archive.json"),
                        ".archive.json",
                        copies / 10,
                        work.resolve("nomad")));
    }

    private static void mapping(SourceCopies source, int rounds, Report report) {
        var ratios = new ArrayList<Double>();
        mapAll(source); // warms up
        source.readTrees();
        for (int round = 0; round < rounds; round++) {
            var trees = new Timings();
            trees.time(source::readTrees);
            var mapped = new Timings();
            var items = new long[2];
            mapped.time(() -> {
                var counted = mapAll(source);
                items[0] = counted[0];
                items[1] = counted[1];
            });
            double megabytes = source.bytes() / 1e6;
            report.result(
                    source.importer() + " mapping",
                    "entries",
                    items[0],
                    "events",
                    items[1],
                    "mb",
                    megabytes,
                    "trees_mb_per_s",
                    megabytes / trees.seconds(),
                    "mapped_mb_per_s",
                    megabytes / mapped.seconds(),
                    "mapped_entries_per_s",
                    items[0] / mapped.seconds());
            ratios.add(trees.seconds() / mapped.seconds());
        }
        report.ratio(source.importer() + " mapping/trees", ">=0.33", ratios);
    }

    /// @return entries and items
    private static long[] mapAll(SourceCopies source) {
        long entries = 0;
        long items = 0;
        try (var reading =
                Importers.named(source.importer())
                        .open(
                                SourceLocation.of(source.path().toString()),
                                ImportContext.of(ImportOptions.DEFAULT))) {
            for (var all = reading.entries(); all.hasNext(); ) {
                items += all.next().map().items().size();
                entries++;
            }
        }
        return new long[] {entries, items};
    }

    private static void endToEnd(SourceCopies source, Path work, Report report) throws Exception {
        var whole = new Timings();
        var data = Folders.fresh(work.resolve("store"));
        long events;
        try (var memory = new Memory();
                var log = EventLogs.open(data, Clock.LATE);
                var projections = follow(log, data)) {
            whole.time(() -> {
                imported(source, log, data);
                await(projections, log);
            });
            events = log.head().value();
            memory.tell(source.importer() + " memory", report);
        }
        var logAlone = new Timings();
        try (var from = EventLogs.open(data, Clock.LATE);
                var log = EventLogs.open(Folders.fresh(work.resolve("log")), Clock.LATE)) {
            logAlone.time(() -> copy(from, log));
        }
        var graphAlone = new Timings();
        try (var log = EventLogs.open(data, Clock.LATE)) {
            var fresh = Folders.fresh(work.resolve("graph"));
            graphAlone.time(() -> {
                try (var projections = follow(log, fresh)) {
                    await(projections, log);
                }
            });
        }
        double slower = Math.max(logAlone.seconds(), graphAlone.seconds());
        report.result(
                source.importer() + " end to end",
                "events",
                events,
                "import_s",
                whole.seconds(),
                "log_alone_s",
                logAlone.seconds(),
                "graph_alone_s",
                graphAlone.seconds());
        report.ratio(
                source.importer() + " import/slower of log and graph",
                ">=0.6",
                List.of(slower / whole.seconds()));
    }

    private static void imported(SourceCopies source, EventLog log, Path data) {
        var intake = new EventIntake(log, Clock.LATE, new SplittableRandom(1));
        var told =
                new ImportRun(log, intake, new FileStore(data))
                        .run(
                                Importers.named(source.importer()),
                                SourceLocation.of(source.path().toString()),
                                ImportContext.of(ImportOptions.DEFAULT),
                                (_, _) -> {});
        if (!told.refused().isEmpty()) {
            throw new IllegalStateException("refused: " + told.refused().getFirst());
        }
    }

    /// Records the same events again: what the log takes without the reading.
    private static void copy(EventLog from, EventLog to) {
        var recording = new Recording(to);
        for (var at = LogPosition.START.next(); at.compareTo(from.head()) <= 0; at = at.next()) {
            recording.accept(EventCodec.read(from.at(at).orElseThrow()).draft());
        }
        recording.finish();
    }

    private static Projections follow(EventLog log, Path data) {
        return Projections.follow(
                log,
                () -> new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT),
                List.of(Tdb2Graph.open(data, Iris.DEFAULT, System.err::println)),
                FollowerOptions.DEFAULT,
                System.err::println);
    }

    private static void await(Projections projections, EventLog log) {
        try {
            for (var follower : projections.followers()) {
                if (!follower.awaitReached(log.head(), LONGEST)) {
                    throw new IllegalStateException("the graph has not reached " + log.head());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for the graph", e);
        }
    }
}
