package dev.lodestone.importers;

import java.nio.file.Path;
import java.util.Optional;

/// An importer that can draft the mapping it needs.
public interface SuggestsMapping {
    /// A mapping in the importer's own form, with how sure each part of it is. It is meant to be
    /// read and corrected before it is used.
    ///
    /// @param sheet of a workbook; the first if absent
    /// @throws UnreadableSource if the file cannot be read
    String suggest(Path file, Optional<String> sheet);
}
