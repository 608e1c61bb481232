package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the units that a file states, in its header or in a row beneath it, with those of the
/// mapping.
final class StatedUnits {
    private static final Term NOT_STATED = new Term(Namespaces.LSU + "Unknown");

    private final SheetMapping mapping;
    private final Table table;
    private final List<Finding> findings = new ArrayList<>();

    private StatedUnits(SheetMapping mapping, Table table) {
        this.mapping = mapping;
        this.table = table;
    }

    /// What a reader should know.
    ///
    /// @throws UnreadableSource if a column is in another unit than the mapping says
    static List<Finding> check(SheetMapping mapping, Table table) {
        var check = new StatedUnits(mapping, table);
        mapping.columns()
                .forEach((name, column) -> {
                    if (column instanceof ValueColumn value && value.unit().isPresent()) {
                        check.column(name, value);
                    }
                });
        return check.findings;
    }

    private void column(String name, ValueColumn column) {
        var ontology = Ontology.lodestone();
        var property = ontology.findProperty(column.property()).orElseThrow();
        var mapped = ontology.unit(column.unit().orElseThrow());
        var beneath = Optional.ofNullable(table.columns().units().get(name));
        var text = beneath.or(() -> HeaderName.of(name).unit());
        if (text.isEmpty()) {
            return;
        }
        var stated = HeaderName.unit(text.get(), property);
        if (stated.isEmpty()) {
            if (beneath.isPresent()) {
                find(
                        name,
                        "The unit (%s) is not known; the mapping's is used, %s."
                                .formatted(text.get(), mapped.symbol()));
            }
            return;
        }
        if (mapped.term().equals(NOT_STATED)) {
            find(
                    name,
                    "The file states the unit (%s), the mapping says that it does not."
                            .formatted(text.get()));
        } else if (!same(stated.get(), mapped)) {
            if (column.despiteHeader().isEmpty()) {
                throw new UnreadableSource(
                        place(name),
                        "The file states the unit (%s), the mapping says (%s)."
                                .formatted(text.get(), mapped.symbol()),
                        "set unit: %s in the mapping, or \"despiteHeader: why\" if the file is wrong."
                                .formatted(stated.get().term().curie()));
            }
            find(
                    name,
                    "The file states the unit (%s), the mapping says (%s): %s"
                            .formatted(text.get(), mapped.symbol(), column.despiteHeader().get()));
        }
    }

    private void find(String name, String what) {
        findings.add(new Finding(place(name), what));
    }

    private String place(String name) {
        int row = Math.max(1, mapping.form().header().row());
        return table.places()
                .cell(
                        row,
                        row,
                        java.util.Objects.requireNonNullElse(
                                table.columns().positions().get(name), 0),
                        name);
    }

    private static boolean same(Unit one, Unit other) {
        return one.sameDimension(other)
                && one.multiplier().compareTo(other.multiplier()) == 0
                && one.offset().compareTo(other.offset()) == 0;
    }
}
