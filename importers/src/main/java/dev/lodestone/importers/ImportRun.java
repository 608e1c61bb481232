package dev.lodestone.importers;

import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Runs imports: maps a source entry by entry, compares each item with the live record of its key,
/// and writes the difference.
///
/// Same content: known, nothing is written. Other content: a correction of the live record, because
/// the source was revised. Content that came back after a retraction: a new record of the same
/// event. Gone from a source that was seen whole: a retraction. A run that wrote something ends
/// with a `SourceImported`; a run that was cut off is finished by running it again.
///
/// Nothing is taken to be gone when any entry was refused, since a refused entry may be the one
/// that is missed. Where the source is the one last imported byte for byte and only the mapping is
/// another, nothing is written unless mapping anew is asked for.
public final class ImportRun {
    private static final int BATCH_ENTRIES = 200;

    private final EventLog log;
    private final EventIntake intake;
    private final FileStore files;

    /// @param intake the gate of the same log
    /// @param files where what events name by its hash is kept
    public ImportRun(EventLog log, EventIntake intake, FileStore files) {
        this.log = log;
        this.intake = intake;
        this.files = files;
    }

    /// Imports a source.
    ///
    /// @throws UnreadableSource if it cannot be read at all; nothing is written then
    public ImportReport run(
            Importer importer,
            SourceLocation location,
            ImportContext context,
            ImportProgress progress) {
        checkSettings(importer, context.options());
        try (var reading = importer.open(location, context.with(progress))) {
            var options = context.options();
            var past = PastRuns.of(log, reading.source());
            var session =
                    new ImportSession(
                            log, intake, files, importer.name(), reading.source(), options, past);
            if (session.onlyTheMappingChanged()) {
                session.find(
                        new Finding(
                                location.shortName(),
                                "The mapping (%s) is not the one this file was imported with (%s); its records are left as they are. Maybe import with --remap."
                                        .formatted(
                                                session.mapping(),
                                                past.last().orElseThrow().importer())));
            }
            var unfinished = walk(reading, session, options, progress);
            reading.findings().forEach(session::find);
            if (unfinished.isEmpty() && reading.sawAll()) {
                session.withdrawVanished();
            }
            return session.finish(reading.source(), reading.sawAll(), unfinished);
        }
    }

    private static Optional<String> walk(
            SourceReading reading,
            ImportSession session,
            ImportOptions options,
            ImportProgress progress) {
        var batch = new ArrayList<SourceEntry>(BATCH_ENTRIES);
        Optional<String> unfinished = Optional.empty();
        long left = options.limit().orElse(Long.MAX_VALUE);
        try {
            var entries = reading.entries();
            while (left-- > 0 && entries.hasNext()) {
                batch.add(entries.next());
                if (batch.size() == BATCH_ENTRIES) {
                    take(reading, session, batch, progress);
                }
            }
        } catch (UnreadableSource e) {
            unfinished = Optional.of(e.text());
        }
        take(reading, session, batch, progress);
        return unfinished;
    }

    private static void take(
            SourceReading reading,
            ImportSession session,
            List<SourceEntry> batch,
            ImportProgress progress) {
        session.take(batch);
        reading.recorded();
        batch.clear();
        progress.at(session.entries(), session.written());
    }

    private static void checkSettings(Importer importer, ImportOptions options) {
        var known = new TreeSet<>(importer.settings().keySet());
        for (var given : new TreeSet<>(options.settings().keySet())) {
            if (!known.contains(given)) {
                throw new UnreadableSource(
                        "import " + importer.name(),
                        "There is no setting (%s).".formatted(given),
                        known.isEmpty()
                                ? "leave it out: this importer has no settings."
                                : "one of " + String.join(", ", known) + ".");
            }
        }
    }
}
