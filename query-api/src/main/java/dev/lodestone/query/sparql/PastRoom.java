package dev.lodestone.query.sparql;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.rdf.ReplayedGraph;
import dev.lodestone.query.LodestoneException.Busy;
import dev.lodestone.query.LodestoneException.Unavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The room that graphs of earlier positions have in memory: who may replay one, who waits, and
/// which is let go. Safe for many threads.
final class PastRoom implements AutoCloseable {
    private final PastLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Those being replayed, those being read, and those kept; asked longest ago first.
    private final Map<LogPosition, Past> graphs = new LinkedHashMap<>(16, 0.75f, true);

    private int replaying;
    private int waiting;
    private volatile boolean closed;

    PastRoom(PastLimits limits) {
        this.limits = limits;
    }

    /// A graph in memory, or on its way there.
    static final class Past {
        private final LogPosition position;

        /// Absent while the log is being replayed.
        private Optional<ReplayedGraph> graph = Optional.empty();

        private int readers = 1;

        private Past(LogPosition position) {
            this.position = position;
        }

        LogPosition position() {
            return position;
        }

        Optional<ReplayedGraph> graph() {
            return graph;
        }
    }

    boolean isClosed() {
        return closed;
    }

    /// How many records the graphs hold together.
    long records() {
        lock.lock();
        try {
            return records(graphs.values());
        } finally {
            lock.unlock();
        }
    }

    /// A graph to read until it is released. One that is absent is for the caller to replay.
    ///
    /// @throws Busy if there is no room in time
    Past lease(LogPosition position) {
        lock.lock();
        try {
            var past = find(position);
            if (past.isEmpty()) {
                past = Optional.of(await(position));
            }
            return past.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw closing();
        } finally {
            lock.unlock();
        }
    }

    private Past await(LogPosition position) throws InterruptedException {
        if (waiting >= limits.waiting()) {
            throw busy(position);
        }
        waiting++;
        try {
            var left = limits.patience().toNanos();
            Optional<Past> past = Optional.empty();
            while (past.isEmpty()) {
                if (left <= 0) {
                    throw busy(position);
                }
                left = changed.awaitNanos(left);
                past = find(position);
            }
            return past.get();
        } finally {
            waiting--;
        }
    }

    private Optional<Past> find(LogPosition position) {
        if (closed) {
            throw closing();
        }
        var there = graphs.get(position);
        if (there != null) {
            if (there.graph.isEmpty()) {
                return Optional.empty();
            }
            there.readers++;
            return Optional.of(there);
        }
        if (replaying >= limits.replays() || !makeRoom(position.value())) {
            return Optional.empty();
        }
        var mine = new Past(position);
        graphs.put(position, mine);
        replaying++;
        return Optional.of(mine);
    }

    /// Lets go of what nobody reads, as much as is needed.
    private boolean makeRoom(long records) {
        var read = graphs.values().stream().filter(past -> past.readers > 0).toList();
        if (!fits(read, records)) {
            return false;
        }
        var kept = new ArrayList<>(graphs.values());
        for (var past : List.copyOf(kept)) {
            if (!fits(kept, records) && past.readers == 0) {
                kept.remove(past);
            }
        }
        graphs.values().retainAll(kept);
        return true;
    }

    private boolean fits(Collection<Past> beside, long records) {
        return beside.size() < limits.graphs() && records(beside) + records <= limits.records();
    }

    private static long records(Collection<Past> of) {
        return of.stream().mapToLong(past -> past.position.value()).sum();
    }

    /// Says what became of a replay: a graph, or nothing.
    void replayed(Past past, Optional<ReplayedGraph> graph) {
        lock.lock();
        try {
            replaying--;
            past.graph = graph;
            if (graph.isEmpty()) {
                graphs.remove(past.position);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void release(Past past) {
        lock.lock();
        try {
            past.readers--;
            if (closed) {
                graphs.remove(past.position);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Busy busy(LogPosition position) {
        return new Busy(
                "as-of-busy",
                """
                Position (%s) cannot be replayed now: %d replays are under way, and graphs of %d records are in use.
                Maybe try again in a moment.\
                """
                        .formatted(position, replaying, records(graphs.values())),
                Map.of("position", position.value(), "replaying", replaying));
    }

    static Unavailable closing() {
        return new Unavailable("closing", "The store is closing.", Map.of());
    }

    /// Waits for the replays under way, which look at [#isClosed()].
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            graphs.values().removeIf(past -> past.readers == 0);
            changed.signalAll();
            while (replaying > 0) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
