package dev.lodestone.importers.optimade;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.TestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorded answers and databases of others.
class OptimadeCorpusTest {
    private final OptimadeImporter importer = new OptimadeImporter();

    @TempDir private Path directory;
    @AutoClose private TestLog bench;
    private OptimadeRecords records;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
        records = new OptimadeRecords(bench);
    }

    @Test
    void theReferenceServersDatabaseIsCountedToTheLastLine() {
        var report =
                bench.run(
                        importer,
                        shared("optimade/test_data.jsonl"),
                        ImportOptions.DEFAULT.with("provider", "exmpl"));

        assertThat(report.entries().read()).isEqualTo(24);
        assertThat(report.entries().mapped()).isEqualTo(21);
        assertThat(report.refused())
                .hasSize(3)
                .allSatisfy(refusal ->
                        assertThat(refusal.problem()).contains("type (files) are not imported"));
        assertThat(bench.stated(MaterialRegistered.class)).hasSize(17);
        assertThat(bench.stated(Annotated.class)).hasSize(4);
        OptimadeRecords.addsUp(report);
        assertThat(
                        bench.run(
                                        importer,
                                        shared("optimade/test_data.jsonl"),
                                        ImportOptions.DEFAULT.with("provider", "exmpl"))
                                .run())
                .isEmpty();
    }

    @Test
    void aRecordedPageIsToldToItsDatabaseByItsAddress() {
        var report = bench.run(importer, shared("optimade/responses/mc2d.json"));

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().mapped()).isEqualTo(15);
        var molecule = records.values("structures/98688#values/structure");
        assertThat(molecule.values())
                .extracting(value -> value.property().curie())
                .doesNotContain("lsp:latticeParameterA", "lsp:cellVolume");
        assertThat(bench.stated(SourceImported.class).getFirst().licence()).contains("CC BY 4.0");
    }

    @Test
    void oneOfSeveralDatabasesIsNamedAndItsFilesArePathsInItsIdentifiers() {
        var report =
                bench.run(
                        importer,
                        shared("optimade/jsonl/optimade.jsonl"),
                        ImportOptions.DEFAULT
                                .with("provider", "mcloudarchive")
                                .with("database", "example"));

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().mapped()).isEqualTo(3);
        assertThat(
                        records.verbatim(
                                bench.records(MaterialRegistered.class)
                                        .findFirst()
                                        .orElseThrow()
                                        .draft()
                                        .source()
                                        .orElseThrow()
                                        .key()
                                        .orElseThrow()))
                .containsKey("_mcloudarchive_energy");
    }

    @Test
    void everyFileOfTheCorpusIsReadOrSaysWhyNot() throws IOException {
        var corpus = shared("optimade");
        try (var files = Files.walk(corpus)) {
            var all =
                    files.filter(file -> file.toString().matches(".*\\.(json|jsonl)"))
                            .sorted()
                            .toList();
            for (var file : all) {
                try (var log = new TestLog(directory.resolve("log-" + all.indexOf(file)))) {
                    var options =
                            ImportOptions.DEFAULT
                                    .with("provider", "mcloudarchive")
                                    .with("database", "corpus");
                    var report = log.run(importer, file, options);
                    OptimadeRecords.addsUp(report);
                    assertThat(report.refused())
                            .allSatisfy(refusal -> {
                                assertThat(refusal.place())
                                        .startsWith(file.getFileName().toString());
                                assertThat(refusal.problem()).endsWith(".");
                            });
                    assertThat(log.run(importer, file, options).run()).isEmpty();
                }
            }
        }
    }
}
