package dev.lodestone.query.inverse;

import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Tolerance;
import dev.lodestone.query.LodestoneException.Incorrect;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which structure two samples must share for the recipe of one to stand for the other.
///
/// @param descriptors the ones to compare; empty for all that the measured sample has and that have
///   a tolerance
/// @param tolerances those that the question sets itself
public record StructureJoin(List<Property> descriptors, Map<Term, Tolerance> tolerances) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*([^=]+?)\\s*(?:=\\s*(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?)\\s*(.*?))?\\s*");

    public StructureJoin {
        descriptors = List.copyOf(descriptors);
        tolerances = Map.copyOf(tolerances);
    }

    /// Compares all descriptors, within the tolerances of the ontology.
    public static StructureJoin usual() {
        return new StructureJoin(List.of(), Map.of());
    }

    /// Reads `secondaryParticleSize`, `secondaryParticleSize=10 %` or `latticeParameterA=0.01 Å`,
    /// one for each descriptor.
    public static StructureJoin parse(List<String> texts) {
        var descriptors = new LinkedHashMap<Term, Property>();
        var tolerances = new LinkedHashMap<Term, Tolerance>();
        for (var text : texts) {
            var matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new Incorrect(
                        "join-syntax",
                        """
                        The descriptor (%s) cannot be read.
                        Maybe secondaryParticleSize=10 %% or latticeParameterA=0.01 Å.\
                        """
                                .formatted(text));
            }
            var property = Wish.property(matcher.group(1), text);
            descriptors.put(property.term(), property);
            if (matcher.group(2) != null) {
                tolerances.put(
                        property.term(),
                        tolerance(
                                property,
                                new BigDecimal(matcher.group(2)),
                                matcher.group(3),
                                text));
            }
            if (property.joinTolerance().isEmpty() && !tolerances.containsKey(property.term())) {
                throw new Incorrect(
                        "join-tolerance",
                        """
                        The descriptor (%s) has no tolerance in the ontology.
                        Maybe state one: %s=10 %%.\
                        """
                                .formatted(property.term(), property.term().localName()));
            }
        }
        return new StructureJoin(List.copyOf(descriptors.values()), tolerances);
    }

    /// Within what distance two values of a property count as the same structure.
    Optional<Tolerance> tolerance(Term term) {
        if (tolerances.containsKey(term)) {
            return Optional.of(tolerances.get(term));
        }
        return Ontology.lodestone()
                .findProperty(term)
                .filter(property -> property.facet() == Facet.STRUCTURE || asked(term))
                .flatMap(Property::joinTolerance);
    }

    boolean compares(Term term) {
        return (descriptors.isEmpty() || asked(term)) && tolerance(term).isPresent();
    }

    private boolean asked(Term term) {
        return descriptors.stream().anyMatch(property -> property.term().equals(term));
    }

    private static Tolerance tolerance(
            Property property, BigDecimal amount, String unitName, String text) {
        if (amount.signum() <= 0) {
            throw new Incorrect(
                    "join-tolerance", "The tolerance (%s) must be above zero.".formatted(text));
        }
        if (unitName.equals("%")) {
            return new Tolerance(true, amount.movePointLeft(2));
        }
        var unit = Wish.unit(unitName, property, text);
        return new Tolerance(false, unit.differenceToSi(amount));
    }
}
