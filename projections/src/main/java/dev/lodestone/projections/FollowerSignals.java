package dev.lodestone.projections;

import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What passes between a follower's thread and the others: how far it is, who waits for it, and
/// when it is to stop. Safe for many threads.
final class FollowerSignals {
    private static final Duration LOG_IS_QUIET = Duration.ofMillis(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private LogPosition reached = LogPosition.START;
    private LogPosition wanted = LogPosition.START;
    private boolean ended;
    private boolean woken;
    private @Nullable Thread waiting;
    private volatile boolean stopping;

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
        wake();
    }

    /// Ends the follower's present wait, or else its next.
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
            if (waiting != null) {
                waiting.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    LogPosition reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    void reached(LogPosition position) {
        lock.lock();
        try {
            reached = position;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The follower follows no longer.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether somebody waits for a position that is not reached, or the follower is to stop.
    boolean isHurried() {
        lock.lock();
        try {
            return stopping || wanted.isAfter(reached);
        } finally {
            lock.unlock();
        }
    }

    boolean awaitReached(LogPosition position, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (position.isAfter(reached) && position.isAfter(wanted)) {
                wanted = position;
                wake();
            }
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (position.isAfter(reached) && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !position.isAfter(reached);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something holds that changes before a position is reached.
    boolean await(BooleanSupplier done, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (!done.getAsBoolean() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return done.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /// By the follower: waits for the log to move, and returns its head.
    LogPosition await(EventLog log, LogPosition seen, Duration atMost) {
        lock.lock();
        try {
            if (woken || stopping) {
                woken = false;
                return log.head();
            }
            waiting = Thread.currentThread();
        } finally {
            lock.unlock();
        }
        long began = System.nanoTime();
        boolean quiet = false;
        try {
            LogPosition head = log.awaitBeyond(seen, atMost);
            quiet = !head.isAfter(seen) && System.nanoTime() - began < atMost.toNanos() / 2;
            return head;
        } catch (InterruptedException e) {
            return log.head();
        } finally {
            lock.lock();
            try {
                waiting = null;
                woken = false;
                // An interrupt that came after the wait was meant for the wait.
                Thread.interrupted();
            } finally {
                lock.unlock();
            }
            if (quiet) {
                // A closed log does not let anybody wait.
                pause(LOG_IS_QUIET);
            }
        }
    }

    /// By the follower: waits, unless it is to stop.
    void pause(Duration howLong) {
        lock.lock();
        try {
            long left = TimeUnit.NANOSECONDS.convert(howLong);
            while (!stopping && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts the thread but to wake it.
        } finally {
            woken = false;
            lock.unlock();
        }
    }
}
