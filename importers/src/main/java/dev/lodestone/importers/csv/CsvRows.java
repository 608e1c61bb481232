package dev.lodestone.importers.csv;

import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of a text file: decodes strictly and strips a byte-order mark.
final class CsvRows implements RawRows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final TextGuess guess;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long endOfLast;

    CsvRows(Path file, FileForm form) {
        this.name = String.valueOf(file.getFileName());
        try {
            this.guess = TextGuess.of(file, form);
            this.parser = parser(file, guess.encoding(), guess.delimiter());
            this.records = parser.iterator();
        } catch (IOException e) {
            throw unreadable(0, e, form.encoding().map(Charset::name).orElse("readable"));
        }
    }

    static CSVParser parser(Path file, Charset encoding, char delimiter) throws IOException {
        var decoder =
                encoding.newDecoder()
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
                                .setDelimiter(delimiter)
                                .setIgnoreEmptyLines(false)
                                .get())
                .get();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw unreadable(
                    endOfLast + 1,
                    Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)),
                    guess.encoding().name());
        }
    }

    @Override
    public RawRow next() {
        long line = endOfLast + 1;
        endOfLast = parser.getCurrentLineNumber();
        var record = records.next();
        return new RawRow(record.getRecordNumber(), line, record.toList());
    }

    private UnreadableSource unreadable(long line, IOException e, String encoding) {
        var place = line == 0 ? name : name + ":" + line;
        return switch (e) {
            case CharacterCodingException coding ->
                    new UnreadableSource(
                            place,
                            "The text is not %s.".formatted(encoding),
                            "set encoding: windows-1252 or UTF-16 in the mapping.",
                            coding);
            case CSVException csv ->
                    new UnreadableSource(
                            place,
                            "The quotes do not match (%s).".formatted(csv.getMessage()),
                            "a quote is missing at the end of a cell.",
                            csv);
            default -> FileProblems.unreadable(place, "file", e);
        };
    }

    /// What was guessed of how the text is written.
    TextGuess guess() {
        return guess;
    }

    @Override
    public Places places() {
        return new Places.InText(name);
    }

    @Override
    public boolean rowsHaveAWidth() {
        return true;
    }

    @Override
    public List<Finding> findings() {
        return guess.findings(name);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
