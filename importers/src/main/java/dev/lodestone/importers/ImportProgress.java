package dev.lodestone.importers;

import java.time.Duration;

/// Told from time to time how far a run is.
@FunctionalInterface
public interface ImportProgress {
    /// Nobody looks.
    ImportProgress SILENT = (_, _) -> {};

    /// After each batch.
    ///
    /// @param entries read so far
    /// @param written records written so far
    void at(long entries, long written);

    /// How many entries are to come in all, where the source tells.
    default void expected(long entries) {}

    /// While entries are fetched that are mapped only when all of them are there.
    ///
    /// @param entries fetched so far
    default void fetched(long entries) {}

    /// Before something is tried again.
    ///
    /// @param time after which
    /// @param why what failed, in one line
    default void waiting(Duration time, String why) {}
}
