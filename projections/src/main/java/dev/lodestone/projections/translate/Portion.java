package dev.lodestone.projections.translate;

import dev.lodestone.events.AmountNote;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an event says of how much there is of one sample, or was taken of it, in SI.
///
/// @param dimension which amounts add up with it
/// @param variance square of its standard uncertainty; zero where none is stated
record Portion(AmountNote.Sort sort, String dimension, BigDecimal si, double variance) {
    /// By sample. What is in a unit that is not stated is left out.
    static Map<SampleId, List<Portion>> of(ProvenanceEvent event, Memberships memberships) {
        var notes = AmountNote.of(event, memberships::samples);
        if (notes.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<SampleId, List<Portion>>();
        for (var note : notes) {
            Ontology.lodestone()
                    .findUnit(note.quantity().unit().curie())
                    .filter(Unit::convertible)
                    .ifPresent(unit ->
                            found.computeIfAbsent(note.sample(), _ -> new ArrayList<>(1))
                                    .add(in(unit, note)));
        }
        return found;
    }

    private static Portion in(Unit unit, AmountNote note) {
        double u =
                note.quantity()
                        .uncertainty()
                        .map(unit::differenceToSi)
                        .orElse(BigDecimal.ZERO)
                        .doubleValue();
        return new Portion(
                note.sort(), unit.dimensionVector(), unit.toSi(note.quantity().value()), u * u);
    }
}
