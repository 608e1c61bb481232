package dev.lodestone.query.history;

import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Group;
import dev.lodestone.query.history.LineageFacts.Happening;
import dev.lodestone.query.history.LineageWalk.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Takes siblings together: what was made in the same way from the same sample, or from samples
/// that are themselves taken together.
final class LineageGroups {
    /// How many of a group are named.
    static final int NAMED = 3;

    private record Key(
            Direction direction,
            int depth,
            Optional<Integer> of,
            Optional<String> what,
            String noun) {}

    private static final class Members {
        private final int number;
        private final List<Edge> first = new ArrayList<>();
        private final Set<String> samples = new HashSet<>();
        private final Set<String> from = new HashSet<>();
        private final Set<String> events = new HashSet<>();
        private final Map<String, Long> lifecycles = new TreeMap<>();
        private long links;
        private long orderAssumed;

        Members(int number) {
            this.number = number;
        }
    }

    private final LineageFacts facts;
    private final Map<Key, Members> groups = new LinkedHashMap<>();
    private final Map<Direction, Map<String, Integer>> groupOf = new HashMap<>();

    LineageGroups(LineageFacts facts) {
        this.facts = facts;
    }

    /// Adds the next link of a walk.
    void add(Edge edge) {
        var known = groupOf.computeIfAbsent(edge.direction(), _ -> new HashMap<>());
        var up = edge.direction() == Direction.UP;
        var child = up ? edge.from() : edge.to();
        var happening = facts.happening(child);
        boolean region = facts.isRegion(child, up ? edge.to() : edge.from());
        var key =
                new Key(
                        edge.direction(),
                        edge.depth(),
                        Optional.ofNullable(known.get(edge.from())),
                        LineageFacts.what(happening, region),
                        region && !up ? "region" : noun(edge.direction(), happening));
        var members = groups.computeIfAbsent(key, _ -> new Members(groups.size() + 1));
        members.links++;
        members.from.add(edge.from());
        if (members.first.size() < NAMED) {
            members.first.add(edge);
        }
        if (members.samples.add(edge.to())) {
            members.lifecycles.merge(facts.lifecycle(edge.to()), 1L, Long::sum);
        }
        happening.ifPresent(how -> {
            members.events.add(how.event());
            if (facts.orderAssumed(how, up ? edge.to() : edge.from())) {
                members.orderAssumed++;
            }
        });
        known.putIfAbsent(edge.to(), members.number);
    }

    List<Group> groups() {
        var all = new ArrayList<Group>();
        groups.forEach((key, members) ->
                all.add(
                        new Group(
                                members.number,
                                key.of(),
                                key.direction(),
                                key.depth(),
                                members.from.size() == 1
                                        ? facts.label(members.from.iterator().next())
                                        : "%,d samples".formatted(members.from.size()),
                                key.what(),
                                key.noun(),
                                members.links,
                                members.samples.size(),
                                members.lifecycles,
                                members.events.size(),
                                members.orderAssumed,
                                members.first.stream().map(facts::link).toList())));
        return all;
    }

    private static String noun(Direction direction, Optional<Happening> happening) {
        if (happening.isEmpty()) {
            return "sample";
        }
        var merge = happening.get().merge();
        return direction == Direction.UP
                ? (merge ? "input" : "parent")
                : (merge ? "blend" : "aliquot");
    }
}
