package dev.lodestone.importers;

import dev.lodestone.events.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// Keeps the files of a batch, those that are not there yet.
final class KeptFiles {
    private final FileStore files;

    KeptFiles(FileStore files) {
        this.files = files;
    }

    /// Returns when all of them are on disk.
    ///
    /// @throws java.io.UncheckedIOException if one cannot be kept
    void keep(Collection<AttachedFile> attached) {
        files.putAll(
                attached.stream()
                        .filter(file -> files.find(file.ref().sha256()).isEmpty())
                        .map(file -> file.text().getBytes(StandardCharsets.UTF_8))
                        .toList());
    }
}
