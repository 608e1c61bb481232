package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A document of the Materials Project, of one of the two kinds that are imported.
public sealed interface MpDocument {
    /// Where it stands.
    String place();

    /// The document.
    ObjectNode json();

    /// What the Materials Project knows of a material, all calculations taken together.
    record SummaryEntry(MpId material, String place, ObjectNode json) implements MpDocument {
        /// The calculations grouped in this material, in whatever spelling they are given.
        public Stream<MpId> tasks() {
            return json.path("task_ids")
                    .valueStream()
                    .filter(JsonNode::isString)
                    .flatMap(id -> MpId.find(id.stringValue()).stream());
        }

        /// Whether the document may only be used for non-commercial purposes.
        public boolean nonCommercial() {
            return json.at("/builder_meta/license").asString("").equals("BY-NC")
                    || json.path("batch_id").asString("").startsWith("gnome_");
        }
    }

    /// One calculation.
    record TaskEntry(MpId task, String place, ObjectNode json) implements MpDocument {}

    /// Fields that only documents about materials have.
    Set<String> OF_A_MATERIAL =
            Set.of("formula_pretty", "nsites", "symmetry", "energy_above_hull", "band_gap");

    /// Fields that only documents about tasks have.
    Set<String> OF_A_TASK =
            Set.of("calcs_reversed", "run_type", "task_type", "calc_type", "output");

    /// Fields by which other documents of the Materials Project are told, with what they are.
    List<Other> OTHERS =
            List.of(
                    new Other("thermo_id", "a thermo document"),
                    new Other("ph_bs", "a phonon document"),
                    new Other("battery_id", "an electrode document"),
                    new Other("reaction_string", "a synthesis recipe"),
                    new Other("energy_adjustments", "a computed entry"),
                    new Other("correction", "a computed entry"));

    /// A kind of document that is not imported.
    record Other(String field, String what) {}

    /// Tells which kind of document it is.
    ///
    /// @throws RefusedEntry if it is neither, or lacks the identifier
    static MpDocument of(JsonNode node, String place) {
        if (!(node instanceof ObjectNode json)) {
            throw new RefusedEntry(
                    place, "A document is a JSON object, not (%s).".formatted(abridged(node)), "");
        }
        var other = OTHERS.stream().filter(o -> json.has(o.field())).findFirst();
        if (other.isPresent()) {
            throw notImported(place, other.get().what());
        }
        var property = json.path("property_name").asString("summary");
        if (!property.equals("summary") && !property.equals("materials")) {
            throw notImported(place, "a document of the property (" + property + ")");
        }
        if (json.has("task_id") && OF_A_TASK.stream().anyMatch(json::has)) {
            return new TaskEntry(id(json, "task_id", place), place, json);
        } else if (OF_A_MATERIAL.stream().anyMatch(json::has)) {
            return new SummaryEntry(id(json, "material_id", place), place, json);
        }
        throw notImported(
                place,
                "neither a summary nor a task document; its fields are ("
                        + String.join(", ", json.propertyNames().stream().limit(8).toList())
                        + ")");
    }

    private static RefusedEntry notImported(String place, String what) {
        return new RefusedEntry(
                place,
                "This is " + what + ".",
                "give a summary document (/materials/summary/) or a task document"
                        + " (/materials/tasks/).");
    }

    private static MpId id(ObjectNode json, String field, String place) {
        var found = Optional.ofNullable(json.get(field)).filter(JsonNode::isString);
        if (found.isEmpty()) {
            throw new RefusedEntry(
                    place + "/" + field,
                    "The document has no identifier \"" + field + "\".",
                    "it was left out of _fields in the query.");
        }
        var text = found.get().stringValue();
        return MpId.find(text)
                .orElseThrow(() ->
                        new RefusedEntry(
                                place + "/" + field,
                                "The identifier (%s) is not of the form mp-149 or mp-ft."
                                        .formatted(text),
                                ""));
    }

    private static String abridged(JsonNode node) {
        var text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + " ...";
    }
}
