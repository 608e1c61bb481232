package dev.lodestone.importers.csv;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.csv.RawRows.RawRow;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.importers.csv.TableMapping.HeaderForm;
import dev.lodestone.ontology.Ontology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A table of which nothing is known but the file: where its header seems to stand, and its first
/// rows.
///
/// @param findings what had to be guessed of the file
record TableSketch(FileForm form, TableHeader header, List<TableRow> rows, List<Finding> findings) {
    private static final int TOP = 40;
    private static final int ROWS = 1000;
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+(?:[eE][+-]?\\d+)?");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d*\\.\\d+(?:[eE][+-]?\\d+)?");

    TableSketch {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    static TableSketch of(Path file, Optional<String> sheet) {
        var form = open(HeaderForm.FIRST_ROW, false, sheet);
        var top = new ArrayList<RawRow>();
        try (var raw = RawRows.open(file, form)) {
            while (raw.hasNext() && top.size() < TOP) {
                top.add(raw.next());
            }
        }
        boolean comma = commas(top);
        form = open(header(top, new CellNumbers(form)), comma, sheet);
        var rows = new ArrayList<TableRow>();
        try (var table = new Table(RawRows.open(file, form), form)) {
            while (table.hasNext() && rows.size() < ROWS) {
                try {
                    rows.add(table.next());
                } catch (RefusedEntry _) {
                    // A draft needs no row in particular.
                }
            }
            return new TableSketch(form, table.columns(), rows, table.findings());
        }
    }

    private static FileForm open(HeaderForm header, boolean comma, Optional<String> sheet) {
        return new FileForm(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                comma,
                header,
                MappingReader.USUALLY_MISSING,
                sheet);
    }

    private static boolean commas(List<RawRow> top) {
        long commas = count(top, COMMA);
        return commas > 2 && commas > count(top, POINT);
    }

    private static long count(List<RawRow> top, Pattern pattern) {
        return top.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> pattern.matcher(cell.strip()).matches())
                .count();
    }

    /// The first row with the most words in it is the header, unless the first row is numbers.
    private static HeaderForm header(List<RawRow> top, CellNumbers numbers) {
        RawRow best = null;
        long most = 0;
        for (var row : top) {
            long words = words(row, numbers).count();
            if (words > most) {
                best = row;
                most = words;
            }
        }
        if (best == null) {
            return HeaderForm.FIRST_ROW;
        }
        long filled = filled(best).count();
        if (most * 2 < filled) {
            return new HeaderForm(0, 1, 0, List.of());
        }
        int at = top.indexOf(best);
        boolean grouped = at > 0 && isGrouped(top.get(at - 1), best, numbers);
        int first = (int) best.number() - (grouped ? 1 : 0);
        int units =
                at + 1 < top.size() && isUnits(top.get(at + 1), numbers)
                        ? (int) top.get(at + 1).number()
                        : 0;
        return new HeaderForm(first, grouped ? 2 : 1, units, List.of());
    }

    /// Whether the row above names groups: it has fewer names, and tells columns apart whose own
    /// names are equal or missing.
    private static boolean isGrouped(RawRow above, RawRow names, CellNumbers numbers) {
        long groups = words(above, numbers).count();
        if (groups < 2 || groups * 3 > words(names, numbers).count() * 2) {
            return false;
        }
        var cells = names.cells().stream().map(String::strip).toList();
        boolean missing =
                java.util.stream.IntStream.range(0, above.cells().size())
                        .anyMatch(i ->
                                !above.cells().get(i).isBlank()
                                        && (i >= cells.size() || cells.get(i).isEmpty()));
        return missing || cells.stream().distinct().count() < cells.size();
    }

    private static Stream<String> filled(RawRow row) {
        return row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty());
    }

    private static Stream<String> words(RawRow row, CellNumbers numbers) {
        return filled(row).filter(cell -> numbers.number(cell).isEmpty());
    }

    private static boolean isUnits(RawRow row, CellNumbers numbers) {
        long known =
                filled(row)
                        .filter(cell -> numbers.number(cell).isEmpty())
                        .filter(cell -> Ontology.lodestone().findUnit(cell).isPresent())
                        .count();
        return known > 1 && known * 2 > filled(row).count();
    }

    /// The cells of a column that hold something.
    List<String> given(String column) {
        var numbers = new CellNumbers(form);
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !numbers.isMissing(cell))
                .toList();
    }
}
