package dev.lodestone.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// UUIDs of versions 5 and 7 as in RFC 9562, which the JDK does not make.
public final class Uuids {
    /// The namespace under which all name-based UUIDs of this project are made.
    private static final UUID NAMESPACE = UUID.fromString("6f0b3a52-6f5a-5d0e-9a3b-1c8e2d6a7f10");

    private Uuids() {}

    /// Version 5: the same parts always give the same UUID. Parts are joined by the unit separator
    /// (U+001F), so `("a", "bc")` and `("ab", "c")` differ.
    public static UUID named(String... parts) {
        var digest = sha1();
        digest.update(
                ByteBuffer.allocate(16)
                        .putLong(NAMESPACE.getMostSignificantBits())
                        .putLong(NAMESPACE.getLeastSignificantBits())
                        .flip());
        digest.update(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.wrap(digest.digest());
        return withVersion(bytes.getLong(), bytes.getLong(), 5);
    }

    /// Version 7: ordered by time (milliseconds), random in the rest.
    public static UUID timeOrdered(Instant now, RandomGenerator random) {
        return withVersion(
                (now.toEpochMilli() << 16) | (random.nextLong() & 0xFFFFL), random.nextLong(), 7);
    }

    private static UUID withVersion(long high, long low, int version) {
        return new UUID(
                (high & ~0xF000L) | ((long) version << 12),
                (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    @SuppressWarnings("InsecureCryptoUsage") // RFC 9562 prescribes SHA-1 for version 5.
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
