package dev.lodestone.events;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;

/// A thing other than a sample enters the record.
public sealed interface ThingEvent extends ProvenanceEvent {

    /// A material as designated: a formula, a grade, a database entry.
    ///
    /// @param formula as people write it (`LiNi0.8Co0.1Mn0.1O2`)
    /// @param structure the atomic sites as content-addressed JSON
    record MaterialRegistered(
            Occurrence occurrence,
            MaterialId material,
            Optional<String> formula,
            List<ScopedName> names,
            Optional<DataFileRef> structure)
            implements ThingEvent {
        public MaterialRegistered {
            names = List.copyOf(names);
        }
    }

    /// A person, an organization or a program. The only kind that holds personal data.
    ///
    /// @param softwareVersion of a program
    record AgentRegistered(
            Occurrence occurrence,
            AgentId agent,
            AgentType agentType,
            String name,
            Optional<String> softwareVersion,
            Optional<AgentId> memberOf)
            implements ThingEvent {}

    /// A device that treats or measures.
    record InstrumentRegistered(
            Occurrence occurrence,
            InstrumentId instrument,
            String name,
            Optional<Term> instrumentKind,
            Optional<String> place)
            implements ThingEvent {}

    /// A plate, box or shelf with what is where. Registering again makes a new membership; events
    /// pin the membership they mean by this record's id.
    ///
    /// @param inside the container that it stands in itself; absent where the registration does not
    ///   say, so that it stays where it was
    record ContainerRegistered(
            Occurrence occurrence,
            ContainerId container,
            Term containerKind,
            Optional<String> name,
            List<Placement> placements,
            Optional<ContainerPlace> inside)
            implements ThingEvent {
        public ContainerRegistered {
            placements = List.copyOf(placements);
            if (placements.stream().map(Placement::position).distinct().count()
                    != placements.size()) {
                throw new IllegalArgumentException(
                        "The container (%s) has two samples at one position.".formatted(container));
            }
        }

        /// A container of which it is not said where it stands.
        public ContainerRegistered(
                Occurrence occurrence,
                ContainerId container,
                Term containerKind,
                Optional<String> name,
                List<Placement> placements) {
            this(occurrence, container, containerKind, name, placements, Optional.empty());
        }

        /// A sample at a position.
        public record Placement(String position, SampleId sample) {}
    }
}
