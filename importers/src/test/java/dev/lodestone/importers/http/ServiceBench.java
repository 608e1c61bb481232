package dev.lodestone.importers.http;

import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.CheckpointFiles;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.TestLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A log with checkpoints, to import from a server on this machine; waits are told, not waited.
public final class ServiceBench implements AutoCloseable {
    private final TestLog log;
    private final Path checkpoints;
    private final List<Duration> waits = new ArrayList<>();

    public ServiceBench(Path directory) {
        this.log = new TestLog(directory.resolve("log"));
        this.checkpoints = directory.resolve("checkpoints");
    }

    public TestLog log() {
        return log;
    }

    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    /// How many materials were registered, each time counted.
    public long materials() {
        return log.records(MaterialRegistered.class).count();
    }

    /// Imports with checkpoints.
    public ImportReport run(Importer importer, URI address, ImportOptions options) {
        return new ImportRun(log.log(), log.intake(), log.files())
                .run(
                        importer,
                        new SourceLocation.Online(address),
                        ImportContext.of(options)
                                .with(new CheckpointFiles(checkpoints))
                                .with(waits::add, new SplittableRandom(42)),
                        ImportProgress.SILENT);
    }

    /// Options that allow this machine.
    public static ImportOptions options(String... namesAndValues) {
        var options = ImportOptions.DEFAULT.with("allow-private", "true");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options = options.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }

    @Override
    public void close() {
        log.close();
    }
}
