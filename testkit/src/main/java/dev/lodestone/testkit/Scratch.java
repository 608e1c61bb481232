package dev.lodestone.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A directory for logs that nobody will miss: in memory where the machine offers it, since a log
/// waits for the disk at every append. Gone when closed.
public record Scratch(Path path) implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    /// Makes one.
    public static Scratch make() throws IOException {
        return new Scratch(
                Files.isWritable(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "lodestone")
                        : Files.createTempDirectory("lodestone"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
