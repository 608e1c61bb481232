package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.importers.Importer;
import dev.lodestone.importers.Importers;
import dev.lodestone.query.sparql.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All importers into one store: their counts add up, what holds conforms to the shapes, a second
/// import changes nothing, and values of one property stand side by side.
class AllSourcesTest {
    private static final Path OURS = Path.of("../importers/src/test/resources/corpora");

    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path directory) {
        terminal = new Terminal(directory);
    }

    private record Source(String importer, Path path, List<String> settings) {
        Source(String importer, Path path, String... settings) {
            this(importer, path, List.of(settings));
        }
    }

    @Test
    void whatWeWroteOurselvesConformsToTheShapesAndIsImportedOnce() throws IOException {
        var sources = new ArrayList<Source>();
        for (Importer importer : Importers.all()) {
            sources.addAll(ofOurs(importer.name()));
        }
        importAndCheck(sources);
    }

    private List<Source> ofOurs(String name) throws IOException {
        var home = OURS.resolve(name).toAbsolutePath().normalize();
        return switch (name) {
            case "csv", "xlsx" ->
                    List.of(
                            new Source(
                                    name,
                                    only(home, name),
                                    "mapping=" + home.resolve("mapping.yaml")));
            case "optimade" -> List.of(new Source(name, home.resolve("written-by-us-page.json")));
            case "helao" -> List.of(new Source(name, zipped(home.resolve("sequence"))));
            case "ncm-cathode", "ncm-predictions", "perovskite-database", "tensile-subsized" ->
                    List.of(new Source(name, only(home, "csv")));
            case "hysprint" -> List.of(new Source(name, only(home, "xlsx")));
            case "synthesis-recipes" ->
                    List.of(new Source(name, home.resolve("written-by-us.jsonl")));
            default -> List.of(new Source(name, home));
        };
    }

    private static Path only(Path home, String ending) throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("." + ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path zipped(Path sequence) throws IOException {
        var zip = terminal.path("sequence.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(sequence)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(sequence.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return zip;
    }

    @Test
    void publishedDataOfAllSourcesStandSideBySide() throws Exception {
        importAndCheck(
                List.of(
                        published("ncm-cathode", "ncm-cathode/ncm_datasheet_mice.csv"),
                        published("ncm-predictions", "ncm-cathode/ncm_train_test_predictions.csv"),
                        published("materials-project", "materials-project/Li-Fe-O.json.gz"),
                        published(
                                "materials-project",
                                "materials-project/summary_mp-149_2022-10-05.json"),
                        published("nomad", "nomad/api-recordings"),
                        published("nomad", "nomad/workflow"),
                        published("nomad", "nomad/tabular"),
                        published("optimade", "optimade/responses/mc2d.json"),
                        published("aflow", "other-databases/aflow"),
                        published("oqmd", "other-databases/oqmd"),
                        published("synthesis-recipes", "materials-project/synth_doc.json.gz"),
                        published("tensile-42crmos4", "tensile-42CrMoS4"),
                        published(
                                "tensile-subsized",
                                "tensile-subsized/Tensile_Properties_of_Sub-sized_Specimens.xlsx"),
                        published("helao", "lab-event-log"),
                        published(
                                "perovskite-database", "perovskite/perovskite_database_rows_8.csv"),
                        published("hysprint", "perovskite/lab/20250114_experiment_file.xlsx"),
                        published("perovskite", "perovskite")));
        assertThat(terminal.valuesByOrigin("lsp:bandGap"))
                .extracting(row -> row.text("source").orElse("-") + ": " + known(row))
                .contains(
                        "AFLOW: Simulated",
                        "Materials Project: Simulated",
                        "NOMAD: Simulated",
                        "The Perovskite Database: Extracted")
                .anySatisfy(text -> assertThat(text).startsWith("Perovskite cell laboratory"));
        assertThat(terminal.valuesByOrigin("lsp:yieldStrength"))
                .extracting(row -> known(row) + " under " + row.text("licence").orElse("-"))
                .contains("Measured under CC BY 4.0", "Extracted under MIT");
        assertThat(
                        terminal.valuesByOrigin("lsp:specificDischargeCapacity").stream()
                                .map(AllSourcesTest::known))
                .contains("Unverified", "Predicted");
        assertThat(terminal.valuesByOrigin("lsp:yieldStrength"))
                .filteredOn(row -> known(row).equals("Extracted"))
                .hasSize(590)
                .anySatisfy(row ->
                        assertThat(row.get("conditions")).contains("strain rate", "gauge length"));
    }

    private static Source published(String importer, String name) {
        var file = Path.of(System.getProperty("lodestone.shared", "../../shared"), "data", name);
        Assumptions.assumeTrue(
                Files.exists(file),
                "skipped: third-party data is kept outside the repository, and %s is not there"
                        .formatted(file));
        return new Source(importer, file.toAbsolutePath().normalize());
    }

    private void importAndCheck(List<Source> sources) {
        for (var source : sources) {
            var entries = run(source).get("entries");
            assertThat(entries.get("read").asLong())
                    .as(source.toString())
                    .isPositive()
                    .isEqualTo(
                            entries.get("mapped").asLong()
                                    + entries.get("alreadyKnown").asLong()
                                    + entries.get("refused").asLong());
        }
        for (var source : sources) {
            var again = run(source);
            assertThat(again.get("entries").get("mapped").asLong()).as(source.toString()).isZero();
            assertThat(again.get("records").get("written").asLong()).as(source.toString()).isZero();
        }
        assertThat(terminal.done("check")).contains("conforms to the shapes");
    }

    private JsonNode run(Source source) {
        var arguments =
                new ArrayList<>(
                        List.of("import", source.importer(), source.path().toString(), "--json"));
        for (var setting : source.settings()) {
            arguments.add("--set");
            arguments.add(setting);
        }
        return new JsonMapper().readTree(terminal.done(arguments.toArray(String[]::new)));
    }

    private static String known(Row row) {
        return row.get("howKnown").replaceFirst("^.*[/#]", "");
    }
}
