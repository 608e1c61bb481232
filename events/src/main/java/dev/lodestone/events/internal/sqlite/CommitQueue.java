package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogException;
import dev.lodestone.events.log.LogUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Appends that wait, and the one thread that writes them. It takes whatever waits as a group, so
/// that many small appends at a time wait for the disk little more often than one. Safe for many
/// threads.
final class CommitQueue implements AutoCloseable {
    /// How many appends may wait before the next caller waits to offer one.
    private static final int WAITING = 4_096;

    private final Path file;
    private final JournalOptions options;
    private final JournalWriter writer;
    private final HeadWatch head;
    private final Thread thread;

    private final Semaphore room = new Semaphore(WAITING);
    private final LinkedBlockingQueue<PendingAppend> queue = new LinkedBlockingQueue<>();

    /// Queued behind everything when the queue is closed.
    private final PendingAppend last = new PendingAppend(List.of(), List.of());

    /// Guards `closed`, and with it that nothing is queued behind `last`.
    private final ReentrantLock offering = new ReentrantLock();

    private boolean closed;

    /// Set and read by the writer's thread.
    private @Nullable LogException failure;

    CommitQueue(Path file, JournalOptions options, JournalWriter writer, HeadWatch head) {
        this.file = file;
        this.options = options;
        this.writer = writer;
        this.head = head;
        this.thread =
                Thread.ofPlatform()
                        .name("lodestone-log-writer")
                        .daemon(true)
                        .start(this::writeGroups);
    }

    void offer(PendingAppend append) {
        room.acquireUninterruptibly();
        offering.lock();
        try {
            if (closed) {
                room.release();
                append.outcome.completeExceptionally(
                        new LogUnavailable("The log (%s) is closed.".formatted(file), null));
            } else {
                queue.add(append);
            }
        } finally {
            offering.unlock();
        }
    }

    private void writeGroups() {
        var group = new ArrayList<PendingAppend>();
        boolean more = true;
        while (more) {
            more = takeGroup(group);
            write(group);
            room.release(group.size());
        }
    }

    /// Waits for an append and takes what else is waiting, as far as the limits of a group allow.
    ///
    /// @return whether more can follow
    private boolean takeGroup(List<PendingAppend> group) {
        group.clear();
        PendingAppend next = take();
        int entries = 0;
        long bytes = 0;
        while (next != null && next != last) {
            group.add(next);
            entries += next.entries.size();
            bytes += next.bytes;
            boolean full = entries >= options.groupEntries() || bytes >= options.groupBytes();
            next = full ? null : queue.poll();
        }
        return next != last;
    }

    /// Waits, whatever interrupts: the thread belongs to the journal and ends when that is closed.
    private PendingAppend take() {
        PendingAppend next = null;
        while (next == null) {
            try {
                next = queue.take();
            } catch (InterruptedException _) {
                next = null;
            }
        }
        return next;
    }

    private void write(List<PendingAppend> group) {
        if (group.isEmpty()) {
            return;
        }
        List<JournalWriter.Outcome> outcomes = outcomes(group);
        head.moveTo(writer.head());
        for (int i = 0; i < group.size(); i++) {
            switch (outcomes.get(i)) {
                case JournalWriter.Done(var where) -> group.get(i).outcome.complete(where);
                case JournalWriter.Refused(var why) ->
                        group.get(i).outcome.completeExceptionally(why);
            }
        }
    }

    private List<JournalWriter.Outcome> outcomes(List<PendingAppend> group) {
        LogException failed = failure;
        if (failed == null) {
            try {
                return writer.write(group);
            } catch (LogException e) {
                failed = e;
            } catch (RuntimeException | Error e) {
                failed =
                        new LogUnavailable(
                                "The log (%s) stopped taking appends: %s.".formatted(file, e),
                                "Maybe open the log again.",
                                e);
            }
            failure = failed;
        }
        LogException why = failed;
        return group.stream()
                .<JournalWriter.Outcome>map(_ -> new JournalWriter.Refused(why))
                .toList();
    }

    /// Writes what waits, refuses what comes, and closes the writer.
    @Override
    public void close() throws SQLException {
        offering.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(last);
        } finally {
            offering.unlock();
        }
        joinThread();
        writer.close();
    }

    private void joinThread() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
