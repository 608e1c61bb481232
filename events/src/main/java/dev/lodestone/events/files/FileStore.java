package dev.lodestone.events.files;

import dev.lodestone.events.log.MerkleRoot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps files under the SHA-256 of their bytes, as `files/ab/cdef…`. A file is there whole and on
/// disk, or not at all; putting it again changes nothing. Safe for many threads and processes.
public final class FileStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;

    private final Path root;

    /// @param dataDirectory the store keeps its files in `files` within it
    public FileStore(Path dataDirectory) {
        this.root = dataDirectory.resolve("files");
    }

    /// Reads a stream to its end and keeps what it said. Leaves closing it to the caller.
    ///
    /// @throws UncheckedIOException if the stream or the disk fails; then nothing was kept
    public StoredFile put(InputStream in) {
        try {
            Files.createDirectories(root);
            Path draft = root.resolve("draft-" + UUID.randomUUID());
            try {
                StoredFile stored = write(in, draft);
                Path target = path(stored.sha256());
                if (!Files.exists(target)) {
                    Path folder = root.resolve(stored.sha256().substring(0, 2));
                    Files.createDirectories(folder);
                    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                    sync(folder);
                    sync(root);
                }
                return stored;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /// Keeps many contents, as [#put] does each; returns when all are on disk.
    ///
    /// @throws UncheckedIOException if the disk fails; some may be kept then
    public void putAll(List<byte[]> contents) {
        if (contents.isEmpty()) {
            return;
        }
        try {
            new FileBatch(root).put(contents);
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private UncheckedIOException notKept(IOException e) {
        return new UncheckedIOException(
                """
                A file could not be kept in (%s): %s
                Maybe free some space and try again: nothing of it was kept.\
                """
                        .formatted(root, e),
                e);
    }

    static StoredFile write(InputStream in, Path draft) throws IOException {
        MessageDigest sha256 = MerkleRoot.sha256();
        long bytes = 0;
        try (FileChannel out =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                bytes += read;
            }
            out.force(true);
        }
        return new StoredFile(HexFormat.of().formatHex(sha256.digest()), bytes);
    }

    /// Makes a rename in a directory durable, where the system can sync a directory.
    static void sync(Path directory) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// The path of a file that is kept.
    ///
    /// @throws IllegalArgumentException if that is no SHA-256 in lower-case hex
    public Optional<Path> find(String sha256) {
        return Optional.of(path(sha256)).filter(Files::isRegularFile);
    }

    private Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "(%s) is not a SHA-256 in lower-case hex, 64 digits long.".formatted(sha256));
        }
        return path(root, sha256);
    }

    static Path path(Path root, String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /// Whether a file is there and still has the bytes it is named after.
    public boolean verify(String sha256) {
        return find(sha256).map(path -> sha256.equals(hash(path))).orElse(false);
    }

    /// The names of the files whose bytes are not what they were, sorted.
    public List<String> verifyAll() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replaceAll("[/\\\\]", ""))
                    .filter(name -> SHA256.matcher(name).matches() && !verify(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("(%s) cannot be read: %s".formatted(root, e), e);
        }
    }

    private static String hash(Path path) {
        MessageDigest sha256 = MerkleRoot.sha256();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("(%s) cannot be read: %s".formatted(path, e), e);
        }
    }
}
