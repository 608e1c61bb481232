package dev.lodestone.importers.optimade;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.crystal.Cell;
import dev.lodestone.importers.crystal.CrystalSystem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the standard fields of a structure say of lattice, symmetry, composition and size.
final class StructureValues {
    private static final Term ONE = Term.of("unit:UNITLESS");

    private final Fields part;
    private final String at;
    private final HowKnown basis;
    private final List<Value> values = new ArrayList<>();

    StructureValues(Fields part, String at, HowKnown basis) {
        this.part = part;
        this.at = at;
        this.basis = basis;
    }

    /// All of them; those of the lattice are about the first component.
    List<Value> all() {
        part.number(at + "/nsites")
                .ifPresent(n -> lattice(number("lsp:siteCount", n, ONE, at + "/nsites")));
        lattice();
        symmetry();
        composition();
        return List.copyOf(values);
    }

    private void lattice() {
        var vectors = at + "/lattice_vectors";
        var cell = Cell.of(part.at(vectors), periodic());
        if (cell.isEmpty()) {
            return;
        }
        var found = cell.get().values(basis, vectors);
        if (!found.isEmpty()) {
            part.use(vectors);
            values.addAll(found);
        }
    }

    /// In which directions the structure repeats. Where the database does not say, in all whose
    /// vectors it gives.
    private List<Boolean> periodic() {
        var types = part.at(at + "/dimension_types");
        if (types.size() == 3) {
            part.use(at + "/dimension_types");
            return List.of(isPeriodic(types, 0), isPeriodic(types, 1), isPeriodic(types, 2));
        }
        return List.of(true, true, true);
    }

    private static boolean isPeriodic(JsonNode types, int direction) {
        return types.path(direction).asInt(0) == 1;
    }

    private void symmetry() {
        part.text(at + "/space_group_symbol_hermann_mauguin")
                .map(symbol -> Value.ofText(Term.of("lsp:spaceGroupSymbol"), basis, symbol))
                .ifPresent(value -> lattice(value.at(at + "/space_group_symbol_hermann_mauguin")));
        var pointer = at + "/space_group_it_number";
        part.number(pointer)
                .ifPresent(number -> {
                    lattice(number("lsp:spaceGroupNumber", number, ONE, pointer));
                    CrystalSystem.of(number)
                            .map(system -> Value.of(Term.of("lsp:crystalSystem"), basis, system))
                            .ifPresent(value ->
                                    lattice(
                                            value.at(pointer)
                                                    .noting("follows from the space group")));
                });
    }

    private void composition() {
        var elements = part.at(at + "/elements");
        var ratios = part.at(at + "/elements_ratios");
        if (!elements.isArray() || ratios.size() != elements.size()) {
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (!elements.get(i).isString() || !ratios.path(i).isNumber()) {
                return;
            }
        }
        part.use(at + "/elements");
        part.use(at + "/elements_ratios");
        for (int i = 0; i < elements.size(); i++) {
            values.add(
                    number(
                                    "lsp:bulkComposition",
                                    ratios.get(i).decimalValue(),
                                    Term.of("unit:FRACTION"),
                                    at + "/elements_ratios/" + i)
                            .ofSpecies(elements.get(i).stringValue()));
        }
    }

    private void lattice(Value value) {
        values.add(value.ofComponent(1));
    }

    private Value number(String property, BigDecimal number, Term unit, String pointer) {
        return Value.of(
                        Term.of(property),
                        basis,
                        new Quantity(number, unit, number.toString(), Optional.empty()))
                .at(pointer);
    }
}
