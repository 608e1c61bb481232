package dev.lodestone.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.Refusal;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Layouts, units and checks that a mapping can state.
class TableMappingTest {
    private static final String HEAD =
            """
            mapping: our-table
            version: 1
            source: {title: Written by us}
            sample: {key: [sample]}
            row: {replicates: true}
            events:
              firing: {kind: process, type: lsk:Sintering, of: sample, after: [registration]}
              cycling: {kind: measurement, type: lsk:GalvanostaticCycling, of: row, after: [firing]}
            """;
    private static final String WIDE =
            HEAD
                    + """
                    file: {}
                    columns:
                      sample: {identity: true}
                      sin_temp: {in: firing, as: parameter, property: lsp:sinteringTemperature, unit: °C}
                      cap: {in: cycling, as: result, property: lsp:specificDischargeCapacity, unit: mAh/g}
                    """;
    private static final String HEADER = "sample,sin_temp,cap\n";

    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ImportReport run(String mapping, String table) {
        write("t.csv", table);
        write("m.yaml", mapping);
        return log.run(
                Importers.named("csv"),
                directory.resolve("t.csv"),
                ImportOptions.DEFAULT.with("mapping", directory.resolve("m.yaml").toString()));
    }

    private List<Value> results() {
        return log.stated(SampleMeasured.class).stream()
                .flatMap(event -> event.results().stream())
                .toList();
    }

    private List<Value> parameters() {
        return log.stated(SampleProcessed.class).stream()
                .flatMap(event -> event.parameters().stream())
                .toList();
    }

