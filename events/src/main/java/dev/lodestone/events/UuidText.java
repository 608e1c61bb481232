package dev.lodestone.events;

import java.util.UUID;
import java.util.regex.Pattern;

/// Reads UUIDs strictly: the JDK's own parser accepts `1-1-1-1-1`.
final class UuidText {
    private UuidText() {}

    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    static UUID parse(String what, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    """
                    The %s id (%s) is not a UUID: 8-4-4-4-12 hexadecimal digits.
                    Maybe it was cut short; the own id of a record may be left out.\
                    """
                            .formatted(what, text));
        }
        return UUID.fromString(text);
    }
}
