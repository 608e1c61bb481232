package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import java.util.HashSet;
import java.util.Set;

/// Finds the events whose place rests on a tie: those for which some changing event is not known to
/// be before or after them, however indirectly. Each changing event is followed forwards and
/// backwards through the order only as far as anything can still be unknown.
final class TieMarks {
    private final LabOrder of;
    private final int[] sequence;
    private final Set<EventId> marked = new HashSet<>();

    TieMarks(LabOrder of, int[] sequence) {
        this.of = of;
        this.sequence = sequence;
    }

    Set<EventId> find() {
        follow(true);
        follow(false);
        return marked;
    }

    private void follow(boolean forward) {
        int n = sequence.length;
        int[] walk = new int[n];
        for (int i = 0; i < n; i++) {
            walk[i] = sequence[forward ? i : n - 1 - i];
        }
        boolean[] cut = cuts(walk, forward);
        var seen = new boolean[of.size()];
        for (int from = 0; from < n && marked.size() < n; from++) {
            if (of.changes(walk[from]) && !cut[from]) {
                int end = reach(walk, from, cut, forward, seen);
                for (int i = from; i <= Math.min(end, n - 1); i++) {
                    seen[walk[i]] = false;
                }
            }
        }
    }

    /// Whether everything later in the walk is known to be later than an event, by times alone or
    /// by order numbers alone.
    private boolean[] cuts(int[] walk, boolean forward) {
        boolean[] cut = new boolean[walk.length];
        int firstEarliest = Integer.MAX_VALUE;
        int firstOrder = Integer.MAX_VALUE;
        boolean oneList = true;
        for (int i = walk.length - 1; i >= 0; i--) {
            int at = walk[i];
            int next = i + 1 < walk.length ? walk[i + 1] : at;
            oneList = oneList && of.list(at) >= 0 && of.list(at) == of.list(next);
            cut[i] =
                    i == walk.length - 1
                            || of.latest(at, forward) < firstEarliest
                            || (oneList && of.order(at, forward) < firstOrder);
            firstEarliest = Math.min(firstEarliest, of.earliest(at, forward));
            firstOrder = Math.min(firstOrder, of.order(at, forward));
        }
        return cut;
    }

    /// Marks what is not reached from an event; returns how far that had to be asked.
    private int reach(int[] walk, int from, boolean[] cut, boolean forward, boolean[] reached) {
        int start = walk[from];
        reached[start] = true;
        int firstEnd = of.latest(start, forward);
        int[] firstOrder = new int[of.lists()];
        java.util.Arrays.fill(firstOrder, Integer.MAX_VALUE);
        firstOrder(start, forward, firstOrder);
        for (int i = from + 1; i < walk.length; i++) {
            int at = walk[i];
            if (firstEnd < of.earliest(at, forward)
                    || (of.list(at) >= 0 && firstOrder[of.list(at)] < of.order(at, forward))
                    || anyReached(at, forward, reached)) {
                reached[at] = true;
                if (cut[i]) {
                    return i;
                }
                firstEnd = Math.min(firstEnd, of.latest(at, forward));
                firstOrder(at, forward, firstOrder);
            } else {
                marked.add(of.event(at));
                if (of.changes(at)) {
                    marked.add(of.event(start));
                }
            }
        }
        return walk.length - 1;
    }

    private void firstOrder(int at, boolean forward, int[] firstOrder) {
        if (of.list(at) >= 0) {
            firstOrder[of.list(at)] = Math.min(firstOrder[of.list(at)], of.order(at, forward));
        }
    }

    private boolean anyReached(int at, boolean forward, boolean[] reached) {
        for (int before : of.predecessors(at, forward)) {
            if (reached[before]) {
                return true;
            }
        }
        return false;
    }
}
