package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ImportersTest {
    @TempDir private Path directory;

    /// A source nobody can try is a source nobody can mend: each importer has files of its own
    /// under `corpora/<name>`.
    @TestFactory
    List<DynamicTest> noImporterIsWithoutACorpus() {
        return Importers.all().stream()
                .map(importer ->
                        DynamicTest.dynamicTest(
                                importer.name(), () -> assertThat(corpus(importer)).isNotEmpty()))
                .toList();
    }

    @Test
    void tablesOfTheCorpusAreImportedWithoutARefusalAndOnlyOnce() throws Exception {
        for (var name :
                List.of(
                        "csv",
                        "xlsx",
                        "hysprint",
                        "ncm-cathode",
                        "ncm-predictions",
                        "perovskite-database",
                        "tensile-subsized")) {
            var importer = Importers.named(name);
            var options =
                    importer.settings().containsKey("mapping")
                            ? ImportOptions.DEFAULT.with(
                                    "mapping", home(importer).resolve("mapping.yaml").toString())
                            : ImportOptions.DEFAULT;
            try (var log = new TestLog(directory.resolve(name))) {
                for (var file : corpus(importer)) {
                    var report = log.run(importer, file, options);
                    assertThat(report.refused()).as(file.toString()).isEmpty();
                    assertThat(report.records().fresh()).isPositive();
                    long head = log.head();
                    assertThat(log.run(importer, file, options).run()).isEmpty();
                    assertThat(log.head()).isEqualTo(head);
                }
            }
        }
    }

    @Test
    void eachSaysWhatItIs() {
        assertThat(Importers.all())
                .allSatisfy(importer -> {
                    assertThat(importer.name()).matches("[a-z0-9-]+");
                    assertThat(importer.title()).isNotBlank();
                    assertThat(importer.description()).endsWith(".");
                    assertThat(importer.accepts()).isNotEmpty();
                });
        assertThat(Importers.all()).extracting(Importer::name).contains("csv", "ncm-cathode");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheChoices() {
        assertThatThrownBy(() -> Importers.named("ncm"))
                .hasMessageContaining("There is no importer (ncm).")
                .hasMessageContaining("Maybe one of aflow, csv, ");
    }

    private static List<Path> corpus(Importer importer) throws IOException, URISyntaxException {
        try (var files = Files.list(home(importer))) {
            return files.filter(file -> !file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static Path home(Importer importer) throws URISyntaxException {
        var home = ImportersTest.class.getResource("/corpora/" + importer.name());
        assertThat(home).as("corpora/" + importer.name()).isNotNull();
        return Path.of(java.util.Objects.requireNonNull(home).toURI());
    }
}
