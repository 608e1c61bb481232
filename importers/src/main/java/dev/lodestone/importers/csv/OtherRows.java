package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.SheetMapping.IgnoredColumn;
import dev.lodestone.importers.csv.SheetMapping.OtherExport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Another export of the same rows, walked through beside the table.
final class OtherRows implements AutoCloseable {
    private final OtherExport export;
    private final CellNumbers numbers;
    private final Table table;
    private final List<String> compared;
    private final List<Finding> findings = new ArrayList<>();
    private long alone;

    /// @param beside the table it is compared with
    OtherRows(SheetMapping mapping, OtherExport export, Path beside) {
        this.export = export;
        this.numbers = new CellNumbers(mapping.form());
        this.table = new Table(RawRows.open(file(export, beside), mapping.form()), mapping.form());
        var here = new ArrayList<>(mapping.columnNames());
        here.removeIf(name -> mapping.columns().get(name) instanceof IgnoredColumn);
        var there = Set.copyOf(table.columns().names());
        this.compared = here.stream().filter(there::contains).toList();
        var missing = here.stream().filter(name -> !there.contains(name)).toList();
        if (!missing.isEmpty()) {
            findings.add(
                    new Finding(
                            export.file(),
                            "The other export has no column (%s): not compared."
                                    .formatted(String.join(", ", missing))));
        }
        if (!there.containsAll(export.agreeing())) {
            table.close();
            throw new UnreadableSource(
                    export.file(),
                    "The other export lacks a column of (%s), by which its rows are aligned."
                            .formatted(String.join(", ", export.agreeing())),
                    "it is the export of another sheet.");
        }
    }

    static Path file(OtherExport export, Path beside) {
        return beside.resolveSibling(export.file());
    }

    /// A cell that says something else in the other export.
    ///
    /// @param there what it says, in words
    record Difference(String column, String there, String place) {}

    /// How the next row of the other export differs from this one.
    ///
    /// @throws UnreadableSource if the two rows are not the same one
    List<Difference> next(TableRow row) {
        if (!table.hasNext()) {
            alone++;
            return List.of();
        }
        TableRow other;
        try {
            other = table.next();
        } catch (RefusedEntry e) {
            findings.add(new Finding(e.place(), e.problem() + " The row was not compared."));
            return List.of();
        }
        for (var column : export.agreeing()) {
            if (!same(row.cell(column), other.cell(column))) {
                throw new UnreadableSource(
                        row.place(),
                        "The exports are not aligned: %s is (%s) here and (%s) in %s."
                                .formatted(
                                        column,
                                        row.cell(column),
                                        other.cell(column),
                                        other.place()),
                        "rows were put in, left out or sorted in one of them: bring both into one order.");
            }
        }
        return compared.stream()
                .filter(column -> !same(row.cell(column), other.cell(column)))
                .map(column -> new Difference(column, other.cell(column), other.place()))
                .toList();
    }

    /// Passes over the counterpart of a row that cannot be read.
    void skip() {
        if (table.hasNext()) {
            try {
                table.next();
            } catch (RefusedEntry _) {
                // Its counterpart was refused as well.
            }
        }
    }

    private boolean same(String here, String there) {
        if (numbers.isMissing(here) || numbers.isMissing(there)) {
            return numbers.isMissing(here) == numbers.isMissing(there);
        }
        var one = numbers.number(here);
        var other = numbers.number(there);
        return (one.isPresent() && other.isPresent())
                ? one.get().compareTo(other.get()) == 0
                : here.equals(there);
    }

    /// What is odd about the two as wholes, once all rows were asked for.
    List<Finding> findings() {
        var found = new ArrayList<>(findings);
        if (alone > 0) {
            found.add(
                    new Finding(
                            export.file(),
                            "The other export ends early: %d rows have no counterpart."
                                    .formatted(alone)));
        }
        long more = 0;
        while (table.hasNext()) {
            try {
                table.next();
            } catch (RefusedEntry _) {
                // It counts as a row.
            }
            more++;
        }
        if (more > 0) {
            found.add(
                    new Finding(
                            export.file(),
                            "The other export has %d rows more, which were not compared."
                                    .formatted(more)));
        }
        return found;
    }

    @Override
    public void close() {
        table.close();
    }
}
