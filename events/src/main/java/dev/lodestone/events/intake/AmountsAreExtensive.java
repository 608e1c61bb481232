package dev.lodestone.events.intake;

import dev.lodestone.events.AmountNote;
import dev.lodestone.events.Draft;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.List;

/// An amount of a sample is above zero, and in a unit of what adds up when portions are put
/// together: mass, volume, area, length, amount of substance, number. `lsu:Unknown` is accepted:
/// the amount is then kept, and not reckoned with.
final class AmountsAreExtensive implements IntakeRule {
    private static final Term UNKNOWN = new Term(Namespaces.LSU + "Unknown");

    private final Ontology ontology = Ontology.lodestone();
    private final List<Unit> extensive =
            List.of("unit:KiloGM", "unit:M3", "unit:M2", "unit:M", "unit:MOL", "unit:UNITLESS")
                    .stream()
                    .map(name -> ontology.unit(Term.of(name)))
                    .toList();

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        for (var note : AmountNote.of(draft.body())) {
            var quantity = note.quantity();
            // Nothing lost, or an empty vial, can be found out; nobody takes nothing.
            boolean part = note.pointer().endsWith("/amount");
            if (quantity.value().signum() < 0 || (part && quantity.value().signum() == 0)) {
                complaints.add(
                        note.pointer() + "/value",
                        "The amount (%s) is not above zero.".formatted(quantity.value()),
                        "leave the amount out where it is not known.");
            }
            var unit = ontology.findUnit(quantity.unit().curie());
            // What stands in a value is held against its property by UnitsFit.
            if (part
                    && !quantity.unit().equals(UNKNOWN)
                    && unit.filter(u -> extensive.stream().anyMatch(u::sameDimension)).isEmpty()) {
                complaints.add(
                        note.pointer() + "/unit",
                        "The unit (%s) is not one of an amount."
                                .formatted(unit.map(Unit::symbol).orElse(quantity.unit().curie())),
                        "a mass (g), volume (mL), area (cm2), length (mm), amount of substance"
                                + " (mol) or number is meant.");
            }
        }
    }
}
