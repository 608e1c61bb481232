package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.json.Fields;
import java.util.Optional;

/// Documents that the Materials Project has withdrawn and still gives when asked.
final class Deprecation {
    private Deprecation() {}

    /// What a reader should know of a deprecated document.
    static Optional<Finding> finding(Fields fields, String place, String what) {
        return fields.at("/deprecated").asBoolean(false)
                ? Optional.of(
                        new Finding(
                                place,
                                "The %s is deprecated (%s)."
                                        .formatted(
                                                what,
                                                Fields.asText(fields.at("/deprecation_reasons")))))
                : Optional.empty();
    }
}
