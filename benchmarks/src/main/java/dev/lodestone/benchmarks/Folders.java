package dev.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Directories of the benchmarks.
final class Folders {
    private Folders() {}

    /// The directory, made, and emptied of what an earlier run left in it.
    static Path fresh(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (var all = Files.walk(directory)) {
                    for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes that a file or directory takes on the disk: holes in files count nothing.
    static long bytes(Path path) {
        try {
            var du = new ProcessBuilder("du", "-sk", path.toString()).start();
            var words =
                    new String(
                            du.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            return Long.parseLong(words.strip().split("\\s+", 2)[0]) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
