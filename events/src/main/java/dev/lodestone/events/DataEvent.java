package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;

/// Values came to be known without anything happening to a sample.
public sealed interface DataEvent extends ProvenanceEvent {

    /// Data became other data: a fit, a refinement, a segmentation.
    ///
    /// @param inputs the files read
    /// @param inputValues the values read
    record AnalysisPerformed(
            Occurrence occurrence,
            Subject subject,
            Term method,
            List<DataFileRef> inputs,
            List<CellRef> inputValues,
            List<StructuralComponent> components,
            List<Value> conditions,
            List<Value> results,
            List<DataFileRef> files)
            implements DataEvent {
        public AnalysisPerformed {
            inputs = List.copyOf(inputs);
            inputValues = List.copyOf(inputValues);
            components = List.copyOf(components);
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
            files = List.copyOf(files);
        }
    }

    /// A computation from theory, of a material or a simulated sample.
    ///
    /// @param method a calculation kind of the ontology
    /// @param names the task's ids in its source, in every spelling in use
    record SimulationPerformed(
            Occurrence occurrence,
            Subject subject,
            Term method,
            List<ScopedName> names,
            List<StructuralComponent> components,
            List<Value> conditions,
            List<Value> results,
            List<DataFileRef> files)
            implements DataEvent {
        public SimulationPerformed {
            names = List.copyOf(names);
            components = List.copyOf(components);
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
            files = List.copyOf(files);
        }
    }

    /// Somebody states values that have no lab history here: a paper, a handbook, a database.
    ///
    /// @param computedBy the event that produced the values, where it is known
    /// @param originUnknown where it ought to be known and is not: why, in words
    record ValuesAsserted(
            Occurrence occurrence,
            Subject subject,
            Optional<EventId> computedBy,
            Optional<String> originUnknown,
            List<StructuralComponent> components,
            List<Value> conditions,
            List<Value> values)
            implements DataEvent {
        public ValuesAsserted {
            components = List.copyOf(components);
            conditions = List.copyOf(conditions);
            values = List.copyOf(values);
        }
    }

    /// Missing values were filled in. They never look like measured ones.
    ///
    /// @param method an imputation method of the ontology
    /// @param model the model that did it, if recorded
    record ValuesImputed(
            Occurrence occurrence,
            Subject subject,
            Term method,
            Optional<ModelId> model,
            List<StructuralComponent> components,
            List<Value> values)
            implements DataEvent {
        public ValuesImputed {
            components = List.copyOf(components);
            values = List.copyOf(values);
            for (var value : values) {
                if (value.basis() != HowKnown.IMPUTED) {
                    throw new IllegalArgumentException(
                            "An imputed value of (%s) says it is %s."
                                    .formatted(value.property(), value.basis().wireName()));
                }
            }
        }
    }
}
