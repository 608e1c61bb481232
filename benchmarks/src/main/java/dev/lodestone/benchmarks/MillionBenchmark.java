package dev.lodestone.benchmarks;

import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.nio.file.Files;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

/// A million mixed events, recorded and turned into the graph in a small heap, and the graph's
/// counts held against what was recorded.
final class MillionBenchmark implements Benchmark {
    @Override
    public void run(Options options, Report report) throws Exception {
        int events = options.number("events", 1_000_000);
        var data = Folders.fresh(options.work().resolve("million"));
        var mix = new MixedLives(events);
        LogPosition head;
        try (var memory = new Memory();
                var log = EventLogs.open(data, Clock.LATE)) {
            var recording = new Recording(log);
            mix.forEach(recording);
            recording.finish();
            recording.tell(report);
            head = log.head();
            memory.tell("memory-recording", report);
        }
        report.result(
                "mix",
                "events",
                head.value(),
                "corrections",
                mix.corrected(),
                "late",
                mix.late(),
                "of_one_sample",
                mix.measurements(),
                "plate_positions",
                SmallLabs.PLATE,
                "log_bytes",
                Files.size(data.resolve(EventLogs.FILE)));
        try (var memory = new Memory();
                var log = EventLogs.open(data, Clock.LATE);
                var graph =
                        Tdb2Graph.open(data, Iris.DEFAULT, notice -> System.err.println(notice))) {
            rebuild(log, graph, report);
            memory.tell("memory-rebuilding", report);
            check(head, mix, graph, report);
            report.result("on-disk", "rdf_bytes", Folders.bytes(data.resolve(Tdb2Graph.FOLDER)));
        }
    }

    private static void rebuild(EventLog log, Tdb2Graph graph, Report report) {
        var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
        var timings = new Timings();
        var reached = new GraphBasis(log.head(), meaning.fingerprint());
        timings.time(() -> graph.rebuild(into -> meaning.whole(log.head(), into), reached));
        if (!graph.basis().equals(reached)) {
            throw new IllegalStateException(
                    "the graph is at %s, not %s".formatted(graph.basis(), reached));
        }
        report.result(
                "rebuilt",
                "events",
                log.head().value(),
                "s",
                timings.seconds(),
                "events_per_s",
                log.head().value() / timings.seconds());
    }

    private static void check(LogPosition head, MixedLives mix, Tdb2Graph graph, Report report) {
        graph.read(now -> {
            var dataset = now.dataset();
            equal(
                    "records",
                    head.value(),
                    count(dataset, Node.ANY, RDF.Nodes.type, term("EventRecord")),
                    report);
            equal(
                    "corrections",
                    mix.corrected(),
                    count(dataset, Node.ANY, RDF.Nodes.type, term("CorrectionRecord")),
                    report);
            equal("shelved", mix.corrected(), shelved(dataset), report);
            equal(
                    "of one sample",
                    2L * mix.measurements() + 1,
                    count(
                            dataset,
                            Node.ANY,
                            term("onSample"),
                            NodeFactory.createURI(Iris.DEFAULT.of(MixedLives.HOT))),
                    report);
            equal(
                    "plate steps of one sample",
                    MixedLives.PLATE_STEPS + 1L,
                    count(
                            dataset,
                            Node.ANY,
                            NodeFactory.createURI(Namespaces.PROV + "specializationOf"),
                            NodeFactory.createURI(
                                    Iris.DEFAULT.of(
                                            SmallLabs.samples("plate-", SmallLabs.PLATE)
                                                    .getLast()))),
                    report);
            return head;
        });
    }

    private static void equal(String what, long expected, long found, Report report) {
        report.result("check " + what, "expected", expected, "found", found);
        if (expected != found) {
            throw new IllegalStateException(
                    "%s: %d were expected, %d found".formatted(what, expected, found));
        }
    }

    private static long count(DatasetGraph dataset, Node subject, Node predicate, Node object) {
        long count = 0;
        var found = dataset.getDefaultGraph().find(subject, predicate, object);
        while (found.hasNext()) {
            found.next();
            count++;
        }
        return count;
    }

    private static long shelved(DatasetGraph dataset) {
        long count = 0;
        var graphs = dataset.listGraphNodes();
        while (graphs.hasNext()) {
            count += graphs.next().getURI().startsWith(Iris.DEFAULT_BASE + "/record/") ? 1 : 0;
        }
        return count;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Namespaces.LS + name);
    }
}
