package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.MerkleRoot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The bytes that are hashed. Numbers are big-endian; a text is its length in UTF-8 bytes (4
/// bytes), then those bytes.
///
/// ```
/// header = form (1 byte, 1) position (8) record (16) kind (text) version (4)
///          recordedAt (8, microseconds since 1970-01-01T00:00:00Z) labTime (text)
///          tag count (4) tags (text each, sorted by their bytes, each once) access (text)
/// commitment = SHA-256(salt (16) ‖ payload)
/// leaf = SHA-256(0x00 ‖ header ‖ commitment)
/// ```
///
/// Reuses its buffers: not for several threads.
final class StoredForm {
    static final int SALT_BYTES = 16;
    private static final byte FORM = 1;

    private final MessageDigest sha256 = MerkleRoot.sha256();
    private byte[] header = new byte[512];
    private int length;

    byte[] commitment(byte[] salt, byte[] payload) {
        sha256.update(salt);
        return sha256.digest(payload);
    }

    /// @param tags as they are stored: sorted, each once
    byte[] leaf(
            long position,
            UUID record,
            String kind,
            int version,
            long recordedAtMicros,
            String labTime,
            List<String> tags,
            String access,
            byte[] commitment) {
        length = 0;
        room(1);
        header[length++] = FORM;
        putLong(position);
        putLong(record.getMostSignificantBits());
        putLong(record.getLeastSignificantBits());
        putText(kind);
        putInt(version);
        putLong(recordedAtMicros);
        putText(labTime);
        putInt(tags.size());
        tags.forEach(this::putText);
        putText(access);
        sha256.update((byte) 0);
        sha256.update(header, 0, length);
        return sha256.digest(commitment);
    }

    private void putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, header, length, bytes.length);
        length += bytes.length;
    }

    private void putInt(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            header[length++] = (byte) (value >>> shift);
        }
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void room(int bytes) {
        if (header.length - length < bytes) {
            header = Arrays.copyOf(header, Math.max(header.length * 2, length + bytes));
        }
    }

    static byte[] bytes(UUID id) {
        byte[] bytes = new byte[16];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >>> (56 - 8 * i));
            bytes[8 + i] = (byte) (low >>> (56 - 8 * i));
        }
        return bytes;
    }

    static UUID uuid(byte[] bytes) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | (bytes[i] & 0xff);
            low = low << 8 | (bytes[8 + i] & 0xff);
        }
        return new UUID(high, low);
    }
}
