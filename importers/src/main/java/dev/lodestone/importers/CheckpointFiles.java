package dev.lodestone.importers;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Checkpoints as files `<name>.json` of a directory, each replaced atomically.
public final class CheckpointFiles implements Checkpoints {
    private final Path directory;

    /// @param directory made when the first one is written
    public CheckpointFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(name, "read", e);
        }
    }

    @Override
    public void write(String name, String text) {
        var file = file(name);
        try {
            Files.createDirectories(directory);
            var fresh = Files.createTempFile(directory, name, ".tmp");
            try {
                Files.writeString(fresh, text);
                replace(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unusable(name, "written", e);
        }
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw unusable(name, "removed", e);
        }
    }

    private static void replace(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(String name) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("no name of a checkpoint: " + name);
        }
        return directory.resolve(name + ".json");
    }

    private UnreadableSource unusable(String name, String what, IOException e) {
        return new UnreadableSource(
                file(name).toString(),
                "The checkpoint of an import cannot be %s (%s).".formatted(what, e),
                "the directory belongs to somebody else or the disk is full.",
                e);
    }
}
