package dev.lodestone.importers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, in lower-case hexadecimal.
public final class Hashes {
    private Hashes() {}

    /// Of text, as UTF-8.
    public static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    /// The first 64 bits of the hash of text.
    static long first64(String text) {
        return ByteBuffer.wrap(digest().digest(text.getBytes(UTF_8))).getLong();
    }

    /// Of bytes.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /// Of a file, without holding it in memory.
    ///
    /// @throws UnreadableSource if it cannot be read
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return hashed(in).sha256();
        } catch (IOException e) {
            throw new UnreadableSource(
                    file.toString(),
                    "The file cannot be read (%s).".formatted(e),
                    "the path is misspelt, or it is a directory.",
                    e);
        }
    }

    /// Bytes that were read to their end.
    ///
    /// @param bytes how many
    public record Hashed(String sha256, long bytes) {}

    /// Of a stream to its end, without holding it in memory.
    ///
    /// @throws IOException if it cannot be read
    public static Hashed hashed(InputStream in) throws IOException {
        var digest = digest();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            bytes += n;
        }
        return new Hashed(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
