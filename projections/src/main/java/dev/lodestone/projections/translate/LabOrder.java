package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lab order of the events of one sample: what is known to be before goes before, ties by the
/// position of the event's first record. Known before: the latest moment of one lies before the
/// earliest of the other; one says so of the other; or its order number in the same list is lower.
///
/// Times are never written out as pairs, so that a hundred thousand timed events are as good as
/// sorted; only what events say of each other needs a graph.
final class LabOrder {
    /// @param steps in lab order
    /// @param assumed events whose place rests on a tie: some changing event is not known to be
    ///   before or after them
    /// @param conflicts events of which a word on order was dropped, since it contradicts others
    record Ordered(List<ChainStep> steps, Set<EventId> assumed, Set<EventId> conflicts) {}

    private static final int UNKNOWN_EARLIEST = Integer.MIN_VALUE + 1;
    private static final int UNKNOWN_LATEST = Integer.MAX_VALUE;

    private final ChainStep[] steps;
    private final int[] earliest;
    private final int[] latest;
    private final int[] list;
    private final int[] order;
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final List<List<Integer>> successors = new ArrayList<>();
    private final List<Set<Integer>> saidAfter = new ArrayList<>();
    private final List<Set<Integer>> saidBefore = new ArrayList<>();
    private final Set<EventId> conflicts = new HashSet<>();
    private int lists;

    private LabOrder(List<ChainStep> unordered) {
        steps = unordered.toArray(ChainStep[]::new);
        Arrays.sort(
                steps,
                Comparator.<ChainStep>comparingLong(s -> s.when().first())
                        .thenComparingLong(s -> s.when().position()));
        earliest = new int[steps.length];
        latest = new int[steps.length];
        list = new int[steps.length];
        order = new int[steps.length];
        rankTimes();
        readWords();
    }

    /// @param steps one an event
    static Ordered of(List<ChainStep> steps) {
        var order = new LabOrder(steps);
        int[] sequence = order.sort();
        var assumed = order.assumed(sequence);
        return new Ordered(
                Arrays.stream(sequence).mapToObj(i -> order.steps[i]).toList(),
                assumed,
                order.conflicts);
    }

    private void rankTimes() {
        var moments = new ArrayList<Instant>();
        for (var step : steps) {
            if (step.when().earliest() != null) {
                moments.add(step.when().earliest());
            }
            if (step.when().latest() != null) {
                moments.add(step.when().latest());
            }
        }
        var distinct = moments.stream().sorted().distinct().toList();
        for (int i = 0; i < steps.length; i++) {
            var from = steps[i].when().earliest();
            var to = steps[i].when().latest();
            earliest[i] =
                    from == null ? UNKNOWN_EARLIEST : Collections.binarySearch(distinct, from);
            latest[i] = to == null ? UNKNOWN_LATEST : Collections.binarySearch(distinct, to);
        }
    }

    private void readWords() {
        var index = new HashMap<EventId, Integer>();
        var listNames = new HashMap<String, Integer>();
        for (int i = 0; i < steps.length; i++) {
            index.put(steps[i].when().event(), i);
            predecessors.add(List.of());
            successors.add(List.of());
            saidAfter.add(Set.of());
            saidBefore.add(Set.of());
            var number = steps[i].when().order();
            list[i] =
                    number == null
                            ? -1
                            : listNames.computeIfAbsent(
                                    steps[i].when().list(), _ -> listNames.size());
            order[i] = number == null ? 0 : number;
        }
        lists = listNames.size();
        for (int i = 0; i < steps.length; i++) {
            if (!steps[i].when().after().isEmpty() || !steps[i].when().before().isEmpty()) {
                saidAfter.set(i, others(index, steps[i].when().after(), i));
                saidBefore.set(i, others(index, steps[i].when().before(), i));
                for (int j : saidAfter.get(i)) {
                    edge(j, i);
                }
                for (int j : saidBefore.get(i)) {
                    edge(i, j);
                }
            }
        }
    }

    private static Set<Integer> others(Map<EventId, Integer> index, List<EventId> events, int i) {
        var found = new HashSet<Integer>();
        for (var event : events) {
            var j = index.get(event);
            if (j != null && j != i) {
                found.add(j);
            }
        }
        return found;
    }

