package dev.lodestone.query.history;

import dev.lodestone.query.LodestoneException.Incorrect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The samples that a sample was made of, through all splits and merges, the oldest first: each
/// comes before what was made of it.
///
/// @param links the events by which a sample of this line left it; none where they are not known
record Ancestors(String iri, Set<String> links) {
    private static final int MOST = 1000;

    static List<Ancestors> of(LifeRows rows, String sample) {
        var links = new LinkedHashMap<String, Set<String>>();
        var parents = new HashMap<String, Set<String>>();
        var toGo = new ArrayDeque<String>();
        toGo.add(sample);
        while (!toGo.isEmpty()) {
            var child = toGo.remove();
            if (parents.containsKey(child)) {
                continue;
            }
            var from = rows.parents(child);
            from.forEach((parent, events) -> {
                links.computeIfAbsent(parent, _ -> new LinkedHashSet<>()).addAll(events);
                toGo.add(parent);
            });
            parents.put(child, from.keySet());
            if (parents.size() > MOST) {
                throw new Incorrect(
                        "ancestors",
                        "The sample (%s) was made of more than %,d others.\nMaybe ask without its ancestors, and for the lineage."
                                .formatted(sample, MOST));
            }
        }
        var ordered = new ArrayList<String>();
        later(sample, parents, ordered);
        ordered.remove(sample);
        return ordered.stream()
                .map(iri -> new Ancestors(iri, links.getOrDefault(iri, Set.of())))
                .toList();
    }

    private static void later(
            String start, Map<String, Set<String>> parents, List<String> ordered) {
        // Depth first without recursion: a line may be as long as the limit.
        var open = new ArrayDeque<String>();
        var entered = new LinkedHashSet<String>();
        var done = new LinkedHashSet<String>();
        open.push(start);
        while (!open.isEmpty()) {
            var sample = open.peek();
            if (entered.add(sample)) {
                var from = new ArrayList<>(parents.getOrDefault(sample, Set.of()));
                Collections.reverse(from);
                from.stream().filter(parent -> !entered.contains(parent)).forEach(open::push);
            } else {
                open.pop();
                done.add(sample);
            }
        }
        ordered.addAll(done);
    }
}
