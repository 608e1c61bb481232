package dev.lodestone.importers.nomad;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Descriptions as people wrote them, in HTML, without the images that editors paste into them.
final class Prose {
    private static final Pattern IMAGE =
            Pattern.compile("data:([a-z]+/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=]+)");

    private Prose() {}

    /// An archive in which every pasted image is a note of its type and length: a copy, if there
    /// are any.
    ///
    /// @param leftOut is told the pointer and what each image was
    static ObjectNode withoutImages(ObjectNode archive, BiConsumer<String, String> leftOut) {
        if (!mayHoldImages(archive)) {
            return archive;
        }
        var copy = archive.deepCopy();
        walk(copy, "", leftOut);
        return copy;
    }

    private static boolean mayHoldImages(JsonNode node) {
        if (!node.isContainer()) {
            return node.isString() && node.stringValue().contains(";base64,");
        }
        for (var child : node) {
            if (mayHoldImages(child)) {
                return true;
            }
        }
        return false;
    }

    private static void walk(JsonNode node, String at, BiConsumer<String, String> leftOut) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var child = object.get(name);
                if (child instanceof StringNode text && text.stringValue().contains(";base64,")) {
                    object.put(name, without(text.stringValue(), at + "/" + name, leftOut));
                } else {
                    walk(child, at + "/" + name, leftOut);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), at + "/" + i, leftOut);
            }
        }
    }

    private static String without(String text, String at, BiConsumer<String, String> leftOut) {
        return IMAGE.matcher(text)
                .replaceAll(image -> {
                    var what =
                            "%s, %d characters".formatted(image.group(1), image.group(2).length());
                    leftOut.accept(at, what);
                    return "image left out: " + what;
                });
    }
}
