package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Outline;
import dev.lodestone.importers.synthesis.RecipeMapping;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A document of the Materials Project, of one of the kinds that are imported.
public sealed interface MpDocument {
    /// Where it stands.
    String place();

    /// The document.
    ObjectNode json();

    /// Whether the document may only be used for non-commercial purposes.
    default boolean nonCommercial() {
        return !nonCommercialField().isEmpty();
    }

    /// Where that stands; empty where the document may be used for any purpose. A batch of GNoME is
    /// non-commercial whether or not a licence is stated; search documents name it at the top.
    default String nonCommercialField() {
        var built = json().path("builder_meta");
        if (built.path("license").asString("").equals("BY-NC")) {
            return "/builder_meta/license";
        } else if (isOfGnome(built)) {
            return "/builder_meta/batch_id";
        }
        return isOfGnome(json()) ? "/batch_id" : "";
    }

    private static boolean isOfGnome(JsonNode of) {
        return of.path("batch_id").asString("").startsWith("gnome_");
    }

    /// What the Materials Project knows of a material, all calculations taken together.
    record SummaryEntry(MpId material, String place, ObjectNode json) implements MpDocument {
        /// The calculations of this material, in whatever spelling they are given: those grouped in
        /// it, and those that its values are said to come from.
        public Stream<MpId> tasks() {
            return Stream.concat(grouped(), named());
        }

        /// The calculations that its values are said to come from, if they are not grouped in it.
        List<MpId> ungrouped() {
            var named = named().distinct().toList();
            if (named.isEmpty()) {
                return named;
            }
            var grouped = grouped().collect(Collectors.toSet());
            return named.stream().filter(task -> !grouped.contains(task)).toList();
        }

        private Stream<MpId> grouped() {
            return ids(json.path("task_ids").valueStream());
        }

        private Stream<MpId> named() {
            return ids(
                    Stream.concat(
                            json.path("origins").valueStream().map(o -> o.path("task_id")),
                            Stream.of(json.path("es_source_calc_id"))));
        }

        private static Stream<MpId> ids(Stream<JsonNode> nodes) {
            return nodes.filter(JsonNode::isString)
                    .flatMap(id -> MpId.find(id.stringValue()).stream());
        }
    }

    /// One calculation.
    record TaskEntry(MpId task, String place, ObjectNode json) implements MpDocument {}

    /// The energies of a material, as combined from calculations of one or several functionals.
    ///
    /// @param type which functionals; a material has a document for each combination
    record ThermoEntry(MpId material, String type, String place, ObjectNode json)
            implements MpDocument {}

    /// How a material is magnetized.
    record MagnetismEntry(MpId material, String place, ObjectNode json) implements MpDocument {}

    /// Where a material's structure comes from.
    record ProvenanceEntry(MpId material, String place, ObjectNode json) implements MpDocument {}

    /// A host that takes up an ion, as computed.
    ///
    /// @param battery its name, with the number of its host's identifier: `mp-22526_Li`
    record ElectrodeEntry(String battery, String place, ObjectNode json) implements MpDocument {}

    /// The energy of one calculation as programs for phase diagrams take it.
    record ComputedEntry(MpId material, MpId task, String place, ObjectNode json)
            implements MpDocument {}

    /// A synthesis recipe mined from a paper.
    record RecipeEntry(String place, ObjectNode json) implements MpDocument {}

    /// Fields that only documents about materials have.
    Set<String> OF_A_MATERIAL =
            Set.of("formula_pretty", "nsites", "symmetry", "energy_above_hull", "band_gap");

    /// Fields that only documents about tasks have.
    Set<String> OF_A_TASK =
            Set.of("calcs_reversed", "run_type", "task_type", "calc_type", "output");

    /// Fields that only computed entries have.
    Set<String> OF_AN_ENTRY = Set.of("energy_adjustments", "correction");

    /// Fields that only documents about energies have.
    Set<String> OF_THERMO = Set.of("thermo_id", "thermo_type", "energy_uncertainy_per_atom");

