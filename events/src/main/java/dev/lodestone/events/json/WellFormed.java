package dev.lodestone.events.json;

import dev.lodestone.events.InvalidEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What JSON allows and an event does not: `null`, for which absence stands, and halves of
/// characters, which no UTF-8 can hold.
final class WellFormed {
    private WellFormed() {}

    /// Checks a whole tree.
    ///
    /// @throws InvalidEvent with the pointer of the first fault
    static void check(JsonNode node) {
        check(node, "");
    }

    private static void check(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                var at = pointer + "/" + escaped(field.getKey());
                text(field.getKey(), at);
                check(field.getValue(), at);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                check(array.get(i), pointer + "/" + i);
            }
        } else if (node.isNull()) {
            throw new InvalidEvent(
                    pointer, "The value is null.", "leave it out: what is not known is absent.");
        } else if (node.isString()) {
            text(node.stringValue(), pointer);
        }
    }

    private static void text(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new InvalidEvent(
                        pointer,
                        "The text holds half a character (\\u%04x) at %d."
                                .formatted((int) c, i + 1),
                        "an emoji was cut in two when the text was shortened.");
            }
        }
    }

    /// A field name as a part of a JSON pointer.
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
