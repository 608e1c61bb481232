package dev.lodestone.importers.synthesis;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One file of recipes being read: a release, the answer of an API (`{"data": [...]}`), a list, one
/// recipe, or one a line.
final class RecipesReading implements SourceReading {
    static final SourceId SOURCE = new SourceId("synthesis-recipes");

    private final String name;
    private final Form form;
    private final SourceDescription source;

    /// What the file is.
    private sealed interface Form {
        record Tree(JsonNode root) implements Form {}

        record Lines(BufferedReader reader) implements Form {}

        record Released(Release release) implements Form {}
    }

    private RecipesReading(Path file, Form form) {
        this.name = String.valueOf(file.getFileName());
        this.form = form;
        this.source =
                new SourceDescription(
                        SOURCE,
                        "Text-mined synthesis recipes",
                        file.toString(),
                        JsonFiles.sha256(List.of(file)),
                        form instanceof Form.Released(var release)
                                ? release.date()
                                : Optional.empty(),
                        Optional.of("10.1038/s41597-019-0224-1"),
                        Optional.of("CC BY 4.0"),
                        Optional.of(
                                "O. Kononova et al., Text-mined dataset of inorganic materials"
                                        + " synthesis recipes, Scientific Data 6, 203 (2019),"
                                        + " doi:10.1038/s41597-019-0224-1"),
                        "synthesis-recipes 1",
                        false);
    }

    static RecipesReading open(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            return new RecipesReading(file, form(file, name));
        } catch (RefusedEntry e) {
            throw new UnreadableSource(e.place(), e.problem(), e.maybe(), e);
        } catch (IOException e) {
            throw new UnreadableSource(name, FileProblems.problem("file", e), "", e);
        }
    }

    private static Form form(Path file, String name) throws IOException {
        if (name.matches("(?i).*\\.jsonl(\\.gz)?")) {
            return new Form.Lines(
                    new BufferedReader(
                            new InputStreamReader(JsonFiles.open(file), StandardCharsets.UTF_8)));
        }
        return Release.open(file, name)
                .<Form>map(Form.Released::new)
                .orElseGet(() -> new Form.Tree(JsonFiles.read(file, name)));
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return switch (form) {
            case Form.Tree(var root) -> ofTree(root).iterator();
            case Form.Lines(var reader) -> ofLines(reader).iterator();
            case Form.Released(var release) -> new OfRelease(release, name + "#/reactions");
        };
    }

    @Override
    public void close() {
        switch (form) {
            case Form.Tree _ -> {}
            case Form.Lines(var reader) -> {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw new UnreadableSource(
                            name, "The file cannot be closed (%s).".formatted(e), "", e);
                }
            }
            case Form.Released(var release) -> release.close();
        }
    }

    /// A stream would read ahead of what it is asked for.
    private static final class OfRelease implements Iterator<SourceEntry> {
        private final Release release;
        private final String place;
        private int n;

        OfRelease(Release release, String place) {
            this.release = release;
            this.place = place;
        }

        @Override
        public boolean hasNext() {
            return release.hasNext();
        }

        @Override
        public SourceEntry next() {
            var recipe = release.next();
            return entry(place + "/" + n++, () -> recipe);
        }
    }

    private Stream<SourceEntry> ofTree(JsonNode root) {
        if (root.path("observations").isArray()) {
            return HeatingObservations.entries(
                    SOURCE, root.path("observations"), name + "#/observations");
        } else if (root.isArray()) {
            return list(root, name + "#");
        }
        return root.path("data").isArray()
                ? list(root.path("data"), name + "#/data")
                : Stream.of(entry(name + "#", () -> root));
    }

    private static Stream<SourceEntry> list(JsonNode list, String place) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> entry(place + "/" + i, () -> list.get(i)));
    }

    private Stream<SourceEntry> ofLines(BufferedReader reader) {
        var number = new int[1];
        return reader.lines()
                .flatMap(line -> {
                    var place = name + ":" + ++number[0];
                    return line.isBlank()
                            ? Stream.empty()
                            : Stream.of(entry(place, () -> JsonFiles.parse(line, place)));
                });
    }

    private static SourceEntry entry(String place, Supplier<JsonNode> json) {
        return SourceEntry.of(place, () -> RecipesReading.map(json.get(), place));
    }

    private static MappedEntry map(JsonNode node, String place) {
        if (node instanceof ObjectNode json) {
            if (RecipeMapping.isRecipe(json)) {
                return RecipeMapping.map(SOURCE, json, place);
            } else if (FlatRecipe.is(json)) {
                return FlatRecipe.map(SOURCE, json, place);
            }
            throw new RefusedEntry(
                    place,
                    "This is no recipe; its fields are (%s)."
                            .formatted(
                                    String.join(
                                            ", ", json.propertyNames().stream().limit(8).toList())),
                    "it is a document of the Materials Project; import it as such.");
        }
        throw new RefusedEntry(place, "A recipe is a JSON object, not (%s).".formatted(node), "");
    }
}
