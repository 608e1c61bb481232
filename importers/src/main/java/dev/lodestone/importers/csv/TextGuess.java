package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a text file is written, where the mapping leaves it to be found out.
///
/// @param guessed what was not stated, in words
record TextGuess(Charset encoding, char delimiter, List<String> guessed) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 60;

    TextGuess {
        guessed = List.copyOf(guessed);
    }

    static TextGuess of(Path file, FileForm form) throws IOException {
        var guessed = new ArrayList<String>();
        var encoding = form.encoding().orElse(null);
        if (encoding == null) {
            encoding = encoding(file);
            guessed.add("encoding " + encoding.name());
        } else if (!encoding.name().startsWith("UTF-16")) {
            var wide = wide(file);
            if (wide.isPresent()) {
                throw new UnreadableSource(
                        String.valueOf(file.getFileName()),
                        "The text is not %s: there are zeros between its letters."
                                .formatted(encoding.name()),
                        "set encoding: %s in the mapping.".formatted(wide.get().name()));
            }
        }
        if (form.delimiter().isPresent()) {
            return new TextGuess(encoding, form.delimiter().get(), guessed);
        }
        char delimiter = delimiter(file, encoding);
        guessed.add("delimiter " + (delimiter == '\t' ? "tab" : "\"" + delimiter + "\""));
        return new TextGuess(encoding, delimiter, guessed);
    }

    private static Charset encoding(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mark = in.readNBytes(2);
            int first = mark.length == 2 ? ((mark[0] & 0xFF) << 8) | (mark[1] & 0xFF) : 0;
            if (first == 0xFEFF || first == 0xFFFE) {
                return UTF_16;
            }
        }
        var wide = wide(file);
        if (wide.isPresent()) {
            return wide.get();
        }
        var strict =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(Files.newInputStream(file), strict)) {
            in.transferTo(java.io.Writer.nullWriter());
            return UTF_8;
        } catch (CharacterCodingException _) {
            return WINDOWS;
        }
    }

    /// The encoding of a text without a mark that has two bytes for a letter, as its zeros tell.
    private static Optional<Charset> wide(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(4);
            if (first.length < 4) {
                return Optional.empty();
            } else if (first[0] == 0 && first[2] == 0 && first[1] != 0 && first[3] != 0) {
                return Optional.of(UTF_16BE);
            }
            return first[1] == 0 && first[3] == 0 && first[0] != 0 && first[2] != 0
                    ? Optional.of(UTF_16LE)
                    : Optional.empty();
        }
    }

    /// The one that cuts most of the first rows into the same number of cells.
    private static char delimiter(Path file, Charset encoding) {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            var score = score(widths(file, encoding, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static Map<Integer, Integer> widths(Path file, Charset encoding, char delimiter) {
        var widths = new HashMap<Integer, Integer>();
        try (var parser = CsvRows.parser(file, encoding, delimiter)) {
            var rows = parser.iterator();
            for (int i = 0; i < SAMPLE && rows.hasNext(); i++) {
                widths.merge(rows.next().size(), 1, Integer::sum);
            }
        } catch (IOException | UncheckedIOException _) {
            return Map.of();
        }
        return widths;
    }

    private static double score(Map<Integer, Integer> widths) {
        double rows = widths.values().stream().mapToInt(Integer::intValue).sum();
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToDouble(width -> width.getValue() / rows * Math.log(width.getKey()))
                .max()
                .orElse(0);
    }

    List<Finding> findings(String file) {
        return guessed.isEmpty()
                ? List.of()
                : List.of(
                        new Finding(
                                file,
                                "The mapping leaves it open how the file is written; it was read with %s."
                                        .formatted(String.join(" and ", guessed))));
    }
}
