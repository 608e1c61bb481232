package dev.lodestone.benchmarks;

import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What things cost in statements and bytes.
final class SizesBenchmark implements Benchmark {
    private static final int CHAINS_BY_KIND = 30;

    @Override
    public void run(Options options, Report report) throws Exception {
        byKind(options, report);
        byPart(options, report);
        container(options, report);
        onDisk(options, report);
    }

    /// How many statements each record brings, as the graph grows by it.
    private static void byKind(Options options, Report report) {
        var directory = Folders.fresh(options.work().resolve("sizes"));
        try (var log = EventLogs.open(directory, Clock.LATE)) {
            record(log, new Lives(CHAINS_BY_KIND)::forEach);
            var perKind = new TreeMap<String, long[]>();
            long before = 0;
            for (var position = LogPosition.START.next();
                    position.compareTo(log.head()) <= 0;
                    position = position.next()) {
                long after = statements(log, position);
                var sum =
                        perKind.computeIfAbsent(
                                log.at(position).orElseThrow().kind(), _ -> new long[2]);
                sum[0]++;
                sum[1] += after - before;
                before = after;
            }
            perKind.forEach((kind, sum) ->
                    report.result(
                            kind, "events", sum[0], "triples_per_event", (double) sum[1] / sum[0]));
        }
    }

    /// What one more participant, value or condition brings.
    private static void byPart(Options options, Report report) {
        var step = grown(options, to -> SmallLabs.processing(1, to));
        var wide = grown(options, to -> SmallLabs.processing(11, to));
        report.result("participant-step", "triples", (wide - step) / 10.0, "goal", "<=12");
        var one = grown(options, to -> SmallLabs.measurement(1, 1, to));
        var values = grown(options, to -> SmallLabs.measurement(11, 1, to));
        var conditions = grown(options, to -> SmallLabs.measurement(1, 2, to));
        // Each pair of a value and a condition has a link, which is counted by itself.
        double value = (values - one) / 10.0 - 1;
        double condition = conditions - one - 1;
        report.result("value-alone", "triples", value);
        report.result("condition-alone", "triples", condition);
        for (int many = 1; many <= 2; many++) {
            report.result(
                    "value-with-conditions",
                    "conditions",
                    many,
                    "triples",
                    value + many * (condition + 1),
                    "goal",
                    "<=25");
        }
        report.result("event-of-one-value-and-one-condition", "triples", one);
    }

    /// The statements that the last event of a small log brings.
    private static long grown(Options options, SmallLabs.Story story) {
        var directory = Folders.fresh(options.work().resolve("sizes"));
        try (var log = EventLogs.open(directory, Clock.LATE)) {
            record(log, story);
            return statements(log, log.head())
                    - statements(log, new LogPosition(log.head().value() - 1));
        }
    }

    /// One event that happened to a whole plate.
    private static void container(Options options, Report report) throws Exception {
        int positions = options.number("positions", SmallLabs.PLATE);
        int events = 100;
        var directory = Folders.fresh(options.work().resolve("sizes"));
        var file = directory.resolve(EventLogs.FILE);
        RecordId membership;
        long payload;
        long triples;
        try (var log = EventLogs.open(directory, Clock.LATE)) {
            var recording = new Recording(log);
            membership = SmallLabs.plate(positions, recording);
            recording.accept(heated(membership, 0));
            recording.finish();
            payload = log.at(log.head()).orElseThrow().payload().length();
            triples =
                    statements(log, log.head())
                            - statements(log, new LogPosition(log.head().value() - 1));
        }
        long before = Files.size(file);
        try (var log = EventLogs.open(directory, Clock.LATE)) {
            var recording = new Recording(log);
            IntStream.rangeClosed(1, events).forEach(i -> recording.accept(heated(membership, i)));
            recording.finish();
        }
        report.result(
                "container-event",
                "positions",
                positions,
                "payload_bytes",
                payload,
                "log_bytes",
                (double) (Files.size(file) - before) / events,
                "triples",
                triples,
                "triples_per_participant",
                (double) triples / positions);
    }

    private static Draft heated(RecordId membership, int i) {
        return SmallLabs.draft(
                new SampleProcessed(
                        SmallLabs.hour(10_000 + i),
                        Participants.of(new ContainerId("plate"), membership),
                        Term.of("lsk:Annealing"),
                        List.of(
                                SmallLabs.set("lsp:annealingTemperature", 450, "unit:DEG_C"),
                                SmallLabs.set("lsp:annealingTime", 2, "unit:HR")),
                        List.of()));
    }

    /// Bytes of the log an event, and of TDB2 a triple, of the lives of N chains.
    private static void onDisk(Options options, Report report) throws Exception {
        int chains = options.number("chains", 100_000);
        var data = Recording.lives(options, chains, report);
        long events;
        long triples;
        long bytes;
        Path rdf = Folders.fresh(options.work().resolve("sizes-rdf"));
        try (var log = EventLogs.open(data, Clock.LATE);
                var graph =
                        Tdb2Graph.open(rdf, Iris.DEFAULT, notice -> System.err.println(notice))) {
            var meaning = meaning(log);
            events = log.head().value();
            long ontology = size(graph);
            graph.rebuild(
                    into -> meaning.whole(log.head(), into),
                    new GraphBasis(log.head(), meaning.fingerprint()));
            triples = size(graph) - ontology;
            bytes = Folders.bytes(rdf); // Closing may keep a copy beside it.
        }
        report.result(
                "on-disk",
                "chains",
                chains,
                "events",
                events,
                "log_bytes_per_event",
                (double) Files.size(data.resolve(EventLogs.FILE)) / events,
                "triples",
                triples,
                "triples_per_event",
                (double) triples / events,
                "triples_per_chain",
                (double) triples / chains,
                "tdb2_bytes_per_triple",
                (double) bytes / triples);
    }

    private static long size(Tdb2Graph graph) {
        return graph.read(now -> {
            long count = 0;
            for (var all = now.dataset().getDefaultGraph().find(); all.hasNext(); all.next()) {
                count++;
            }
            return count;
        });
    }

    private static void record(EventLog log, SmallLabs.Story story) {
        var recording = new Recording(log);
        story.tell(recording);
        recording.finish();
    }

    private static long statements(EventLog log, LogPosition upTo) {
        var sink = new CountingSink();
        meaning(log).whole(upTo, sink);
        return sink.statements();
    }

    private static LogMeaning meaning(EventLog log) {
        return new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
    }
}
