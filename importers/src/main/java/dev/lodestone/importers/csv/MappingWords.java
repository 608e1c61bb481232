package dev.lodestone.importers.csv;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Mode;
import dev.lodestone.events.WireNamed;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ontology's words in a mapping, checked when the mapping is read, so that a misspelt term is
/// one error in the mapping and not one in every row.
final class MappingWords {
    private final Ontology ontology = Ontology.lodestone();
    private final MappingNode node;

    MappingWords(MappingNode node) {
        this.node = node;
    }

    Property property(String name) {
        var text = node.neededText(name);
        return node.term(name)
                .flatMap(ontology::findProperty)
                .orElseThrow(() ->
                        node.wrong(
                                name,
                                "The property (%s) is not in the ontology.".formatted(text),
                                near(text)));
    }

    Term unit(String name, Property property) {
        var text = node.neededText(name);
        var unit =
                ontology.findUnit(text)
                        .orElseThrow(() ->
                                node.wrong(
                                        name,
                                        "The unit (%s) is not known.".formatted(text),
                                        units(property)));
        boolean fits =
                unit.term().equals(new Term(Namespaces.LSU + "Unknown"))
                        || property.canonicalUnit().filter(unit::sameDimension).isPresent();
        if (!fits) {
            throw node.wrong(
                    name,
                    "The unit (%s) cannot be used for (%s).".formatted(text, property.term()),
                    units(property));
        }
        return unit.term();
    }

    Optional<Term> kind(String name, Scheme scheme) {
        return node.term(name)
                .map(term -> {
                    if (ontology.findKind(term).filter(kind -> kind.scheme() == scheme).isEmpty()) {
                        throw node.wrong(
                                name,
                                "The term (%s) is not in the ontology's list of this sort."
                                        .formatted(term),
                                near(term.curie()));
                    }
                    return term;
                });
    }

    HowKnown basis(String name, HowKnown otherwise) {
        return node.choice(name, byName(HowKnown.values()), Optional.of(otherwise));
    }

    Optional<Mode> mode(String name) {
        return node.has(name)
                ? Optional.of(node.choice(name, byName(Mode.values()), Optional.empty()))
                : Optional.empty();
    }

    /// The members of a closed list by their names.
    static <T extends WireNamed> Map<String, T> byName(T[] values) {
        return Arrays.stream(values)
                .collect(
                        Collectors.toMap(
                                WireNamed::wireName, v -> v, (a, _) -> a, LinkedHashMap::new));
    }

    private String units(Property property) {
        return property.canonicalUnit()
                .map(canonical ->
                        "one of "
                                + ontology.units().stream()
                                        .filter(canonical::sameDimension)
                                        .limit(8)
                                        .map(Unit::term)
                                        .map(Term::curie)
                                        .collect(Collectors.joining(", "))
                                + ", or lsu:Unknown where the source states none.")
                .orElse("leave it out: the property has words for values.");
    }

    private String near(String text) {
        var near = ontology.suggestions(text);
        return near.isEmpty() ? "" : "one of " + String.join(", ", near) + ".";
    }
}
