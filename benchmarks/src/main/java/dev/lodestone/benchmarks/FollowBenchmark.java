package dev.lodestone.benchmarks;

import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.KeptGraph.Advance;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The RDF graph built anew from the whole log, beside the last part of the log followed: batches
/// in transactions of their own, and several in one. What they leave behind is what the files grow
/// by.
final class FollowBenchmark implements Benchmark {
    private static final int BATCH = 1_000;
    private static final int TOGETHER = 8;

    @Override
    public void run(Options options, Report report) throws Exception {
        int chains = options.number("chains", 10_000);
        int rounds = options.number("rounds", 3);
        var data = Recording.lives(options, chains, report);
        var dearer = new ArrayList<Double>();
        var smaller = new ArrayList<Double>();
        try (var log = EventLogs.open(data, Clock.LATE)) {
            var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            var head = log.head();
            var from = new LogPosition(head.value() * 2 / 3);
            for (int round = 0; round < rounds; round++) {
                var whole = build(options, meaning, head, head, 1, report);
                var single = build(options, meaning, from, head, 1, report);
                var together = build(options, meaning, from, head, TOGETHER, report);
                dearer.add(whole.perRecord() / together.perRecord());
                smaller.add((double) together.grown() / single.grown());
            }
        }
        report.ratio("rebuilding/following, time a record", "none", dearer);
        report.ratio("together/apart, growth of the files", "none", smaller);
    }

    /// @param perRecord seconds
    /// @param grown bytes
    private record Taken(double perRecord, long grown) {}

    /// Builds a graph up to a position and follows on to the head; what is told is the following,
    /// or the building where there is nothing to follow.
    private static Taken build(
            Options options,
            LogMeaning meaning,
            LogPosition from,
            LogPosition head,
            int together,
            Report report) {
        var directory = Folders.fresh(options.work().resolve("follow"));
        try (var graph = openGraph(directory)) {
            var building = new Timings();
            building.time(
                    () -> graph.rebuild(into -> meaning.whole(from, into), at(from, meaning)));
            if (from.equals(head)) {
                return told("rebuild", head.value(), building, 0, report);
            }
            long before = Folders.bytes(directory);
            var following = new Timings();
            following.time(() -> follow(graph, meaning, from, head, together));
            return told(
                    "follow by " + together,
                    head.value() - from.value(),
                    following,
                    Folders.bytes(directory) - before,
                    report);
        }
    }

    private static Tdb2Graph openGraph(Path directory) {
        return Tdb2Graph.open(directory, Iris.DEFAULT, notice -> System.err.println(notice));
    }

    private static void follow(
            Tdb2Graph graph, LogMeaning meaning, LogPosition from, LogPosition head, int together) {
        var batches = new ArrayList<LogPosition>();
        for (long at = from.value(); at < head.value(); at += BATCH) {
            batches.add(new LogPosition(at));
        }
        for (int i = 0; i < batches.size(); i += together) {
            List<LogPosition> some = batches.subList(i, Math.min(batches.size(), i + together));
            graph.apply(some.stream().map(after -> advance(meaning, after, head)).iterator());
        }
    }

    private static Advance advance(LogMeaning meaning, LogPosition after, LogPosition head) {
        var to = new LogPosition(Math.min(head.value(), after.value() + BATCH));
        return new Advance(meaning.delta(after, to), at(to, meaning));
    }

    private static GraphBasis at(LogPosition position, LogMeaning meaning) {
        return new GraphBasis(position, meaning.fingerprint());
    }

    private static Taken told(
            String variant, long records, Timings timings, long grown, Report report) {
        report.result(
                variant,
                "records",
                records,
                "s",
                timings.seconds(),
                "records_per_s",
                records / timings.seconds(),
                "grown_mb",
                grown / 1e6);
        return new Taken(timings.seconds() / records, grown);
    }
}
