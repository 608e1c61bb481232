package dev.lodestone.events.log;

import java.util.Iterator;

/// Entries in the order of their positions, read as they are asked for. To be walked once, by one
/// thread, and closed.
@SuppressWarnings("IterableAndIterator") // To be walked once, and by either way of walking.
public interface LogEntries extends Iterable<LogEntry>, Iterator<LogEntry>, AutoCloseable {
    /// This very walk, not a fresh one.
    @Override
    default Iterator<LogEntry> iterator() {
        return this;
    }

    @Override
    void close();
}
