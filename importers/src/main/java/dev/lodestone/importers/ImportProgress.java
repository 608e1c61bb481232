package dev.lodestone.importers;

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
}
