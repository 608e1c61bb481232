package dev.lodestone.importers.csv;

import dev.lodestone.importers.RefusedEntry;
import java.util.Map;

/// A row as it stands in the file.
///
/// @param row as a spreadsheet counts, the header included
/// @param line where it begins in the file; another number where a cell goes over lines
record CsvRow(String file, long row, long line, Map<String, String> cells) {
    /// The text of a cell, without the spaces around it.
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /// Where the row stands, for records.
    String locator() {
        return "row " + row;
    }

    /// Where a cell stands, for records.
    String locator(String column) {
        return "row " + row + ", column " + column;
    }

    /// Where the row stands, for messages.
    String place() {
        return file + ":" + line;
    }

    /// What is wrong with a cell.
    RefusedEntry refused(String column, String problem, String maybe) {
        return new RefusedEntry(
                "%s:%d column \"%s\"".formatted(file, line, column), problem, maybe);
    }
}
