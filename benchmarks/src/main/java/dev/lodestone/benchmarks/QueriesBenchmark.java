package dev.lodestone.benchmarks;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.RdfSnapshot;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.Basis;
import dev.lodestone.query.sparql.GraphReader;
import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.SparqlRequest;
import dev.lodestone.query.sparql.SparqlService;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.QueryExec;

/// The five questions of the peer comparison over our graph, by one client: of the graph directly,
/// through the SPARQL service with the answer written as JSON, and over HTTP. The lines have the
/// form of the peers' own, which `benchmarks/run queries` puts beside them.
final class QueriesBenchmark implements Benchmark {
    /// Where a row begins that is not empty.
    private static final Pattern BINDING = Pattern.compile("(?m)^ {6}\\{");

    private static final Pattern COUNTED =
            Pattern.compile("\"n\" *: *\\{[^}]*\"value\" *: *\"(\\d+)\"", Pattern.DOTALL);

    @Override
    public void run(Options options, Report report) throws Exception {
        int chains = options.number("chains", 100_000);
        var only = options.text("only").orElse("HLIAC");
        double share = options.text("share").map(Double::parseDouble).orElse(1.0);
        var data = Recording.lives(options, chains, report);
        try (var graph = Tdb2Graph.open(data, Iris.DEFAULT, notice -> System.err.println(notice))) {
            bringUpToDate(data, graph, report);
            GraphReader reader =
                    new GraphReader() {
                        @Override
                        public <T> T read(Reading<T> reading) {
                            return graph.read(now ->
                                    reading.of(now.dataset(), new Basis(now.basis().position())));
                        }
                    };
            var service = new SparqlService(reader, Iris.DEFAULT_BASE);
            try (var log = EventLogs.open(data, Clock.LATE);
                    var server = new SparqlServer(log, reader, service)) {
                var ways = new LinkedHashMap<String, Function<String, Long>>();
                ways.put("ours-arq", text -> graph.read(now -> direct(now, text)));
                ways.put("ours-sparql", text -> served(service, text));
                ways.put("ours-http", text -> overHttp(server, text));
                for (var question : Question.all(new Lives(chains), chains)) {
                    if (only.contains(question.name())) {
                        time(question, share, ways, report);
                    }
                }
            }
        }
    }

    private static void bringUpToDate(Path data, Tdb2Graph graph, Report report) {
        try (var log = EventLogs.open(data, Clock.LATE)) {
            var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            var wanted = new GraphBasis(log.head(), meaning.fingerprint());
            if (!graph.basis().equals(wanted)) {
                report.progress("building the graph");
                graph.rebuild(into -> meaning.whole(log.head(), into), wanted);
            }
        }
    }

    /// As the peers ask TDB2: parse, run, look at every row.
    private static long direct(RdfSnapshot now, String text) {
        var query = new Query();
        query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(Namespaces.prefixes()));
        QueryFactory.parse(query, text, null, Syntax.syntaxSPARQL_12);
        try (var execution = QueryExec.dataset(now.dataset()).query(query).build()) {
            var rows = execution.select();
            long count = 0;
            while (rows.hasNext()) {
                var row = rows.next();
                count++;
                if (text.contains("COUNT(DISTINCT")) {
                    return ((Number) row.get("n").getLiteralValue()).longValue();
                }
            }
            return count;
        } catch (QueryExecException e) {
            if (String.valueOf(e.getMessage()).contains("Peek iterator is already empty")) {
                return 0; // How TDB2 of Jena 6.0.0 says that an early part found nothing.
            }
            throw e;
        }
    }

    private static long served(SparqlService service, String text) {
        var bytes = new ByteArrayOutputStream();
        var outcome = service.answer(SparqlRequest.of(text, SparqlFormat.JSON), (_, _) -> bytes);
        return answer(text, outcome.rows(), bytes.toString(StandardCharsets.UTF_8));
    }

    private static long overHttp(SparqlServer server, String text) {
        var json = server.ask(text);
        return answer(text, BINDING.matcher(json).results().count(), json);
    }

    /// The number that is to be compared with the peers' answer.
    private static long answer(String text, long rows, String json) {
        if (!text.contains("COUNT(DISTINCT")) {
            return rows;
        }
        var counted = COUNTED.matcher(json);
        if (!counted.find()) {
            throw new IllegalStateException("no count in " + json);
        }
        return Long.parseLong(counted.group(1));
    }

    /// Asks each question by all ways before the next and holds their answers against each other.
    /// The first way finds what this question needs as cold as the peers do, the others find it
    /// warm.
    private static void time(
            Question question,
            double share,
            Map<String, Function<String, Long>> ways,
            Report report) {
        long warmed = 0;
        for (int k = 0; k < question.warm() * share; k++) {
            var text = question.text().apply(100_000 + k);
            for (var ask : ways.values()) {
                warmed += ask.apply(text);
            }
        }
        report.progress("%,d rows to warm up".formatted(warmed));
        var timings = new LinkedHashMap<String, Timings>();
        ways.keySet().forEach(way -> timings.put(way, new Timings()));
        long rows = 0;
        for (int k = 0; k < question.repetitions() * share; k++) {
            var text = question.text().apply(k);
            var answers = new HashSet<Long>();
            ways.forEach((way, ask) -> {
                long start = System.nanoTime();
                answers.add(ask.apply(text));
                timings.getOrDefault(way, new Timings()).add(System.nanoTime() - start);
            });
            if (answers.size() != 1) {
                throw new IllegalStateException("%s is answered by %s".formatted(text, answers));
            }
            rows += answers.iterator().next();
        }
        long all = rows;
        timings.forEach((way, taken) ->
                report.line(
                        "RESULT|%s|%s|reps=%d|p50_us=%.1f|p99_us=%.1f|mean_us=%.1f|rows=%d",
                        way,
                        question.name(),
                        taken.count(),
                        taken.millis(0.5) * 1e3,
                        taken.millis(0.99) * 1e3,
                        taken.seconds() * 1e6 / taken.count(),
                        all));
    }
}
