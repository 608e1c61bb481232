package dev.lodestone.importers.csv;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Walks the rows of a file: decodes strictly, strips a byte-order mark and the spaces around names
/// and cells, checks the header against the columns that are expected. A row of the wrong length is
/// a row that refuses.
final class CsvTable implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String name;
    private final FileForm form;
    private final CSVParser parser;
    private final java.util.Iterator<CSVRecord> records;
    private final List<String> header;
    private long endOfLast;
    private Supplier<CsvRow> next = CsvTable::none;
    private boolean hasNext;

    /// @throws UnreadableSource if the header is not as expected, or the text cannot be decoded
    CsvTable(Path file, FileForm form, Set<String> expected) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.form = form;
        try {
            this.parser = parser();
            this.records = parser.iterator();
            this.header = header();
        } catch (IOException e) {
            throw unreadable(0, e);
        }
        try {
            new CsvHeader(name, form.headerRow()).check(header, expected);
        } catch (UnreadableSource e) {
            close();
            throw e;
        }
        advance();
    }

    private CSVParser parser() throws IOException {
        var decoder =
                form.encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return CSVParser.builder()
                .setReader(reader)
                .setFormat(
                        CSVFormat.RFC4180
                                .builder()
                                .setDelimiter(form.delimiter())
                                .setIgnoreEmptyLines(false)
                                .get())
                .get();
    }

    private List<String> header() {
        for (int row = 1; ; row++) {
            if (!parsedNext()) {
                throw new UnreadableSource(
                        name,
                        "The file has no row %d for a header.".formatted(form.headerRow()),
                        "it is empty.");
            }
            var record = records.next();
            if (row == form.headerRow()) {
                endOfLast = parser.getCurrentLineNumber();
                return record.stream().map(String::strip).toList();
            }
        }
    }

    private boolean parsedNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw unreadable(
                    endOfLast + 1,
                    java.util.Objects.requireNonNullElseGet(
                            e.getCause(), () -> new IOException(e)));
        }
    }

    private UnreadableSource unreadable(long line, IOException e) {
        var place = line == 0 ? name : name + ":" + line;
        return switch (e) {
            case CharacterCodingException coding ->
                    new UnreadableSource(
                            place,
                            "The text is not %s.".formatted(form.encoding()),
                            "set encoding: windows-1252 or UTF-16 in the mapping.",
                            coding);
            case CSVException csv ->
                    new UnreadableSource(
                            place,
                            "The quotes do not match (%s).".formatted(csv.getMessage()),
                            "a quote is missing at the end of a cell.",
                            csv);
            default ->
                    new UnreadableSource(
                            place,
                            "The file cannot be read (%s).".formatted(e),
                            "the path is misspelt, or it is a directory.",
                            e);
        };
    }

    private void advance() {
        hasNext = false;
        while (!hasNext && parsedNext()) {
            long line = endOfLast + 1;
            endOfLast = parser.getCurrentLineNumber();
            var record = records.next();
            if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                next = () -> row(record, line);
                hasNext = true;
            }
        }
    }

    boolean hasNext() {
        return hasNext;
    }

    /// The next row that is not blank.
    ///
    /// @throws RefusedEntry if it has too many or too few cells; the walk goes on behind it
    CsvRow next() {
        if (!hasNext) {
            throw new NoSuchElementException("The file (%s) is at its end.".formatted(name));
        }
        var now = next;
        advance();
        return now.get();
    }

    private CsvRow row(CSVRecord record, long line) {
        if (record.size() != header.size()) {
            throw new RefusedEntry(
                    name + ":" + line,
                    "The row has %d cells, the header %d.".formatted(record.size(), header.size()),
                    record.size() > header.size()
                            ? "a cell with a delimiter in it lacks its quotes."
                            : "the file was cut off here.");
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.get(i).strip());
        }
        return new CsvRow(name, record.getRecordNumber(), line, cells);
    }

    private static CsvRow none() {
        throw new NoSuchElementException("There is no row.");
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of columns, checked.
    private record CsvHeader(String file, int row) {
        void check(List<String> header, Set<String> expected) {
            var place = file + ":" + row;
            var seen = new TreeSet<String>();
            for (int i = 0; i < header.size(); i++) {
                var column = header.get(i);
                if (column.isEmpty()) {
                    throw new UnreadableSource(
                            place,
                            "The column %d of the header has no name.".formatted(i + 1),
                            "the header is in another row: set headerRow in the mapping.");
                }
                if (!seen.add(column)) {
                    throw new UnreadableSource(
                            place,
                            "The header has the column (%s) twice.".formatted(column),
                            "rename one of them in the file and in the mapping.");
                }
            }
            var missing = new ArrayList<>(expected);
            missing.removeAll(header);
            var unknown = new ArrayList<>(header);
            unknown.removeAll(expected);
            if (!missing.isEmpty() || !unknown.isEmpty()) {
                throw new UnreadableSource(
                        place, problem(missing, unknown), maybe(missing, unknown));
            }
        }

        private static String problem(List<String> missing, List<String> unknown) {
            var lacks = "The column (%s) is missing".formatted(String.join(", ", missing));
            var has = "the mapping does not know (%s)".formatted(String.join(", ", unknown));
            if (unknown.isEmpty()) {
                return lacks + ".";
            }
            return missing.isEmpty()
                    ? "The mapping does not know the column (%s)."
                            .formatted(String.join(", ", unknown))
                    : lacks + ", and " + has + ".";
        }

        private static String maybe(List<String> missing, List<String> unknown) {
            if (missing.isEmpty()) {
                return "name it in the mapping, with \"ignore: why\" if it is to be left out.";
            }
            return unknown.isEmpty()
                    ? "another delimiter is used, or the header is in another row."
                    : "(%s) was renamed to (%s): use that name in the mapping."
                            .formatted(missing.getFirst(), nearest(missing.getFirst(), unknown));
        }

        private static String nearest(String name, List<String> among) {
            return among.stream()
                    .max(java.util.Comparator.comparingInt(other -> common(name, other)))
                    .orElse("");
        }

        /// How many pairs of neighbouring letters two names share.
        private static int common(String one, String other) {
            int count = 0;
            var lower = other.toLowerCase(java.util.Locale.ROOT);
            var name = one.toLowerCase(java.util.Locale.ROOT);
            for (int i = 0; i + 2 <= name.length(); i++) {
                if (lower.contains(name.substring(i, i + 2))) {
                    count++;
                }
            }
            return count;
        }
    }
}
