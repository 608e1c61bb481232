package dev.lodestone.query.plans;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.history.TargetCheck;
import dev.lodestone.query.plans.PlanDeviations.Done;
import dev.lodestone.query.plans.PlanDeviations.Run;
import dev.lodestone.query.plans.PlanDeviations.Status;
import dev.lodestone.query.plans.PlanDeviations.StepRun;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.states.EventSorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells one plan against what was done.
final class PlanRuns {
    private final Session session;
    private final double beyond;
    private final Map<String, List<Row>> values = new HashMap<>();

    PlanRuns(Session session, double beyond) {
        this.session = session;
        this.beyond = beyond;
    }

    Run run(Plan plan, Followed followed, Optional<String> label) {
        var executions = followed.executions();
        var before = followed.before();
        var byStep = new LinkedHashMap<String, List<Execution>>();
        executions.forEach(e -> byStep.computeIfAbsent(e.step(), _ -> new ArrayList<>()).add(e));
        var steps = new ArrayList<StepRun>();
        for (var step : plan.steps().values()) {
            var done = byStep.getOrDefault(step.iri(), List.of());
            steps.add(
                    new StepRun(
                            step.iri(),
                            step.label(),
                            status(step, plan, byStep.keySet()),
                            done.stream()
                                    .map(e ->
                                            done(
                                                    e,
                                                    followed,
                                                    Optional.of(step),
                                                    outOfOrder(e, step, plan, byStep, before)))
                                    .toList()));
        }
        var strays =
                executions.stream()
                        .filter(e -> !plan.steps().containsKey(e.step()))
                        .map(e -> done(e, followed, Optional.empty(), List.of()))
                        .toList();
        return new Run(plan.workflow(), plan.title(), followed.sample(), label, steps, strays);
    }

    private static Status status(Plan.Step step, Plan plan, Set<String> executed) {
        if (executed.contains(step.iri())) {
            return Status.EXECUTED;
        }
        boolean passed =
                plan.steps().values().stream()
                        .anyMatch(later ->
                                later.before().contains(step.iri())
                                        && executed.contains(later.iri()));
        return passed ? Status.SKIPPED : Status.OPEN;
    }

    /// The earlier steps all of whose executions are known to come after this one.
    private static List<String> outOfOrder(
            Execution execution,
            Plan.Step step,
            Plan plan,
            Map<String, List<Execution>> byStep,
            Map<String, Set<String>> before) {
        return plan.steps().values().stream()
                .filter(earlier -> step.before().contains(earlier.iri()))
                .filter(earlier -> {
                    var theirs = byStep.getOrDefault(earlier.iri(), List.of());
                    return !theirs.isEmpty()
                            && theirs.stream().allMatch(e -> execution.isBefore(e, before));
                })
                .map(Plan.Step::label)
                .toList();
    }

    private Done done(
            Execution execution,
            Followed followed,
            Optional<Plan.Step> step,
            List<String> outOfOrder) {
        var row = execution.row();
        var kind = new Term(row.get("kind"));
        var found =
                step.isPresent()
                        ? values(execution.event()).stream().filter(followed::concerns).toList()
                        : List.<Row>of();
        var check =
                TargetCheck.of(
                        step.map(Plan.Step::targets).orElse(List.of()),
                        found,
                        execution.seconds(),
                        beyond);
        return new Done(
                execution.event(),
                row.text("kindLabel").orElse(kind.localName()),
                LabMoment.of(row).when(),
                row.text("outcome")
                        .map(iri -> new Term(iri).localName())
                        .filter(outcome -> !outcome.equals("Unknown")),
                row.get("record"),
                row.whole("position").orElseThrow(),
                step.filter(planned ->
                                planned.kind()
                                        .filter(k -> !EventSorts.is(kind, Set.of(), k))
                                        .isPresent())
                        .flatMap(Plan.Step::kindLabel),
                outOfOrder,
                row.isTrue("orderAssumed"),
                check.deviations(),
                check.unknown());
    }

    private List<Row> values(String event) {
        return values.computeIfAbsent(
                event,
                _ -> session.rows("event-values", Map.of("event", new Parameter.Iri(event))));
    }
}
