package dev.lodestone.projections.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Takes events out one after another, each when nothing that is left is known to be before it.
final class OrderSweep {
    /// Events of one order number of a list.
    private static final class Level {
        private final List<Integer> members = new ArrayList<>();
        private int left;

        void add(int i) {
            members.add(i);
            left++;
        }
    }

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

    @SuppressWarnings({"unchecked", "rawtypes"})
    private OrderSweep(LabOrder of, boolean forward, boolean[] without, int count) {
        this.of = of;
        this.forward = forward;
        this.done = without.clone();
        this.count = count;
        int n = of.size();
        sequence = new int[n];
        waitingFor = new int[n];
        inTime = new boolean[n];
        levelOpen = new boolean[n];
        levels = new TreeMap[of.lists()];
        byEarliest = new Integer[n];
        byLatest = new Integer[n];
        for (int i = 0; i < n; i++) {
            byEarliest[i] = i;
            byLatest[i] = i;
            if (!done[i]) {
                waitingFor[i] = open(of.predecessors(i, forward));
                if (of.list(i) >= 0) {
                    if (levels[of.list(i)] == null) {
                        levels[of.list(i)] = new TreeMap<>();
                    }
                    levels[of.list(i)]
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

    /// Takes all events out, from the first on.
    static OrderSweep forwards(LabOrder of) {
        var sweep = new OrderSweep(of, true, new boolean[of.size()], 0);
        sweep.run();
        return sweep;
    }

    /// Takes out what this one left, from the last on.
    OrderSweep backwards() {
        var sweep = new OrderSweep(of, false, done, count);
        sweep.run();
        return sweep;
    }

    private int open(List<Integer> events) {
        int open = 0;
        for (int i : events) {
            open += done[i] ? 0 : 1;
        }
        return open;
    }

    /// Whether everything was taken out. What was not lies on a cycle, or beyond one.
    boolean complete() {
        return count == done.length;
    }

    /// What was taken out, one after another.
    int[] sequence() {
        return sequence;
    }

    /// Which events were taken out, here or before.
    boolean[] done() {
        return done;
    }

    private void run() {
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
        int l = of.list(i);
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
