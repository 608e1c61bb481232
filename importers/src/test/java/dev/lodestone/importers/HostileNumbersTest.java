package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers that are right as JSON or text, and too large or small to be written out: each number of
/// a document in turn. To write one out takes a hundred million digits, so that a mapping that does
/// is not done in any time a person waits.
class HostileNumbersTest {
    private static final List<String> HOSTILE = List.of("1E+99999999", "-3E-99999999");

    @TempDir private Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "oqmd, oqmd/written-by-us.json",
        "optimade, optimade/written-by-us-page.json",
        "materials-project, materials-project/written-by-us-summary-2025.json",
        "materials-project, materials-project/written-by-us-thermo-2025.json",
        "materials-project, materials-project/written-by-us-magnetism-2025.json",
        "materials-project, materials-project/written-by-us-insertion-electrodes-2025.json",
        "materials-project, materials-project/written-by-us-computed-entries.json",
        "synthesis-recipes, synthesis-recipes/written-by-us.json",
        "nomad, nomad/written-by-us.sintering.archive.json",
    })
    void aDocumentWithOneIsMappedOrRefused(String importer, String document) throws Exception {
        var tree = JsonFiles.parse(Files.readString(corpus(document)), document);
        int places = numbers(tree).size();
        assertThat(places).isPositive();
        var name = Path.of(document).getFileName().toString();
        for (int i = 0; i < places; i++) {
            for (var hostile : HOSTILE) {
                var copy = tree.deepCopy();
                numbers(copy).get(i).put(new BigDecimal(hostile));
                map(importer, Files.writeString(directory.resolve(name), copy.toString()), "");
            }
        }
    }

    @ParameterizedTest(name = "column {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aTableWithOneIsMappedOrRefused(int column) throws Exception {
        var lines = Files.readAllLines(corpus("csv/written-by-us.csv"));
        assertThat(lines.getFirst().split(",", -1)).hasSizeGreaterThan(column);
        for (var hostile : HOSTILE) {
            var all = new ArrayList<>(lines);
            var cells = all.get(1).split(",", -1);
            cells[column] = hostile;
            all.set(1, String.join(",", Arrays.asList(cells)));
            map(
                    "csv",
                    Files.writeString(directory.resolve("table.csv"), String.join("\n", all)),
                    corpus("csv/mapping.yaml").toString());
        }
    }

    /// Whatever else is thrown fails the test, as it would end an import.
    private static void map(String importer, Path file, String mapping) {
        var options =
                mapping.isEmpty()
                        ? ImportOptions.DEFAULT
                        : ImportOptions.DEFAULT.with("mapping", mapping);
        if (importer.equals("optimade")) {
            options = options.with("provider", "oqmd");
        }
        try (var reading =
                Importers.named(importer)
                        .open(new SourceLocation.OnDisk(file), ImportContext.of(options))) {
            for (var entries = reading.entries(); entries.hasNext(); ) {
                try {
                    var entry = HashedEntry.of(entries.next());
                    entry.items().forEach(item -> new ValueFindings().of(item.item()));
                } catch (RefusedEntry e) {
                    assertThat(e.problem()).hasSizeLessThan(2_000);
                } catch (IllegalArgumentException e) {
                    assertThat(e.getMessage()).hasSizeLessThan(2_000);
                }
            }
        } catch (UnreadableSource e) {
            assertThat(e.text()).hasSizeLessThan(2_000);
        }
    }

    /// A place in a document where a number stands.
    private interface Place {
        void put(BigDecimal number);
    }

    private static List<Place> numbers(JsonNode node) {
        var places = new ArrayList<Place>();
        gather(node, places);
        return places;
    }

    private static void gather(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                if (field.getValue().isNumber()) {
                    places.add(number ->
                            object.set(
                                    field.getKey(), JsonNodeFactory.instance.numberNode(number)));
                } else {
                    gather(field.getValue(), places);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                if (array.get(i).isNumber()) {
                    places.add(
                            number -> array.set(at, JsonNodeFactory.instance.numberNode(number)));
                } else {
                    gather(array.get(i), places);
                }
            }
        }
    }

    private static Path corpus(String name) throws IOException {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    HostileNumbersTest.class.getResource("/corpora/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
