package dev.lodestone.importers.nomad;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.SourceEntry;
import java.util.List;
import java.util.Set;

/// Entries of NOMAD as they are imported.
final class NomadEntries {
    private NomadEntries() {}

    /// The deployment that entries with ids are of.
    static NomadSource deployment(ImportOptions options) {
        return new NomadSource(id(options.setting(NomadImporter.DEPLOYMENT).orElse("nomad")), true);
    }

    /// A source's identity of a name.
    static SourceId id(String name) {
        return new SourceId(name.replaceAll("[^A-Za-z0-9._~-]", "-"));
    }

    /// An answer without an entry: nothing to record, but counted.
    static SourceEntry empty(ApiAnswers.Without answer) {
        return SourceEntry.of(
                answer.place(),
                () ->
                        new MappedEntry(
                                List.of(),
                                Set.of(),
                                List.of(new DroppedField("an answer", answer.what())),
                                List.of()));
    }
}
