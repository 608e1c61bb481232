package dev.lodestone.benchmarks;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/// The RDF graph from the stored log, beside TDB2's phased loader reading the same triples from a
/// file. Ours decodes, orders and translates the events besides, looks again at some of what it
/// wrote, and has it all on the disk when it ends.
final class RebuildBenchmark implements Benchmark {
    @Override
    public void run(Options options, Report report) throws Exception {
        int chains = options.number("chains", 100_000);
        int rounds = options.number("rounds", 3);
        var data = Recording.lives(options, chains, report);
        var file = options.work().resolve("lives-" + chains + ".nq");
        var ratios = new ArrayList<Double>();
        try (var log = EventLogs.open(data, Clock.LATE)) {
            var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            var head = log.head();
            var translating = new Timings();
            var sink = new CountingSink();
            translating.time(() -> meaning.whole(head, sink));
            tell("translation-alone", translating, head.value(), sink.statements(), report);
            long triples = 0;
            try (var dump = new TripleFile(file)) {
                meaning.whole(head, dump);
                triples = dump.count();
            }
            for (int round = 0; round < rounds; round++) {
                var ours = new Timings();
                var plain = new Timings();
                boolean first = round % 2 == 0;
                if (first) {
                    plain(options, file, plain);
                }
                try (var graph = openGraph(options)) {
                    var reached = new GraphBasis(head, meaning.fingerprint());
                    ours.time(() -> graph.rebuild(into -> meaning.whole(head, into), reached));
                }
                if (!first) {
                    plain(options, file, plain);
                }
                tell("rebuild", ours, head.value(), triples, report);
                tell("phased-loader", plain, head.value(), triples, report);
                ratios.add(plain.seconds() / ours.seconds());
            }
        }
        report.ratio("rebuild/loader", ">=0.5", ratios);
    }

    private static Tdb2Graph openGraph(Options options) {
        return Tdb2Graph.open(
                Folders.fresh(options.work().resolve("rebuild")),
                Iris.DEFAULT,
                notice -> System.err.println(notice));
    }

    private static void plain(Options options, Path file, Timings timings) {
        var directory = Folders.fresh(options.work().resolve("plain"));
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(directory.toString());
        timings.time(() -> {
            var loader = LoaderFactory.phasedLoader(dataset, (_, _) -> {});
            loader.startBulk();
            loader.load(file.toString());
            loader.finishBulk();
        });
        TDBInternal.expel(dataset, true);
    }

    private static void tell(
            String variant, Timings timings, long events, long triples, Report report) {
        report.result(
                variant,
                "events",
                events,
                "triples",
                triples,
                "s",
                timings.seconds(),
                "events_per_s",
                events / timings.seconds(),
                "triples_per_s",
                triples / timings.seconds());
    }
}
