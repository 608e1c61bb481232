package dev.lodestone.benchmarks;

import dev.lodestone.benchmarks.SourceCopies.Original;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.Importers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a source's documents take: mapped alone beside a bare reading of the same bytes into JSON
/// trees, both by the processor's time of one thread; imported into a store whose graph follows
/// beside the slower of log and graph alone.
final class ImportBenchmark implements Benchmark {

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

    private static List<SourceCopies> sources(Path shared, int copies, Path work)
            throws IOException {
        var all = new ArrayList<SourceCopies>();
        all.add(
                SourceCopies.lines(
                        "materials-project",
                        List.of(),
                        List.of(
                                new Original(
                                        SourceCopies.tree(
                                                        shared.resolve(
                                                                "materials-project/summary_mp-149_2022-10-05.json"))
                                                .toString(),
                                        "mp-149",
                                        i -> "mp-" + (10_000_000 + i))),
                        copies,
                        work.resolve("materials-project")));
        var database = Files.readAllLines(shared.resolve("optimade/test_data.jsonl"));
        all.add(
                SourceCopies.lines(
                        "optimade",
                        database.subList(0, 2),
                        database.stream()
                                .filter(line -> line.startsWith("{\"type\": \"structures\""))
                                .map(line -> {
                                    var id = JsonMapper.shared().readTree(line).at("/id");
                                    return new Original(
                                            line, id.asString(), i -> id.asString() + "-" + i);
                                })
                                .toList(),
                        copies * 2,
                        work.resolve("optimade")));
        var calculation = calculation(shared);
        all.add(
                SourceCopies.files(
                        "nomad",
                        new Original(
                                calculation.toString(),
                                calculation.at("/metadata/entry_id").asString(),
                                i -> "copied-entry-" + i),
                        ".archive.json",
                        Math.max(1, copies / 20),
                        work.resolve("nomad")));
        return all;
    }

    /// The archive of a calculation, as NOMAD's service gave it.
    private static JsonNode calculation(Path shared) throws IOException {
        var archive =
                SourceCopies.tree(
                                shared.resolve(
                                        "nomad/api-recordings/uploads__archive_browser_test_vasp.json.gz"))
                        .valueStream()
                        .map(exchange -> exchange.at("/0/response/body/data/archive"))
                        .filter(found -> found.has("processing_logs"))
                        .findFirst()
                        .orElseThrow();
        // What is not published is not imported unless asked for.
        ((ObjectNode) archive.get("metadata")).put("published", true);
        return archive;
    }

    private static ImportOptions options(SourceCopies source) {
        return source.importer().equals("optimade")
                ? ImportOptions.DEFAULT.with("provider", "exmpl")
                : ImportOptions.DEFAULT;
    }

    private static void mapping(SourceCopies source, int rounds, Report report) {
        var ratios = new ArrayList<Double>();
        mapAll(source); // warms up
        source.readTrees();
        for (int round = 0; round < rounds; round++) {
            var trees = new Timings();
            trees.timeOfThread(source::readTrees);
            var mapped = new Timings();
            var items = new long[2];
            mapped.timeOfThread(() -> {
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
                        .open(source.location(), ImportContext.of(options(source)))) {
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
                var store = new FollowedStore(data, true)) {
            whole.time(() -> {
                store.run(source.importer(), source.location(), options(source));
                store.await();
            });
            events = store.log().head().value();
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
                try (var projections = FollowedStore.follow(log, fresh)) {
                    FollowedStore.await(projections, log);
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

    /// Records the same events again: what the log takes without the reading.
    private static void copy(EventLog from, EventLog to) {
        var recording = new Recording(to);
        for (var at = LogPosition.START.next(); at.compareTo(from.head()) <= 0; at = at.next()) {
            recording.accept(EventCodec.read(from.at(at).orElseThrow()).draft());
        }
        recording.finish();
    }
}
