package dev.lodestone.importers;

import java.util.Iterator;
import java.util.List;

/// A source being read, entry by entry, so that a source of any size needs little memory. For one
/// thread, and to be walked once.
public interface SourceReading extends AutoCloseable {
    /// What is being read. After the last entry its hash and version may be known better.
    SourceDescription source();

    /// The entries in the source's own order, each read when it is asked for. An entry that is
    /// there but cannot be understood is an entry that refuses to be mapped
    /// ([SourceEntry#refused]).
    ///
    /// The iterator throws [UnreadableSource] where nothing after that place can be read. What was
    /// read before stays imported, and nothing is taken to have vanished.
    Iterator<SourceEntry> entries();

    /// Told that all entries given out so far are recorded or refused, and so need not be read
    /// again.
    default void recorded() {}

    /// Whether this reading, once it came to its end, saw all that its source describes.
    default boolean sawAll() {
        return true;
    }

    /// What a reader should know of the reading itself; asked for after the last entry.
    default List<Finding> findings() {
        return List.of();
    }

    @Override
    void close();
}
