package dev.lodestone.projections.translate;

import dev.lodestone.events.ContainerId;
import dev.lodestone.events.ContainerPlace;
import dev.lodestone.events.EventId;
import dev.lodestone.events.Id;
import dev.lodestone.events.Nesting;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an event says of where a sample or container stands from then on; or, of a container, that
/// it says what is in it.
///
/// @param holds whether it says what is in the thing, not where the thing is
/// @param container where it stands; `null` where it is in none
record Stay(
        ChainStep.When when,
        boolean holds,
        @Nullable ContainerId container,
        @Nullable String position) {

    /// Finds what an event says of whom.
    static void of(
            RecordedEvent recorded, long first, Memberships memberships, BiConsumer<Id, Stay> to) {
        switch (recorded.stated()) {
            case ContainerRegistered e -> {
                var when = ChainStep.When.of(recorded, first);
                var placed = new HashSet<SampleId>();
                for (var placement : e.placements()) {
                    if (placed.add(placement.sample())) {
                        to.accept(
                                placement.sample(),
                                new Stay(when, false, e.container(), placement.position()));
                    }
                }
                to.accept(e.container(), new Stay(when, true, null, null));
                nested(recorded, when, to);
            }
            case SampleStored e ->
                    moved(
                            recorded,
                            first,
                            memberships,
                            e.participants(),
                            e.inside(),
                            e.place().isPresent(),
                            to);
            case SampleTransported e ->
                    moved(
                            recorded,
                            first,
                            memberships,
                            e.participants(),
                            e.into(),
                            e.from().isPresent() || e.to().isPresent(),
                            to);
            default -> {}
        }
    }

    /// What is moved by itself to a place outside any container has left its own; what is moved
    /// with all that is in its container has not.
    private static void moved(
            RecordedEvent recorded,
            long first,
            Memberships memberships,
            Participants who,
            Optional<ContainerPlace> into,
            boolean elsewhere,
            BiConsumer<Id, Stay> to) {
        if (into.isEmpty() && !elsewhere) {
            return;
        }
        var when = ChainStep.When.of(recorded, first);
        if (who.wholeContainer().isPresent()) {
            nested(recorded, when, to);
        } else {
            var stay =
                    new Stay(
                            when,
                            false,
                            into.map(ContainerPlace::container).orElse(null),
                            into.flatMap(ContainerPlace::position).orElse(null));
            memberships.samples(who).forEach(sample -> to.accept(sample, stay));
        }
    }

    private static void nested(
            RecordedEvent recorded, ChainStep.When when, BiConsumer<Id, Stay> to) {
        Nesting.of(recorded.stated())
                .ifPresent(nesting ->
                        to.accept(
                                nesting.inner(),
                                new Stay(
                                        when,
                                        false,
                                        nesting.outer().container(),
                                        nesting.outer().position().orElse(null))));
    }

    /// The last in lab order.
    static Optional<Stay> last(Collection<Stay> stays) {
        var byEvent = new HashMap<EventId, Stay>();
        for (var stay : stays) {
            byEvent.merge(
                    stay.when().event(),
                    stay,
                    (a, b) -> a.when().position() > b.when().position() ? a : b);
        }
        if (byEvent.size() < 2) {
            return byEvent.values().stream().findFirst();
        }
        var steps = new ArrayList<ChainStep>();
        for (var stay : byEvent.values()) {
            steps.add(
                    new ChainStep(
                            stay.when(), ChainStep.Part.OBSERVED, null, List.of(), List.of()));
        }
        var last = LabOrder.of(steps).steps().getLast();
        return Optional.ofNullable(byEvent.get(last.when().event()));
    }

    /// Writes where a thing stands and, of a container, which registration says what is in it.
    static void write(Iris iris, Id thing, Collection<Stay> stays, Consumer<Statement> to) {
        last(stays.stream().filter(stay -> !stay.holds()).toList())
                .ifPresent(stay -> stay.write(iris, thing, to));
        last(stays.stream().filter(Stay::holds).toList())
                .ifPresent(stay -> stay.write(iris, thing, to));
    }

    /// Writes what holds of a thing if this is the last said of it.
    void write(Iris iris, Id thing, Consumer<Statement> to) {
        var subject = iris.of(thing);
        var event = Nodes.iri(iris.of(when.event()));
        if (holds) {
            to.accept(new Statement(subject, Vocabulary.CURRENT_MEMBERSHIP.iri(), event));
        } else if (container != null) {
            var predicate = thing instanceof SampleId ? Vocabulary.IN_CONTAINER : Vocabulary.INSIDE;
            to.accept(new Statement(subject, predicate.iri(), Nodes.iri(iris.of(container))));
            to.accept(new Statement(subject, Vocabulary.PLACED_BY.iri(), event));
            if (position != null) {
                to.accept(
                        new Statement(
                                subject,
                                Vocabulary.CONTAINER_POSITION.iri(),
                                Nodes.text(position)));
            }
        }
    }
}
