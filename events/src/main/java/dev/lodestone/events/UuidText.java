package dev.lodestone.events;

import java.util.UUID;

/// Reads UUIDs strictly: the JDK's own parser accepts `1-1-1-1-1`.
final class UuidText {
    private UuidText() {}

    static UUID parse(String what, String text) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw malformed(what, text, e);
        }
        throw malformed(what, text, null);
    }

    private static IllegalArgumentException malformed(
            String what, String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                """
                The %s id (%s) is not a UUID.
                Maybe leave "id" out: one is made at intake.\
                """
                        .formatted(what, text),
                cause);
    }
}
