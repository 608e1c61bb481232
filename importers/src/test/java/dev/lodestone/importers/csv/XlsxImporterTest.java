package dev.lodestone.importers.csv;

import static dev.lodestone.importers.csv.Workbooks.date;
import static dev.lodestone.importers.csv.Workbooks.formula;
import static dev.lodestone.importers.csv.Workbooks.neverCalculated;
import static dev.lodestone.importers.csv.Workbooks.number;
import static dev.lodestone.importers.csv.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.Refusal;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxImporterTest {
    private static final String MAPPING =
            """
            mapping: our-furnace
            version: 1
            source: {title: Written by us}
            file:
              headerRow: 1
              headerRows: 2
            sample: {key: [sample]}
            row: {replicates: true}
            events:
              test: {kind: measurement, type: lsk:TensileTest, of: row, after: [registration]}
            columns:
              sample: {identity: true}
              day: {timeOf: test}
              Yield (MPa): {in: test, as: result, property: lsp:yieldStrength, unit: MPa}
              UTS (MPa): {in: test, as: result, property: lsp:ultimateTensileStrength, unit: MPa}
            """;
    private static final List<String> GROUPS = List.of("", "", text("Properties"));
    private static final List<String> HEADER =
            List.of(text("sample"), text("day"), text("Yield (MPa)"), text("UTS (MPa)"));

    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private ImportReport run(String mapping, List<String> row, List<String> more) {
        var file =
                Workbooks.write(
                        directory.resolve("t.xlsx"),
                        List.of(GROUPS, HEADER, row, more),
                        List.of("C1:D1"));
        return run(mapping, file);
    }

    private ImportReport run(String mapping, Path file) {
        try {
            var yaml = Files.writeString(directory.resolve("m.yaml"), mapping);
            return log.run(
                    Importers.named("xlsx"),
                    file,
                    ImportOptions.DEFAULT.with("mapping", yaml.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Value> results() {
        return log.stated(SampleMeasured.class).stream()
                .flatMap(event -> event.results().stream())
                .toList();
    }

    @Test
    void numbersAreReadAsTheyWereTypedAndFormulasByTheirKeptValue() {
        var report =
                run(
                        MAPPING,
                        List.of(
                                text("S-1"),
                                date("45559"),
                                number("274.10000000000002"),
                                formula("C3*2", "548.2")),
                        List.of(text("S-2"), "", number("2.8E2")));
        assertThat(report.refused()).isEmpty();
        assertThat(results())
                .extracting(Value::asRecorded)
                .containsExactly("274.1", "548.2", "280");
        assertThat(results().get(1).locator()).contains("t.xlsx!Data!D3");
        assertThat(results().get(1).note().orElseThrow()).contains("formula");
        assertThat(log.stated(SampleMeasured.class).getFirst().occurrence().labTime().toString())
                .contains("2024-09-24");
        assertThat(report.findings())
                .extracting(Finding::toString)
                .anySatisfy(f -> assertThat(f).contains("[t.xlsx!Data!D3] 1 cells hold formulas"))
                .anySatisfy(f -> assertThat(f).contains("merged (C1:D1)"))
                .anySatisfy(f -> assertThat(f).contains("there are also (Notes)"));
    }

    @Test
    void aDateWhereANumberIsDueIsRefusedWithItsCell() {
        var report =
                run(
                        MAPPING,
                        List.of(text("S-1"), "", date("45559"), number("500")),
                        List.of(text("S-2"), "", number("300"), number("400")));
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(2, 1, 0, 1));
        assertThat(report.refused())
                .extracting(Refusal::toString)
                .singleElement()
                .satisfies(r ->
                        assertThat(r)
                                .contains(
                                        "[t.xlsx!Data!C3] The cell is a date (2024-09-24), but a number is due.")
                                .contains("Maybe "));
    }

    @Test
    void aFormulaThatWasNeverCalculatedCountsAsEmptyAndIsTold() {
        var report =
                run(
                        MAPPING,
                        List.of(text("S-1"), "", number("274"), neverCalculated("C3*2")),
                        List.of(text("S-2"), "", text("Unknown"), text("n/a")));
        assertThat(results()).hasSize(1);
        assertThat(report.findings())
                .extracting(Finding::toString)
                .anySatisfy(f -> assertThat(f).contains("D3] 1 formulas have no value kept"));
        assertThat(report.dropped())
                .extracting(d -> d.field() + ": " + d.why())
                .contains("Yield (MPa): says there is no value: Unknown");
    }

    @Test
    void wordsWhereANumberIsDueAreRefusedWithTheirCell() {
        var report =
                run(
                        MAPPING,
                        List.of(text("S-1"), "", text("280 MPa"), number("500")),
                        List.of(text("S-2"), "", text("#DIV/0!")));
        assertThat(report.refused())
                .extracting(Refusal::toString)
                .anySatisfy(r ->
                        assertThat(r)
                                .contains("[t.xlsx!Data!C3] The value (280 MPa) is not a number.")
                                .contains("the cell states a unit"))
                .anySatisfy(r -> assertThat(r).contains("[t.xlsx!Data!C4]"));
    }

    @Test
    void aSheetThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() ->
                        run(
                                MAPPING.replace("file:", "file:\n  sheet: Tensile"),
                                List.of(text("S-1")),
                                List.of()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("The workbook has no sheet (Tensile).")
                .hasMessageContaining("one of Data, Notes");
    }

    @Test
    void filesThatAreNoWorkbooksAreRefusedInWords() throws IOException {
        var broken = Files.write(directory.resolve("b.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> run(MAPPING, broken))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("[b.xlsx");
        var old =
                Files.write(
                        directory.resolve("o.xls"),
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertThatThrownBy(() -> run(MAPPING, old))
                .hasMessageContaining("workbook of the old form");
    }

    @Test
    void theTensileWorkbookIsReadWhole() {
        var file =
                TestLog.shared("tensile-subsized/Tensile_Properties_of_Sub-sized_Specimens.xlsx");
        var draft = MappingDraft.of(file, java.util.Optional.of("Tensile Data"));
        var report = run(draft, file);
        assertThat(report.entries().read()).isEqualTo(1050);
        // These cells give a range or a bound with a unit: 150-400ppm, <40 ppm.
        assertThat(report.refused())
                .extracting(Refusal::toString)
                .hasSize(22)
                .allSatisfy(refusal ->
                        assertThat(refusal)
                                .containsPattern(
                                        "Tensile Data![A-Z]+\\d+] The value \\(.*\\) is not a number"));
        assertThat(results())
                .filteredOn(v -> v.property().curie().equals("lsp:yieldStrength"))
                .isNotEmpty();
        assertThat(log.stated(ValuesAsserted.class))
                .flatExtracting(ValuesAsserted::values)
                .extracting(Value::asRecorded)
                .contains("0.074");
    }
}
