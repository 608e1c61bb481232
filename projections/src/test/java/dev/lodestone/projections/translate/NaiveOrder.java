package dev.lodestone.projections.translate;

import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/// The lab order by the letter: a matrix of what is known to be before what, closed over; the
/// latest-recorded word is dropped while there is a cycle.
final class NaiveOrder {
    final List<Integer> sequence = new ArrayList<>();
    final Set<EventId> conflicts = new HashSet<>();
    boolean[][] known = new boolean[0][0];
    private final List<RecordedEvent> events;
    private final Set<Word> dropped = new HashSet<>();

    /// What an event says; `other` is -1 for its order number.
    private record Word(int by, int sort, int other) {}

    NaiveOrder(List<RecordedEvent> events, ToLongFunction<RecordedEvent> first) {
        this.events = events;
        close();
        while (cyclic()) {
            drop();
            close();
        }
        var left = new ArrayList<Integer>();
        for (int i = 0; i < events.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            Integer next = null;
            for (var i : left) {
                boolean free = left.stream().noneMatch(j -> known[j][i]);
                if (free
                        && (next == null
                                || first.applyAsLong(events.get(i))
                                        < first.applyAsLong(events.get(next)))) {
                    next = i;
                }
            }
            var taken = Objects.requireNonNull(next);
            left.removeIf(taken::equals);
            sequence.add(taken);
        }
    }

    private void close() {
        int n = events.size();
        known = new boolean[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                known[a][b] = a != b && direct(a, b);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    known[a][b] |= known[a][k] && known[k][b];
                }
            }
        }
    }

    private boolean direct(int a, int b) {
        return time(events.get(a), events.get(b))
                || says(b, 0, a)
                || says(a, 1, b)
                || (says(a, 2, -1) && says(b, 2, -1) && lower(a, b));
    }

    private boolean says(int by, int sort, int other) {
        var time = events.get(by).stated().occurrence().labTime();
        boolean said =
                switch (sort) {
                    case 0 -> time.after().contains(events.get(other).event());
                    case 1 -> time.before().contains(events.get(other).event());
                    default -> time.order().isPresent();
                };
        return said && !dropped.contains(new Word(by, sort, other));
    }

    private boolean lower(int a, int b) {
        return list(a).equals(list(b)) && order(a) < order(b);
    }

    private int order(int i) {
        return events.get(i).stated().occurrence().labTime().order().orElseThrow();
    }

    private String list(int i) {
        return events.get(i).draft().source().map(s -> s.source().value()).orElse("");
    }

    private boolean cyclic() {
        for (int i = 0; i < known.length; i++) {
            if (known[i][i]) {
                return true;
            }
        }
        return false;
    }

    private void drop() {
        var knot = new ArrayList<Integer>();
        for (int x = 0; x < known.length; x++) {
            boolean from = known[x][x];
            boolean to = known[x][x];
            for (int c = 0; c < known.length; c++) {
                from |= known[c][c] && known[c][x];
                to |= known[c][c] && known[x][c];
            }
            if (from && to) {
                knot.add(x);
            }
        }
        var words = new ArrayList<Word>();
        for (int x : knot) {
            for (int y : knot) {
                for (int sort = 0; sort < 2; sort++) {
                    if (x != y && says(x, sort, y)) {
                        words.add(new Word(x, sort, y));
                    }
                }
                if (x != y
                        && says(x, 2, -1)
                        && says(y, 2, -1)
                        && list(x).equals(list(y))
                        && order(x) != order(y)) {
                    words.add(new Word(x, 2, -1));
                }
            }
        }
        var latest =
                words.stream()
                        .max(
                                java.util.Comparator.<Word>comparingLong(w -> position(w.by()))
                                        .thenComparingInt(Word::sort)
                                        .thenComparingLong(
                                                w -> w.other() < 0 ? 0 : position(w.other())))
                        .orElseThrow();
        dropped.add(latest);
        conflicts.add(events.get(latest.by()).event());
    }

    private long position(int i) {
        return events.get(i).position().value();
    }

    static boolean time(RecordedEvent a, RecordedEvent b) {
        var latest = a.stated().occurrence().labTime().latest();
        var earliest = b.stated().occurrence().labTime().earliest();
        return latest.isPresent() && earliest.isPresent() && latest.get().isBefore(earliest.get());
    }

    static boolean timeOrWord(RecordedEvent a, RecordedEvent b) {
        return time(a, b)
                || b.stated().occurrence().labTime().after().contains(a.event())
                || a.stated().occurrence().labTime().before().contains(b.event());
    }
}
