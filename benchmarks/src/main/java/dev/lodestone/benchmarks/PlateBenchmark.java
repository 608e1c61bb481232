package dev.lodestone.benchmarks;

import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// One step of a whole plate as one event, beside the same step as one event for each position:
/// from the acknowledgement by the log until the graph answers with it.
final class PlateBenchmark implements Benchmark {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public void run(Options options, Report report) throws Exception {
        int positions = options.number("positions", SmallLabs.PLATE);
        int rounds = options.number("rounds", 3);
        var data = Folders.fresh(options.work().resolve("plate"));
        RecordId membership;
        try (var log = EventLogs.open(data, Clock.LATE)) {
            var recording = new Recording(log);
            membership = SmallLabs.plate(positions, recording);
            recording.finish();
        }
        try (var log = EventLogs.open(data, Clock.LATE);
                var projections =
                        Projections.follow(
                                log,
                                () -> new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT),
                                List.of(
                                        Tdb2Graph.open(
                                                data,
                                                Iris.DEFAULT,
                                                notice -> System.err.println(notice))),
                                FollowerOptions.DEFAULT,
                                notice -> System.err.println(notice))) {
            await(projections, log);
            var intake = new EventIntake(log, Clock.LATE, new SplittableRandom(1));
            var shares = new ArrayList<Double>();
            for (int i = 0; i < rounds; i++) {
                int hour = 100 + 2 * i;
                var whole =
                        List.of(
                                heated(
                                        Participants.of(new ContainerId("plate"), membership),
                                        hour));
                var single =
                        SmallLabs.samples("plate-", positions).stream()
                                .map(sample -> heated(Participants.of(sample), hour + 1))
                                .toList();
                double asOne = step("as one event", whole, intake, log, projections, report);
                double asMany = step("as one event each", single, intake, log, projections, report);
                shares.add(asOne / asMany);
            }
            report.ratio("queryable one/each", "none", shares);
        }
    }

    /// @return how many seconds from the acknowledgement until it can be asked for
    private static double step(
            String how,
            List<Draft> drafts,
            EventIntake intake,
            EventLog log,
            Projections projections,
            Report report)
            throws Exception {
        long before = log.head().value();
        var recorded = new Timings();
        recorded.time(() -> intake.record(drafts));
        long acknowledged = System.nanoTime();
        await(projections, log);
        double seconds = (System.nanoTime() - acknowledged) / 1e9;
        long payload =
                LongStream.rangeClosed(before + 1, log.head().value())
                        .mapToObj(LogPosition::new)
                        .mapToLong(at -> log.at(at).orElseThrow().payload().length())
                        .sum();
        report.result(
                how,
                "events",
                drafts.size(),
                "payload_bytes",
                payload,
                "recorded_s",
                recorded.seconds(),
                "until_queryable_s",
                seconds);
        return seconds;
    }

    private static void await(Projections projections, EventLog log) throws InterruptedException {
        for (var follower : projections.followers()) {
            if (!follower.awaitReached(log.head(), LONGEST)) {
                throw new IllegalStateException("the graph has not reached " + log.head());
            }
        }
    }

    private static Draft heated(Participants what, int hour) {
        return SmallLabs.draft(
                new SampleProcessed(
                        SmallLabs.hour(hour),
                        what,
                        Term.of("lsk:Annealing"),
                        List.of(
                                SmallLabs.set("lsp:annealingTemperature", 450, "unit:DEG_C"),
                                SmallLabs.set("lsp:annealingTime", 2, "unit:HR")),
                        List.of()));
    }
}
