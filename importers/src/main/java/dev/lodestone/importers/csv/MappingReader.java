package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.SourceId;
import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.Hashes;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.PredictionsMapping.Model;
import dev.lodestone.importers.csv.PredictionsMapping.PredictedSet;
import dev.lodestone.importers.csv.TableMapping.About;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.importers.csv.TableMapping.HeaderForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads mappings: those that come with the program, by name, and people's own, by file.
final class MappingReader {
    /// The mappings that come with the program.
    static final List<String> BUILT_IN =
            List.of("ncm-cathode", "ncm-predictions", "perovskite-database", "tensile-subsized");

    /// What stands for "no value" unless a mapping says otherwise.
    static final List<String> USUALLY_MISSING =
            List.of("NaN", "na", "n/a", "#N/A", "null", "none", "unknown", "not available", "-");

    /// Found out from the file, and told.
    private static final String AUTO = "auto";

    private static final YAMLMapper YAML =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    private MappingReader() {}

    /// A mapping by name, or by the path of its file.
    ///
    /// @throws UnreadableSource with the place in the mapping
    static TableMapping read(String nameOrFile) {
        if (BUILT_IN.contains(nameOrFile)) {
            return parse(nameOrFile + ".yaml", resource(nameOrFile + ".yaml"));
        }
        var file = Path.of(nameOrFile);
        try {
            return parse(String.valueOf(file.getFileName()), Files.readString(file, UTF_8));
        } catch (IOException e) {
            throw new UnreadableSource(
                    nameOrFile,
                    FileProblems.problem("mapping", e),
                    "it is one of " + String.join(", ", BUILT_IN) + ", or the path is wrong.",
                    e);
        }
    }

    /// A mapping from its text.
    static TableMapping parse(String file, String text) {
        try {
            var root = new MappingNode(file, "", YAML.readTree(text));
            var about = about(root, text);
            var form = form(root.child("file"));
            return root.has("sets")
                    ? predictions(root, about, form)
                    : new SheetMappingReader(root, about, form).read();
        } catch (JacksonException e) {
            throw new UnreadableSource(
                    "%s:%d".formatted(file, Math.max(1, e.getLocation().getLineNr())),
                    "The mapping is not YAML: " + e.getOriginalMessage(),
                    "an indentation or a quote is wrong.",
                    e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = MappingReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the mapping is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static About about(MappingNode root, String text) {
        var name = root.neededText("mapping");
        var version = root.neededText("version");
        var source = root.child("source");
        var about =
                new About(
                        sourceId(root, name),
                        version + " (" + Hashes.sha256(text).substring(0, 12) + ")",
                        source.neededText("title"),
                        source.text("version"),
                        source.text("doi"),
                        source.text("licence"),
                        source.text("attribution"),
                        source.flag("whole", false));
        source.done();
        return about;
    }

    private static SourceId sourceId(MappingNode root, String name) {
        try {
            return new SourceId(name);
        } catch (IllegalArgumentException e) {
            throw root.wrong(
                    "mapping",
                    "The name (%s) cannot be a source's.".formatted(name),
                    "use letters, digits and dashes only.");
        }
    }

    private static FileForm form(MappingNode node) {
        var missing = node.texts("missing");
        var form =
                new FileForm(
                        node.texts("names"),
                        encoding(node),
                        delimiter(node),
                        node.choice(
                                "decimal",
                                Map.of("point", false, "comma", true, ".", false, ",", true),
                                Optional.of(false)),
                        header(node),
                        missing.isEmpty() ? USUALLY_MISSING : missing,
                        node.text("sheet"));
        node.done();
        return form;
    }

    private static Optional<Charset> encoding(MappingNode node) {
        var name = node.text("encoding").orElse("UTF-8");
        return name.equals(AUTO) ? Optional.empty() : Optional.of(charset(node, name));
    }

    private static Optional<Character> delimiter(MappingNode node) {
        var delimiter = node.text("delimiter").orElse(",");
        if (delimiter.equals(AUTO)) {
            return Optional.empty();
        }
        if (delimiter.equals("tab")) {
            return Optional.of('\t');
        }
        if (delimiter.length() != 1) {
            throw node.wrong(
                    "delimiter",
                    "The delimiter (%s) is not one character.".formatted(delimiter),
                    "\",\", \";\", tab or auto.");
        }
        return Optional.of(delimiter.charAt(0));
    }

    private static HeaderForm header(MappingNode node) {
        var skip = node.numbers("skipRows");
        var header =
                new HeaderForm(
                        node.number("headerRow", 1),
                        node.number("headerRows", 1),
                        node.number("unitsRow", 0),
                        skip);
        if (header.row() < 0 || header.rows() < 1) {
            throw node.wrong(
                    "headerRow",
                    "The header cannot be %d rows from row %d on."
                            .formatted(header.rows(), header.row()),
                    "rows count from 1; headerRow: 0 says that there is no header.");
        }
        if (header.unitsRow() != 0 && header.unitsRow() < header.row() + header.rows()) {
            throw node.wrong(
                    "unitsRow",
                    "The row of units (%d) does not stand beneath the header."
                            .formatted(header.unitsRow()),
                    "rows count from 1 at the top of the file.");
        }
        return header;
    }

    private static Charset charset(MappingNode node, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw node.wrong(
                    "encoding",
                    "The encoding (%s) is not known.".formatted(name),
                    "UTF-8, UTF-16, windows-1252 or auto.");
        }
    }

    private static PredictionsMapping predictions(MappingNode root, About about, FileForm form) {
        var node = root.child("model");
        var model =
                new Model(
                        node.neededText("name"),
                        node.neededText("algorithm"),
                        node.neededText("trainingRowsUnpublished"),
                        node.text("library"),
                        node.text("split"));
        node.done();
        var predicts = root.child("predicts");
        var words = new MappingWords(predicts);
        var property = words.property("property");
        var unit = words.unit("unit", property);
        var basis = words.basis("actualBasis", HowKnown.UNVERIFIED);
        predicts.done();
        var sets = new LinkedHashMap<String, PredictedSet>();
        root.children("sets")
                .forEach((name, set) -> {
                    sets.put(
                            name,
                            new PredictedSet(
                                    set.neededText("actual"),
                                    set.neededText("predicted"),
                                    set.neededText("note")));
                    set.done();
                });
        root.done();
        return new PredictionsMapping(about, form, model, property.term(), unit, basis, sets);
    }
}
