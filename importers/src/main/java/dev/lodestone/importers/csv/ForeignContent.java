package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lodestone.importers.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a file is that cannot be a table, by how it begins.
final class ForeignContent {
    private static final int ENOUGH = 64;
    private static final Map<String, String> BEGINNINGS = beginnings();

    private ForeignContent() {}

    private static Map<String, String> beginnings() {
        var all = new LinkedHashMap<String, String>();
        all.put("%pdf-", "PDF");
        all.put("<!doctype html", "HTML");
        all.put("<html", "HTML");
        all.put("<?xml", "XML");
        all.put("{\\rtf", "RTF");
        all.put("\u0089png", "a picture");
        all.put("\u00ff\u00d8\u00ff", "a picture");
        all.put("\u001f\u008b", "a gzipped file");
        all.put("sqlite format 3", "a database of SQLite");
        all.put("\u0089hdf", "HDF5");
        return all;
    }

    /// Its name; absent where it may be a table.
    static Optional<String> of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(ENOUGH), ISO_8859_1);
            var begins = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
            var lower = begins.toLowerCase(Locale.ROOT);
            return BEGINNINGS.entrySet().stream()
                    .filter(each -> lower.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        } catch (IOException e) {
            throw FileProblems.unreadable(String.valueOf(file.getFileName()), "file", e);
        }
    }
}
