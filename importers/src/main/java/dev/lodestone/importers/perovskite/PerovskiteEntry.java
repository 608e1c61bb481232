package dev.lodestone.importers.perovskite;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.nomad.NomadEntry;
import java.util.Optional;

/// An archive of the cell laboratory.
///
/// @param kind what its section describes
/// @param archive the file
public record PerovskiteEntry(Kind kind, NomadEntry archive) {
    /// What a section describes, in the order in which things are there before others speak of
    /// them.
    public enum Kind {
        /// A chemical of the inventory.
        MATERIAL("PlainsMaterial"),
        /// A perovskite as designated by its ions.
        COMPOSITION("PerovskiteComposition"),
        /// A substrate.
        SUBSTRATE("SubstrateSample"),
        /// A solution mixed in the laboratory.
        SOLUTION("PlainsSolution"),
        /// An area of a substrate that is a solar cell.
        CELL_AREA("PerovskiteSolarCellSampleArea"),
        /// The steps that a substrate went through.
        DEPOSITION("DepositionRoutine");

        private final String section;

        Kind(String section) {
            this.section = section;
        }
    }

    /// Tells what an archive is.
    ///
    /// @throws RefusedEntry if it is none of the laboratory's
    static PerovskiteEntry of(NomadEntry archive) {
        var definition = archive.text("/data/m_def").orElse("without m_def");
        var section = definition.substring(definition.lastIndexOf('.') + 1);
        for (var kind : Kind.values()) {
            if (kind.section.equals(section)) {
                return new PerovskiteEntry(kind, archive);
            }
        }
        throw new RefusedEntry(
                archive.place() + "#/data/m_def",
                "The section (%s) is none of the cell laboratory's.".formatted(definition),
                "it belongs to another plugin; the laboratory's own entries are imported without it.");
    }

    /// Where it stands.
    String place(String pointer) {
        return archive.place() + "#" + pointer;
    }

    /// What identifies it: its path in the upload.
    String key() {
        return archive.mainfile();
    }

    /// The name the laboratory identifies it by.
    Optional<String> labId() {
        return archive.text("/data/lab_id");
    }

    /// What people call it.
    Optional<String> name() {
        return archive.text("/data/name");
    }
}
