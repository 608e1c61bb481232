package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.LogUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// Read-only connections, opened as they are needed, so many at once at most. Safe for many
/// threads.
final class ReaderPool implements AutoCloseable {
    /// Something to do with a reader.
    @FunctionalInterface
    interface Reading<T> {
        T with(JournalReader reader) throws SQLException;
    }

    private final Path file;
    private final Semaphore permits;
    private final int size;
    private final ConcurrentLinkedDeque<JournalReader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ReaderPool(Path file, int size) {
        this.file = file;
        this.size = size;
        this.permits = new Semaphore(size);
    }

    <T> T read(Reading<T> reading) {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new LogUnavailable("The log (%s) is closed.".formatted(file), null);
            }
            return readWithPermit(reading);
        } catch (SQLException e) {
            throw SqliteFailures.translate(file, e);
        } finally {
            permits.release();
        }
    }

    private <T> T readWithPermit(Reading<T> reading) throws SQLException {
        JournalReader reader = idle.poll();
        if (reader == null) {
            reader = new JournalReader(new Statements(JournalSchema.openReader(file)));
        }
        boolean sound = false;
        try {
            T result = reading.with(reader);
            sound = true;
            return result;
        } finally {
            if (sound) {
                idle.push(reader);
            } else {
                reader.close();
            }
        }
    }

    /// Waits for what is being read, then closes the connections.
    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(size);
        try {
            for (JournalReader reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
        } catch (SQLException e) {
            throw SqliteFailures.translate(file, e);
        } finally {
            permits.release(size);
        }
    }
}
