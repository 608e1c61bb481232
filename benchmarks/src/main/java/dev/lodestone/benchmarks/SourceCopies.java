package dev.lodestone.benchmarks;

import dev.lodestone.importers.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real documents of a source many times over, each copy under an identifier of its own, so that an
/// importer has enough to read.
///
/// @param importer whose documents
/// @param path what the importer is given: a file of lines, or a directory
/// @param files what has the documents
/// @param lines whether each line is a document, else each file
/// @param bytes of all
record SourceCopies(String importer, Path path, List<Path> files, boolean lines, long bytes) {
    /// A document to be copied.
    ///
    /// @param identifier what is to be another in every copy
    /// @param other what it becomes, by the number of the copy
    record Original(String text, String identifier, IntFunction<String> other) {
        Original {
            if (!text.contains("\"" + identifier + "\"")) {
                throw new IllegalStateException("(%s) is not in it".formatted(identifier));
            }
        }

        String copy(int number) {
            return text.replace("\"" + identifier + "\"", "\"" + other.apply(number) + "\"");
        }
    }

    /// Documents one a line, in turns.
    ///
    /// @param before lines to stand before them
    static SourceCopies lines(
            String importer,
            List<String> before,
            List<Original> originals,
            int copies,
            Path directory)
            throws IOException {
        var file = Folders.fresh(directory).resolve(importer + ".jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (var line : before) {
                out.write(line + "\n");
            }
            for (int i = 0; i < copies; i++) {
                out.write(originals.get(i % originals.size()).copy(i));
                out.write('\n');
            }
        }
        return new SourceCopies(importer, file, List.of(file), true, Files.size(file));
    }

    /// Documents in files of their own.
    static SourceCopies files(
            String importer, Original original, String ending, int copies, Path directory)
            throws IOException {
        Folders.fresh(directory);
        var files = new ArrayList<Path>();
        long bytes = 0;
        for (int i = 0; i < copies; i++) {
            var text = original.copy(i);
            files.add(Files.writeString(directory.resolve("copy-" + i + ending), text));
            bytes += text.length();
        }
        return new SourceCopies(importer, directory, files, false, bytes);
    }

    /// What an importer is given.
    SourceLocation location() {
        return SourceLocation.of(path.toString());
    }

    /// A JSON file as a tree, unzipped if its name says so.
    static JsonNode tree(Path file) throws IOException {
        return JsonMapper.shared().readTree(read(file));
    }

    private static String read(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readString(file);
        }
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /// Reads every document into a tree and lets it go.
    ///
    /// @return how many there were
    long readTrees() {
        long documents = 0;
        try {
            for (var file : files) {
                if (!lines) {
                    try (var in = Files.newInputStream(file)) {
                        documents += JsonMapper.shared().readTree(in).isEmpty() ? 0 : 1;
                    }
                    continue;
                }
                try (var all = Files.newBufferedReader(file)) {
                    for (var line = all.readLine(); line != null; line = all.readLine()) {
                        documents += JsonMapper.shared().readTree(line).isEmpty() ? 0 : 1;
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return documents;
    }
}
