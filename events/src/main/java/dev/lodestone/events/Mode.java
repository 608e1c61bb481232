package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// Whether a processing parameter is what was asked for or what was reached.
public enum Mode implements WireNamed {
    /// What was asked for.
    SETPOINT("Setpoint"),
    /// What was logged.
    ACTUAL("Actual"),
    /// What is usual, neither set nor logged here.
    NOMINAL("Nominal");

    private final String wireName;

    Mode(String wireName) {
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
