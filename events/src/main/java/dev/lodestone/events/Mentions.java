package dev.lodestone.events;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.PlanEvent.DecisionMade;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.RecordEvent.AccessChanged;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordErased;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.SampleEvent.SampleDestroyed;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleLinked;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an event speaks of: which things it brings into the record, which it takes as known, and
/// what it does to which samples. The one place where kinds are told apart for this.
///
/// @param introduced things that need not be known before, samples and others
/// @param supposed things that must be known before
/// @param touched samples whose life the event is part of, in the order named; those of a container
///   are named by the container alone
/// @param born samples that come into being by it
/// @param ended samples that cease to exist by it
/// @param containers memberships pinned
/// @param named names given to things
public record Mentions(
        Set<Id> introduced,
        Set<Id> supposed,
        Set<SampleId> touched,
        Set<SampleId> born,
        Set<SampleId> ended,
        List<Participants.Positions> containers,
        List<ScopedName> named) {

    /// What an event speaks of. Of a correction: what the restated event speaks of.
    public static Mentions of(ProvenanceEvent event) {
        var found = new Collector();
        found.happened(event.occurrence());
        switch (event) {
            case MaterialRegistered e -> {
                found.introduced.add(e.material());
                found.named.addAll(e.names());
            }
            case AgentRegistered e -> {
                found.introduced.add(e.agent());
                e.memberOf().ifPresent(found.supposed::add);
            }
            case InstrumentRegistered e -> found.introduced.add(e.instrument());
            case ContainerRegistered e -> {
                found.introduced.add(e.container());
                e.placements().forEach(p -> found.touch(p.sample()));
                e.inside().map(ContainerPlace::container).ifPresent(found.supposed::add);
            }
            case SampleRegistered e -> {
                e.samples().forEach(found::describe);
                e.samples().stream()
                        .filter(sample -> sample.regionOf().isPresent())
                        .forEach(region -> found.born.add(region.sample()));
                e.samples().forEach(sample -> sample.regionOf().ifPresent(found.touched::add));
            }
            case SampleIdentified e -> {
                found.touch(e.sample());
                e.sameAs().forEach(found::touch);
                found.named.addAll(e.names());
            }
            case SampleLinked e -> {
                found.touch(e.sample());
                found.supposed.add(e.material());
            }
            case SampleProcessed e -> found.participate(e.participants());
            case SampleStored e -> {
                found.participate(e.participants());
                e.inside().map(ContainerPlace::container).ifPresent(found.supposed::add);
            }
            case SampleTransported e -> {
                found.participate(e.participants());
                Stream.of(e.custodian(), e.handedOverBy())
                        .flatMap(Optional::stream)
                        .forEach(found.supposed::add);
                e.into().map(ContainerPlace::container).ifPresent(found.supposed::add);
            }
            case SampleMeasured e -> {
                found.participate(e.participants());
                if (e.effect() == Effect.CONSUMES) {
                    found.ended.addAll(e.participants().samples());
                }
            }
            case SampleSplit e -> {
                found.touch(e.parent());
                e.parts().forEach(found::describe);
                e.parts().forEach(part -> found.born.add(part.sample()));
                if (e.parentConsumed()) {
                    found.ended.add(e.parent());
                }
            }
            case SamplesMerged e -> {
                for (var input : e.inputs()) {
                    found.touch(input.sample());
                    if (input.wholly()) {
                        found.ended.add(input.sample());
                    }
                }
                found.describe(e.result());
                found.born.add(e.result().sample());
            }
            case SampleDestroyed e -> {
                found.participate(e.participants());
                found.ended.addAll(e.participants().samples());
            }
            case AnalysisPerformed e -> found.about(e.subject());
            case SimulationPerformed e -> found.about(e.subject());
            case ValuesAsserted e -> found.about(e.subject());
            case ValuesImputed e -> {
                found.about(e.subject());
                e.model().ifPresent(found.supposed::add);
            }
            case WorkflowPlanned e -> found.introduced.add(e.workflow());
            case DecisionMade e ->
                    Stream.concat(e.considered().stream(), e.chose().stream())
                            .forEach(found::about);
            case TrainingSetFrozen e -> {
                found.introduced.add(e.dataset());
                e.rows().forEach(row -> found.supposed.add(row.sample()));
            }
            case ModelTrained e -> {
                found.introduced.add(e.model());
                e.trainedOn().ifPresent(found.supposed::add);
                found.supposed.addAll(e.heldOut());
            }
            case ValuesPredicted e -> {
                found.supposed.add(e.model());
                e.predictions().forEach(p -> p.subject().ifPresent(found::about));
            }
            case SourceImported e -> found.introduced.add(e.source());
            case Annotated e -> e.samples().forEach(found::touch);
            case RecordCorrected e -> {
                var restated = of(e.restated());
                found.addAll(restated);
            }
            case AccessChanged _, RecordRetracted _, RecordErased _ -> {}
        }
        return found.done();
    }

    private static final class Collector {
        private final Set<Id> introduced = new LinkedHashSet<>();
        private final Set<Id> supposed = new LinkedHashSet<>();
        private final Set<SampleId> touched = new LinkedHashSet<>();
        private final Set<SampleId> born = new LinkedHashSet<>();
        private final Set<SampleId> ended = new LinkedHashSet<>();
        private final List<Participants.Positions> containers = new ArrayList<>();
        private final List<ScopedName> named = new ArrayList<>();

        void happened(Occurrence occurrence) {
            supposed.addAll(occurrence.agents());
            supposed.addAll(occurrence.instruments());
            occurrence.executes().map(Occurrence.PlanStep::workflow).ifPresent(supposed::add);
        }

        void touch(SampleId sample) {
            touched.add(sample);
            supposed.add(sample);
        }

        void participate(Participants participants) {
            participants.samples().forEach(this::touch);
            participants.container().ifPresent(this::pin);
        }

        private void pin(Participants.Positions positions) {
            containers.add(positions);
            supposed.add(positions.container());
        }

        void describe(SampleDescription description) {
            introduced.add(description.sample());
            touched.add(description.sample());
            named.addAll(description.names());
            Stream.of(description.regionOf(), description.represents())
                    .flatMap(Optional::stream)
                    .forEach(supposed::add);
        }

        void about(Subject subject) {
            subject.sample().ifPresent(this::touch);
            subject.material().ifPresent(supposed::add);
            subject.workflow().ifPresent(supposed::add);
        }

        void addAll(Mentions other) {
            introduced.addAll(other.introduced);
            supposed.addAll(other.supposed);
            touched.addAll(other.touched);
            born.addAll(other.born);
            ended.addAll(other.ended);
            containers.addAll(other.containers);
            named.addAll(other.named);
        }

        Mentions done() {
            supposed.removeAll(introduced);
            return new Mentions(introduced, supposed, touched, born, ended, containers, named);
        }
    }
}
