package dev.lodestone.events.json;

import dev.lodestone.events.InvalidEvent;
import dev.lodestone.ontology.Ontology;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a writer of events may leave to us: an occurrence of which nothing is known, the text of a
/// number as it was written, and a unit by its symbol (`mAh/g`) instead of its name.
final class Defaults {
    /// Fields whose keys are the writer's own: nothing is read into them.
    static final Set<String> FREE = Set.of("verbatim", "hyperParameters", "scores", "counts");

    private Defaults() {}

    /// Fills in, in place.
    ///
    /// @throws InvalidEvent for a unit nobody knows
    static void fillIn(ObjectNode event) {
        if (!event.has("occurrence")) {
            event.putObject("occurrence");
        }
        if (event.get("occurrence") instanceof ObjectNode occurrence
                && !occurrence.has("labTime")) {
            occurrence.putObject("labTime");
        }
        walk(event, "");
    }

    private static void walk(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            if (object.has("unit")) {
                quantity(object, pointer);
            }
            for (var field : object.properties()) {
                // A restated event is filled in when it is read itself.
                if (!field.getKey().equals("restated") && !FREE.contains(field.getKey())) {
                    walk(field.getValue(), pointer + "/" + WellFormed.escaped(field.getKey()));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), pointer + "/" + i);
            }
        }
    }

    private static void quantity(ObjectNode quantity, String pointer) {
        var unit = quantity.get("unit");
        if (unit.isString()) {
            var known =
                    Ontology.lodestone()
                            .findUnit(unit.stringValue())
                            .orElseThrow(() -> unknownUnit(unit.stringValue(), pointer));
            quantity.put("unit", known.term().curie());
        }
        var value = quantity.get("value");
        if (!quantity.has("asRecorded")
                && (value != null || quantity.has("lower") || quantity.has("upper"))) {
            quantity.put(
                    "asRecorded",
                    value != null
                            ? value.asString()
                            : text(quantity, "lower") + " to " + text(quantity, "upper"));
        }
    }

    private static String text(ObjectNode bounds, String end) {
        var node = bounds.get(end);
        return node == null ? "…" : node.asString();
    }

    private static InvalidEvent unknownUnit(String unit, String pointer) {
        var near = Ontology.lodestone().suggestions(unit);
        return new InvalidEvent(
                pointer + "/unit",
                "The unit (%s) is unknown.".formatted(unit),
                near.isEmpty()
                        ? "lsu:Unknown, where the source states none."
                        : "one of " + String.join(", ", near) + ".");
    }
}
