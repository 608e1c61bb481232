package dev.lodestone.importers.nomad;

import dev.lodestone.importers.nomad.NomadUpload.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Finds the definitions of sections: in the schemas of the upload, as people write them (maps of
/// `sections`) and as NOMAD stores them (lists of `section_definitions`), else by name alone.
final class Schemas {
    private static final int DEEPEST = 20;

    private final NomadUpload upload;

    Schemas(NomadUpload upload) {
        this.upload = upload;
    }

    /// The kind of a section that names its definition.
    ///
    /// @param fallback the kind its parent's definition gives it
    SectionType typeOf(JsonNode section, NomadEntry entry, SectionType fallback) {
        var definition = section.path("m_def").asString("");
        return definition.isEmpty() ? fallback : type(definition, entry, 0);
    }

    private SectionType type(String definition, NomadEntry entry, int depth) {
        if (depth > DEEPEST) {
            return SectionType.UNKNOWN;
        }
        if (definition.startsWith("entry_id:")) {
            int dot = definition.lastIndexOf('.');
            var schema = definition.substring("entry_id:".length(), Math.max(dot, 9));
            var name = definition.substring(dot + 1);
            return NomadRef.find("../upload/archive/" + schema + "#/definitions")
                    .map(ref -> upload.resolve(ref, entry))
                    .flatMap(found -> definition(found, name, depth))
                    .orElseGet(() -> SectionType.named(name));
        }
        int hash = definition.indexOf('#');
        if (hash < 0) {
            return definition.contains(".")
                    ? SectionType.named(definition)
                    : local(definition, entry, depth);
        }
        return reference(definition, hash, entry, depth);
    }

    /// `../upload/raw/schema.archive.yaml#/definitions/section_definitions/3`, or `#/MySection`.
    private SectionType reference(String definition, int hash, NomadEntry entry, int depth) {
        var path = definition.substring(hash + 1).replaceFirst("^/", "");
        if (hash == 0 && !path.startsWith("definitions")) {
            return local(path, entry, depth);
        }
        var text = definition.substring(0, hash) + "#/definitions";
        var schema = NomadRef.find(text).map(ref -> upload.resolve(ref, entry));
        if (schema.isEmpty() || !(schema.get() instanceof Resolution.Found found)) {
            return SectionType.named(path.substring(path.lastIndexOf('/') + 1));
        }
        JsonNode node = found.section();
        var name = "";
        for (var step : path.replaceFirst("^definitions/", "").split("/", -1)) {
            var next = child(node, step);
            if (next.isEmpty()) {
                return SectionType.named(step);
            }
            name = next.get().getKey();
            node = next.get().getValue();
        }
        return definition(node, name, found.entry(), depth);
    }

    private SectionType local(String name, NomadEntry entry, int depth) {
        return section(entry.archive().path("definitions"), name)
                .map(node -> definition(node, name, entry, depth))
                .orElseGet(() -> SectionType.named(name));
    }

    private Optional<SectionType> definition(Resolution schema, String name, int depth) {
        return schema instanceof Resolution.Found found
                ? section(found.section(), name)
                        .map(node -> definition(node, name, found.entry(), depth))
                : Optional.empty();
    }

    private static Optional<JsonNode> section(JsonNode definitions, String name) {
        return child(definitions, "section_definitions")
                .flatMap(list -> child(list.getValue(), name))
                .map(Map.Entry::getValue);
    }

    /// A step into a definition. `sections` of a file and `section_definitions` of an archive are
    /// the same list, whose members have a name and a position.
    private static Optional<Map.Entry<String, JsonNode>> child(JsonNode node, String step) {
        if (step.equals("section_definitions") || step.equals("sections")) {
            var list =
                    node.has("section_definitions")
                            ? node.get("section_definitions")
                            : node.path("sections");
            return list.isMissingNode() ? Optional.empty() : Optional.of(Map.entry(step, list));
        }
        int position = 0;
        for (var member : members(node).entrySet()) {
            if (member.getKey().equals(step) || Integer.toString(position).equals(step)) {
                return Optional.of(Map.entry(member.getKey(), member.getValue()));
            }
            position++;
        }
        return Optional.empty();
    }

    /// Named members, in order, of a map or of a list of named things.
    private static Map<String, JsonNode> members(JsonNode node) {
        var members = new java.util.LinkedHashMap<String, JsonNode>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                members.put(node.get(i).path("name").asString("#" + i), node.get(i));
            }
        } else {
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        }
        return members;
    }

    private SectionType definition(JsonNode node, String name, NomadEntry entry, int depth) {
        if (depth > DEEPEST) {
            return SectionType.UNKNOWN;
        }
        if (node.isString()) {
            return type(node.stringValue(), entry, depth + 1);
        }
        var ancestors = new HashSet<String>(CoreSections.ancestors(name));
        var units = new HashMap<String, Optional<String>>();
        var subSections = new HashMap<String, SectionType>();
        var columns = new LinkedHashMap<String, JsonNode>();
        var tables = new LinkedHashMap<String, JsonNode>();
        for (var base : bases(node)) {
            var type = type(base, entry, depth + 1);
            ancestors.addAll(type.ancestors());
            units.putAll(type.units());
            subSections.putAll(type.subSections());
            columns.putAll(type.columns());
            tables.putAll(type.tables());
        }
        members(node.path("quantities"))
                .forEach((quantity, definition) -> {
                    units.put(
                            quantity,
                            Optional.of(definition.path("unit").asString(""))
                                    .filter(unit -> !unit.isEmpty()));
                    var annotations = definition.path("m_annotations");
                    if (annotations.has("tabular")) {
                        columns.put(quantity, definition);
                    }
                    if (annotations.has("tabular_parser")) {
                        tables.put(quantity, definition);
                    }
                });
        members(node.path("sub_sections"))
                .forEach((field, definition) ->
                        subSections.put(field, subSection(definition, field, entry, depth)));
        return new SectionType(name, ancestors, units, subSections, true, columns, tables);
    }

    private SectionType subSection(JsonNode definition, String field, NomadEntry entry, int depth) {
        for (var key : Set.of("section", "sub_section", "section_def")) {
            if (definition.has(key)) {
                return definition(definition.get(key), field, entry, depth + 1);
            }
        }
        return SectionType.UNKNOWN;
    }

    private static java.util.List<String> bases(JsonNode node) {
        var bases = new java.util.ArrayList<String>();
        for (var key : java.util.List.of("base_section", "base_sections")) {
            var value = node.path(key);
            if (value.isString()) {
                bases.add(value.stringValue());
            }
            value.valueStream()
                    .filter(JsonNode::isString)
                    .forEach(base -> bases.add(base.stringValue()));
        }
        return bases;
    }
}
