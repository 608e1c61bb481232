package dev.lodestone.importers.json;

import java.util.ArrayList;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// JSON with the fields of every object in order, so that equal content is equal text. Hashes of
/// past imports rest on this spelling.
final class CanonicalJson {
    private CanonicalJson() {}

    static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            object(node, text);
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                write(node.get(i), text);
            }
            text.append(']');
        } else if (Fields.isNotANumber(node)) {
            text.append("NaN");
        } else if (isPlain(node)) {
            text.append(node.asString());
        } else if (node.isString() && isPlain(node.stringValue())) {
            text.append('"').append(node.stringValue()).append('"');
        } else {
            text.append(node);
        }
    }

    private static void object(JsonNode node, StringBuilder text) {
        var fields = new ArrayList<>(node.properties());
        fields.sort(Map.Entry.comparingByKey());
        char before = '{';
        for (var field : fields) {
            text.append(before)
                    .append('"')
                    .append(field.getKey().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\":");
            write(field.getValue(), text);
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    /// Whether its JSON is its text. Asking first is far faster than writing every number by a
    /// writer of its own.
    static boolean isPlain(JsonNode node) {
        return node.isNumber() || node.isBoolean();
    }

    /// Whether no JSON writer has anything to escape in it.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' '
                    || character > '~'
                    || character == '"'
                    || character == '\\'
                    || character == '/') {
                return false;
            }
        }
        return true;
    }
}
