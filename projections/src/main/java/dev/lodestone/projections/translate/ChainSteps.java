package dev.lodestone.projections.translate;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataEvent.ValuesImputed;
import dev.lodestone.events.Effect;
import dev.lodestone.events.LearningEvent;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.NumberedValue.Role;
import dev.lodestone.events.PlanEvent;
import dev.lodestone.events.RecordEvent;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleDescription;
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
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Finds in an event the steps of the samples it is part of.
final class ChainSteps {
    private final ChainStep.When when;
    private final RecordedEvent recorded;
    private final BiConsumer<SampleId, ChainStep> to;

    private ChainSteps(
            RecordedEvent recorded,
            ChainStep.When when,
            Memberships memberships,
            BiConsumer<SampleId, ChainStep> to) {
        this.recorded = recorded;
        this.when = when;
        var amounts = Portion.of(recorded.stated(), memberships);
        this.to =
                amounts.isEmpty()
                        ? to
                        : (sample, step) ->
                                to.accept(
                                        sample,
                                        step.withAmounts(amounts.getOrDefault(sample, List.of())));
    }

    /// @param first position of the event's first record
    static void of(
            RecordedEvent recorded,
            long first,
            Memberships memberships,
            BiConsumer<SampleId, ChainStep> to) {
        new ChainSteps(recorded, ChainStep.When.of(recorded, first), memberships, to)
                .find(memberships);
    }

    private void find(Memberships memberships) {
        switch (recorded.stated()) {
            case SampleRegistered e -> registered(e);
            case SampleProcessed e ->
                    all(memberships.samples(e.participants()), ChainStep.Part.CHANGED, null);
            case SampleStored e ->
                    all(memberships.samples(e.participants()), ChainStep.Part.CHANGED, null);
            case SampleTransported e ->
                    all(memberships.samples(e.participants()), ChainStep.Part.CHANGED, null);
            case SampleMeasured e -> measured(e, memberships.samples(e.participants()));
            case SampleSplit e -> {
                var parts = e.parts().stream().map(SampleDescription::sample).toList();
                used(e.parent(), e.parentConsumed(), parts);
                all(parts, ChainStep.Part.BORN, null);
            }
            case SamplesMerged e -> {
                for (var input : e.inputs()) {
                    used(input.sample(), input.wholly(), List.of(e.result().sample()));
                }
                all(List.of(e.result().sample()), ChainStep.Part.BORN, null);
            }
            case SampleDestroyed e ->
                    all(
                            memberships.samples(e.participants()),
                            ChainStep.Part.ENDED,
                            e.how().term());
            case SimulationPerformed e -> about(e.subject(), ChainStep.Part.OBSERVED);
            case ValuesAsserted e -> about(e.subject(), ChainStep.Part.SPOKEN_OF);
            case ValuesImputed e -> about(e.subject(), ChainStep.Part.SPOKEN_OF);
            case AnalysisPerformed _,
                    SampleIdentified _,
                    SampleLinked _,
                    ThingEvent _,
                    PlanEvent _,
                    LearningEvent _,
                    RecordEvent _ -> {}
        }
    }

    private void all(Iterable<SampleId> samples, ChainStep.Part part, @Nullable Term ending) {
        var step = new ChainStep(when, part, ending, List.of(), List.of());
        samples.forEach(sample -> to.accept(sample, step));
    }

    private void used(SampleId sample, boolean wholly, List<SampleId> made) {
        to.accept(
                sample,
                new ChainStep(
                        when,
                        wholly ? ChainStep.Part.ENDED : ChainStep.Part.CHANGED,
                        wholly ? Vocabulary.LIFECYCLE_CONSUMED : null,
                        List.of(),
                        made));
    }

    /// A region begins with the state that its sample is in; nothing happens to that.
    private void registered(SampleRegistered e) {
        var regions = new LinkedHashMap<SampleId, List<SampleId>>();
        var samples = new LinkedHashMap<SampleId, ChainStep.Part>();
        for (var sample : e.samples()) {
            samples.putIfAbsent(sample.sample(), ChainStep.Part.REGISTERED);
            sample.regionOf()
                    .ifPresent(of -> {
                        samples.put(sample.sample(), ChainStep.Part.BORN);
                        var others = regions.computeIfAbsent(of, _ -> new ArrayList<>());
                        if (!others.contains(sample.sample())) {
                            others.add(sample.sample());
                        }
                    });
        }
        var plain = new ChainStep(when, ChainStep.Part.REGISTERED, null, List.of(), List.of());
        samples.forEach((sample, part) -> {
            var marked = regions.remove(sample);
            to.accept(
                    sample,
                    part == ChainStep.Part.REGISTERED && marked == null
                            ? plain
                            : marking(part, marked == null ? List.of() : marked));
        });
        regions.forEach((of, marked) -> to.accept(of, marking(ChainStep.Part.OBSERVED, marked)));
    }

    private ChainStep marking(ChainStep.Part part, List<SampleId> regions) {
        return new ChainStep(when, part, null, List.of(), List.copyOf(regions));
    }

    private void measured(SampleMeasured e, Set<SampleId> samples) {
        var part =
                switch (e.effect()) {
                    case NONE -> ChainStep.Part.OBSERVED;
                    case ALTERS -> ChainStep.Part.CHANGED;
                    case CONSUMES -> ChainStep.Part.ENDED;
                };
        var ending = e.effect() == Effect.CONSUMES ? Vocabulary.LIFECYCLE_CONSUMED : null;
        if (samples.size() == 1) {
            var only = samples.iterator().next();
            var results = results().entrySet();
            var own = new ArrayList<Integer>();
            for (var of : results) {
                if (of.getKey() == null || only.equals(of.getKey())) {
                    own.addAll(of.getValue());
                }
            }
            own.sort(null);
            to.accept(only, new ChainStep(when, part, ending, List.copyOf(own), List.of()));
        } else {
            var results = results();
            var plain = new ChainStep(when, part, ending, List.of(), List.of());
            for (var sample : samples) {
                var own = results.get(sample);
                to.accept(
                        sample,
                        own == null
                                ? plain
                                : new ChainStep(when, part, ending, List.copyOf(own), List.of()));
            }
        }
    }

    private void about(Subject subject, ChainStep.Part part) {
        subject.sample()
                .ifPresent(sample -> {
                    var own = new ArrayList<Integer>();
                    results()
                            .forEach((of, numbers) -> {
                                if (of == null || of.equals(sample)) {
                                    own.addAll(numbers);
                                }
                            });
                    own.sort(null);
                    to.accept(sample, new ChainStep(when, part, null, List.copyOf(own), List.of()));
                });
    }

    /// Numbers of the results, by the sample they name; `null` for those that name none.
    private Map<@Nullable SampleId, List<Integer>> results() {
        var found = new HashMap<@Nullable SampleId, List<Integer>>();
        for (var value : NumberedValue.of(recorded.stated())) {
            if (value.role() == Role.RESULT) {
                found.computeIfAbsent(value.value().sample().orElse(null), _ -> new ArrayList<>())
                        .add(value.n());
            }
        }
        return found;
    }
}
