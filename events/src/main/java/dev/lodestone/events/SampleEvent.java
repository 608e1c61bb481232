package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Something that happened to samples.
public sealed interface SampleEvent extends ProvenanceEvent {

    /// Samples enter the record: received, bought, first made, imported.
    record SampleRegistered(Occurrence occurrence, List<SampleDescription> samples)
            implements SampleEvent {
        public SampleRegistered {
            samples = List.copyOf(samples);
            if (samples.isEmpty()) {
                throw new IllegalArgumentException("No sample is registered.");
            }
        }
    }

    /// A sample got a name, an alias, or turned out to be the same as another.
    record SampleIdentified(
            Occurrence occurrence, SampleId sample, List<ScopedName> names, List<SampleId> sameAs)
            implements SampleEvent {
        public SampleIdentified {
            names = List.copyOf(names);
            sameAs = List.copyOf(sameAs);
            if (names.isEmpty() && sameAs.isEmpty()) {
                throw new IllegalArgumentException(
                        "The sample (%s) is given neither a name nor an identity."
                                .formatted(sample));
            }
        }
    }

    /// A sample is a portion of a material.
    record SampleLinked(Occurrence occurrence, SampleId sample, MaterialId material)
            implements SampleEvent {}

    /// A step meant to change samples: synthesis, treatment, forming, deposition. Parameters belong
    /// to the step once, never per participant.
    ///
    /// @param process a process kind of the ontology
    record SampleProcessed(
            Occurrence occurrence,
            Participants participants,
            Term process,
            List<Value> parameters,
            List<DataFileRef> files)
            implements SampleEvent {
        public SampleProcessed {
            parameters = List.copyOf(parameters);
            files = List.copyOf(files);
        }
    }

    /// Samples wait somewhere; time itself is the treatment.
    ///
    /// @param place where, in words
    /// @param conditions what held there (temperature, humidity, atmosphere, duration)
    /// @param inside the container that they wait in; where all that a container holds is stored,
    ///   the container itself is put there
    record SampleStored(
            Occurrence occurrence,
            Participants participants,
            Optional<String> place,
            List<Value> conditions,
            Optional<ContainerPlace> inside)
            implements SampleEvent {
        public SampleStored {
            conditions = List.copyOf(conditions);
        }

        /// Storage of which no container is told.
        public SampleStored(
                Occurrence occurrence,
                Participants participants,
                Optional<String> place,
                List<Value> conditions) {
            this(occurrence, participants, place, conditions, Optional.empty());
        }
    }

    /// Samples move between places or custodians.
    ///
    /// @param custodian who has them from then on
    /// @param into the container they come to stand in; where all that a container holds is moved,
    ///   the container itself comes to stand there
    /// @param handedOverBy who had them until then
    record SampleTransported(
            Occurrence occurrence,
            Participants participants,
            Optional<String> from,
            Optional<String> to,
            Optional<AgentId> custodian,
            List<Value> conditions,
            Optional<ContainerPlace> into,
            Optional<AgentId> handedOverBy)
            implements SampleEvent {
        public SampleTransported {
            conditions = List.copyOf(conditions);
        }

        /// A transport of which neither a container nor the custodian before is told.
        public SampleTransported(
                Occurrence occurrence,
                Participants participants,
                Optional<String> from,
                Optional<String> to,
                Optional<AgentId> custodian,
                List<Value> conditions) {
            this(
                    occurrence,
                    participants,
                    from,
                    to,
                    custodian,
                    conditions,
                    Optional.empty(),
                    Optional.empty());
        }

        /// Whether only hands changed: no place is named.
        public boolean handOverOnly() {
            return (custodian.isPresent() || handedOverBy.isPresent())
                    && from.isEmpty()
                    && to.isEmpty()
                    && into.isEmpty();
        }
    }

    /// Values or raw data were obtained of samples.
    ///
    /// @param method a method kind of the ontology
    /// @param components the structural components the results speak of
    /// @param conditions under which the results hold (C-rate, temperature)
    /// @param results what was found
    record SampleMeasured(
            Occurrence occurrence,
            Participants participants,
            Term method,
            Effect effect,
            List<StructuralComponent> components,
            List<Value> conditions,
            List<Value> results,
            List<DataFileRef> files)
            implements SampleEvent {
        public SampleMeasured {
            components = List.copyOf(components);
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
            files = List.copyOf(files);
            if (participants.container().isPresent() || participants.samples().size() > 1) {
                for (var result : results) {
                    if (result.sample().isEmpty()) {
                        throw new IllegalArgumentException(
                                """
                                A result (%s) of a measurement of several samples does not say of which.
                                Maybe add "sample" to it.\
                                """
                                        .formatted(result.property()));
                    }
                }
            }
        }
    }

    /// One sample gave others: cut, aliquoted, diced.
    ///
    /// @param parts at least one, none of them the parent
    /// @param parentConsumed whether the parent ended with it
    record SampleSplit(
            Occurrence occurrence,
            SampleId parent,
            List<SampleDescription> parts,
            boolean parentConsumed,
            Term process,
            List<Value> parameters)
            implements SampleEvent {
        public SampleSplit {
            parts = List.copyOf(parts);
            parameters = List.copyOf(parameters);
            var seen = new HashSet<SampleId>();
            seen.add(parent);
            for (var part : parts) {
                if (!seen.add(part.sample())) {
                    throw new IllegalArgumentException(
                            """
                            The sample (%s) cannot be split into (%s): the parts repeat, or repeat the parent.
                            Maybe give each part an identity of its own.\
                            """
                                    .formatted(
                                            parent,
                                            parts.stream()
                                                    .map(SampleDescription::sample)
                                                    .toList()));
                }
            }
            if (parts.isEmpty()) {
                throw new IllegalArgumentException(
                        "The split of the sample (%s) has no parts.".formatted(parent));
            }
        }
    }

    /// Several samples became one: blended, stacked, assembled.
    ///
    /// @param inputs at least two
    /// @param result what came of it, none of the inputs
    record SamplesMerged(
            Occurrence occurrence,
            List<Input> inputs,
            SampleDescription result,
            Term process,
            List<Value> parameters)
            implements SampleEvent {
        public SamplesMerged {
            inputs = List.copyOf(inputs);
            parameters = List.copyOf(parameters);
            var seen = new HashSet<SampleId>();
            seen.add(result.sample());
            for (var input : inputs) {
                if (!seen.add(input.sample())) {
                    throw new IllegalArgumentException(
                            "The merge into (%s) uses the sample (%s) twice, or makes itself."
                                    .formatted(result.sample(), input.sample()));
                }
            }
            if (inputs.size() < 2) {
                throw new IllegalArgumentException(
                        """
                        The merge into (%s) uses fewer than two samples.
                        Maybe it is a process or a split.\
                        """
                                .formatted(result.sample()));
            }
        }

        /// What goes in.
        ///
        /// @param amount how much of it; absent where nobody knows
        /// @param wholly whether all of it, so that it ends
        public record Input(SampleId sample, Optional<Quantity> amount, boolean wholly) {}
    }

    /// Samples ceased to exist.
    record SampleDestroyed(Occurrence occurrence, Participants participants, Ending how)
            implements SampleEvent {}
}
