package dev.lodestone.importers.tensile;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.tensile.TensileEntry.TestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of the testing machine: lines `Key:<tab>value<tab>unit`, then the names of the columns,
/// their units, and the curve.
///
/// @param header in the order of the file
/// @param columns names of the curve's columns
/// @param points how many lines the curve has
record MachineFile(List<HeaderLine> header, List<String> columns, int points) {
    MachineFile {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
    }

    /// A line of the header.
    ///
    /// @param number in the file, from 1
    /// @param unit as written; empty where the line has none
    record HeaderLine(int number, String key, String value, String unit) {}

    /// The first line with a key.
    Optional<HeaderLine> find(String key) {
        return header.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /// Reads a file.
    ///
    /// @throws RefusedEntry if it has no such form, or was cut off within a line of the curve
    static MachineFile read(TestFile file) {
        var lines = file.text().lines().toList();
        var header = new ArrayList<HeaderLine>();
        int at = 0;
        while (at < lines.size() && isHeader(lines.get(at))) {
            var cells = lines.get(at).split("\t", -1);
            var key = cells[0].strip();
            header.add(
                    new HeaderLine(
                            at + 1,
                            key.substring(0, key.length() - 1).strip(),
                            cells[1].strip(),
                            cells.length > 2 ? cells[2].strip() : ""));
            at++;
        }
        if (header.isEmpty()) {
            throw new RefusedEntry(
                    file.place() + ":1",
                    "A line (Key:<tab>value<tab>unit) is due here, not (%s)."
                            .formatted(abridged(lines.isEmpty() ? "" : lines.getFirst())),
                    "it is not a file of the testing machine.");
        }
        if (lines.size() < at + 3) {
            throw new RefusedEntry(
                    file.place() + ":" + lines.size(),
                    "The file ends before its curve begins.",
                    "it was cut off.");
        }
        var columns = List.of(lines.get(at).split("\t", -1));
        for (int i = at + 2; i < lines.size(); i++) {
            int cells = lines.get(i).split("\t", -1).length;
            if (cells != columns.size()) {
                throw new RefusedEntry(
                        file.place() + ":" + (i + 1),
                        "The line has %d cells; the curve has %d columns."
                                .formatted(cells, columns.size()),
                        "the file was cut off.");
            }
        }
        return new MachineFile(header, columns, lines.size() - at - 2);
    }

    private static boolean isHeader(String line) {
        int tab = line.indexOf('\t');
        return tab > 0 && line.substring(0, tab).strip().endsWith(":");
    }

    private static String abridged(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + " ...";
    }
}
