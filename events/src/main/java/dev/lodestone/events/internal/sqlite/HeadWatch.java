package dev.lodestone.events.internal.sqlite;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The position of the last entry on disk, and those who wait for it to move. Safe for many
/// threads.
final class HeadWatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long head;
    private volatile boolean closed;

    HeadWatch(long head) {
        this.head = head;
    }

    long head() {
        return head;
    }

    void moveTo(long position) {
        lock.lock();
        try {
            head = position;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /// Lets those who wait go.
    void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long awaitBeyond(long seen, Duration atMost) throws InterruptedException {
        if (head > seen) {
            return head;
        }
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (head <= seen && !closed && left > 0) {
                left = moved.awaitNanos(left);
            }
            return head;
        } finally {
            lock.unlock();
        }
    }
}
