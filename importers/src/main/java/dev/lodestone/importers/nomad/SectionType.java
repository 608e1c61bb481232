package dev.lodestone.importers.nomad;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What kind of section it is, as far as its definition can be found.
///
/// @param name the last component of the definition's name
/// @param ancestors its own name and those of all its base sections, last components only, because
///   packages are renamed between versions
/// @param units the unit of each quantity as its definition spells it; empty where it has none
/// @param subSections the kinds of its sub-sections, by name
/// @param defined whether the definition was found; if not, nothing is known of units
/// @param columns the definitions of quantities that a column of a table fills
/// @param tables the definitions of quantities that name a table which fills the section
record SectionType(
        String name,
        Set<String> ancestors,
        Map<String, Optional<String>> units,
        Map<String, SectionType> subSections,
        boolean defined,
        Map<String, JsonNode> columns,
        Map<String, JsonNode> tables) {
    /// A section of which nothing is known.
    static final SectionType UNKNOWN = new SectionType("", Set.of(), Map.of(), Map.of(), false);

    SectionType {
        ancestors = Set.copyOf(ancestors);
        units = Map.copyOf(units);
        subSections = Map.copyOf(subSections);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /// A section that no table fills.
    SectionType(
            String name,
            Set<String> ancestors,
            Map<String, Optional<String>> units,
            Map<String, SectionType> subSections,
            boolean defined) {
        this(name, ancestors, units, subSections, defined, Map.of(), Map.of());
    }

    /// A section known by name only.
    static SectionType named(String qualified) {
        var name = last(qualified);
        return new SectionType(name, CoreSections.ancestors(name), Map.of(), Map.of(), false);
    }

    boolean isA(Set<String> kinds) {
        return ancestors.stream().anyMatch(kinds::contains);
    }

    SectionType subSection(String field) {
        return subSections.getOrDefault(field, UNKNOWN);
    }

    static String last(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
