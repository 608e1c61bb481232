package dev.lodestone.importers.csv;

import dev.lodestone.importers.RefusedEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A row as it stands in the file.
///
/// @param at how places in the file are called
/// @param row as a spreadsheet counts, the header included
/// @param line where it begins in the file; another number where a cell goes over lines
/// @param columns where the columns stand, from 0
/// @param cells the texts, without the spaces around them
/// @param standIn the column of the file that a name of a long table's row is written in
/// @param unit the unit that a long table's row gives
/// @param marks what a workbook knows of its cells, by column
record TableRow(
        Places at,
        long row,
        long line,
        Map<String, Integer> columns,
        Map<String, String> cells,
        Map<String, String> standIn,
        Optional<String> unit,
        Map<Integer, RawRows.Mark> marks) {
    private static final int LONGEST = 500;

    /// The text of a cell, without the spaces around it.
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /// The same with another text in a cell.
    TableRow with(String column, String text) {
        var changed = new HashMap<>(cells);
        changed.put(column, text);
        return new TableRow(at, row, line, columns, changed, standIn, unit, marks);
    }

    /// A row of a long table: the text of one column is the value of what another one names.
    TableRow saying(String name, String valueColumn, Optional<String> givenUnit) {
        var more = new HashMap<>(cells);
        more.put(name, cell(valueColumn));
        return new TableRow(
                at, row, line, columns, more, Map.of(name, valueColumn), givenUnit, marks);
    }

    /// Where the row stands, for records.
    String locator() {
        return at.rowLocator(row);
    }

    /// Where a cell stands, for records.
    String locator(String column) {
        return at.cellLocator(row, index(column), real(column));
    }

    /// Where the row stands, for messages.
    String place() {
        return at.row(row, line);
    }

    /// What is wrong with a cell.
    RefusedEntry refused(String column, String problem, String maybe) {
        return new RefusedEntry(
                at.cell(row, line, index(column), real(column)), shortened(problem), maybe);
    }

    private static String shortened(String problem) {
        return problem.length() <= LONGEST
                ? problem
                : problem.substring(0, LONGEST)
                        + " ... (%,d characters)".formatted(problem.length());
    }

    /// What the workbook knows of a cell.
    Optional<RawRows.Mark> mark(String column) {
        return Optional.ofNullable(marks.get(index(column)));
    }

    /// The column of the file in which a value stands.
    String real(String column) {
        return standIn.getOrDefault(column, column);
    }

    private int index(String column) {
        return columns.getOrDefault(real(column), 0);
    }
}
