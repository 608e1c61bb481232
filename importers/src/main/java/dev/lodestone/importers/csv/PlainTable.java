package dev.lodestone.importers.csv;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.importers.csv.TableMapping.HeaderForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table whose columns have names in their first row, for sources that say elsewhere what a
/// column is.
///
/// @param columns the names, in their order
/// @param rows the cells that are not empty, as they stand, by the name of their column
public record PlainTable(List<String> columns, List<Map<String, String>> rows) {
    public PlainTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// How a table is written.
    ///
    /// @param sheet of a workbook; the first if absent
    /// @param delimiter of a text; found out if absent
    /// @param comment what lines begin with that are none of the table
    /// @param skip how many lines to pass over first
    public record Form(
            Optional<String> sheet,
            Optional<Character> delimiter,
            Optional<String> comment,
            int skip) {}

    /// Reads a table.
    ///
    /// @param most the most rows
    /// @throws UnreadableSource if it cannot be read, or has more rows
    public static PlainTable read(Path file, Form form, int most) {
        var columns = new ArrayList<String>();
        var rows = new ArrayList<Map<String, String>>();
        var asFile =
                new FileForm(
                        List.of(),
                        Optional.empty(),
                        form.delimiter(),
                        false,
                        HeaderForm.FIRST_ROW,
                        List.of(),
                        form.sheet());
        try (var raw = RawRows.open(file, asFile)) {
            int passed = 0;
            while (raw.hasNext()) {
                var row = raw.next();
                if (passed++ < form.skip() || row.blank() || isComment(row, form)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    row.cells().forEach(cell -> columns.add(cell.strip()));
                    continue;
                }
                if (rows.size() == most) {
                    throw new UnreadableSource(
                            String.valueOf(file.getFileName()),
                            "The table has more than %,d rows.".formatted(most),
                            "import it as a table of its own, with a mapping file.");
                }
                rows.add(cells(row, columns));
            }
        }
        return new PlainTable(columns, rows);
    }

    private static boolean isComment(RawRows.RawRow row, Form form) {
        return form.comment()
                .filter(mark -> row.cells().getFirst().strip().startsWith(mark))
                .isPresent();
    }

    private static Map<String, String> cells(RawRows.RawRow row, List<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            var cell = row.cells().get(i).strip();
            if (!cell.isEmpty() && !columns.get(i).isEmpty()) {
                cells.putIfAbsent(columns.get(i), cell);
            }
        }
        return cells;
    }
}
