package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.nomad.TaskReading.Carrier;
import dev.lodestone.importers.nomad.WorkflowMapping.Plan;
import dev.lodestone.importers.nomad.WorkflowMapping.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Says of what happened which step of which plan it carried out: of the plan of its own entry, or
/// of another entry that names it as a task. For one thread.
final class Plans {
    private static final int MOST_KEPT = 500;

    private final NomadUpload upload;
    private final Function<NomadEntry, Gathered> work;
    private final Map<String, Optional<Known>> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Known>> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    /// @param work what an entry becomes, without the plans of others; may throw [RefusedEntry]
    Plans(NomadUpload upload, Function<NomadEntry, Gathered> work) {
        this.upload = upload;
        this.work = work;
    }

    /// What is needed of an entry that plans, or that carries out.
    ///
    /// @param registers the plan, and who made it
    /// @param activities the events that happened
    private record Known(
            Optional<Plan> plan, List<MappedItem> registers, List<EventId> activities) {}

    /// A step that an entry carries out.
    private record Match(NomadEntry planner, Plan plan, Step step, Carrier by) {}

    /// Completes what happened in an entry.
    void complete(Gathered into) {
        into.plan().ifPresent(plan -> ownSteps(into, plan));
        var matches = matches(into.entry());
        if (matches.size() > 1) {
            into.find(
                    "",
                    "It carries out steps of %d plans (%s); an event can name one, so it names none."
                            .formatted(
                                    matches.size(),
                                    String.join(
                                            ", ",
                                            matches.stream()
                                                    .map(m -> m.planner().mainfile())
                                                    .toList())));
        } else if (matches.size() == 1) {
            carriesOut(into, matches.getFirst());
        }
    }

    /// Steps of a process that NOMAD lists as tasks of the same entry, one by one.
    private static void ownSteps(Gathered into, Plan plan) {
        int steps = into.fields().at("/data/steps").size();
        if (steps == 0 || plan.steps().size() != steps) {
            return;
        }
        for (int i = 0; i < steps; i++) {
            var name = into.fields().peek("/data/steps/" + i + "/name");
            if (name.isPresent() && !plan.steps().get(i).name().equals(name.get())) {
                return;
            }
        }
        into.revise(item -> {
            for (int i = 0; i < steps; i++) {
                if (item.locator().equals(into.place("/data/steps/" + i))) {
                    return executing(item, plan, plan.steps().get(i), List.of());
                }
            }
            return item;
        });
    }

    private void carriesOut(Gathered into, Match match) {
        into.thing(known(match.planner()).map(Known::registers).orElse(List.of()));
        var before = new ArrayList<EventId>();
        for (int earlier : match.step().after()) {
            match.plan()
                    .steps()
                    .get(earlier)
                    .by()
                    .flatMap(by -> upload.entry(by.target(), match.planner()))
                    .filter(other -> !other.place().equals(into.entry().place()))
                    .flatMap(this::known)
                    .ifPresent(other -> before.addAll(other.activities()));
        }
        var within = into.place(match.by().pointer());
        boolean exact = match.by().pointer().startsWith("/data/");
        var steps = into.place("/data/steps/");
        into.revise(item ->
                (exact ? item.locator().equals(within) : !item.locator().startsWith(steps))
                        ? executing(item, match.plan(), match.step(), before)
                        : item);
    }

    private List<Match> matches(NomadEntry entry) {
        var matches = new ArrayList<Match>();
        upload.entries()
                .planners(entry)
                .forEach(planner ->
                        known(planner)
                                .flatMap(Known::plan)
                                .ifPresent(plan -> matches.addAll(matches(planner, plan, entry))));
        var named = matches.stream().filter(match -> match.by().named()).toList();
        return named.isEmpty() ? matches : named;
    }

    private static List<Match> matches(NomadEntry planner, Plan plan, NomadEntry entry) {
        return plan.steps().stream()
                .flatMap(step ->
                        step
                                .by()
                                .filter(by -> by.entry().equals(entry.place()))
                                .map(by -> new Match(planner, plan, step, by))
                                .stream())
                .toList();
    }

    private Optional<Known> known(NomadEntry entry) {
        var before = kept.get(entry.place());
        if (before != null) {
            return before;
        }
        Optional<Known> known;
        try {
            known = Optional.of(known(work.apply(entry)));
        } catch (RefusedEntry e) {
            known = Optional.empty();
        }
        kept.put(entry.place(), known);
        return known;
    }

    private static Known known(Gathered gathered) {
        return new Known(
                gathered.plan(),
                gathered.things().stream()
                        .filter(item ->
                                item.event() instanceof AgentRegistered
                                        || item.key().equals(gathered.key(Gathered.WORKFLOW)))
                        .toList(),
                gathered.happened().stream()
                        .filter(item -> isActivity(item.event()))
                        .map(item -> item.key().event())
                        .toList());
    }

    private static MappedItem executing(
            MappedItem item, Plan plan, Step step, List<EventId> before) {
        if (!isActivity(item.event())) {
            return item;
        }
        var was = item.event().occurrence();
        var occurrence =
                new Occurrence(
                        after(was.labTime(), before),
                        was.agents(),
                        was.instruments(),
                        was.outcome(),
                        was.reason(),
                        Optional.of(new Occurrence.PlanStep(plan.id(), step.name())));
        return item.stating(with(item.event(), occurrence))
                .reading(
                        item.content()
                                + "\nexecutes=%s %s after %s"
                                        .formatted(plan.id(), step.name(), before));
    }

    private static LabTime after(LabTime time, List<EventId> before) {
        return before.isEmpty() ? time : time.withAfter(before.toArray(EventId[]::new));
    }

    private static boolean isActivity(ProvenanceEvent event) {
        return event instanceof SampleProcessed
                || event instanceof SampleMeasured
                || event instanceof SimulationPerformed
                || event instanceof AnalysisPerformed;
    }

    private static ProvenanceEvent with(ProvenanceEvent event, Occurrence now) {
        return switch (event) {
            case SampleProcessed e ->
                    new SampleProcessed(
                            now, e.participants(), e.process(), e.parameters(), e.files());
            case SampleMeasured e ->
                    new SampleMeasured(
                            now,
                            e.participants(),
                            e.method(),
                            e.effect(),
                            e.components(),
                            e.conditions(),
                            e.results(),
                            e.files());
            case SimulationPerformed e ->
                    new SimulationPerformed(
                            now,
                            e.subject(),
                            e.method(),
                            e.names(),
                            e.components(),
                            e.conditions(),
                            e.results(),
                            e.files());
            case AnalysisPerformed e ->
                    new AnalysisPerformed(
                            now,
                            e.subject(),
                            e.method(),
                            e.inputs(),
                            e.inputValues(),
                            e.components(),
                            e.conditions(),
                            e.results(),
                            e.files());
            default -> event;
        };
    }
}
