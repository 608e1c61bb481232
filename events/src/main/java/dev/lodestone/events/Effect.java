package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// What a measurement does to the sample; no second event is owed for it.
public enum Effect implements WireNamed {
    /// Nothing: the state stays.
    NONE("none", "None"),
    /// The sample continues in a new state.
    ALTERS("alters", "Alters"),
    /// The sample ends.
    CONSUMES("consumes", "Consumes");

    private final String wireName;
    private final String localName;

    Effect(String wireName, String localName) {
        this.wireName = wireName;
        this.localName = localName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// The ontology's concept for it.
    public Term term() {
        return new Term(Namespaces.LSK + localName);
    }
}
