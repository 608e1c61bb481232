package dev.lodestone.importers;

import dev.lodestone.events.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a run did and what was lost on the way.
///
/// @param importer its name
/// @param run the id of the run's `SourceImported`; absent where nothing was written
/// @param mapped how often each field of the source became part of an event
/// @param verbatim how often each field was kept as text only
/// @param dropped what was left behind, and why
/// @param unfinished why the reading stopped before the source's end, if it did
public record ImportReport(
        String importer,
        SourceDescription source,
        boolean dryRun,
        Optional<RecordId> run,
        Entries entries,
        Records records,
        Map<String, Long> mapped,
        Map<String, Long> verbatim,
        List<Dropped> dropped,
        List<Refusal> refused,
        List<Finding> findings,
        Optional<String> unfinished) {
    public ImportReport {
        mapped = java.util.Collections.unmodifiableMap(new TreeMap<>(mapped));
        verbatim = java.util.Collections.unmodifiableMap(new TreeMap<>(verbatim));
        dropped = List.copyOf(dropped);
        refused = List.copyOf(refused);
        findings = List.copyOf(findings);
    }

    /// The entries of the source: `read` is the sum of the other three.
    ///
    /// @param mapped with at least one record that is new or corrected
    /// @param alreadyKnown of which every record is known, from the log or from earlier in the
    ///   source
    /// @param refused not imported
    /// @param eventless those among the already known that state no event of their own, but what
    ///   others rest on: a schema, a list of files
    public record Entries(long read, long mapped, long alreadyKnown, long refused, long eventless) {
        /// Entries of which each states an event.
        public Entries(long read, long mapped, long alreadyKnown, long refused) {
            this(read, mapped, alreadyKnown, refused, 0);
        }
    }

    /// The records they became.
    ///
    /// @param alreadyKnown items, each once, whose live record says the same already
    /// @param byKind the new and corrected ones by kind of event
    public record Records(
            long written,
            long fresh,
            long alreadyKnown,
            long corrected,
            long retracted,
            Map<String, Long> byKind) {
        public Records {
            byKind = java.util.Collections.unmodifiableMap(new TreeMap<>(byKind));
        }
    }

    /// A field left behind.
    public record Dropped(String field, long count, String why) {}

    /// For people.
    public String text() {
        return ImportReportText.of(this);
    }

    /// For programs.
    public String json() {
        return ImportReportJson.of(this);
    }
}
