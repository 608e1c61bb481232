package dev.lodestone.benchmarks;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.SampleLineage;
import dev.lodestone.query.history.SampleTimeline;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.SparqlRequest;
import dev.lodestone.query.sparql.SparqlService;
import dev.lodestone.query.sparql.Tdb2Reader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The life of a sample with all it was cut from, and all that was cut from a lot, in a library of
/// plates: from our history in process and by SPARQL, beside PostgreSQL over its own tables.
final class LibraryBenchmark implements Benchmark {
    private static final long SEED = 20_261;
    private static final int ANCESTORS = 11;

    @Override
    public void run(Options options, Report report) throws Exception {
        int plates = options.number("plates", 361);
        int perPlate = options.number("per", 3_368);
        var data =
                Recording.kept(
                        options,
                        "library-" + plates + "-" + perPlate,
                        new PlateLibrary(plates, perPlate)::forEach,
                        report);
        try (var log = EventLogs.open(data, Clock.LATE);
                var graph = Tdb2Graph.open(data, Iris.DEFAULT, report::progress)) {
            var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            var basis = new GraphBasis(log.head(), meaning.fingerprint());
            if (!graph.basis().equals(basis)) {
                report.progress("building the graph");
                var built = new Timings();
                built.time(() -> graph.rebuild(into -> meaning.whole(log.head(), into), basis));
                report.result("rebuilt", "events", log.head().value(), "s", built.seconds());
            }
            var reader = new Tdb2Reader(graph);
            var queries = new GraphQueries(reader, QueryLimits.DEFAULT);
            var service = new SparqlService(reader, Iris.DEFAULT_BASE);
            int lots = Math.min(plates, PlateLibrary.LOTS);
            var random = new SplittableRandom(SEED);
            var leaves =
                    Stream.generate(() ->
                                    (1 + random.nextInt(lots))
                                            + "-"
                                            + random.nextInt(1 << ANCESTORS, perPlate + 1))
                            .limit(options.number("timelines", 200))
                            .toList();
            var roots =
                    Stream.generate(() -> (1 + random.nextInt(lots)) + "-1")
                            .limit(options.number("lineages", 30))
                            .toList();
            var postgres = options.text("postgres");
            try (var peer =
                    postgres.isEmpty() ? null : DriverManager.getConnection(postgres.get())) {
                var timelines = new LinkedHashMap<String, ToLongFunction<String>>();
                var timeline = new SampleTimeline(queries, Iris.DEFAULT_BASE);
                timelines.put(
                        "ours",
                        sample ->
                                timeline.of(sample, true).lives().stream()
                                        .mapToLong(life -> life.stages().size())
                                        .sum());
                timelines.put("ours-sparql", sample -> answered(service, "timeline", sample));
                var lineages = new LinkedHashMap<String, ToLongFunction<String>>();
                var lineage = new SampleLineage(queries, Iris.DEFAULT_BASE);
                lineages.put("ours", sample -> links(lineage, sample));
                lineages.put("ours-sparql", sample -> answered(service, "lineage-down", sample));
                if (peer != null) {
                    timelines.put("postgres", sample -> rows(peer, "timeline", sample));
                    lineages.put("postgres", sample -> rows(peer, "lineage-down", sample));
                }
                time("timeline", leaves, timelines, report);
                time("lineage-down", roots, lineages, report);
            }
        }
    }

    private static long links(SampleLineage lineage, String sample) {
        var count = new AtomicLong();
        lineage.each(sample, Set.of(Direction.DOWN), 100, _ -> count.incrementAndGet());
        return count.get();
    }

    private static long answered(SparqlService service, String question, String sample) {
        var bytes = new ByteArrayOutputStream();
        var text =
                text(question + ".rq").replace("SAMPLE", Iris.DEFAULT_BASE + "/sample/" + sample);
        service.answer(SparqlRequest.of(text, SparqlFormat.CSV), (_, _) -> bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().count() - 1;
    }

    private static long rows(Connection peer, String question, String sample) {
        try (var statement = peer.prepareStatement(text(question + ".sql"))) {
            statement.setString(1, sample);
            long count = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                    count++;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String name) {
        try (var in = LibraryBenchmark.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every sample by all ways. The first asking finds what is in the caches of the system; the
    /// second also what each way has kept of the first.
    private static void time(
            String question,
            List<String> samples,
            Map<String, ToLongFunction<String>> ways,
            Report report) {
        var first = new LinkedHashMap<String, Timings>();
        var again = new LinkedHashMap<String, Timings>();
        var found = new LinkedHashMap<String, Long>();
        ways.forEach((way, ask) -> {
            long before = time(samples, ask, first.computeIfAbsent(way, _ -> new Timings()));
            long rows = time(samples, ask, again.computeIfAbsent(way, _ -> new Timings()));
            if (rows != before) {
                throw new IllegalStateException(
                        "%s %s had %d rows, then %d".formatted(question, way, before, rows));
            }
            found.put(way, rows);
        });
        tell(question + " first", first, found, report);
        tell(question + " again", again, found, report);
    }

    private static long time(List<String> samples, ToLongFunction<String> ask, Timings taken) {
        long rows = 0;
        for (var sample : samples) {
            long start = System.nanoTime();
            rows += ask.applyAsLong(sample);
            taken.add(System.nanoTime() - start);
        }
        return rows;
    }

    private static void tell(
            String question, Map<String, Timings> timings, Map<String, Long> found, Report report) {
        var peer = timings.get("postgres");
        timings.forEach((way, taken) ->
                report.result(
                        question + " " + way,
                        "reps",
                        taken.count(),
                        "rows",
                        (double) found.getOrDefault(way, 0L) / taken.count(),
                        "p50_ms",
                        taken.millis(0.5),
                        "p99_ms",
                        taken.millis(0.99),
                        "p50_of_postgres",
                        peer == null ? "-" : taken.millis(0.5) / peer.millis(0.5),
                        "p99_of_postgres",
                        peer == null ? "-" : taken.millis(0.99) / peer.millis(0.99)));
    }
}
