package dev.lodestone.importers.csv;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.RawRows.RawRow;
import dev.lodestone.importers.csv.TableMapping.HeaderForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The names of a table's columns, and the units written beneath them.
///
/// @param names in the order of the columns
/// @param units by name, where a row of units gives one
record TableHeader(List<String> names, Map<String, String> units) {
    TableHeader {
        names = List.copyOf(names);
        units = Map.copyOf(units);
    }

    /// Of the rows that make it.
    ///
    /// @param rows the rows of names, the lowest last
    /// @param unitCells the row of units, or nothing
    static TableHeader of(List<RawRow> rows, List<String> unitCells, boolean padded) {
        var stripped =
                rows.stream().map(row -> row.cells().stream().map(String::strip).toList()).toList();
        int width =
                stripped.stream()
                        .mapToInt(row -> padded ? trimmed(row) : row.size())
                        .max()
                        .orElse(0);
        var names = new ArrayList<>(names(stripped, width));
        var units = new HashMap<String, String>();
        for (int i = 0; i < Math.min(width, unitCells.size()); i++) {
            var unit = unitCells.get(i).strip();
            if (!unit.isEmpty()) {
                units.put(names.get(i), unit);
            }
        }
        return new TableHeader(names, units);
    }

    private static int trimmed(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /// The lowest name of each column; where that stands twice, with the group above it.
    private static List<String> names(List<List<String>> rows, int width) {
        var lowest =
                IntStream.range(0, width)
                        .mapToObj(column ->
                                rows.reversed().stream()
                                        .map(row -> cell(row, column))
                                        .filter(cell -> !cell.isEmpty())
                                        .findFirst()
                                        .orElse(""))
                        .toList();
        if (rows.size() == 1) {
            return lowest;
        }
        var counts = new HashMap<String, Integer>();
        lowest.forEach(name -> counts.merge(name, 1, Integer::sum));
        var names = new ArrayList<String>();
        var group = "";
        for (int column = 0; column < width; column++) {
            var above = cell(rows.getFirst(), column);
            group = above.isEmpty() ? group : above;
            var name = lowest.get(column);
            boolean twice = counts.getOrDefault(name, 0) > 1 && !name.equals(group);
            names.add(twice && !group.isEmpty() ? group + " / " + name : name);
        }
        return names;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /// Names for a table without a header.
    static TableHeader numbered(int width) {
        return new TableHeader(
                IntStream.rangeClosed(1, width).mapToObj(i -> "column " + i).toList(), Map.of());
    }

    Map<String, Integer> positions() {
        var positions = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
        return positions;
    }

    /// Refuses names that do not tell columns apart, or are not the expected ones.
    ///
    /// @param others whether there may be others besides
    void check(Places places, HeaderForm form, Set<String> expected, boolean others) {
        var place = places.row(form.row(), form.row());
        var seen = new TreeSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var column = names.get(i);
            if (column.isEmpty()) {
                throw new UnreadableSource(
                        place,
                        "The column %d of the header has no name.".formatted(i + 1),
                        "the header is in another row, or has several: set headerRow or headerRows in the mapping.");
            }
            if (!seen.add(column)) {
                throw new UnreadableSource(
                        place,
                        "The header has the column (%s) twice.".formatted(column),
                        "rename one of them in the file and in the mapping, or set headerRows where groups stand above the names.");
            }
        }
        var missing = new ArrayList<>(expected);
        missing.removeAll(names);
        var unknown = new ArrayList<>(names);
        unknown.removeAll(expected);
        if (!missing.isEmpty() || (!others && !unknown.isEmpty())) {
            throw new UnreadableSource(place, problem(missing, unknown), maybe(missing, unknown));
        }
    }

    private static String problem(List<String> missing, List<String> unknown) {
        var lacks = "The column (%s) is missing".formatted(String.join(", ", missing));
        var has = "the mapping does not know (%s)".formatted(String.join(", ", unknown));
        if (unknown.isEmpty()) {
            return lacks + ".";
        }
        return missing.isEmpty()
                ? "The mapping does not know the column (%s).".formatted(String.join(", ", unknown))
                : lacks + ", and " + has + ".";
    }

    private static String maybe(List<String> missing, List<String> unknown) {
        if (missing.isEmpty()) {
            return "name it in the mapping, with \"ignore: why\" if it is to be left out.";
        }
        var cut = delimiter(missing, unknown);
        if (cut.isPresent()) {
            return "the cells are told apart by %s: set delimiter: \"%s\" in the mapping."
                    .formatted(
                            cut.get() == '\t' ? "tabs" : "(" + cut.get() + ")",
                            cut.get() == '\t' ? "tab" : cut.get());
        }
        return unknown.isEmpty()
                ? "another delimiter is used, or the header is in another row."
                : "(%s) was renamed to (%s): use that name in the mapping."
                        .formatted(missing.getFirst(), nearest(missing.getFirst(), unknown));
    }

    /// What tells the cells apart in truth, where a single name holds those that are missing.
    private static Optional<Character> delimiter(List<String> missing, List<String> unknown) {
        return unknown.size() == 1
                ? Stream.of(',', ';', '\t', '|')
                        .filter(each ->
                                missing.size() > 1
                                        && List.of(
                                                        unknown.getFirst()
                                                                .split(
                                                                        Pattern.quote(
                                                                                each.toString()),
                                                                        -1))
                                                .containsAll(missing))
                        .findFirst()
                : Optional.empty();
    }

    private static String nearest(String name, List<String> among) {
        return among.stream()
                .max(Comparator.comparingInt(other -> Likeness.common(name, other)))
                .orElse("");
    }
}
