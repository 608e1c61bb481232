package dev.lodestone.ontology;

import java.util.Arrays;
import java.util.Optional;

/// Where a property stands in the chain from processing to performance.
public enum Facet {
    /// How the sample was made or treated.
    PROCESSING("Processing"),
    /// How it is built, at some length scale.
    STRUCTURE("Structure"),
    /// What it is like.
    PROPERTY("Property"),
    /// What it does in use.
    PERFORMANCE("Performance"),
    /// Under which a value holds.
    CONDITION("Condition");

    private final String localName;

    Facet(String localName) {
        this.localName = localName;
    }

    /// Its name in the ontology, e.g. lsk:Processing.
    public Term term() {
        return new Term(Namespaces.LSK + localName);
    }

    /// The facet with this name, if there is one.
    public static Optional<Facet> find(Term term) {
        return Arrays.stream(values()).filter(facet -> facet.term().equals(term)).findFirst();
    }
}
