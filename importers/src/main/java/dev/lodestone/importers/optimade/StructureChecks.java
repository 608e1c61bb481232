package dev.lodestone.importers.optimade;

import dev.lodestone.importers.crystal.Cell;
import dev.lodestone.importers.optimade.Entry.Structure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Where a structure is not as the specification wants it. Servers differ, so it is told and
/// nothing is refused for it.
final class StructureChecks {
    /// What every structure has to have, if only as `null`.
    private static final List<String> NEEDED =
            List.of(
                    "last_modified",
                    "elements",
                    "nelements",
                    "elements_ratios",
                    "chemical_formula_descriptive",
                    "chemical_formula_reduced",
                    "chemical_formula_anonymous",
                    "dimension_types",
                    "nperiodic_dimensions",
                    "lattice_vectors",
                    "cartesian_site_positions",
                    "nsites",
                    "species",
                    "species_at_sites",
                    "structure_features");

    private static final BigDecimal SLACK = new BigDecimal("0.01");

    private final Structure structure;
    private final JsonNode json;
    private final List<String> found = new ArrayList<>();

    private StructureChecks(Structure structure) {
        this.structure = structure;
        this.json =
                structure.attributes().isEmpty()
                        ? structure.resource()
                        : structure.resource().at(structure.attributes());
    }

    /// What is odd, in words; empty if nothing is.
    static List<String> of(Structure structure) {
        var checks = new StructureChecks(structure);
        checks.check();
        return List.copyOf(checks.found);
    }

    private void check() {
        if (!structure.resource().path("id").isString()) {
            found.add("its id is a number");
        }
        if (structure.attributes().isEmpty()) {
            found.add("its properties stand beside id and type, not in attributes");
        }
        var missing = new ArrayList<String>();
        for (var name : NEEDED) {
            if (!json.has(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            found.add("it has no " + String.join(", ", missing));
        }
        var modified = json.path("last_modified");
        if (!modified.isMissingNode() && !modified.isNull() && !ResponsePage.isTime(modified)) {
            found.add("last_modified (" + Entry.abridged(modified) + ") is not a time");
        }
        composition();
        dimensions();
        sites();
        species();
    }

    private void composition() {
        var elements = json.path("elements");
        var ratios = json.path("elements_ratios");
        var count = json.path("nelements");
        if (elements.isArray() && count.isNumber() && count.asInt(-1) != elements.size()) {
            found.add("nelements (%s) is not the number of elements %s".formatted(count, elements));
        }
        if (elements.isArray() && !isSorted(elements)) {
            found.add("elements %s are not in alphabetical order".formatted(elements));
        }
        if (!ratios.isArray()) {
            return;
        }
        if (elements.isArray() && elements.size() != ratios.size()) {
            found.add(
                    "elements_ratios has %d numbers for %d elements"
                            .formatted(ratios.size(), elements.size()));
        }
        var sum = BigDecimal.ZERO;
        for (var ratio : ratios) {
            // To add what is far out of range would fill the memory with digits.
            double near = ratio.asDouble(0);
            if (near != 0 && Double.isFinite(near)) {
                sum = sum.add(ratio.decimalValue());
            }
        }
        if (!ratios.isEmpty() && sum.subtract(BigDecimal.ONE).abs().compareTo(SLACK) > 0) {
            found.add("elements_ratios add up to %s".formatted(sum));
        }
    }

    private static boolean isSorted(JsonNode list) {
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i - 1).asString("").compareTo(list.get(i).asString("")) > 0) {
                return false;
            }
        }
        return true;
    }

    private void dimensions() {
        var types = json.path("dimension_types");
        var count = json.path("nperiodic_dimensions");
        int periodic = 0;
        for (var type : types) {
            periodic += type.asInt(0) == 1 ? 1 : 0;
        }
        if (types.isArray() && types.size() != 3) {
            found.add("dimension_types %s are not three".formatted(types));
        } else if (types.isArray() && count.isNumber() && count.asInt(-1) != periodic) {
            found.add(
                    "nperiodic_dimensions (%s) is not what dimension_types %s say"
                            .formatted(count, types));
        }
        var vectors = json.path("lattice_vectors");
        if (vectors.isArray() && Cell.of(vectors, List.of(true, true, true)).isEmpty()) {
            found.add(
                    "lattice_vectors (%s) are not three vectors of three numbers, so there is no lattice"
                            .formatted(Entry.abridged(vectors)));
        }
    }

    private void sites() {
        var count = json.path("nsites");
        var positions = json.path("cartesian_site_positions");
        var names = json.path("species_at_sites");
        if (count.isNumber() && positions.isArray() && count.asInt(-1) != positions.size()) {
            found.add("nsites (%s), but %d positions".formatted(count, positions.size()));
        }
        if (names.isArray() && positions.isArray() && names.size() != positions.size()) {
            found.add(
                    "species_at_sites names %d sites, but there are %d positions"
                            .formatted(names.size(), positions.size()));
        }
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            if (!isPoint(position)) {
                found.add(
                        "position %d (%s) is not three numbers"
                                .formatted(i, Entry.abridged(position)));
                return;
            }
        }
    }

    private static boolean isPoint(JsonNode position) {
        for (var coordinate : position) {
            if (!coordinate.isNumber()) {
                return false;
            }
        }
        return position.size() == 3;
    }

    private void species() {
        Set<String> known = new HashSet<>();
        boolean mixed = false;
        for (var kind : json.path("species")) {
            var name = kind.path("name").asString("");
            if (!known.add(name)) {
                found.add("two species are named (%s)".formatted(name));
            }
            mixed |= kind.path("chemical_symbols").size() > 1;
            if (kind.path("mass").isNumber()) {
                found.add("the mass of species (%s) is a number, not a list".formatted(name));
            }
            if (kind.path("chemical_symbols").size() != kind.path("concentration").size()) {
                found.add(
                        "species (%s) has %d symbols and %d concentrations"
                                .formatted(
                                        name,
                                        kind.path("chemical_symbols").size(),
                                        kind.path("concentration").size()));
            }
        }
        var unknown = new LinkedHashSet<String>();
        for (var site : json.path("species_at_sites")) {
            if (!known.contains(site.asString(""))) {
                unknown.add(site.asString(""));
            }
        }
        if (json.path("species").isArray() && !unknown.isEmpty()) {
            found.add(
                    "species_at_sites names no species (%s)".formatted(String.join(", ", unknown)));
        }
        var features = json.path("structure_features");
        if (mixed
                && features.isArray()
                && features.valueStream().noneMatch(f -> f.asString("").equals("disorder"))) {
            found.add("a species is mixed, but structure_features does not say disorder");
        }
    }
}
