package dev.lodestone.importers;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import java.util.Map;
import java.util.Optional;

/// What is being read, for the run's `SourceImported`.
///
/// @param source its identity; the scope of all keys of its items
/// @param title how people call it
/// @param location path or URL; no secrets in it
/// @param sha256 of the bytes read ([Hashes]); of a directory or of pages, over all of them in a
///   stated order
/// @param version the source's own
/// @param attribution what the licence asks to be said
/// @param mapping which importer and mapping, with a version: `csv/ncm-cathode 1`. Another one than
///   at the last import means that equal content may mean something else now
/// @param whole whether the reading sees all of the source, so that what it does not see is gone
public record SourceDescription(
        SourceId source,
        String title,
        String location,
        String sha256,
        Optional<String> version,
        Optional<String> doi,
        Optional<String> licence,
        Optional<String> attribution,
        String mapping,
        boolean whole) {
    /// Where a record comes from that is the run's own, not an item's.
    SourceRef ofRun(RecordId run) {
        return new SourceRef(
                source,
                Optional.of(run),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                licence,
                Map.of());
    }
}
