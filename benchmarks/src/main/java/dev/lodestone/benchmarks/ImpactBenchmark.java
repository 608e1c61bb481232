package dev.lodestone.benchmarks;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.impact.Impact;
import dev.lodestone.query.impact.ImpactPage;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Tdb2Reader;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// What rests on one furnace: the first page beside all of it.
final class ImpactBenchmark implements Benchmark {
    @Override
    public void run(Options options, Report report) throws Exception {
        int samples = options.number("samples", 300_000);
        int rounds = options.number("rounds", 3);
        var data =
                Recording.kept(
                        options,
                        "impact-" + samples,
                        new RecalledFurnace(samples)::forEach,
                        report);
        try (var log = EventLogs.open(data, Clock.LATE);
                var graph =
                        Tdb2Graph.open(data, Iris.DEFAULT, notice -> System.err.println(notice))) {
            var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            var basis = new GraphBasis(log.head(), meaning.fingerprint());
            if (!graph.basis().equals(basis)) {
                report.progress("building the graph");
                graph.rebuild(into -> meaning.whole(log.head(), into), basis);
            }
            var impact =
                    new Impact(
                            new GraphQueries(new Tdb2Reader(graph), QueryLimits.DEFAULT),
                            Iris.DEFAULT_BASE);
            try (var memory = new Memory()) {
                var shares = new ArrayList<Double>();
                for (int round = 0; round < rounds; round++) {
                    shares.add(round(impact, report));
                }
                report.ratio("first-page/all-rows", "<=0.1", shares);
                memory.tell("memory", report);
            }
        }
    }

    private static double round(Impact impact, Report report) {
        var furnace = "instrument/" + RecalledFurnace.FURNACE;
        var page = new Timings();
        page.time(() -> check(impact.page(furnace, 0, Impact.USUAL_PAGE, false)));
        var all = new Timings();
        var rows = new AtomicLong();
        all.time(() ->
                report.result(
                        "fan-out", "counts", impact.each(furnace, _ -> rows.incrementAndGet())));
        report.result(
                "round",
                "rows",
                rows.get(),
                "first_page_ms",
                page.seconds() * 1_000,
                "all_rows_s",
                all.seconds(),
                "rows_per_s",
                rows.get() / all.seconds());
        return page.seconds() / all.seconds();
    }

    private static void check(ImpactPage page) {
        if (page.dependents().size() != Impact.USUAL_PAGE) {
            throw new IllegalStateException(
                    "The first page has %d rows.".formatted(page.dependents().size()));
        }
    }
}
