package dev.lodestone.importers;

import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Range;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is odd about values that are imported all the same: outside the range the ontology calls
/// plausible, or without a unit.
final class ValueFindings {
    private static final Term NO_UNIT = new Term(Namespaces.LSU + "Unknown");

    private final Ontology ontology = Ontology.lodestone();
    private final Set<Term> unitless = new HashSet<>();

    List<Finding> of(MappedItem item) {
        var found = new ArrayList<Finding>();
        for (var numbered : NumberedValue.of(item.event())) {
            var value = numbered.value();
            value.quantity().ifPresent(quantity -> check(item, value, quantity, found));
        }
        return found;
    }

    private void check(MappedItem item, Value value, Quantity quantity, List<Finding> found) {
        var place = place(item, value);
        if (quantity.unit().equals(NO_UNIT)) {
            if (unitless.add(value.property())) {
                found.add(
                        new Finding(
                                place,
                                "The source states no unit for (%s); its values are kept and cannot be compared."
                                        .formatted(value.property())));
            }
            return;
        }
        ontology.findProperty(value.property())
                .ifPresent(property ->
                        property.plausible()
                                .ifPresent(
                                        range -> range(place, property, range, quantity, found)));
    }

    /// Where a value stands: within its entry, unless it says more itself.
    private static String place(MappedItem item, Value value) {
        return value.locator()
                .map(within -> within.startsWith("/") ? item.locator() + " " + within : within)
                .orElse(item.locator());
    }

    private void range(
            String place, Property property, Range range, Quantity quantity, List<Finding> found) {
        ontology.findUnit(quantity.unit().curie())
                .filter(Unit::convertible)
                .filter(unit -> !range.contains(unit.toSi(quantity.value())))
                .ifPresent(unit ->
                        found.add(
                                new Finding(
                                        place,
                                        "The %s (%s %s) is outside the plausible range of %s to %s %s; kept and flagged."
                                                .formatted(
                                                        property.label(),
                                                        quantity.asRecorded(),
                                                        unit.symbol(),
                                                        shown(unit, range.min()),
                                                        shown(unit, range.max()),
                                                        unit.symbol()))));
    }

    private static String shown(Unit unit, BigDecimal si) {
        return unit.fromSi(si).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
