package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// What an agent is.
public enum AgentType implements WireNamed {
    /// Somebody.
    PERSON("Person"),
    /// A lab, a company, an institute.
    ORGANIZATION("Organization"),
    /// A program, with its version.
    SOFTWARE("Software");

    private final String wireName;

    AgentType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// The ontology's concept for it.
    public Term term() {
        return new Term(Namespaces.LSK + wireName);
    }
}
