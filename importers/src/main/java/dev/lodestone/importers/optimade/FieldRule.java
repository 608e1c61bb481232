package dev.lodestone.importers.optimade;

import dev.lodestone.ontology.Term;
import java.util.Optional;

/// What a field of a provider's own means here.
///
/// @param path its name, or the way into it by `/`: `_mp_stability/r2scan/energy_above_hull`
/// @param meaning what it becomes
/// @param condition what the value holds under
/// @param note what a reader has to know
public record FieldRule(
        String path, Meaning meaning, Optional<Condition> condition, Optional<String> note) {

    /// What a field becomes.
    public sealed interface Meaning {
        /// A number; the unit counts where the provider states none.
        record Amount(Term property, Optional<Term> unit) implements Meaning {}

        /// Words.
        record Words(Term property) implements Meaning {}

        /// A further name of the material.
        record Name(String scope) implements Meaning {}
    }

    /// What a value holds under.
    public sealed interface Condition {
        /// The exchange-correlation functional.
        record Functional(Term functional) implements Condition {}

        /// The provider's word for how it was calculated.
        record RunType(String word) implements Condition {}
    }

    /// The name of the field that `/info` speaks of.
    String field() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
