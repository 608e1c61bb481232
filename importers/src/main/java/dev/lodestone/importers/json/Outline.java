package dev.lodestone.importers.json;

import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is needed of a document to tell what it is: all its fields are there, most of them as
/// `null`.
///
/// @param whole the fields that are read
/// @param named the fields of which, if they are objects, only the names of their fields are read
public record Outline(Set<String> whole, Set<String> named) {
    public Outline {
        whole = Set.copyOf(whole);
        named = Set.copyOf(named);
    }

    /// Reads an object whose beginning was read.
    ObjectNode read(JsonParser parser) {
        var outline = JsonNodeFactory.instance.objectNode();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            if (whole.contains(name)) {
                outline.set(name, parser.readValueAsTree());
            } else if (token == JsonToken.START_OBJECT && named.contains(name)) {
                outline.set(name, names(parser));
            } else {
                parser.skipChildren();
                outline.putNull(name);
            }
        }
        return outline;
    }

    private static ObjectNode names(JsonParser parser) {
        var names = JsonNodeFactory.instance.objectNode();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            parser.skipChildren();
            names.putNull(name);
        }
        return names;
    }
}
