package dev.lodestone.query.compare;

import dev.lodestone.query.history.ShownValue;
import java.util.List;
import java.util.Optional;

/// What was done, or is to be done, step after step.
///
/// @param sort `sample`, `plan` or `event`
/// @param label what people call it
/// @param basis the log position it is told at
public record Course(String sort, String iri, String label, long basis, List<Step> steps) {
    public Course {
        steps = List.copyOf(steps);
    }

    /// A step.
    ///
    /// @param iri of the event, or of the planned step
    /// @param kind short form, `lsk:Sintering`; absent where a plan does not say
    /// @param what in words: "sintering"
    /// @param position of the record that states it
    /// @param place where it was stored, or from where to where it was brought
    /// @param values parameters, then results
    public record Step(
            String iri,
            Optional<String> kind,
            String what,
            Optional<Long> position,
            Optional<String> outcome,
            Optional<String> place,
            List<ShownValue> values) {
        public Step {
            values = List.copyOf(values);
        }

        /// What must be the same for two steps to be the same step.
        String key() {
            return kind.orElse(what);
        }
    }
}
