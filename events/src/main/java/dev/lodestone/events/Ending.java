package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// How a sample ceased to exist.
public enum Ending implements WireNamed {
    /// On purpose, as in a destructive test.
    DESTROYED("Destroyed"),
    /// Used up by a process or measurement.
    CONSUMED("Consumed"),
    /// Nobody knows where it is.
    LOST("Lost"),
    /// Thrown away.
    DISCARDED("Discarded");

    private final String wireName;

    Ending(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// What the sample is from then on, as the ontology says it: what was discarded is destroyed.
    public Term term() {
        return new Term(Namespaces.LSK + (this == DISCARDED ? DESTROYED : this).wireName);
    }
}
