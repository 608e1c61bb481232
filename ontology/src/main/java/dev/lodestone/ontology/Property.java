package dev.lodestone.ontology;

import java.util.List;
import java.util.Optional;

/// A quantity or quality that can be stated of a sample, a material or an event.
///
/// @param canonicalUnit coherent SI; empty for a categorical or textual property
/// @param displayUnit what people use
/// @param level the length scale, for a structure descriptor
/// @param plausible in the canonical unit; a value outside is kept and flagged
/// @param joinTolerance how far two values may lie apart in a structure join
/// @param categorical whether values are words or concepts, not numbers
public record Property(
        Term term,
        String label,
        String definition,
        Facet facet,
        Optional<Unit> canonicalUnit,
        Optional<Unit> displayUnit,
        Optional<StructureLevel> level,
        Optional<Range> plausible,
        Optional<Tolerance> joinTolerance,
        boolean categorical,
        List<String> aliases) {
    public Property {
        aliases = List.copyOf(aliases);
    }
}
