package dev.lodestone.events.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Keeps many files together. Each waits for the disk, and a disk that is asked to make many files
/// durable at once does so nearly as fast as one; a directory is made durable once for all the
/// files that go to it.
final class FileBatch {
    private static final int AT_ONCE = 32;

    private final Path root;
    private final Map<Path, StoredFile> drafts = new ConcurrentHashMap<>();

    FileBatch(Path root) {
        this.root = root;
    }

    /// Returns when all of them are on disk.
    void put(List<byte[]> contents) throws IOException {
        Files.createDirectories(root);
        try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, contents.size()))) {
            try {
                each(contents, this::draft, threads);
                var folders = new HashSet<Path>();
                for (var draft : drafts.entrySet()) {
                    var sha256 = draft.getValue().sha256();
                    var target = FileStore.path(root, sha256);
                    if (!Files.exists(target)) {
                        var folder = root.resolve(sha256.substring(0, 2));
                        Files.createDirectories(folder);
                        Files.move(draft.getKey(), target, StandardCopyOption.ATOMIC_MOVE);
                        folders.add(folder);
                    }
                }
                each(folders, FileStore::sync, threads);
                FileStore.sync(root);
            } finally {
                for (var draft : drafts.keySet()) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void draft(byte[] content) throws IOException {
        var draft = root.resolve("draft-" + UUID.randomUUID());
        try {
            drafts.put(draft, FileStore.write(new ByteArrayInputStream(content), draft));
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        void of(T what) throws IOException;
    }

    /// Waits for all, also where one fails.
    private static <T> void each(Collection<T> all, Step<T> step, ExecutorService threads) {
        try {
            CompletableFuture.allOf(
                            all.stream()
                                    .map(one ->
                                            CompletableFuture.runAsync(
                                                    () -> {
                                                        try {
                                                            step.of(one);
                                                        } catch (IOException e) {
                                                            throw new UncheckedIOException(e);
                                                        }
                                                    },
                                                    threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
