package dev.lodestone.importers.nomad;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Descriptions as people wrote them, in HTML, without the images that editors paste into them and
/// without e-mail addresses.
final class Prose {
    private static final Pattern IMAGE =
            Pattern.compile("data:([a-z]+/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=]+)");

    /// Ends in a word, so that 850@2.5h is none; of bounded parts, so that no text is searched for
    /// long.
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+'-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,20}\\p{L}{2,63}(?![\\p{L}\\p{N}])");

    /// What names files and definitions, in which such a sign is no address.
    private static final Set<String> NAMES =
            Set.of("m_def", "m_def_id", "mainfile", "data_file", "files", "m_annotations");

    private Prose() {}

    /// What is left out of a text.
    ///
    /// @param words as it begins a sentence
    /// @param field as a report counts it
    record LeftOut(String words, String field) {}

    /// An archive in which every pasted image is a note of its type and length, and every e-mail
    /// address a note that there was one: a copy, if there are any.
    ///
    /// @param leftOut is told the pointer and what each was
    static ObjectNode cleaned(ObjectNode archive, BiConsumer<String, LeftOut> leftOut) {
        if (!mayHold(archive)) {
            return archive;
        }
        var copy = archive.deepCopy();
        walk(copy, "", leftOut);
        return copy;
    }

    /// Whether a text holds an e-mail address.
    static boolean hasAddress(String text) {
        return text.indexOf('@') >= 0 && ADDRESS.matcher(text).find();
    }

    private static boolean mayHold(JsonNode node) {
        if (!node.isContainer()) {
            return node.isString() && mayHold(node.stringValue());
        }
        for (var child : node) {
            if (mayHold(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(String text) {
        return text.contains(";base64,") || hasAddress(text);
    }

    private static void walk(JsonNode node, String at, BiConsumer<String, LeftOut> leftOut) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var child = object.get(name);
                if (child instanceof StringNode text) {
                    if (!NAMES.contains(name)) {
                        clean(text, at + "/" + name, leftOut)
                                .ifPresent(clean -> object.put(name, clean));
                    }
                } else if (!NAMES.contains(name)) {
                    walk(child, at + "/" + name, leftOut);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                if (array.get(i) instanceof StringNode text) {
                    clean(text, at + "/" + i, leftOut).ifPresent(clean -> array.set(index, clean));
                } else {
                    walk(array.get(i), at + "/" + i, leftOut);
                }
            }
        }
    }

    private static Optional<String> clean(
            StringNode node, String at, BiConsumer<String, LeftOut> leftOut) {
        var text = node.stringValue();
        if (!mayHold(text) || NomadRef.find(text).isPresent()) {
            return Optional.empty();
        }
        var clean = withoutAddresses(withoutImages(text, at, leftOut), at, leftOut);
        return Optional.of(clean).filter(other -> !other.equals(text));
    }

    private static String withoutImages(
            String text, String at, BiConsumer<String, LeftOut> leftOut) {
        return IMAGE.matcher(text)
                .replaceAll(image -> {
                    var what =
                            "%s, %d characters".formatted(image.group(1), image.group(2).length());
                    leftOut.accept(
                            at,
                            new LeftOut(
                                    "A pasted image (%s)".formatted(what),
                                    "images pasted into a text"));
                    return "image left out: " + what;
                });
    }

    private static String withoutAddresses(
            String text, String at, BiConsumer<String, LeftOut> leftOut) {
        return hasAddress(text)
                ? ADDRESS.matcher(text)
                        .replaceAll(_ -> {
                            leftOut.accept(
                                    at, new LeftOut("An e-mail address", "e-mail addresses"));
                            return "(e-mail address left out)";
                        })
                : text;
    }
}