    private void edge(int from, int to) {
        add(successors, from, to);
        add(predecessors, to, from);
    }

    private static void add(List<List<Integer>> lists, int at, int value) {
        if (lists.get(at).isEmpty()) {
            lists.set(at, new ArrayList<>());
        }
        lists.get(at).add(value);
    }

    private int[] sort() {
        var sweep = OrderSweep.forwards(this);
        while (!sweep.complete()) {
            drop(sweep);
            sweep = OrderSweep.forwards(this);
        }
        return sweep.sequence();
    }

    /// Drops the latest-recorded word on order among the events that lie on or between cycles.
    private void drop(OrderSweep stuck) {
        boolean[] outside = stuck.backwards().done();
        var best = Integer.MIN_VALUE;
        @Nullable Word chosen = null;
        for (int i = 0; i < steps.length; i++) {
            if (!outside[i]) {
                for (var word : words(i, outside)) {
                    if (chosen == null || word.compareTo(chosen) > 0) {
                        chosen = word;
                        best = i;
                    }
                }
            }
        }
        if (chosen == null || best < 0) {
            throw new IllegalStateException("a cycle of times alone: they cannot have one");
        }
        conflicts.add(steps[best].when().event());
        switch (chosen.sort()) {
            case AFTER -> {
                saidAfter.get(best).remove(chosen.other());
                unlink(chosen.other(), best);
            }
            case BEFORE -> {
                saidBefore.get(best).remove(chosen.other());
                unlink(best, chosen.other());
            }
            case NUMBER -> list[best] = -1;
        }
    }

    private void unlink(int from, int to) {
        successors.get(from).remove(Integer.valueOf(to));
        predecessors.get(to).remove(Integer.valueOf(from));
    }

    /// How an event says where it stands: after another, before another, or by its order number.
    private enum Sort {
        AFTER,
        BEFORE,
        NUMBER
    }

    /// What an event says of its order among the events of a knot. Of two, the greater is the one
    /// to drop.
    private record Word(long position, Sort sort, long otherPosition, int other)
            implements Comparable<Word> {
        @Override
        public int compareTo(Word o) {
            int byPosition = Long.compare(position, o.position);
            int bySort = sort.compareTo(o.sort);
            return byPosition != 0
                    ? byPosition
                    : bySort != 0 ? bySort : Long.compare(otherPosition, o.otherPosition);
        }
    }

    private List<Word> words(int i, boolean[] outside) {
        var words = new ArrayList<Word>();
        var when = steps[i].when();
        for (int j : saidAfter.get(i)) {
            if (!outside[j]) {
                words.add(new Word(when.position(), Sort.AFTER, steps[j].when().position(), j));
            }
        }
        for (int j : saidBefore.get(i)) {
            if (!outside[j]) {
                words.add(new Word(when.position(), Sort.BEFORE, steps[j].when().position(), j));
            }
        }
        if (list[i] >= 0) {
            for (int j = 0; j < steps.length; j++) {
                if (!outside[j] && list[j] == list[i] && order[j] != order[i]) {
                    words.add(new Word(when.position(), Sort.NUMBER, 0, i));
                    break;
                }
            }
        }
        return words;
    }

    private Set<EventId> assumed(int[] sequence) {
        return new TieMarks(this, sequence).find();
    }

    boolean changes(int i) {
        return steps[i].changes();
    }

    int size() {
        return steps.length;
    }

    int lists() {
        return lists;
    }

    /// Seen forwards, or backwards: then what is last is first.
    int earliest(int i, boolean forward) {
        return forward ? earliest[i] : -latest[i];
    }

    int latest(int i, boolean forward) {
        return forward ? latest[i] : -earliest[i];
    }

    int list(int i) {
        return list[i];
    }

    int order(int i, boolean forward) {
        return forward ? order[i] : -order[i];
    }

    List<Integer> predecessors(int i, boolean forward) {
        return forward ? predecessors.get(i) : successors.get(i);
    }

    EventId event(int i) {
        return steps[i].when().event();
    }
}
