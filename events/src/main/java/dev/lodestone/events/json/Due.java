package dev.lodestone.events.json;

import dev.lodestone.events.WireNamed;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a place in an event takes, for people.
enum Due {
    TEXT("A text"),
    NUMBER("A number"),
    WHOLE_NUMBER("A whole number"),
    YES_OR_NO("true or false"),
    LIST("A list"),
    OBJECT("An object");

    private static final Set<Class<?>> WHOLE =
            Set.of(
                    int.class,
                    long.class,
                    Integer.class,
                    Long.class,
                    OptionalInt.class,
                    OptionalLong.class,
                    java.time.Year.class);

    private final String words;

    Due(String words) {
        this.words = words;
    }

    static Due of(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return YES_OR_NO;
        } else if (WHOLE.contains(type)) {
            return WHOLE_NUMBER;
        } else if (type == BigDecimal.class) {
            return NUMBER;
        } else if (Collection.class.isAssignableFrom(type)) {
            return LIST;
        } else if (isText(type)) {
            return TEXT;
        }
        return OBJECT;
    }

    /// Whether values of a type are written as one text.
    static boolean isText(Class<?> type) {
        return type == String.class
                || EventModule.TEXTS.contains(type)
                || WireNamed.class.isAssignableFrom(type);
    }

    String words() {
        return words;
    }

    String hint(JsonNode found) {
        return switch (this) {
            case NUMBER, WHOLE_NUMBER ->
                    found.isString() && looksLikeNumber(found.stringValue())
                            ? "leave the quotes out."
                            : "";
            case TEXT -> found.isNumber() || found.isBoolean() ? "put it in quotes." : "";
            case LIST -> found.isArray() ? "" : "put it in [ ].";
            case YES_OR_NO, OBJECT -> "";
        };
    }

    private static boolean looksLikeNumber(String text) {
        try {
            var _ = new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
