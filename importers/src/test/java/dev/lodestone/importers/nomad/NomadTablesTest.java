package dev.lodestone.importers.nomad;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries that a table beside them fills.
class NomadTablesTest {
    private static final String SAMPLES =
            """
            definitions:
              name: wafers
              sections:
                Wafer:
                  base_sections:
                    - nomad.datamodel.metainfo.basesections.CompositeSystem
                    - nomad.parsing.tabular.TableData
                  quantities:
                    data_file:
                      type: str
                      default: wafers.csv
                      m_annotations:
                        tabular_parser:
                          parsing_options:
                            comment: '#'
                          mapping_options:
                            - mapping_mode: row
                              file_mode: multiple_new_entries
                              sections: ['#root']
                    lab_id:
                      type: str
                      m_annotations: {tabular: {name: Wafer no.}}
                    diameter:
                      type: np.float64
                      unit: millimeter
                      m_annotations: {tabular: {name: Diameter}}
            """;

    private static final String ANNEALING =
            """
            definitions:
              sections:
                Oven:
                  base_sections:
                    - nomad.datamodel.metainfo.basesections.Process
                    - nomad.parsing.tabular.TableData
                  quantities:
                    log:
                      type: str
                      m_annotations:
                        tabular_parser:
                          parsing_options: {sep: ';', comment: '#'}
                          mapping_options:
                            - mapping_mode: row
                              file_mode: current_entry
                              sections: [steps]
                  sub_sections:
                    steps:
                      repeats: true
                      section:
                        base_section: nomad.datamodel.metainfo.basesections.ProcessStep
                        quantities:
                          name:
                            type: str
                            m_annotations: {tabular: {name: Step}}
                          set_temperature:
                            type: np.float64
                            unit: celsius
                            m_annotations: {tabular: {name: T}}
            """;

    @TempDir private Path directory;
    private Path upload = Path.of("");
    private TestLog log;

    @BeforeEach
    void open() throws IOException {
        log = new TestLog(directory.resolve("log"));
        upload = Files.createDirectory(directory.resolve("upload"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void rowsThatAreEntriesAreSamplesOfTheirOwn() throws IOException {
        wafers("W1,100", "W2,wide", "W3,150");

        var report = run();

        assertThat(
                        log.each(SampleRegistered.class)
                                .map(r -> r.samples().getFirst().names().getFirst().name()))
                .containsExactly("W1", "W2", "W3");
        assertThat(log.records(SampleRegistered.class).map(r -> r.draft().source().orElseThrow()))
                .extracting(source -> source.verbatim().get("data.diameter"))
                .containsExactly("100", "wide", "150");
        assertThat(report.findings())
                .anyMatch(f ->
                        f.what()
                                .startsWith(
                                        "The cell (wide) of the column (Diameter) is no number"));
        assertThat(run().records().written()).isZero();
    }

    @Test
    void aRowMoreAboveChangesNoOther() throws IOException {
        wafers("W1,100", "W2,150");
        run();

        wafers("W0,75", "W1,100", "W2,200");
        run();

        assertThat(log.stated(SampleRegistered.class)).hasSize(3);
        assertThat(log.all().stream().filter(r -> r.draft().body() instanceof RecordCorrected))
                .hasSize(1);
    }

    @Test
    void rowsThatAreSectionsAreStepsWithTheUnitsOfTheSchema() throws IOException {
        Files.writeString(upload.resolve("oven.archive.yaml"), ANNEALING);
        Files.writeString(
                upload.resolve("s.archive.json"),
                "{\"data\":{\"m_def\":\"nomad.datamodel.metainfo.basesections.CompositeSystem\",\"lab_id\":\"s\"}}");
        Files.writeString(upload.resolve("run.csv"), "# oven 3\nStep;T\nanneal;450\nquench;20\n");
        Files.writeString(
                upload.resolve("p.archive.json"),
                """
                {"data":{"m_def":"../upload/raw/oven.archive.yaml#/definitions/section_definitions/Oven",
                  "log":"run.csv","samples":[{"reference":"../upload/raw/s.archive.json#/data"}]}}
                """);

        var report = run();

        assertThat(report.refused()).isEmpty();
        var all = log.stated(SampleProcessed.class);
        assertThat(all).hasSize(3);
        var steps = all.subList(1, 3);
        assertThat(steps)
                .extracting(SampleProcessed::process)
                .containsExactly(Term.of("lsk:Annealing"), Term.of("lsk:Quenching"));
        var temperature =
                value(steps.getFirst().parameters(), "lsp:annealingTemperature")
                        .quantity()
                        .orElseThrow();
        assertThat(temperature.value()).isEqualByComparingTo("450");
        assertThat(temperature.unit()).isEqualTo(Term.of("unit:DEG_C"));
    }

    @Test
    void aTableThatIsMissingOrHasOtherColumnsIsTold() throws IOException {
        wafers("W1,100");
        Files.delete(upload.resolve("wafers.csv"));

        assertThat(run().refused())
                .extracting(refusal -> refusal.problem())
                .containsExactly(
                        "The table (wafers.csv) that fills the entry is not among what was read.");

        Files.writeString(upload.resolve("wafers.csv"), "Wafer no.,Size\nW1,100\n");
        assertThat(run().findings())
                .anyMatch(f -> f.what().equals("The table (wafers.csv) has no column (Diameter)."));
    }

    @Test
    void theElementsOfNomadsOwnExampleAreReadFromTheirWorkbook() throws IOException {
        for (var name : new String[] {"periodic-table.archive.yaml", "data.xlsx"}) {
            Files.copy(shared("nomad/tabular/" + name), upload.resolve(name));
        }
        Files.writeString(
                upload.resolve("elements.archive.yaml"),
                "data:\n  m_def: ../upload/raw/periodic-table.archive.yaml#/definitions/section_definitions/Element\n");

        var report = run();

        assertThat(report.refused()).isEmpty();
        assertThat(report.findings())
                .anyMatch(f ->
                        f.what()
                                .matches(
                                        "1\\d\\d rows are sections \\(Element\\), which are none that is imported\\."))
                .noneMatch(f -> f.what().contains("has no column"));
    }

    private void wafers(String... rows) throws IOException {
        Files.writeString(upload.resolve("wafer.archive.yaml"), SAMPLES);
        Files.writeString(
                upload.resolve("wafers.archive.yaml"),
                "data:\n  m_def: ../upload/raw/wafer.archive.yaml#/definitions/section_definitions/Wafer\n");
        Files.writeString(
                upload.resolve("wafers.csv"),
                "# made in May\nWafer no.,Diameter\n" + String.join("\n", rows) + "\n");
    }

    private ImportReport run() {
        return log.run(new NomadImporter(), upload);
    }
}
