package dev.lodestone.importers;

import dev.lodestone.events.Liveness;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Value;
import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
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

/// A real log in a directory, with what tests ask of it.
public final class TestLog implements AutoCloseable {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private final EventLog log;
    private final EventIntake intake;
    private final FileStore files;

    public TestLog(Path directory) {
        log = EventLogs.open(directory, CLOCK);
        intake = new EventIntake(log, CLOCK, new SplittableRandom(42));
        files = new FileStore(directory);
    }

    public EventLog log() {
        return log;
    }

    public EventIntake intake() {
        return intake;
    }

    public FileStore files() {
        return files;
    }

    public ImportReport run(Importer importer, Path file, ImportOptions options) {
        return new ImportRun(log, intake, files)
                .run(
                        importer,
                        new SourceLocation.OnDisk(file),
                        ImportContext.of(options),
                        ImportProgress.SILENT);
    }

    public ImportReport run(Importer importer, Path file) {
        return run(importer, file, ImportOptions.DEFAULT);
    }

    public ImportUndo.Undone undo(RecordId run) {
        return new ImportUndo(log, intake).undo(run, "It was the wrong file.");
    }

    public long head() {
        return log.head().value();
    }

    public List<RecordedEvent> all() {
        var all = new ArrayList<RecordedEvent>();
        try (var entries = log.read(LogPosition.START, log.head())) {
            entries.forEachRemaining(entry -> all.add(EventCodec.read(entry)));
        }
        return all;
    }

    public List<RecordedEvent> live() {
        var all = all();
        var live = Liveness.of(all);
        return all.stream().filter(record -> live.contains(record.record())).toList();
    }

    /// What holds, of one kind, as stated.
    public <E extends ProvenanceEvent> List<E> stated(Class<E> kind) {
        return live().stream()
                .map(RecordedEvent::stated)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// All recorded events of a kind, live or not.
    public <E extends ProvenanceEvent> Stream<E> each(Class<E> kind) {
        return records(kind).map(event -> kind.cast(event.stated()));
    }

    /// The records of a kind, live or not.
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

    /// A file of the shared data; the test is skipped where it is not there.
    public static Path shared(String name) {
        var file = Path.of(System.getProperty("lodestone.shared", "../shared"), "data", name);
        Assumptions.assumeTrue(
                Files.exists(file),
                "skipped: third-party data is kept outside the repository, and %s is not there"
                        .formatted(file));
        return file;
    }

    @Override
    public void close() {
        log.close();
    }
}
