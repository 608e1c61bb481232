package dev.lodestone.importers.json;

import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// JSON and YAML files as trees: gzipped or not, bare `NaN` and `Infinity` allowed, numbers exact,
/// size and depth limited. A number too large or small to be reckoned with is read as text.
public final class JsonFiles {
    /// The most bytes of a file after decompression.
    public static final long LARGEST = 512L << 20;

    static final ObjectMapper JSON = json(500, LARGEST);

    /// For a document of any length that is never held whole.
    private static final ObjectMapper LONG = json(500, -1);

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .nodeFactory(new ReckonableNumbers())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private JsonFiles() {}

    /// Reads JSON as it is read here, within other limits.
    ///
    /// @param deepest how deep it may be nested
    /// @param largest the most bytes of a document; any number if it is negative
    public static ObjectMapper json(int deepest, long largest) {
        var limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxDocumentLength(largest)
                        .maxStringLength(64 << 20)
                        .build();
        return JsonMapper.builder(
                        JsonFactory.builder()
                                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                .streamReadConstraints(limits)
                                .build())
                .nodeFactory(new ReckonableNumbers())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /// Reads a file; YAML where its name says so.
    ///
    /// @param place how the file is named in messages
    /// @throws RefusedEntry with line and column where it is not JSON or YAML
    /// @throws UnreadableSource if it cannot be read at all
    public static JsonNode read(Path file, String place) {
        var name =
                file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        try (var in = open(file)) {
            return (name.endsWith(".yaml") || name.endsWith(".yml") ? YAML : JSON).readTree(in);
        } catch (JacksonException e) {
            throw malformed(place, e);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    /// The JSON files of a path: itself, or those below it in the order of their names.
    ///
    /// @throws UnreadableSource if there are none
    public static List<Path> under(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableSource(
                    path.toString(), "There is no such file.", "the path is misspelt.");
        } else if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var walk = Files.walk(path)) {
            var files =
                    walk.filter(Files::isRegularFile)
                            .filter(file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("(?i).*\\.jsonl?(\\.gz)?"))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new UnreadableSource(
                        path.toString(), "The directory holds no JSON file.", "it is another one.");
            }
            return files;
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    /// Reads JSON text.
    ///
    /// @throws RefusedEntry where it is not JSON
    public static JsonNode parse(String json, String place) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw malformed(place, e);
        }
    }

    /// Reads YAML text.
    ///
    /// @throws RefusedEntry where it is not YAML
    public static JsonNode parseYaml(String yaml, String place) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw malformed(place, e);
        }
    }

    /// Reads JSON piece by piece, for what is too long to be held as a tree.
    public static JsonParser parser(InputStream in) {
        return LONG.createParser(in);
    }

    /// What is wrong with JSON or YAML, with line and column.
    public static RefusedEntry malformed(String place, JacksonException e) {
        var at = e.getLocation();
        return new RefusedEntry(
                at == null || at.getLineNr() < 1
                        ? place
                        : place + ":" + at.getLineNr() + ":" + at.getColumnNr(),
                "This cannot be read (%s)."
                        .formatted(
                                String.valueOf(e.getOriginalMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                "the file was cut off, or is not what its name says.");
    }

    /// The bytes of a file, unzipped if they are gzipped; no more than [#LARGEST] of these.
    ///
    /// @throws IOException if it cannot be opened
    public static InputStream open(Path file) throws IOException {
        var in = stream(file);
        return in instanceof GZIPInputStream ? new Limited(in, LARGEST) : in;
    }

    /// The same without a limit: for what is read piece by piece, where only a piece can be too
    /// large.
    ///
    /// @throws IOException if it cannot be opened
    public static InputStream stream(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /// The hash over several files: of their hashes, one a line, in the order given.
    public static String sha256(List<Path> files) {
        if (files.size() == 1) {
            return Hashes.sha256(files.getFirst());
        }
        var all = new StringBuilder();
        files.forEach(file -> all.append(Hashes.sha256(file)).append('\n'));
        return Hashes.sha256(all.toString());
    }

    private static UnreadableSource unreadable(String place, IOException e) {
        return new UnreadableSource(
                place, "The file cannot be read (%s).".formatted(e), "the path is misspelt.", e);
    }

    /// Stops reading where a small archive turns out to be enormous.
    private static final class Limited extends java.io.FilterInputStream {
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("larger than " + LARGEST + " bytes when decompressed");
            }
        }
    }
}
