package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// What a column of a training set is for.
public enum CellRole implements WireNamed {
    /// An input of the model.
    FEATURE("Feature"),
    /// What the model learns to predict.
    TARGET("Target");

    private final String wireName;

    CellRole(String wireName) {
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
