package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SourceRef;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.Refusal;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImporterTest {
    private static final String HEADER = "sample,run,sin_temp,capacity,c_rate,remark,operator\n";

    @TempDir private Path directory;
    @AutoClose private TestLog log;
    private String mapping;

    @BeforeEach
    void open() throws IOException {
        log = new TestLog(directory.resolve("data"));
        try (InputStream in = getClass().getResourceAsStream("/corpora/csv/mapping.yaml")) {
            mapping = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private ImportReport run(byte[] table) {
        try {
            var file = Files.write(directory.resolve("t.csv"), table);
            var yaml = Files.writeString(directory.resolve("m.yaml"), mapping);
            return log.run(
                    Importers.named("csv"),
                    file,
                    ImportOptions.DEFAULT.with("mapping", yaml.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ImportReport run(String table) {
        return run(table.getBytes(UTF_8));
    }

    private AbstractThrowableAssert<?, ?> unreadable(String table) {
        var thrown = assertThatThrownBy(() -> run(table)).isInstanceOf(UnreadableSource.class);
        assertThat(log.head()).isZero();
        return thrown;
    }

    private List<String> capacities() {
        return log.stated(SampleMeasured.class).stream()
                .flatMap(e -> e.results().stream())
                .map(v -> v.quantity().orElseThrow().value().toPlainString())
                .toList();
    }

    @Test
    void marksOfTheSystemAndSpacesInTheHeaderDoNotMatter() {
        var report =
                run(
                        "\uFEFF"
                                + HEADER.replace("capacity", " capacity ").replace("\n", "\r\n")
                                + " S-1 ,1,800, 180.5 ,0.1,,\r\n\r\nS-1,2,800,160,1,,\r\n");
        assertThat(report.refused()).isEmpty();
        assertThat(capacities()).containsExactly("180.5", "160");
        assertThat(log.stated(SampleMeasured.class).get(1).results().getFirst().locator())
                .contains("row 4, column capacity");
    }

    @Test
    void decimalCommasAreReadWhereTheMappingSaysSo() {
        mapping = mapping.replace("file:", "file:\n  decimal: comma\n  delimiter: \";\"");
        run(HEADER.replace(",", ";") + "S-1;1;800;180,5;0,1;;\n");
        assertThat(capacities()).containsExactly("180.5");
        assertThat(log.stated(SampleMeasured.class).getFirst().results().getFirst().asRecorded())
                .isEqualTo("180,5");
    }

    @Test
    void decimalCommasAreRefusedElse() {
        var report = run(HEADER + "S-1,1,800,\"180,5\",0.1,,\nS-2,1,850,170,0.1,,\n");
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(2, 1, 0, 1));
        assertThat(report.refused())
                .containsExactly(
                        new Refusal(
                                "t.csv:2 column \"capacity\"",
                                "The value (180,5) is not a number.",
                                "set decimal: comma in the mapping."));
    }

    @Test
    void aCellThatIsNoNumberIsRefusedWithItsPlace() {
        var report = run(HEADER + "S-1,1,800,180,0.1,,\nS-2,1,abc,180,0.1,,\n");
        assertThat(report.refused().getFirst().toString())
                .isEqualTo(
                        """
                        [t.csv:3 column "sin_temp"] The value (abc) is not a number.
                        Maybe it marks a missing value: add it to "missing" in the mapping.\
                        """);
        assertThat(report.text()).contains("[t.csv:3 column \"sin_temp\"]");
        assertThat(report.json()).contains("\"place\" : \"t.csv:3 column \\\"sin_temp\\\"\"");
    }

    @Test
    void markersOfMissingValuesAreNotValuesAndAreReported() {
        var report =
                run(HEADER + "S-1,1,NaN,180,,,\nS-2,1,800,na,0.1,,\nS-3,1,-999.0,170,-999,,\n");
        assertThat(report.refused()).isEmpty();
        assertThat(log.stated(SampleProcessed.class)).hasSize(1);
        assertThat(capacities()).containsExactly("180", "170");
        assertThat(log.stated(SampleMeasured.class)).allMatch(e -> e.conditions().isEmpty());
        assertThat(report.dropped())
                .extracting(d -> d.field() + ": " + d.why())
                .contains(
                        "sin_temp: says there is no value: NaN",
                        "capacity: says there is no value: na",
                        "sin_temp: says there is no value: -999.0",
                        "c_rate: its row has no result it could be a condition of");
    }

    @Test
    void aRenamedColumnIsNamedTogetherWithTheMissingOne() {
        unreadable(HEADER.replace("sin_temp", "sinter_temp") + "S-1,1,800,180,0.1,,\n")
                .hasMessageContaining(
                        """
                        [t.csv:1] The column (sin_temp) is missing, and the mapping does not know (sinter_temp).
                        Maybe (sin_temp) was renamed to (sinter_temp): use that name in the mapping.\
                        """);
    }

    @Test
    void anUnknownColumnIsAnError() {
        unreadable(HEADER.replace("operator", "operator,extra") + "S-1,1,800,180,0.1,,,x\n")
                .hasMessageContaining("The mapping does not know the column (extra).")
                .hasMessageContaining("ignore: why");
    }

    @Test
    void anotherDelimiterIsGuessedAt() {
        unreadable(HEADER.replace(",", ";") + "S-1;1;800;180;0.1;;\n")
                .hasMessageContaining("is missing");
    }

    @Test
    void aColumnNamedTwiceIsAnError() {
        unreadable(HEADER.replace("c_rate", "run") + "S-1,1,800,180,0.1,,\n")
                .hasMessageContaining("The header has the column (run) twice.");
    }

    @Test
    void aRowOfTheWrongLengthIsRefusedAndTheRestGoesOn() {
        var report = run(HEADER + "S-1,1,800\nS-2,1,800,170,0.1,,\nS-3,1,800,1,80,0.1,,\n");
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(3, 1, 0, 2));
        assertThat(report.refused())
                .extracting(Refusal::toString)
                .containsExactly(
                        "[t.csv:2] The row has 3 cells, the header 7.\nMaybe the file was cut off here.",
                        "[t.csv:4] The row has 8 cells, the header 7.\nMaybe a cell with a delimiter in it lacks its quotes.");
    }

    @Test
    void aQuoteThatNeverEndsChangesNothing() {
        unreadable(HEADER + "S-1,1,800,180,0.1,,\nS-2,1,800,180,0.1,\"x,\n")
                .hasMessageContaining("[t.csv:3] The quotes do not match");
    }

    @Test
    void anotherEncodingChangesNothingUntilItIsNamed() {
        var table = HEADER + "S-1,1,800,180,0.1,850 °C reached,\n";
        var bytes = table.getBytes(Charset.forName("windows-1252"));
        assertThatThrownBy(() -> run(bytes))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("The text is not UTF-8.")
                .hasMessageContaining("Maybe set encoding: windows-1252");
        assertThat(log.head()).isZero();
        mapping = mapping.replace("file:", "file:\n  encoding: windows-1252");
        run(bytes);
        assertThat(verbatim()).containsExactly("850 °C reached");
        log.close();
        log = new TestLog(directory.resolve("other"));
        mapping = mapping.replace("windows-1252", "UTF-16LE");
        run(("\uFEFF" + table).getBytes(UTF_16LE));
        assertThat(verbatim()).containsExactly("850 °C reached");
    }

    private List<String> verbatim() {
        return log.live().stream()
                .flatMap(r -> r.draft().source().stream())
                .map(SourceRef::verbatim)
                .flatMap(v -> v.values().stream())
                .toList();
    }

    @Test
    void anEmptyFileAndNoFileAreErrors() {
        unreadable("").hasMessageContaining("[t.csv] The file has no row 1 for a header.");
        assertThatThrownBy(() ->
                        log.run(Importers.named("ncm-cathode"), directory.resolve("nowhere.csv")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("nowhere.csv");
    }

    @Test
    void aTableWithoutAMappingIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> log.run(Importers.named("csv"), directory.resolve("t.csv")))
                .hasMessageContaining("A table needs a mapping")
                .hasMessageContaining("ncm-cathode");
    }

    @Test
    void aCellThatChangesIsACorrectionWhereRowsHaveAnIdentity() {
        run(HEADER + "S-1,1,800,180,0.1,,\nS-2,1,850,170,0.1,,\n");
        var changed = run(HEADER + "S-2,1,850,170,0.1,,\nS-1,1,800,181,0.1,,\n");
        assertThat(changed.records().corrected()).isEqualTo(1);
        assertThat(changed.records().fresh() + changed.records().retracted()).isZero();
        assertThat(capacities()).containsExactlyInAnyOrder("170", "181");
        var reworded = run(HEADER + "S-2,1,850.0,170.00,1E-1,,\nS-1,1,800,181,0.10,,\n");
        assertThat(reworded.run()).isEmpty();
    }

    @Test
    void rowsThatContradictEachOtherAboutASampleAreRefused() {
        var report = run(HEADER + "S-1,1,800,180,0.1,,\nS-1,2,900,170,0.1,,\n");
        assertThat(report.refused())
                .singleElement()
                .satisfies(r -> assertThat(r.problem()).contains("S-1#sintering"));
    }

    @Test
    void namesWithSlashesHashesAndSpacesStaySamplesOfTheirOwn() {
        var report =
                run(
                        HEADER
                                + "a/b,1,800,180,0.1,,\na#b,1,800,170,0.1,,\n\"a, b\",1,800,160,0.1,,\n");
        assertThat(report.refused()).isEmpty();
        assertThat(report.records().byKind()).containsEntry("SampleRegistered", 3L);
    }

    @Test
    void valuesSayHowTheyAreKnown() {
        run(HEADER + "S-1,1,800,180,0.1,,\n");
        assertThat(
                        log.live().stream()
                                .map(RecordedEvent::stated)
                                .flatMap(e -> NumberedValue.of(e).stream())
                                .map(v -> v.value().basis().wireName()))
                .containsExactly("Recorded", "Recorded", "Measured");
    }

    @Test
    void mistakesInTheMappingAreErrorsWithTheChoices() {
        mistake(
                "whole: true",
                "hole: true",
                "[m.yaml /source/hole] The name (hole) is not known here.",
                "whole");
        mistake(
                "lsk:Sintering",
                "lsk:Sintring",
                "[m.yaml /events/sintering/type]",
                "lsk:Sintering");
        mistake(
                "lsp:cRate",
                "lsp:cRat",
                "The property (lsp:cRat) is not in the ontology.",
                "lsp:cRate");
        mistake("unit: mAh/g", "unit: kg", "cannot be used for", "unit:MilliA-HR-PER-GM");
        mistake("basis: Measured", "basis: Seen", "The value (Seen) is not known.", "Measured");
        mistake("key: [run]", "key: [ran]", "There is no column (ran).", "one of sample");
        mistake(
                "after: [sintering]",
                "after: [milling]",
                "There is no earlier event (milling).",
                "sintering");
        mistake(
                "in: cycling, as: condition",
                "in: cycling, as: parameter",
                "has no part",
                "\"condition\"");
        mistake("mapping: our-oven", "mapping: our oven", "cannot be a source's", "dashes");
        mistake("sample:\n  key", "sample:\n key: [sample]\n  key", "is not YAML", "");
    }

    private void mistake(String right, String wrong, String message, String choice) {
        var good = mapping;
        assertThat(mapping).contains(right);
        mapping = mapping.replace(right, wrong);
        unreadable(HEADER + "S-1,1,800,180,0.1,,\n")
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe ")
                .hasMessageContaining(choice);
        mapping = good;
    }
}
