package dev.lodestone.importers;

import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;

/// Runs imports: maps a source entry by entry, compares each item with the live record of its key,
/// and writes the difference.
///
/// Same content: known, nothing is written. Other content: a correction of the live record, because
/// the source was revised. Content that came back after a retraction: a new record of the same
/// event. Gone from a source that was seen whole: a retraction. A run that wrote something ends with
/// a `SourceImported`; a run that was cut off is finished by running it again.
public final class ImportRun {
    private final EventLog log;
    private final EventIntake intake;

    /// @param intake the gate of the same log
    public ImportRun(EventLog log, EventIntake intake) {
        this.log = log;
        this.intake = intake;
    }

    /// Imports a source.
    ///
    /// @throws UnreadableSource if it cannot be read at all; nothing is written then
    public ImportReport run(
            Importer importer,
            SourceLocation location,
            ImportContext context,
            ImportProgress progress) {
        throw new UnsupportedOperationException(
                "not yet: " + log + intake + importer + location + context + progress);
    }
}
