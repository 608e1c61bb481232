package dev.lodestone.query.plans;

import dev.lodestone.query.sparql.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An event that carried out a step, with its place in the chain of states.
///
/// @param found the states it found, and `made` the states it made
record Execution(String event, String step, Row row, Set<String> found, Set<String> made) {
    static Execution of(List<Row> rows) {
        var found = new LinkedHashSet<String>();
        var made = new LinkedHashSet<String>();
        rows.forEach(row -> {
            row.text("found").ifPresent(found::add);
            row.text("made").ifPresent(made::add);
        });
        var first = rows.getFirst();
        return new Execution(first.get("event"), first.get("step"), first, found, made);
    }

    /// The plan that the step's IRI belongs to, whether the plan has the step or not.
    String workflow() {
        int at = step.indexOf("/step/");
        return at < 0 ? step : step.substring(0, at);
    }

    Optional<BigDecimal> seconds() {
        return row.number("durationSI");
    }

    /// Whether this one is known to come before another: by the states, or by the times in the lab.
    ///
    /// @param before each state with the states just before it
    boolean isBefore(Execution other, Map<String, Set<String>> before) {
        var left = made.isEmpty() ? found : made;
        var met = other.found().isEmpty() ? other.made() : other.found();
        boolean changesNothing = made.isEmpty() && other.made().isEmpty();
        for (var state : met) {
            if ((!changesNothing && left.contains(state)) || reaches(state, left, before)) {
                return true;
            }
        }
        var ended = row.text("labLatest");
        var began = other.row().text("labEarliest");
        return changesNothing
                && ended.isPresent()
                && began.isPresent()
                && Instant.parse(ended.get()).isBefore(Instant.parse(began.get()));
    }

    /// Whether one of the wanted states is an ancestor of a state.
    private static boolean reaches(
            String state, Set<String> wanted, Map<String, Set<String>> before) {
        var seen = new HashSet<String>();
        var toGo = new ArrayDeque<>(before.getOrDefault(state, Set.of()));
        while (!toGo.isEmpty()) {
            var at = toGo.remove();
            if (wanted.contains(at)) {
                return true;
            }
            if (seen.add(at)) {
                toGo.addAll(before.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }
}
