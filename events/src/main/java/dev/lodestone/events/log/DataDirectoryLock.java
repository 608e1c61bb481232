package dev.lodestone.events.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says that one process owns a data directory, and who that is. The operating system drops the
/// lock when the process ends in whatever way, so it never needs clearing by hand.
///
/// The owner's text is in a file of its own (`owner`), because on POSIX systems a process that
/// opens and closes the locked file (`lock`) loses its lock.
public final class DataDirectoryLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectoryLock(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the directory, making it if need be.
    ///
    /// @param ownerText what others are told, such as the process id and the server's address
    /// @throws LogUnavailable if another process, or this one, has it
    public static DataDirectoryLock acquire(Path directory, String ownerText) {
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(real);
            }
            try {
                return acquireReal(real, ownerText);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(real);
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw notAllowed(directory, e);
        } catch (IOException e) {
            throw new LogUnavailable(
                    "The data directory (%s) cannot be locked: %s.".formatted(directory, e),
                    "Maybe this user may not write there.",
                    e);
        }
    }

    private static DataDirectoryLock acquireReal(Path real, String ownerText) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        real.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(real);
            }
            var held = new DataDirectoryLock(real, channel, lock);
            held.describe(ownerText);
            return held;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static LogUnavailable notAllowed(Path directory, AccessDeniedException e) {
        return new LogUnavailable(
                "This user may not use the data directory (%s).".formatted(directory),
                "Maybe its owner has to allow it: reading needs the right to write as well.",
                e);
    }

    private static LogUnavailable inUse(Path directory) throws LogUnavailable {
        return new LogUnavailable(
                "The data directory (%s) is in use by (%s)."
                        .formatted(directory, ownerText(directory).orElse("another process")),
                "Maybe go through that process, or stop it first.",
                null);
    }

    /// Who has the directory now; empty if nobody has.
    public static Optional<String> readOwner(Path directory) {
        Path file = directory.resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (HELD_HERE.contains(directory.toRealPath())) {
                return ownerText(directory);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock probe = channel.tryLock()) {
                return probe == null
                        ? Optional.of(ownerText(directory).orElse("another process"))
                        : Optional.empty();
            }
        } catch (AccessDeniedException e) {
            throw notAllowed(directory, e);
        } catch (IOException e) {
            throw new LogUnavailable(
                    "It cannot be found out who owns the data directory (%s): %s."
                            .formatted(directory, e),
                    e);
        }
    }

    private static Optional<String> ownerText(Path directory) {
        try {
            return Optional.of(Files.readString(directory.resolve("owner")).strip())
                    .filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("another process, whose name cannot be read: " + e);
        }
    }

    /// Changes what others are told.
    public void describe(String ownerText) {
        try {
            Path draft = directory.resolve("owner.new");
            Files.writeString(draft, ownerText + "\n", StandardCharsets.UTF_8);
            try {
                Files.move(
                        draft,
                        directory.resolve("owner"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, directory.resolve("owner"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LogUnavailable(
                    "The owner of the data directory (%s) cannot be written: %s."
                            .formatted(directory, e),
                    "Maybe the disk is full, or this user may not write there.",
                    e);
        }
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(directory.resolve("owner"));
            lock.release();
        } catch (IOException e) {
            throw new LogUnavailable(
                    "The lock of the data directory (%s) was not released cleanly: %s."
                            .formatted(directory, e),
                    e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
