package dev.lodestone.events;

import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Term;

/// How a value is known. Imputed and predicted values never look like measured ones.
public enum HowKnown implements WireNamed {
    /// Obtained with an instrument on the sample.
    MEASURED("Measured"),
    /// A processing parameter set or logged by the lab.
    RECORDED("Recorded"),
    /// Worked out from other values.
    CALCULATED("Calculated"),
    /// The result of a computation from theory.
    SIMULATED("Simulated"),
    /// Taken from a paper or sheet that says it was measured.
    EXTRACTED("Extracted"),
    /// A cell that may be imputed; nobody can tell.
    UNVERIFIED("Unverified"),
    /// Filled in by a statistical method because it was missing.
    IMPUTED("Imputed"),
    /// Supposed, without evidence.
    ASSUMED("Assumed"),
    /// The output of a trained model.
    PREDICTED("Predicted");

    private final String wireName;

    HowKnown(String wireName) {
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
