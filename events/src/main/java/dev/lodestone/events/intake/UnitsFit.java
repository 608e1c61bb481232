package dev.lodestone.events.intake;

import dev.lodestone.events.Draft;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.Value.Content;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import java.util.stream.Collectors;

/// A number has a unit of its property's dimension, compared by dimension vector and never by
/// quantity kind (QUDT puts mAh/g and C/kg on two kinds without a match). `lsu:Unknown` fits all:
/// it says that the source states none.
final class UnitsFit implements IntakeRule {
    private static final Term UNKNOWN = new Term(Namespaces.LSU + "Unknown");

    private final Ontology ontology = Ontology.lodestone();

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        for (var numbered : NumberedValue.of(draft.body())) {
            ontology.findProperty(numbered.value().property())
                    .ifPresent(property -> check(numbered, property, complaints));
        }
    }

    private void check(NumberedValue numbered, Property property, Complaints complaints) {
        switch (numbered.value().content()) {
            case Content.Number(var quantity) ->
                    unit(property, quantity.unit(), numbered.pointer() + "/quantity", complaints);
            case Content.Between(var bounds) ->
                    unit(property, bounds.unit(), numbered.pointer() + "/bounds", complaints);
            case Content.Concept _, Content.Words _ -> {}
        }
    }

    private void unit(Property property, Term unit, String pointer, Complaints complaints) {
        if (unit.equals(UNKNOWN)) {
            return;
        }
        if (property.canonicalUnit().isEmpty()) {
            complaints.add(
                    pointer,
                    "The property (%s) is not a quantity, but has a number in (%s)."
                            .formatted(property.term(), unit),
                    "give it as \"concept\" or \"text\".");
            return;
        }
        var canonical = property.canonicalUnit().get();
        var found = ontology.findUnit(unit.curie());
        if (found.isEmpty()) {
            complaints.add(
                    pointer + "/unit",
                    "The unit (%s) is unknown.".formatted(unit),
                    choices(property));
        } else if (!found.get().sameDimension(canonical)) {
            complaints.add(
                    pointer + "/unit",
                    "The unit (%s, dimension %s) cannot be used for (%s, dimension %s)."
                            .formatted(
                                    found.get().symbol(),
                                    found.get().dimensionVector(),
                                    property.term(),
                                    canonical.dimensionVector()),
                    choices(property));
        }
    }

    private String choices(Property property) {
        return property.canonicalUnit()
                .map(canonical ->
                        "one of "
                                + ontology.units().stream()
                                        .filter(unit -> unit.sameDimension(canonical))
                                        .map(unit ->
                                                unit.symbol() + " (" + unit.term().curie() + ")")
                                        .limit(8)
                                        .collect(Collectors.joining(", "))
                                + ".")
                .orElse("");
    }
}
