package dev.lodestone.importers.nomad;

import java.util.Optional;
import java.util.stream.Stream;

/// The entries that are read together, as others find them.
interface EntryLookup {
    /// The entry with an id; a raw file is recognised by the id it would have in that upload.
    Optional<NomadEntry> byId(Optional<String> upload, String id);

    /// The entry of a main file.
    Optional<NomadEntry> byFile(Optional<String> upload, String mainfile);

    /// The other entries of the same upload that have a laboratory id, in the order they were read.
    /// An entry that does not know its upload has none beside it, unless it is a file among files.
    Stream<NomadEntry> byLabId(NomadEntry from, String labId);

    /// The entries whose plans have a task that an entry may carry out, in the order they were
    /// read.
    Stream<NomadEntry> planners(NomadEntry entry);

    /// The main files of the other entries of the same upload that have an entry's laboratory id.
    Stream<String> namesakes(NomadEntry entry, String labId);
}