    /// Fields that only documents about the origin of a structure have.
    Set<String> OF_PROVENANCE = Set.of("history", "authors", "references");

    /// Fields that only documents about magnetism have.
    Set<String> OF_MAGNETISM = Set.of("exchange_symmetry", "magmoms");

    /// Fields by which other documents of the Materials Project are told, with what they are.
    List<Other> OTHERS =
            List.of(
                    new Other("ph_bs", "a phonon document"),
                    new Other("phonon_bandstructure", "a phonon document"),
                    new Other("phonon_dos", "a phonon document"),
                    new Other(
                            "magnetism",
                            "a magnetism document of an old form, which does not say whether its identifier is that of a material or of a task"),
                    new Other("initial_comp_formula", "a conversion electrode document"));

    /// A kind of document that is not imported.
    record Other(String field, String what) {}

    /// What of a document tells its kind, and what [MpTogether] learns of it.
    Outline OUTLINE =
            new Outline(
                    Set.of(
                            "property_name",
                            "material_id",
                            "task_id",
                            "battery_id",
                            "thermo_id",
                            "thermo_type",
                            "run_type",
                            "batch_id",
                            "builder_meta",
                            "data",
                            "task_ids",
                            "origins",
                            "es_source_calc_id"),
                    Set.of());

    /// Tells which kind of document it is; the outline is enough.
    ///
    /// @throws RefusedEntry if it is none of them, or lacks the identifier
    static MpDocument of(JsonNode node, String place) {
        if (!(node instanceof ObjectNode json)) {
            throw new RefusedEntry(
                    place, "A document is a JSON object, not (%s).".formatted(abridged(node)), "");
        }
        for (var other : OTHERS) {
            if (json.has(other.field())) {
                throw notImported(place, other.what());
            }
        }
        if (RecipeMapping.isRecipe(json)) {
            return new RecipeEntry(place, json);
        } else if (json.has("battery_id")) {
            return new ElectrodeEntry(MpIds.battery(json, place), place, json);
        }
        if (hasAny(json, OF_AN_ENTRY)) {
            return new ComputedEntry(
                    MpIds.ofEntry(json, "material_id", place),
                    MpIds.ofEntry(json, "task_id", place),
                    place,
                    json);
        }
        var property = json.path("property_name").asString("");
        if (property.equals("thermo") || hasAny(json, OF_THERMO)) {
            return new ThermoEntry(
                    MpIds.thermoMaterial(json, place), MpIds.thermoType(json, place), place, json);
        } else if (property.equals("provenance") || hasAny(json, OF_PROVENANCE)) {
            return new ProvenanceEntry(MpIds.id(json, "material_id", place), place, json);
        } else if (property.equals("magnetism") || OF_MAGNETISM.stream().anyMatch(json::has)) {
            return new MagnetismEntry(MpIds.id(json, "material_id", place), place, json);
        } else if (!Set.of("", "summary", "materials").contains(property)) {
            throw notImported(place, "a document of the property (" + property + ")");
        }
        if (json.has("task_id") && hasAny(json, OF_A_TASK)) {
            return new TaskEntry(MpIds.id(json, "task_id", place), place, json);
        } else if (hasAny(json, OF_A_MATERIAL)) {
            return new SummaryEntry(MpIds.id(json, "material_id", place), place, json);
        }
        throw notImported(
                place,
                "none of the documents that are imported; its fields are ("
                        + String.join(", ", json.propertyNames().stream().limit(8).toList())
                        + ")");
    }

    private static boolean hasAny(ObjectNode json, Set<String> fields) {
        for (var field : fields) {
            if (json.has(field)) {
                return true;
            }
        }
        return false;
    }

    private static RefusedEntry notImported(String place, String what) {
        return new RefusedEntry(
                place,
                "This is " + what + ".",
                "give documents of /materials/summary/, tasks/, thermo/, magnetism/,"
                        + " provenance/, insertion_electrodes/ or synthesis/, or computed entries.");
    }

    private static String abridged(JsonNode node) {
        var text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + " ...";
    }
}
