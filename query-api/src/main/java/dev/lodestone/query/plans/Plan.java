package dev.lodestone.query.plans;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The steps of a plan as it holds now.
///
/// @param steps in an order that the plan allows, by IRI
record Plan(String workflow, String title, Map<String, Step> steps) {
    /// A planned step.
    ///
    /// @param before all steps that are planned to come before it, however far
    /// @param targets the values it is to have
    record Step(
            String iri,
            String label,
            Optional<Term> kind,
            Optional<String> kindLabel,
            Set<String> before,
            List<Row> targets) {}

    static Plan read(Session session, String workflow, String title) {
        var firsts = new LinkedHashMap<String, Row>();
        var direct = new LinkedHashMap<String, Set<String>>();
        var targets = new LinkedHashMap<String, Map<String, Row>>();
        for (var row : session.rows("plan-steps", Map.of("plan", new Parameter.Iri(workflow)))) {
            var step = row.get("step");
            firsts.putIfAbsent(step, row);
            row.text("previous")
                    .ifPresent(direct.computeIfAbsent(step, _ -> new LinkedHashSet<>())::add);
            row.text("datum")
                    .ifPresent(datum ->
                            targets.computeIfAbsent(step, _ -> new LinkedHashMap<>())
                                    .putIfAbsent(datum, row));
        }
        var steps = new ArrayList<Step>();
        firsts.forEach((step, row) ->
                steps.add(
                        new Step(
                                step,
                                row.text("label").orElseGet(() -> Samples.id(step)),
                                row.text("kind").map(Term::new),
                                row.text("kindLabel"),
                                allBefore(step, direct),
                                List.copyOf(targets.getOrDefault(step, Map.of()).values()))));
        steps.sort(
                Comparator.<Step>comparingInt(step -> step.before().size())
                        .thenComparing(Step::label));
        var inOrder = new LinkedHashMap<String, Step>();
        steps.forEach(step -> inOrder.put(step.iri(), step));
        return new Plan(workflow, title, inOrder);
    }

    /// A plan may name its steps in a circle; then each is before each other, and itself not.
    private static Set<String> allBefore(String step, Map<String, Set<String>> direct) {
        var found = new HashSet<String>();
        var toGo = new ArrayList<>(direct.getOrDefault(step, Set.of()));
        while (!toGo.isEmpty()) {
            var at = toGo.removeLast();
            if (!at.equals(step) && found.add(at)) {
                toGo.addAll(direct.getOrDefault(at, Set.of()));
            }
        }
        return found;
    }
}
