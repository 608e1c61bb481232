package dev.lodestone.events.internal.sqlite;

import dev.lodestone.events.log.Appended;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.events.log.Tag;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// An append on its way to the writer. What does not depend on its place in the log (bytes, salt,
/// commitment, order of tags) is computed by the thread that offers it.
final class PendingAppend {
    /// Far below what SQLite takes in one row, so that a large payload is never a failure there.
    private static final int MOST_BYTES = 128 << 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Comparator<String> BY_UTF8_BYTES = PendingAppend::compareUtf8;

    /// One entry, ready to be stored but for its position and time.
    static final class Prepared {
        final NewEntry entry;
        final List<String> tags;
        final byte[] salt;
        final byte[] payload;
        final byte[] commitment;

        private Prepared(NewEntry entry, byte[] salt, StoredForm form) {
            this.entry = entry;
            this.tags = sorted(entry.tags());
            this.salt = salt;
            this.payload = utf8(entry);
            this.commitment = form.commitment(salt, payload);
        }
    }

    final List<Prepared> entries;
    final List<Condition> conditions;
    final long bytes;
    final CompletableFuture<Appended> outcome = new CompletableFuture<>();

    PendingAppend(List<NewEntry> offered, List<Condition> conditions) {
        byte[] salts = new byte[offered.size() * StoredForm.SALT_BYTES];
        RANDOM.nextBytes(salts);
        var form = new StoredForm();
        var prepared = new ArrayList<Prepared>(offered.size());
        long total = 0;
        for (NewEntry entry : offered) {
            int from = prepared.size() * StoredForm.SALT_BYTES;
            byte[] salt = Arrays.copyOfRange(salts, from, from + StoredForm.SALT_BYTES);
            var one = new Prepared(entry, salt, form);
            total += one.payload.length;
            prepared.add(one);
        }
        this.entries = prepared;
        this.conditions = List.copyOf(conditions);
        this.bytes = total;
    }

    private static List<String> sorted(List<Tag> tags) {
        return switch (tags.size()) {
            case 0 -> List.of();
            case 1 -> List.of(tags.getFirst().text());
            default -> tags.stream().map(Tag::text).distinct().sorted(BY_UTF8_BYTES).toList();
        };
    }

    /// Texts without surrogates have the same order by characters as by bytes.
    private static int compareUtf8(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char one = a.charAt(i);
            char other = b.charAt(i);
            if (one != other) {
                return Character.isSurrogate(one) || Character.isSurrogate(other)
                        ? Arrays.compareUnsigned(
                                a.getBytes(StandardCharsets.UTF_8),
                                b.getBytes(StandardCharsets.UTF_8))
                        : Character.compare(one, other);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static byte[] utf8(NewEntry entry) {
        String payload = entry.payload();
        for (int i = 0; i < payload.length(); i++) {
            if (Character.isSurrogate(payload.charAt(i))) {
                refuseHalfCharacters(entry);
                break;
            }
        }
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    """
                    The payload of the record (%s) has (%d) bytes; at most (%d) are taken.
                    Maybe keep the data in a file and name the file.\
                    """
                            .formatted(entry.record(), bytes.length, MOST_BYTES));
        }
        return bytes;
    }

    /// Half a surrogate pair has no UTF-8 form: storing something in its place would change the
    /// text.
    private static void refuseHalfCharacters(NewEntry entry) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(entry.payload()));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The payload of the record (%s) holds half a character and cannot be stored."
                            .formatted(entry.record()),
                    e);
        }
    }
}
