package dev.lodestone.importers.nomad;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /// The entries that were read together, then answers without one.
    static List<SourceEntry> of(
            List<NomadEntry> entries, EntryMapping mapping, ApiAnswers answers) {
        var all = new ArrayList<SourceEntry>();
        entries.forEach(entry -> all.add(entry(mapping, entry)));
        answers.without().forEach(answer -> all.add(empty(answer.place(), answer.what())));
        return all;
    }

    /// The version of NOMAD, if all entries are of one.
    static Optional<String> version(List<NomadEntry> entries) {
        var versions =
                entries.stream()
                        .flatMap(entry -> entry.text("/metadata/nomad_version").stream())
                        .distinct()
                        .toList();
        return versions.size() == 1 ? Optional.of(versions.getFirst()) : Optional.empty();
    }

    private static SourceEntry entry(EntryMapping mapping, NomadEntry entry) {
        return SourceEntry.of(entry.place(), () -> mapping.map(entry));
    }

    /// An answer without an entry: nothing to record, but counted.
    private static SourceEntry empty(String place, String what) {
        return SourceEntry.of(
                place,
                () ->
                        new MappedEntry(
                                List.of(),
                                Set.of(),
                                List.of(new DroppedField("an answer", what)),
                                List.of()));
    }
}
