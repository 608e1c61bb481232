package dev.lodestone.query.inverse;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.inverse.InverseAnswer.Hop;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states that led to one state, and the way back from each. What is not among them did not
/// make what was measured: a step after the measurement, or on the parent after the aliquot had
/// left.
final class Ancestry {
    private final Map<String, Made> states = new LinkedHashMap<>();
    private final Map<String, String> towards = new HashMap<>();

    /// A state and the event that made it.
    record Made(
            String state,
            String sample,
            String label,
            String event,
            String what,
            String record,
            long position,
            Optional<String> source,
            boolean orderAssumed,
            boolean region) {}

    private Ancestry() {}

    static Ancestry of(Session session, String state) {
        var ancestry = new Ancestry();
        var before = new HashMap<String, List<String>>();
        for (var row :
                session.rows("state-ancestry", Map.of("measured", new Parameter.Iri(state)))) {
            var made = made(row);
            ancestry.states.putIfAbsent(made.state(), made);
            row.text("before")
                    .ifPresent(earlier ->
                            before.computeIfAbsent(made.state(), _ -> new ArrayList<>())
                                    .add(earlier));
        }
        var open = new ArrayDeque<>(List.of(state));
        while (!open.isEmpty()) {
            var from = open.poll();
            for (var earlier : before.getOrDefault(from, List.of())) {
                if (!earlier.equals(state) && ancestry.towards.putIfAbsent(earlier, from) == null) {
                    open.add(earlier);
                }
            }
        }
        return ancestry;
    }

    /// Itself and what led to it.
    List<Made> states() {
        return List.copyOf(states.values());
    }

    boolean contains(String state) {
        return states.containsKey(state);
    }

    /// From a state to the one asked about; both included, one shortest way.
    List<Hop> hops(String from) {
        var hops = new ArrayList<Hop>();
        var made = states.get(from);
        while (made != null) {
            var crossed = !hops.isEmpty() && !hops.getLast().sample().equals(made.sample());
            hops.add(
                    new Hop(
                            made.state(),
                            made.sample(),
                            made.event(),
                            made.what(),
                            crossed ? (made.region() ? "region" : "split or merge") : "step",
                            made.position(),
                            made.orderAssumed()));
            var next = towards.get(made.state());
            made = next == null ? null : states.get(next);
        }
        return hops;
    }

    private static Made made(Row row) {
        var sample = row.get("sample");
        return new Made(
                row.get("state"),
                sample,
                row.text("label").orElse(sample),
                row.get("event"),
                row.text("kindLabel").orElseGet(() -> new Term(row.get("kind")).localName()),
                row.get("record"),
                row.whole("position").orElse(0),
                row.text("source"),
                row.isTrue("orderAssumed"),
                row.isTrue("isRegion"));
    }
}
