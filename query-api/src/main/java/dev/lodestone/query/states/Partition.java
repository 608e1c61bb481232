package dev.lodestone.query.states;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// States in classes: two are the same if events that leave the sample as it was lead from one to
/// the other. What a merge made is never the same as what went in.
final class Partition {
    private final Map<String, String> parent = new LinkedHashMap<>();

    private Partition(List<StateNode> nodes) {
        nodes.forEach(node -> parent.put(node.state(), node.state()));
    }

    /// The classes in the order of their first states among those given.
    static List<List<StateNode>> of(List<StateNode> nodes, EquivalenceRules rules) {
        var partition = new Partition(nodes);
        for (var node : nodes) {
            var before = new TreeSet<String>();
            node.previous().ifPresent(before::add);
            if (node.isPart()) {
                before.addAll(node.parents());
            }
            before.retainAll(partition.parent.keySet());
            if (!before.isEmpty() && rules.keeping(node.change()).isPresent()) {
                before.forEach(state -> partition.join(state, node.state()));
            }
        }
        var classes = new LinkedHashMap<String, List<StateNode>>();
        for (var node : nodes) {
            classes.computeIfAbsent(partition.root(node.state()), _ -> new ArrayList<>()).add(node);
        }
        return copy(classes.values());
    }

    private static List<List<StateNode>> copy(Collection<List<StateNode>> classes) {
        return classes.stream().map(List::copyOf).toList();
    }

    private void join(String one, String other) {
        parent.put(root(other), root(one));
    }

    private String root(String state) {
        var at = state;
        for (var up = parent.getOrDefault(at, at);
                !up.equals(at);
                up = parent.getOrDefault(at, at)) {
            parent.put(at, parent.getOrDefault(up, up));
            at = up;
        }
        return at;
    }
}
