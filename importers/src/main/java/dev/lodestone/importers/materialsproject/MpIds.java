package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.RefusedEntry;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The identifiers that documents carry, read or refused with their place.
final class MpIds {
    /// `mp-149_GGA_GGA+U`; some builders write a dash in place of the first underscore.
    private static final Pattern THERMO = Pattern.compile("([A-Za-z]+-[0-9a-z]+)[_-](.+)");

    private static final Pattern BATTERY = Pattern.compile("(.+)_([A-Z][a-z]?)");

    private MpIds() {}

    /// The identifier in a field.
    static MpId id(ObjectNode json, String field, String place) {
        var text = text(json, field, place);
        return MpId.find(text).orElseThrow(() -> malformed(place + "/" + field, text, "mp-149"));
    }

    /// The material that a thermo document is about: by its field, else by `thermo_id`.
    static MpId thermoMaterial(ObjectNode json, String place) {
        return json.has("material_id")
                ? id(json, "material_id", place)
                : MpId.find(thermo(json, place, 1))
                        .orElseThrow(() ->
                                malformed(
                                        place + "/thermo_id",
                                        json.path("thermo_id").asString(""),
                                        "mp-149_R2SCAN"));
    }

    /// What a computed entry says it is of, which stands apart from its own made-up name.
    static MpId ofEntry(ObjectNode json, String field, String place) {
        if (json.path("data").path(field).isString()) {
            return id((ObjectNode) json.path("data"), field, place + "/data");
        }
        throw new RefusedEntry(
                place + "/data/" + field,
                "The computed entry does not say its \"" + field + "\".",
                "it was made by hand; \"entry_id\" may be any name.");
    }

    /// The combination of functionals: by its field, else by `thermo_id`.
    static String thermoType(ObjectNode json, String place) {
        var type = json.path("thermo_type").asString("");
        return type.isBlank() ? thermo(json, place, 2) : type.strip();
    }

    /// An electrode's name, with the number of its host whatever the spelling.
    static String battery(ObjectNode json, String place) {
        var text = text(json, "battery_id", place);
        var matcher = BATTERY.matcher(text.strip());
        return Optional.of(matcher)
                .filter(java.util.regex.Matcher::matches)
                .flatMap(m -> MpId.find(m.group(1)).map(id -> id.decimal() + "_" + m.group(2)))
                .orElseThrow(() -> malformed(place + "/battery_id", text, "mp-22526_Li"));
    }

    private static String thermo(ObjectNode json, String place, int group) {
        var text = text(json, "thermo_id", place);
        var matcher = THERMO.matcher(text.strip());
        if (!matcher.matches()) {
            throw malformed(place + "/thermo_id", text, "mp-149_R2SCAN");
        }
        return matcher.group(group);
    }

    private static String text(ObjectNode json, String field, String place) {
        return Optional.ofNullable(json.get(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElseThrow(() ->
                        new RefusedEntry(
                                place + "/" + field,
                                "The document has no identifier \"" + field + "\".",
                                "it was left out of _fields in the query."));
    }

    private static RefusedEntry malformed(String place, String text, String example) {
        return new RefusedEntry(
                place,
                "The identifier (%s) is not of the form %s%s."
                        .formatted(text, example, example.equals("mp-149") ? " or mp-ft" : ""),
                "");
    }
}
