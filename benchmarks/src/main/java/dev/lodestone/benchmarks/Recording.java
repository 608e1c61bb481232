package dev.lodestone.benchmarks;

import dev.lodestone.events.Draft;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Records events through the intake, a thousand at a time. Not for several threads.
final class Recording implements Consumer<Draft> {
    private static final int BATCH = 1_000;
    private static final String DONE = "recorded";

    private final EventIntake intake;
    private final List<Draft> waiting = new ArrayList<>(BATCH);
    private final Timings batches = new Timings();
    private long recorded;

    Recording(EventLog log) {
        this.intake = new EventIntake(log, Clock.LATE, new SplittableRandom(1));
    }

    /// A data directory whose log has the lives of N chains.
    static Path lives(Options options, int chains, Report report) throws IOException {
        return kept(options, "lives-" + chains, new Lives(chains)::forEach, report);
    }

    /// A data directory whose log has this story. It is kept under its name, and recorded once.
    static Path kept(Options options, String name, SmallLabs.Story story, Report report)
            throws IOException {
        var directory = options.work().resolve(name);
        if (!Files.exists(directory.resolve(DONE))) {
            Folders.fresh(directory);
            report.progress("recording " + name);
            try (var log = EventLogs.open(directory, Clock.LATE)) {
                var recording = new Recording(log);
                story.tell(recording);
                recording.finish();
                recording.tell(report);
            }
            Files.createFile(directory.resolve(DONE));
        }
        return directory;
    }

    @Override
    public void accept(Draft draft) {
        waiting.add(draft);
        if (waiting.size() == BATCH) {
            finish();
        }
    }

    /// Records what has not filled a batch.
    void finish() {
        if (!waiting.isEmpty()) {
            batches.time(() -> intake.record(waiting));
            recorded += waiting.size();
            waiting.clear();
        }
    }

    void tell(Report report) {
        report.result(
                "recorded",
                "events",
                recorded,
                "s",
                batches.seconds(),
                "per_s",
                recorded / batches.seconds(),
                "batch_p50_ms",
                batches.millis(0.5),
                "batch_p99_ms",
                batches.millis(0.99));
    }
}
