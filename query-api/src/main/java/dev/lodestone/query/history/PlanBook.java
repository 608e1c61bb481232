package dev.lodestone.query.history;

import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The steps of plans, in an order that the plan allows.
public final class PlanBook {
    private PlanBook() {}

    /// The steps of a plan; empty if it is none.
    public static List<PlannedStep> steps(Session session, String plan) {
        var byStep = new LinkedHashMap<String, List<Row>>();
        session.rows("plan-steps", Map.of("plan", new Parameter.Iri(plan)))
                .forEach(row ->
                        byStep.computeIfAbsent(row.get("step"), _ -> new ArrayList<>()).add(row));
        return ordered(byStep).stream()
                .map(step -> step(plan, step, byStep.getOrDefault(step, List.of())))
                .toList();
    }

    private static PlannedStep step(String plan, String step, List<Row> rows) {
        var row = rows.getFirst();
        return new PlannedStep(
                plan,
                row.text("title").orElseGet(() -> Samples.id(plan)),
                step,
                row.text("label").orElseGet(() -> Samples.id(step)),
                row.text("kindLabel").or(() -> row.text("kind").map(Samples::local)),
                row.text("kind").map(Samples::local).map("lsk:"::concat),
                ShownValue.ofRows(rows.stream().filter(r -> r.text("datum").isPresent()).toList()),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// What comes before goes before; else by name. A circle is cut where it is met.
    private static List<String> ordered(Map<String, List<Row>> byStep) {
        var before = new LinkedHashMap<String, Set<String>>();
        byStep.forEach((step, rows) ->
                before.put(
                        step,
                        new LinkedHashSet<>(
                                rows.stream()
                                        .flatMap(row -> row.text("previous").stream())
                                        .toList())));
        var ordered = new LinkedHashSet<String>();
        var onTheWay = new HashSet<String>();
        before.keySet().forEach(step -> place(step, before, ordered, onTheWay));
        return List.copyOf(ordered);
    }

    private static void place(
            String step,
            Map<String, Set<String>> before,
            Set<String> ordered,
            Set<String> onTheWay) {
        if (!before.containsKey(step) || ordered.contains(step) || !onTheWay.add(step)) {
            return;
        }
        before.getOrDefault(step, Set.of())
                .forEach(earlier -> place(earlier, before, ordered, onTheWay));
        ordered.add(step);
    }
}
