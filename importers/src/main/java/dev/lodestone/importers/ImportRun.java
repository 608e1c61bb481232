package dev.lodestone.importers;

import dev.lodestone.events.files.FileStore;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
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
    /// How long at most a reading is not told what is recorded of it: what a run that is cut off
    /// has to read again.
    private static final long UNTOLD_NANOS = 3_000_000_000L;

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
        try (var reading =
                importer.open(location, context.with(progress).with(new HeldInLog(log)))) {
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
        try (var ahead = new ReadAhead(reading, options.limit().orElse(Long.MAX_VALUE))) {
            ahead.start();
            long told = System.nanoTime();
            while (true) {
                var batch = ahead.take();
                // The reading may be told only while nothing is read that is not recorded yet.
                boolean tell =
                        batch.last()
                                || ReadAhead.isYoung(session.entries())
                                || System.nanoTime() - told > UNTOLD_NANOS;
                if (!tell) {
                    ahead.start();
                }
                session.take(batch);
                if (tell) {
                    reading.recorded();
                    told = System.nanoTime();
                }
                progress.at(session.entries(), session.written());
                if (batch.last()) {
                    return batch.unfinished().map(UnreadableSource::text);
                }
                if (tell) {
                    ahead.start();
                }
            }
        }
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
