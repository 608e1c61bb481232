package dev.lodestone.importers.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// JSON as Jackson writes it, or in a canonical spelling: with the fields of every object in order,
/// so that equal content is equal text. Hashes of past imports rest on both.
///
/// Jackson makes a writer for every node it is asked to spell. So what has nothing odd in it is
/// spelled here.
final class JsonText {
    private final StringBuilder text;
    private final boolean canonical;

    private JsonText(StringBuilder text, boolean canonical) {
        this.text = text;
        this.canonical = canonical;
    }

    static void canonical(JsonNode node, StringBuilder text) {
        new JsonText(text, true).write(node);
    }

    static String plain(JsonNode node) {
        var text = new StringBuilder(1 << 7);
        new JsonText(text, false).write(node);
        return text.toString();
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node.properties());
            case ARRAY -> array(node);
            case STRING -> quoted(node.stringValue());
            case BOOLEAN -> text.append(node.asString());
            case NULL -> text.append("null");
            case NUMBER -> number(node);
            default -> text.append(node);
        }
    }

    private void array(JsonNode array) {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(array.get(i));
        }
        text.append(']');
    }

    private void number(JsonNode number) {
        if (!Fields.isNotANumber(number)) {
            text.append(number.asString());
        } else if (canonical) {
            text.append("NaN");
        } else {
            text.append(number);
        }
    }

    private void object(Collection<Map.Entry<String, JsonNode>> properties) {
        var fields = properties;
        if (canonical) {
            var sorted = new ArrayList<>(properties);
            sorted.sort(Map.Entry.comparingByKey());
            fields = sorted;
        }
        char before = '{';
        for (var field : fields) {
            text.append(before);
            name(field.getKey());
            text.append(':');
            write(field.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private void name(String name) {
        if (canonical) {
            text.append('"').append(escaped(name)).append('"');
        } else {
            quoted(name);
        }
    }

    private void quoted(String content) {
        int escapes = 0;
        for (int i = 0; i < content.length(); i++) {
            char character = content.charAt(i);
            if (character < ' ' || character > '~') {
                text.append(StringNode.valueOf(content));
                return;
            } else if (character == '"' || character == '\\') {
                escapes++;
            }
        }
        text.append('"').append(escapes == 0 ? content : escaped(content)).append('"');
    }

    private static String escaped(String content) {
        return content.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
