package dev.lodestone.importers.synthesis;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.json.LongList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

    /// In which field of a release the recipes stand, and of an answer.
    private static final Set<String> LISTS = Set.of("reactions", "data");

    /// What the file is.
    private sealed interface Form {
        record Tree(JsonNode root) implements Form {}

        record Lines(BufferedReader reader) implements Form {}

        record Listed(LongList recipes) implements Form {}
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
                        form instanceof Form.Listed(var recipes)
                                ? recipes.beside("release_date")
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
            throw new UnreadableSource(name, "The file cannot be read (%s).".formatted(e), "", e);
        }
    }

    private static Form form(Path file, String name) throws IOException {
        if (name.matches("(?i).*\\.jsonl(\\.gz)?")) {
            return new Form.Lines(
                    new BufferedReader(
                            new InputStreamReader(JsonFiles.open(file), StandardCharsets.UTF_8)));
        }
        return LongList.open(file, name, LISTS)
                .<Form>map(Form.Listed::new)
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
            case Form.Listed(var recipes) -> new OfList(recipes);
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
            case Form.Listed(var recipes) -> recipes.close();
        }
    }

    /// A stream would read ahead of what it is asked for.
    private record OfList(LongList recipes) implements Iterator<SourceEntry> {
        @Override
        public boolean hasNext() {
            return recipes.hasNext();
        }

        @Override
        public SourceEntry next() {
            var recipe = recipes.next();
            return entry(recipe.place(), recipe::json);
        }
    }

    private Stream<SourceEntry> ofTree(JsonNode root) {
        return root.path("observations").isArray()
                ? HeatingObservations.entries(
                        SOURCE, root.path("observations"), name + "#/observations")
                : Stream.of(entry(name + "#", () -> root));
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
