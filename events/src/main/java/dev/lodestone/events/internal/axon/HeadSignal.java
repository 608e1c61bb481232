package dev.lodestone.events.internal.axon;

import dev.lodestone.events.internal.sqlite.SqliteJournal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells open streams that the log has grown, on a thread of its own, so that a slow listener keeps
/// nobody from appending. The thread lives as long as there are listeners.
final class HeadSignal {
    private static final Duration TURN = Duration.ofSeconds(10);

    private final SqliteJournal journal;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();

    HeadSignal(SqliteJournal journal) {
        this.journal = journal;
    }

    void add(Runnable listener) {
        listeners.add(listener);
        watch();
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }

    private void watch() {
        if (watching.compareAndSet(false, true)) {
            long seen = journal.head();
            Thread.ofVirtual().name("lodestone-log-signal").start(() -> tell(seen));
            listeners.forEach(Runnable::run);
        }
    }

    private void tell(long from) {
        long seen = from;
        try {
            while (!listeners.isEmpty() && !journal.isClosed()) {
                long head = journal.awaitBeyond(seen, TURN);
                if (head > seen) {
                    seen = head;
                    listeners.forEach(Runnable::run);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            watching.set(false);
        }
        if (!listeners.isEmpty() && !journal.isClosed()) {
            watch();
        }
    }
}
