package dev.lodestone.importers;

import dev.lodestone.events.files.FileStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/// Keeps the files of a batch, many at a time: each waits for the disk, and a disk that is asked to
/// make many files durable at once does so nearly as fast as one.
final class KeptFiles {
    private static final int AT_ONCE = 32;

    private final FileStore files;

    KeptFiles(FileStore files) {
        this.files = files;
    }

    /// Returns when all of them are on disk.
    ///
    /// @throws java.io.UncheckedIOException if one cannot be kept
    void keep(Collection<AttachedFile> attached) {
        var missing =
                attached.stream()
                        .filter(file -> files.find(file.ref().sha256()).isEmpty())
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, missing.size()))) {
            CompletableFuture.allOf(
                            missing.stream()
                                    .map(file ->
                                            CompletableFuture.runAsync(() -> keep(file), threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void keep(AttachedFile file) {
        files.put(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
    }
}
