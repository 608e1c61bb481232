package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RegionPlace;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.List;

/// Where a region lies is said in a unit of length, or in `lsu:Unknown` where the source states
/// none.
final class RegionsAreMeasuredInLengths implements IntakeRule {
    private static final Term UNKNOWN = new Term(Namespaces.LSU + "Unknown");

    private final Ontology ontology = Ontology.lodestone();
    private final Unit metre = ontology.unit(Term.of("unit:M"));

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        check(draft.body(), "", complaints);
    }

    private void check(ProvenanceEvent event, String at, Complaints complaints) {
        switch (event) {
            case SampleRegistered e -> check(e.samples(), at + "/samples/", complaints);
            case SampleSplit e -> check(e.parts(), at + "/parts/", complaints);
            case RecordCorrected e -> check(e.restated(), "/restated", complaints);
            default -> {}
        }
    }

    private void check(List<SampleDescription> samples, String at, Complaints complaints) {
        for (int i = 0; i < samples.size(); i++) {
            var pointer = at + i + "/where/extent/unit";
            samples.get(i)
                    .where()
                    .flatMap(RegionPlace::extent)
                    .ifPresent(extent -> check(extent.unit(), pointer, complaints));
        }
    }

    private void check(Term unit, String pointer, Complaints complaints) {
        var found = ontology.findUnit(unit.curie());
        if (!unit.equals(UNKNOWN) && found.filter(metre::sameDimension).isEmpty()) {
            complaints.add(
                    pointer,
                    "The unit (%s) is not one of a length."
                            .formatted(found.map(Unit::symbol).orElse(unit.curie())),
                    "mm or um is meant.");
        }
    }
}
