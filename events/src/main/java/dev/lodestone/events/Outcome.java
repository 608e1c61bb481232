package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// How an event ended.
public enum Outcome implements WireNamed {
    /// It did what it was meant to.
    SUCCESS("Success"),
    /// It did not; dark data worth keeping.
    FAILURE("Failure"),
    /// Nobody can say.
    INCONCLUSIVE("Inconclusive"),
    /// It was stopped.
    ABORTED("Aborted"),
    /// Not recorded.
    UNKNOWN("Unknown");

    private final String wireName;

    Outcome(String wireName) {
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
