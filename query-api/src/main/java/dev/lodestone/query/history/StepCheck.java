package dev.lodestone.query.history;

import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells planned steps with what was done of them on some samples.
final class StepCheck {
    private final Session session;
    private final Set<String> samples;
    private final Map<String, List<Row>> targets = new HashMap<>();

    /// @param samples what an event found of others is of no account
    StepCheck(Session session, Set<String> samples) {
        this.session = session;
        this.samples = samples;
    }

    /// The step, carried out by an event.
    PlannedStep done(PlannedStep step, String event) {
        var planned =
                targets.computeIfAbsent(step.plan(), plan -> rows("plan-steps", "plan", plan));
        var check =
                TargetCheck.of(
                        planned.stream()
                                .filter(row -> row.get("step").equals(step.iri()))
                                .filter(row -> row.text("datum").isPresent())
                                .toList(),
                        rows("event-values", "event", event).stream()
                                .filter(row ->
                                        row.text("sample")
                                                .filter(s -> !samples.contains(s))
                                                .isEmpty())
                                .toList(),
                        rows("event-execution", "event", event).stream()
                                .flatMap(row -> row.number("durationSI").stream())
                                .findFirst(),
                        0);
        return step.doneBy(event, check);
    }

    private List<Row> rows(String question, String about, String iri) {
        return session.rows(question, Map.of(about, new Parameter.Iri(iri)));
    }
}