    private static List<String> findings(ImportReport report) {
        return report.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void aLongTableGivesOneValueARow() {
        var report =
                run(
                        HEAD.replace("after: [firing]", "after: [registration]")
                                + """
                                file: {}
                                long:
                                  property: what
                                  value: number
                                  unit: in
                                  names:
                                    capacity: {in: cycling, as: result, property: lsp:specificDischargeCapacity, unit: mAh/g}
                                    voltage: {in: cycling, as: result, property: lsp:meanVoltage, unit: V}
                                columns:
                                  sample: {identity: true}
                                """,
                        """
                        sample,what,number,in
                        S-1,capacity,180,mAh/g
                        S-1,voltage,3700,mV
                        S-1,colour,1,
                        S-1,capacity,180,kg
                        """);
        assertThat(results()).extracting(Value::asRecorded).containsExactly("180", "3700");
        assertThat(results().get(1).quantity().orElseThrow().unit())
                .isEqualTo(Term.of("unit:MilliV"));
        assertThat(results().get(1).locator()).contains("row 3, column number");
        assertThat(report.refused())
                .extracting(Refusal::toString)
                .anySatisfy(r ->
                        assertThat(r)
                                .contains(
                                        "[t.csv:4 column \"what\"] The mapping does not know the property (colour)."))
                .anySatisfy(r ->
                        assertThat(r)
                                .contains(
                                        "[t.csv:5 column \"number\"] The unit (kg) cannot be used for"));
    }

    @Test
    void unitsBeneathTheHeaderAndRowsThatAreNoDataAreReadAsTheMappingSays() {
        var report =
                run(
                        WIDE.replace(
                                "file: {}", "file: {headerRow: 2, unitsRow: 3, skipRows: [5]}"),
                        "our oven,,\n"
                                + HEADER
                                + ",°C,mAh/g\nS-1,800,180\n--,--,--\nS-2,850,170\n");
        assertThat(report.refused()).isEmpty();
        assertThat(results()).extracting(Value::asRecorded).containsExactly("180", "170");
        assertThat(findings(report))
                .anySatisfy(f -> assertThat(f).contains("[5] were passed over"));
    }

    @Test
    void aColumnInAnotherUnitThanTheMappingSaysIsRefused() {
        var mapping = WIDE.replace("file: {}", "file: {unitsRow: 2}");
        var table = HEADER + ",K,mAh/g\nS-1,1073,180\n";
        assertThatThrownBy(() -> run(mapping, table))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining(
                        "[t.csv:1 column \"sin_temp\"] The file states the unit (K), the mapping says (°C).")
                .hasMessageContaining("Maybe set unit: unit:K in the mapping");
        assertThat(log.head()).isZero();
        assertThatThrownBy(() ->
                        run(
                                WIDE.replace("cap:", "cap (Ah/kg):").replace("mAh/g", "W.h/kg"),
                                HEADER.replace("cap", "cap (Ah/kg)") + "S-1,800,180\n"))
                .isInstanceOf(UnreadableSource.class);
        var report =
                run(
                        mapping.replace("unit: °C", "unit: °C, despiteHeader: the oven shows °C"),
                        table);
        assertThat(findings(report))
                .anySatisfy(
                        f -> assertThat(f).contains("the mapping says (°C): the oven shows °C"));
    }

    @Test
    void marksOfMissingValuesThatNobodyDeclaredAreRefusedWhereTheyCannotBeTrue() {
        var report = run(WIDE, HEADER + "S-1,-999,180\nS-2,null,170\nS-3,Unknown,\n");
        assertThat(report.refused())
                .extracting(Refusal::toString)
                .singleElement()
                .satisfies(r ->
                        assertThat(r)
                                .contains(
                                        "[t.csv:2 column \"sin_temp\"] The value (-999) looks like a mark")
                                .contains("add \"-999\" to \"missing\""));
        assertThat(parameters()).isEmpty();
        assertThat(results()).hasSize(1);
    }

    @Test
    void theDelimiterAndEncodingAreFoundOutWhereTheMappingLeavesThemOpen() {
        var report =
                run(
                        WIDE.replace(
                                "file: {}",
                                "file: {delimiter: auto, encoding: auto, decimal: comma}"),
                        HEADER.replace(',', ';') + "S-1;800;180,5\nS-2;850;170,25\n");
        assertThat(results()).extracting(Value::asRecorded).containsExactly("180,5", "170,25");
        assertThat(findings(report))
                .anySatisfy(f -> assertThat(f).contains("encoding UTF-8 and delimiter \";\""));
    }

    @Test
    void whatWasTypedTwiceIsComparedAndContradictionsAreFlagged() {
        var mapping =
                WIDE + "checks: {otherExport: {file: other.csv, rows: same, agreeing: [sample]}}\n";
        write("other.csv", HEADER + "S-1,800,180.0\nS-1,650,160\nS-2,850,170\nS-3,1,1\n");
        var report = run(mapping, HEADER + "S-1,800,180\nS-1,800,165\nS-2,850,170\n");
        assertThat(report.refused()).isEmpty();
        assertThat(findings(report))
                .contains(
                        "[row 3, column sin_temp] Here it says (800), in other.csv:3 (650); kept and flagged.",
                        "[row 3, column cap] Here it says (165), in other.csv:3 (160); kept and flagged.",
                        "[other.csv] The other export has 1 rows more, which were not compared.");
        var contradiction = Term.of("lsk:Contradiction");
        assertThat(parameters())
                .filteredOn(v -> v.findings().orElse(List.of()).contains(contradiction))
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.asRecorded()).isEqualTo("800");
                    assertThat(v.note().orElseThrow()).contains("(650) in other.csv:3");
                });
        assertThat(results())
                .filteredOn(v -> v.findings().orElse(List.of()).contains(contradiction))
                .extracting(Value::asRecorded)
                .containsExactly("165");
    }

    @Test
    void exportsWhoseRowsAreNotAlignedAreRefused() {
        var mapping =
                WIDE + "checks: {otherExport: {file: other.csv, rows: same, agreeing: [sample]}}\n";
        write("other.csv", HEADER + "S-2,850,170\nS-1,800,180\n");
        assertThatThrownBy(() -> run(mapping, HEADER + "S-1,800,180\nS-2,850,170\n"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining(
                        "The exports are not aligned: sample is (S-1) here and (S-2) in other.csv:2.");
        assertThat(log.head()).isZero();
    }

    @Test
    void rowsStatedTwiceAreRecordedOnceAndTold() {
        var report =
                run(
                        WIDE + "checks: {duplicates: true}\n",
                        HEADER + "S-1,800,180\nS-2,850,170\nS-1,800.0,180\n");
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(3, 2, 1, 0));
        assertThat(findings(report))
                .contains("[row 4] The row says the same as row 2; it is recorded once.");
        assertThat(results().getFirst().findings()).contains(List.of(Term.of("lsk:StatedTwice")));
        assertThat(results().getFirst().note().orElseThrow()).contains("rows 2, 4");
        assertThat(results().get(1).findings()).isEmpty();
    }

    @Test
    void numbersWithTooManyDigitsLookImputedAndKeepTheirBasis() {
        var report =
                run(
                        WIDE + "checks: {looksImputed: {moreDecimalsThan: 5}}\n",
                        HEADER + "S-1,800,180.1234567\nS-2,850,170.5\n");
        assertThat(findings(report))
                .contains(
                        "[row 2, column cap] The value (180.1234567) has 7 decimals and looks imputed; kept and flagged.");
        assertThat(results().getFirst().findings()).contains(List.of(Term.of("lsk:LooksImputed")));
        assertThat(results().getFirst().basis().wireName()).isEqualTo("Unverified");
    }

    @Test
    void compositionsThatDoNotSumAreFlaggedAndKept() {
        var report =
                run(
                        HEAD
                                + """
                                  made: {kind: values, of: sample, after: [registration]}
                                file: {}
                                columns:
                                  sample: {identity: true}
                                  Fe: {in: made, as: result, property: lsp:massFractionFe, unit: wt%}
                                  Cr: {in: made, as: result, property: lsp:massFractionCr, unit: wt%}
                                checks:
                                  sums: [{of: [Fe, Cr], to: 100, tolerance: 0.5}]
                                """,
                        "sample,Fe,Cr\nS-1,82,18\nS-2,70,18\n");
        assertThat(findings(report))
                .containsExactly(
                        "[row 3] The columns (Fe, Cr) add up to 88, not to 100; kept and flagged.");
        assertThat(log.stated(dev.lodestone.events.DataEvent.ValuesAsserted.class).get(1).values())
                .allMatch(v ->
                        v.findings()
                                .equals(
                                        java.util.Optional.of(
                                                List.of(Term.of("lsk:CompositionDoesNotSum")))));
    }

    @Test
    void impossibleValuesAreToldByTheRangeOfTheirProperty() {
        var report = run(WIDE, HEADER + "S-1,80000,180\n");
        assertThat(findings(report))
                .anySatisfy(f -> assertThat(f).contains("80000").contains("plausible range"));
        assertThat(parameters()).hasSize(1);
    }

    @Test
    void mistakesInChecksAreErrors() {
        assertThatThrownBy(() ->
                        run(WIDE + "checks: {otherExport: {file: o.csv, rows: same}}\n", HEADER))
                .hasMessageContaining(
                        "Nothing shows that the rows of the two exports belong together.");
        assertThatThrownBy(() -> run(WIDE + "checks: {duplicate: true}\n", HEADER))
                .hasMessageContaining(
                        "[m.yaml /checks/duplicate] The name (duplicate) is not known here.");
        assertThatThrownBy(() -> run(WIDE + "checks: {sums: [{of: [cap]}]}\n", HEADER))
                .hasMessageContaining("A sum has two columns or more.");
    }
}
