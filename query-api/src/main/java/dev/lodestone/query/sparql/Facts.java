package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said of a thing under some aspect.
public final class Facts {
    private final Map<String, List<String>> byProperty;

    /// @param byProperty texts by the IRI of the property, each list in order and not empty
    Facts(Map<String, List<String>> byProperty) {
        this.byProperty = Map.copyOf(byProperty);
    }

    /// IRIs and lexical forms, in the order of their texts, each once.
    public List<String> all(Term property) {
        return byProperty.getOrDefault(property.iri(), List.of());
    }

    /// The first in that order: what stands for all, where there should be one.
    public Optional<String> least(Term property) {
        var all = byProperty.get(property.iri());
        return all == null ? Optional.empty() : Optional.of(all.getFirst());
    }

    /// Whether that is among them.
    public boolean has(Term property, String text) {
        return all(property).contains(text);
    }

    /// Roughly, in bytes.
    int weight() {
        int weight = 64;
        for (var texts : byProperty.values()) {
            weight += 96;
            for (var text : texts) {
                weight += 64 + text.length();
            }
        }
        return weight;
    }
}
