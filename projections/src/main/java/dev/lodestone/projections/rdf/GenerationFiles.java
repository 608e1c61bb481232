package dev.lodestone.projections.rdf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The directory of an RDF graph: numbered databases of which one serves, `current` that names it,
/// `copy` with a closed copy of an earlier state, and `damaged` with the last one that would not
/// open.
final class GenerationFiles {
    private static final Pattern NUMBERED = Pattern.compile("\\d{6,}");
    private static final String CURRENT = "current";
    private static final String COPY = "copy";
    private static final String DAMAGED = "damaged";
    private static final String HALF = ".part";
    private static final String LOCK = "tdb.lock";
    private static final int CHUNK = 1 << 20;

    private final Path root;

    GenerationFiles(Path root) {
        this.root = root;
        run(() -> Files.createDirectories(root));
    }

    /// The database that serves; empty where there is none yet.
    Optional<Path> current() {
        return call(() -> {
            Path pointer = root.resolve(CURRENT);
            if (!Files.exists(pointer)) {
                return Optional.empty();
            }
            String name = Files.readString(pointer).strip();
            Path directory = root.resolve(name);
            return NUMBERED.matcher(name).matches() && Files.isDirectory(directory)
                    ? Optional.of(directory)
                    : Optional.empty();
        });
    }

    /// Makes a database the one that serves, in one step that outlives a power cut.
    void setCurrent(Path directory) {
        run(() -> {
            Path half = root.resolve(CURRENT + HALF);
            Files.writeString(half, directory.getFileName() + "\n");
            force(half);
            Files.move(half, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
            force(root);
        });
    }

    /// A directory for the next database.
    Path next() {
        return call(() -> {
            long last = 0;
            for (var directory : numbered()) {
                last = Math.max(last, Long.parseLong(directory.getFileName().toString()));
            }
            return Files.createDirectory(root.resolve("%06d".formatted(last + 1)));
        });
    }

    /// Deletes databases that do not serve, which a crash has left.
    void sweep(Optional<Path> serving) {
        run(() -> {
            for (var directory : numbered()) {
                if (serving.filter(directory::equals).isEmpty()) {
                    delete(directory);
                }
            }
            delete(root.resolve(COPY + HALF));
        });
    }

    /// Moves a database that will not open out of the way, in the place of the last such.
    Path moveAside(Path directory) {
        return call(() -> {
            Path aside = root.resolve(DAMAGED);
            delete(aside);
            return Files.move(directory, aside);
        });
    }

    /// Turns the copy that was kept, if there is one, into a database that can serve.
    Optional<Path> takeCopy() {
        return call(() -> {
            Path copy = root.resolve(COPY);
            if (!Files.isDirectory(copy)) {
                return Optional.empty();
            }
            Path directory = next();
            Files.delete(directory);
            return Optional.of(Files.move(copy, directory));
        });
    }

    /// Copies a database that nobody writes to, in the place of the last copy.
    void keepCopy(Path directory) {
        run(() -> {
            Path half = root.resolve(COPY + HALF);
            Path copy = root.resolve(COPY);
            delete(half);
            copyTree(directory, half);
            forceAll(half);
            delete(copy);
            Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE);
            force(root);
        });
    }

    /// Deletes the copy and the damaged database, which may hold what must be forgotten.
    void deleteCopies() {
        delete(root.resolve(COPY));
        delete(root.resolve(DAMAGED));
    }

    /// Has everything in a directory written to the disk.
    void forceAll(Path directory) {
        run(() -> {
            try (var files = Files.walk(directory)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    force(file);
                }
            }
        });
    }

    long size(Path directory) {
        return call(() -> {
            try (var files = Files.walk(directory)) {
                return files.map(Path::toFile).mapToLong(File::length).sum();
            }
        });
    }

    void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        run(() ->
                Files.walkFileTree(
                        directory,
                        new SimpleFileVisitor<>() {
                            @Override
                            public FileVisitResult visitFile(
                                    Path file, BasicFileAttributes attributes) throws IOException {
                                Files.delete(file);
                                return FileVisitResult.CONTINUE;
                            }

                            @Override
                            public FileVisitResult postVisitDirectory(
                                    Path folder, @Nullable IOException failure) throws IOException {
                                if (failure != null) {
                                    throw failure;
                                }
                                Files.delete(folder);
                                return FileVisitResult.CONTINUE;
                            }
                        }));
    }

    private List<Path> numbered() throws IOException {
        var found = new ArrayList<Path>();
        try (var directories = Files.newDirectoryStream(root)) {
            for (var directory : directories) {
                if (NUMBERED.matcher(directory.getFileName().toString()).matches()) {
                    found.add(directory);
                }
            }
        }
        return found;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().equals(LOCK)) {
                    copySparse(file, target);
                }
            }
        }
    }

    /// TDB2 makes its files long before it fills them; what is empty stays empty.
    private static void copySparse(Path from, Path to) throws IOException {
        try (var source = FileChannel.open(from, StandardOpenOption.READ);
                var target =
                        FileChannel.open(
                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.allocate(CHUNK);
            long size = source.size();
            long position = 0;
            while (position < size) {
                buffer.clear();
                int read = source.read(buffer, position);
                if (read < 0) {
                    break;
                }
                buffer.flip();
                boolean last = position + read >= size;
                if (last || !isEmpty(buffer)) {
                    long at = position;
                    while (buffer.hasRemaining()) {
                        at += target.write(buffer, at);
                    }
                }
                position += read;
            }
        }
    }

    private static boolean isEmpty(ByteBuffer buffer) {
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            if (buffer.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private interface Work<T> {
        T call() throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T call(Work<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
