package dev.lodestone.importers.json;

import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Value;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.ontology.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A log in a directory of its own, to import into and to look into.
public final class Bench implements AutoCloseable {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private final EventLog log;
    private final ImportRun run;

    public Bench(Path directory) {
        log = EventLogs.open(directory, CLOCK);
        run = new ImportRun(log, new EventIntake(log, CLOCK, new SplittableRandom(1)));
    }

    /// A file or directory of the corpus; the test is skipped where there is none.
    public static Path corpus(String path) {
        var file = Path.of(System.getProperty("lodestone.shared", "../../shared"), "data", path);
        Assumptions.assumeTrue(Files.exists(file), "the corpus is not on this machine: " + file);
        return file;
    }

    public ImportReport load(Importer importer, Path path) {
        return load(importer, path, ImportOptions.DEFAULT);
    }

    public ImportReport load(Importer importer, Path path, ImportOptions options) {
        return run.run(
                importer, new SourceLocation.OnDisk(path), ImportContext.of(options), (_, _) -> {});
    }

    /// Everything recorded, oldest first.
    public List<RecordedEvent> all() {
        var events = new ArrayList<RecordedEvent>();
        try (var entries = log.read(LogPosition.START, log.head())) {
            entries.forEachRemaining(entry -> events.add(EventCodec.read(entry)));
        }
        return events;
    }

    /// The recorded events of a kind.
    public <E extends ProvenanceEvent> Stream<E> each(Class<E> kind) {
        return records(kind).map(event -> kind.cast(event.stated()));
    }

    /// The records of a kind.
    public Stream<RecordedEvent> records(Class<? extends ProvenanceEvent> kind) {
        return all().stream().filter(event -> kind.isInstance(event.stated()));
    }

    /// The first value of a property.
    public static Value value(List<Value> values, String property) {
        return values.stream()
                .filter(value -> value.property().equals(Term.of(property)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + property + " in " + values));
    }

    @Override
    public void close() {
        log.close();
    }
}
