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
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
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
        var sweep = new Sweep(this, true);
        while (sweep.count < steps.length) {
            sweep.run();
            if (sweep.count < steps.length) {
                drop(sweep);
                sweep = new Sweep(this, true);
            }
        }
        return sweep.sequence;
    }

    /// Drops the latest-recorded word on order among the events that lie on or between cycles.
    private void drop(Sweep stuck) {
        var backward = new Sweep(this, false, stuck.done, stuck.count);
        backward.run();
        var best = Integer.MIN_VALUE;
        @Nullable Word chosen = null;
        for (int i = 0; i < steps.length; i++) {
            if (!backward.done[i]) {
                for (var word : words(i, backward.done)) {
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
            case 0 -> {
                saidAfter.get(best).remove(chosen.other());
                unlink(chosen.other(), best);
            }
            case 1 -> {
                saidBefore.get(best).remove(chosen.other());
                unlink(best, chosen.other());
            }
            default -> list[best] = -1;
        }
    }

    private void unlink(int from, int to) {
        successors.get(from).remove(Integer.valueOf(to));
        predecessors.get(to).remove(Integer.valueOf(from));
    }

    /// What an event says of its order among the events of a knot.
    ///
    /// @param sort 0: after another, 1: before another, 2: its order number
    private record Word(long position, int sort, long otherPosition, int other)
            implements Comparable<Word> {
        @Override
        public int compareTo(Word o) {
            int byPosition = Long.compare(position, o.position);
            int bySort = Integer.compare(sort, o.sort);
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
                words.add(new Word(when.position(), 0, steps[j].when().position(), j));
            }
        }
        for (int j : saidBefore.get(i)) {
            if (!outside[j]) {
                words.add(new Word(when.position(), 1, steps[j].when().position(), j));
            }
        }
        if (list[i] >= 0) {
            for (int j = 0; j < steps.length; j++) {
                if (!outside[j] && list[j] == list[i] && order[j] != order[i]) {
                    words.add(new Word(when.position(), 2, 0, i));
                    break;
                }
            }
        }
        return words;
    }

    private Set<EventId> assumed(int[] sequence) {
        var marks = new TieMarks(this, sequence);
        return marks.find();
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

    /// Events of one order number of a list.
    private static final class Level {
        private final List<Integer> members = new ArrayList<>();
        private int left;

        void add(int i) {
            members.add(i);
            left++;
        }
    }

    /// Takes events out one after another, each when nothing that is left is known to be before it.
    private static final class Sweep {
        private final LabOrder of;
        private final boolean forward;
        private final boolean[] done;
        private final int[] sequence;
        private int count;
        private final int[] waitingFor;
        private final Integer[] byEarliest;
        private final Integer[] byLatest;
        private int nextByEarliest;
        private int nextByLatest;
        private final boolean[] inTime;
        private final TreeMap<Integer, Level>[] levels;
        private final boolean[] levelOpen;
        private final PriorityQueue<Integer> ready = new PriorityQueue<>();

        Sweep(LabOrder of, boolean forward) {
            this(of, forward, new boolean[of.steps.length], 0);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        Sweep(LabOrder of, boolean forward, boolean[] without, int count) {
            this.of = of;
            this.forward = forward;
            this.done = without.clone();
            this.count = count;
            int n = of.steps.length;
            sequence = new int[n];
            waitingFor = new int[n];
            inTime = new boolean[n];
            levelOpen = new boolean[n];
            levels = new TreeMap[of.lists];
            byEarliest = new Integer[n];
            byLatest = new Integer[n];
            for (int i = 0; i < n; i++) {
                byEarliest[i] = i;
                byLatest[i] = i;
                if (!done[i]) {
                    waitingFor[i] = open(of.predecessors(i, forward));
                    if (of.list[i] >= 0) {
                        if (levels[of.list[i]] == null) {
                            levels[of.list[i]] = new TreeMap<>();
                        }
                        levels[of.list[i]]
                                .computeIfAbsent(of.order(i, forward), _ -> new Level())
                                .add(i);
                    } else {
                        levelOpen[i] = true;
                    }
                }
            }
            Arrays.sort(byEarliest, Comparator.comparingInt(i -> of.earliest(i, forward)));
            Arrays.sort(byLatest, Comparator.comparingInt(i -> of.latest(i, forward)));
            for (var level : levels) {
                if (level != null) {
                    level.firstEntry().getValue().members.forEach(i -> levelOpen[i] = true);
                }
            }
        }

        private int open(List<Integer> events) {
            int open = 0;
            for (int i : events) {
                open += done[i] ? 0 : 1;
            }
            return open;
        }

        void run() {
            admit();
            for (int i = 0; i < done.length; i++) {
                offer(i);
            }
            while (!ready.isEmpty()) {
                take(ready.poll());
            }
        }

        private void take(int i) {
            if (done[i]) {
                return;
            }
            done[i] = true;
            sequence[count++] = i;
            for (int next : of.predecessors(i, !forward)) {
                waitingFor[next]--;
                offer(next);
            }
            int l = of.list[i];
            if (l >= 0) {
                var level = levels[l];
                var first = level.firstEntry().getValue();
                if (--first.left == 0) {
                    level.pollFirstEntry();
                    if (!level.isEmpty()) {
                        for (int next : level.firstEntry().getValue().members) {
                            levelOpen[next] = true;
                            offer(next);
                        }
                    }
                }
            }
            for (int next : admit()) {
                offer(next);
            }
        }

        /// Lets in what begins no later than the first end among what is left.
        private List<Integer> admit() {
            var admitted = new ArrayList<Integer>();
            while (nextByLatest < byLatest.length && done[byLatest[nextByLatest]]) {
                nextByLatest++;
            }
            if (nextByLatest < byLatest.length) {
                int firstEnd = of.latest(byLatest[nextByLatest], forward);
                while (nextByEarliest < byEarliest.length
                        && of.earliest(byEarliest[nextByEarliest], forward) <= firstEnd) {
                    int i = byEarliest[nextByEarliest++];
                    inTime[i] = true;
                    admitted.add(i);
                }
            }
            return admitted;
        }

        private void offer(int i) {
            if (!done[i] && waitingFor[i] == 0 && inTime[i] && levelOpen[i]) {
                ready.add(i);
            }
        }
    }
}
