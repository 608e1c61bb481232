package dev.lodestone.importers.csv;

import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The rows of a file before anything is known of its header.
sealed interface RawRows extends AutoCloseable permits CsvRows, XlsxRows {
    /// A row.
    ///
    /// @param number as a spreadsheet counts, from 1
    /// @param line where it begins in the file
    /// @param cells as they stand
    /// @param marks what is known of a cell besides its text, by its column from 0
    record RawRow(long number, long line, List<String> cells, Map<Integer, Mark> marks) {
        /// Of text, of which nothing else is known.
        RawRow(long number, long line, List<String> cells) {
            this(number, line, cells, Map.of());
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /// What a workbook knows of a cell besides its value.
    enum Mark {
        /// A number that is shown as a date.
        DATE,
        /// The value of a formula, as it was last calculated.
        FORMULA
    }

    /// Whether there is another row.
    ///
    /// @throws UnreadableSource where nothing after this place can be read
    boolean hasNext();

    /// The next row.
    RawRow next();

    /// How places are called.
    Places places();

    /// Whether a row that is shorter than the header was cut off; in a workbook it merely ends in
    /// empty cells.
    boolean rowsHaveAWidth();

    /// What is odd about the file, as far as it was read.
    List<Finding> findings();

    @Override
    void close();

    /// Opens a file by what it holds, whatever it is called.
    static RawRows open(Path file, FileForm form) {
        var name = String.valueOf(file.getFileName());
        return switch (begins(file)) {
            case WORKBOOK -> new XlsxRows(file, form);
            case OLD_WORKBOOK ->
                    throw new UnreadableSource(
                            name,
                            "This is a workbook of the old form (.xls).",
                            "open it in a spreadsheet program and save it as .xlsx.");
            case OTHER ->
                    throw new UnreadableSource(
                            name,
                            "This is no table, but (%s)."
                                    .formatted(ForeignContent.of(file).orElse("")),
                            "the table was saved under another name, or a page for people was in its place.");
            case TEXT -> new CsvRows(file, form);
        };
    }

    /// What a file holds by its first bytes.
    enum Content {
        WORKBOOK,
        OLD_WORKBOOK,
        OTHER,
        TEXT
    }

    private static Content begins(Path file) {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(4);
            if (first.length == 4 && first[0] == 'P' && first[1] == 'K') {
                return Content.WORKBOOK;
            }
            if (first.length == 4 && (first[0] & 0xFF) == 0xD0 && (first[1] & 0xFF) == 0xCF) {
                return Content.OLD_WORKBOOK;
            }
            return ForeignContent.of(file).isPresent() ? Content.OTHER : Content.TEXT;
        } catch (IOException e) {
            throw FileProblems.unreadable(String.valueOf(file.getFileName()), "file", e);
        }
    }
}
