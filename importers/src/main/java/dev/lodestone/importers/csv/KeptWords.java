package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the cells that are no numbers and are kept as text, in columns that allow it.
final class KeptWords {
    private final SheetMapping mapping;
    private final CellNumbers numbers;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    KeptWords(SheetMapping mapping) {
        this.mapping = mapping;
        this.numbers = new CellNumbers(mapping.form());
    }

    private record Kept(String locator, String text, long count) {}

    void in(TableRow row) {
        mapping.columns()
                .forEach((name, column) -> {
                    if (column instanceof ValueColumn value && value.keepsWords()) {
                        var cell = row.cell(name);
                        if (!numbers.isMissing(cell) && numbers.number(cell).isEmpty()) {
                            kept.merge(
                                    name,
                                    new Kept(row.locator(name), cell, 1),
                                    (first, _) ->
                                            new Kept(
                                                    first.locator(),
                                                    first.text(),
                                                    first.count() + 1));
                        }
                    }
                });
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        kept.forEach((column, all) ->
                findings.add(
                        new Finding(
                                all.locator(),
                                "The value (%s) is not a number; it is kept as text, and so are %d cells of the column (%s) in all."
                                        .formatted(all.text(), all.count(), column))));
        return findings;
    }
}
