package dev.lodestone.importers.nomad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which task comes after which, as far as it follows from what they take and give. Tasks that need
/// nothing of each other are in no order, however they are listed.
///
/// What a task takes was given by those of its list that give it, or else by those of the list
/// around it. Where the same section is given by several, those listed before the task are meant.
/// Those listed behind it are only if nothing else can be: if the section is not there from the
/// beginning, and the task does not change it itself.
final class TaskGraph {
    private final List<Task> leaves = new ArrayList<>();
    private final List<Set<Integer>> after = new ArrayList<>();
    private final Set<Integer> inCircles = new TreeSet<>();

    /// A task.
    ///
    /// @param at where it stands
    /// @param takes the sections it takes, and `gives` those it gives
    /// @param within the tasks it consists of
    record Task(String name, String at, Set<String> takes, Set<String> gives, List<Task> within) {
        Task {
            takes = Set.copyOf(takes);
            gives = Set.copyOf(gives);
            within = List.copyOf(within);
        }
    }

    /// A task with its place among the leaves.
    private record Node(Task task, int from, int to, List<Node> within) {
        private boolean isLeaf() {
            return within.isEmpty();
        }
    }

    /// What a task takes that no task of its own list gives.
    private record Need(Node who, String section) {}

    /// @param supplied the sections that are there from the beginning
    TaskGraph(List<Task> tasks, Set<String> supplied) {
        var nodes = tasks.stream().map(this::node).toList();
        link(nodes, supplied);
        withoutCircles();
    }

    /// The tasks that consist of no others, in the order they stand.
    List<Task> leaves() {
        return List.copyOf(leaves);
    }

    /// The leaves that one of them comes after, by their numbers.
    Set<Integer> after(int leaf) {
        return after.get(leaf);
    }

    /// The leaves that need each other in a circle; nothing is said of their order.
    Set<Integer> inCircles() {
        return inCircles;
    }

    private Node node(Task task) {
        int from = leaves.size();
        if (task.within().isEmpty()) {
            leaves.add(task);
            after.add(new TreeSet<>());
            return new Node(task, from, from + 1, List.of());
        }
        var within = task.within().stream().map(this::node).toList();
        return new Node(task, from, leaves.size(), within);
    }

    private List<Need> link(List<Node> list, Set<String> supplied) {
        var needs = new ArrayList<List<Need>>();
        for (var node : list) {
            var own = new ArrayList<Need>();
            node.task().takes().stream().sorted().forEach(s -> own.add(new Need(node, s)));
            if (!node.isLeaf()) {
                own.addAll(link(node.within(), node.task().takes()));
            }
            needs.add(own);
        }
        var givers = new Givers(list);
        var unmet = new ArrayList<Need>();
        for (int i = 0; i < list.size(); i++) {
            for (var need : needs.get(i)) {
                var met = givers.of(need, i, supplied.contains(need.section()));
                met.forEach(giver -> join(giver, need));
                if (met.isEmpty()) {
                    unmet.add(need);
                }
            }
        }
        return unmet;
    }

    /// The tasks of a list by what they give.
    private static final class Givers {
        private final List<Node> list;
        private final Map<String, List<Integer>> bySection = new HashMap<>();

        private Givers(List<Node> list) {
            this.list = list;
            for (int i = 0; i < list.size(); i++) {
                for (var section : given(list.get(i).task(), new TreeSet<>())) {
                    bySection.computeIfAbsent(section, _ -> new ArrayList<>()).add(i);
                }
            }
        }

        private List<Node> of(Need need, int place, boolean supplied) {
            var all = bySection.getOrDefault(need.section(), List.of());
            var before = all.stream().filter(i -> i < place).toList();
            if (!before.isEmpty()) {
                return before.stream().map(list::get).toList();
            }
            return supplied || need.who().task().gives().contains(need.section())
                    ? List.of()
                    : all.stream().filter(i -> i > place).map(list::get).toList();
        }

        private static Set<String> given(Task task, Set<String> into) {
            into.addAll(task.gives());
            task.within().forEach(inner -> given(inner, into));
            return into;
        }
    }

    private void join(Node giver, Need need) {
        var from = giving(giver, need.section());
        for (int leaf : beginnings(need.who())) {
            after.get(leaf).addAll(from);
        }
    }

    /// The leaves that give a section: of a task that says it gives it, those it ends with.
    private Set<Integer> giving(Node node, String section) {
        var found = new TreeSet<Integer>();
        boolean declared = node.task().gives().contains(section);
        for (int leaf = node.from(); leaf < node.to(); leaf++) {
            if (declared || leaves.get(leaf).gives().contains(section)) {
                found.add(leaf);
            }
        }
        if (declared) {
            for (int leaf = node.from(); leaf < node.to(); leaf++) {
                found.removeAll(after.get(leaf));
            }
        }
        return found;
    }

    /// The leaves that a task begins with.
    private Set<Integer> beginnings(Node node) {
        var found = new TreeSet<Integer>();
        for (int leaf = node.from(); leaf < node.to(); leaf++) {
            if (after.get(leaf).stream().noneMatch(l -> l >= node.from() && l < node.to())) {
                found.add(leaf);
            }
        }
        return found;
    }

    /// Takes away, again and again, what comes after nothing and what nothing comes after: what
    /// stays is in circles, or between two.
    private void withoutCircles() {
        var left = new TreeSet<Integer>();
        for (int leaf = 0; leaf < after.size(); leaf++) {
            left.add(leaf);
        }
        boolean changed = true;
        while (changed && !left.isEmpty()) {
            var needed = new TreeSet<Integer>();
            left.forEach(leaf -> needed.addAll(after.get(leaf)));
            changed =
                    left.removeIf(leaf ->
                            !needed.contains(leaf)
                                    || after.get(leaf).stream().noneMatch(left::contains));
        }
        inCircles.addAll(left);
        left.forEach(leaf -> after.get(leaf).removeAll(left));
    }
}
