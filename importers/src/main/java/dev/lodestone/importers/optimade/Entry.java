package dev.lodestone.importers.optimade;

import dev.lodestone.events.ControlCharacters;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An entry of an OPTIMADE database, of one of the types that are read.
public sealed interface Entry {
    /// Its identifier, unique in its database among entries of its type.
    String id();

    /// Where it stands: file and line, or file and JSON pointer.
    String place();

    /// The resource object.
    ObjectNode resource();

    /// A structure.
    record Structure(String id, String place, ObjectNode resource) implements Entry {}

    /// A publication.
    record Reference(String id, String place, ObjectNode resource) implements Entry {}

    /// What stands beside the attributes in a resource object.
    Set<String> OF_A_RESOURCE =
            Set.of("id", "type", "attributes", "relationships", "links", "meta");

    /// The JSON pointer to its properties. Where a server gives them beside `id` and `type`, that
    /// is the resource itself.
    default String attributes() {
        return resource().path("attributes").isObject() ? "/attributes" : "";
    }

    /// Tells which type an entry is of.
    ///
    /// @throws RefusedEntry if it is of none that is read, or has no identifier
    static Entry of(JsonNode node, String place) {
        if (!(node instanceof ObjectNode json)) {
            throw new RefusedEntry(
                    place, "An entry is a JSON object, not (%s).".formatted(abridged(node)), "");
        }
        var type = json.path("type");
        var id = json.path("id");
        if (!type.isString()) {
            throw new RefusedEntry(
                    place + "/type",
                    type.isMissingNode()
                            ? "The entry has no type."
                            : "The type (%s) is not a text.".formatted(abridged(type)),
                    "it is a document of another interface than OPTIMADE.");
        }
        if (type.stringValue().equals("links")) {
            throw new RefusedEntry(
                    place,
                    "This is the database (%s) in an index of databases, not an entry."
                            .formatted(OptimadeIndex.words(json)),
                    "import from its address.");
        }
        if (!List.of("structures", "references").contains(type.stringValue())) {
            throw new RefusedEntry(
                    place + "/type",
                    "Entries of type (%s) are not imported.".formatted(type.stringValue()),
                    "give structures and the references they cite.");
        }
        if (!(id.isString() || id.isIntegralNumber()) || id.asString().isBlank()) {
            throw new RefusedEntry(
                    place + "/id",
                    id.isMissingNode()
                            ? "The entry has no identifier."
                            : "The identifier (%s) is not a text.".formatted(abridged(id)),
                    "the answer was cut down to some of its fields.");
        }
        if (ControlCharacters.areIn(id.asString())) {
            throw new RefusedEntry(
                    place + "/id",
                    "The identifier (%s) holds a control character.".formatted(abridged(id)),
                    "a line end or tab came along when it was copied.");
        }
        if (!json.path("attributes").isObject() && (json.has("attributes") || !isFlat(json))) {
            throw new RefusedEntry(
                    place + "/attributes",
                    "The entry (%s) has no attributes, but (%s)."
                            .formatted(id.asString(), abridged(json.path("attributes"))),
                    "the answer was cut off, or cut down to some of its fields.");
        }
        return type.stringValue().equals("structures")
                ? new Structure(id.asString(), place, json)
                : new Reference(id.asString(), place, json);
    }

    private static boolean isFlat(ObjectNode json) {
        return json.propertyNames().stream().anyMatch(name -> !OF_A_RESOURCE.contains(name));
    }

    /// The beginning of a node as text.
    static String abridged(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : Fields.json(node);
        return text.length() <= 60 ? text : text.substring(0, 60) + " ...";
    }
}
