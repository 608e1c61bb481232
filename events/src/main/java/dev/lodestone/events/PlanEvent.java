package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;

/// Something was planned or decided.
public sealed interface PlanEvent extends ProvenanceEvent {

    /// A plan of steps, perhaps never executed; a recipe when it makes a material.
    ///
    /// @param inputs what it needs and `outputs` what it gives, in words or references as the
    ///   source has them
    record WorkflowPlanned(
            Occurrence occurrence,
            WorkflowId workflow,
            String title,
            boolean recipe,
            List<String> inputs,
            List<String> outputs,
            List<Step> steps)
            implements PlanEvent {
        public WorkflowPlanned {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            steps = List.copyOf(steps);
            if (steps.stream().map(Step::step).distinct().count() != steps.size()) {
                throw new IllegalArgumentException(
                        "The plan (%s) has two steps of one name.".formatted(workflow));
            }
        }

        /// A planned step.
        ///
        /// @param step its name, unique in the plan
        /// @param sort the process, method or calculation kind, where it is known
        /// @param after the steps that come before it
        /// @param target the reference the source gives for what carries it out
        public record Step(
                String step,
                Optional<Term> sort,
                List<String> after,
                List<Value> targets,
                Optional<String> target) {
            public Step {
                after = List.copyOf(after);
                targets = List.copyOf(targets);
            }
        }
    }

    /// Somebody or something chose what to do next.
    ///
    /// @param given the knowledge used and `seeks` the knowledge sought (`lsk:M`, `lsk:G`, `lsk:L`,
    ///   `lsk:T`: Kalinin et al.)
    /// @param rewards what the step was expected to be worth, or was
    record DecisionMade(
            Occurrence occurrence,
            String question,
            List<Subject> considered,
            List<Subject> chose,
            List<Term> given,
            List<Term> seeks,
            List<Value> rewards)
            implements PlanEvent {
        public DecisionMade {
            considered = List.copyOf(considered);
            chose = List.copyOf(chose);
            given = List.copyOf(given);
            seeks = List.copyOf(seeks);
            rewards = List.copyOf(rewards);
            if (!considered.isEmpty() && !considered.containsAll(chose)) {
                throw new IllegalArgumentException(
                        "The decision chose something that it did not consider.");
            }
        }
    }
}
