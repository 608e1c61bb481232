package dev.lodestone.query.plans;

import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was carried out of plans on a sample and on what it was made of.
///
/// @param sample absent for what was carried out on none
/// @param before each state with the states just before it
/// @param ancestors the samples it was made of
record Followed(
        Optional<String> sample,
        List<Execution> executions,
        Map<String, Set<String>> before,
        Set<String> ancestors) {

    static Followed onNoSample(List<Row> rows) {
        return new Followed(Optional.empty(), executions(rows), Map.of(), Set.of());
    }

    static Followed by(Session session, String sample) {
        var about = Map.<String, Parameter>of("sample", new Parameter.Iri(sample));
        var executions = executions(session.rows("sample-executions", about));
        var before = new HashMap<String, Set<String>>();
        var ancestors = new LinkedHashSet<String>();
        var states = executions.isEmpty() ? List.<Row>of() : session.rows("sample-states", about);
        if (!states.isEmpty()) {
            var last = new Parameter.Iri(states.getLast().get("state"));
            for (var row : session.rows("state-ancestry", Map.of("measured", last))) {
                var earlier = before.computeIfAbsent(row.get("state"), _ -> new LinkedHashSet<>());
                row.text("before").ifPresent(earlier::add);
                ancestors.add(row.get("sample"));
            }
            ancestors.remove(sample);
        }
        return new Followed(Optional.of(sample), executions, before, ancestors);
    }

    /// What of it belongs to one plan.
    Followed of(String workflow) {
        return new Followed(
                sample,
                executions.stream().filter(e -> e.workflow().equals(workflow)).toList(),
                before,
                ancestors);
    }

    Set<String> events() {
        var events = new LinkedHashSet<String>();
        executions.forEach(e -> events.add(e.event()));
        return events;
    }

    /// Whether another sample, made of this one, has all of it and more to tell.
    boolean goesOnIn(Followed other) {
        return sample.filter(other.ancestors()::contains).isPresent()
                && other.events().containsAll(events());
    }

    /// Whether a value is of the event as a whole, or about this sample or what it was made of.
    boolean concerns(Row value) {
        var about = value.text("sample");
        return about.isEmpty() || about.equals(sample) || ancestors.contains(about.get());
    }

    private static List<Execution> executions(List<Row> rows) {
        var byEvent = new LinkedHashMap<String, List<Row>>();
        rows.forEach(row ->
                byEvent.computeIfAbsent(
                                row.get("event") + " " + row.get("step"), _ -> new ArrayList<>())
                        .add(row));
        return byEvent.values().stream().map(Execution::of).toList();
    }
}
