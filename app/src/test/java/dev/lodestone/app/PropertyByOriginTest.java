package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.sparql.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One property as it is measured, computed in three databases, and predicted, in one store.
class PropertyByOriginTest {
    private static final Path CORPORA = Path.of("../importers/src/test/resources/corpora");
    private static final String SAMPLE = "Ni0.6 Co0.2 Mn0.2, 5 µm, 800 °C 12 h";

    private Terminal terminal;

    @BeforeEach
    void importFromEverywhere(@TempDir Path directory) {
        terminal = new Terminal(directory);
        terminal.done("import", "ncm-cathode", corpus("ncm-cathode/written-by-us.csv"));
        terminal.done("import", "materials-project", corpus("materials-project"));
        terminal.done("import", "optimade", corpus("optimade/written-by-us-page.json"));
        terminal.write(
                "gap.archive.json",
                """
                {"metadata":{"entry_id":"gap-of-our-own","upload_id":"ours","entry_name":"Si"},
                 "results":{"material":{"chemical_formula_reduced":"Si"},
                   "method":{"method_name":"DFT","simulation":{"program_name":"VASP",
                     "dft":{"xc_functional_names":["GGA_C_PBE","GGA_X_PBE"],"xc_functional_type":"GGA"}}},
                   "properties":{"electronic":{"band_gap":[{"value":9.78e-20}]}}}}
                """);
        terminal.done("import", "nomad", "gap.archive.json");
        terminal.done("import", "nomad", corpus("nomad"));
        var sample = sampleId();
        terminal.write(
                "lab.jsonl",
                """
                {"type":"SampleMeasured","version":1,"participants":{"samples":["%1$s"]},"method":"lsk:UVVis","effect":"none","conditions":[{"property":"lsp:measurementTemperature","basis":"Recorded","quantity":{"value":25,"unit":"°C"}}],"results":[{"property":"lsp:bandGap","basis":"Measured","quantity":{"value":1.9,"unit":"eV"}}]}
                {"type":"ModelTrained","version":1,"model":"gap-model","name":"band gaps, ours","trainingRowsUnpublished":"An example.","algorithm":"none"}
                {"type":"ValuesPredicted","version":1,"model":"gap-model","predictions":[{"subject":{"sample":"%1$s"},"value":{"property":"lsp:bandGap","basis":"Predicted","quantity":{"value":2.1,"unit":"eV"}},"inputValues":[{"property":"lsp:fractionNi","basis":"Extracted","quantity":{"value":0.6,"unit":"unit:FRACTION"}}]}]}
                """
                        .formatted(sample));
        terminal.done("record", "lab.jsonl");
        terminal.done("link", SAMPLE, "mp-149");
    }

    @Test
    void measuredComputedAndPredictedValuesStandSideBySideWithOriginAndConditions()
            throws Exception {
        var rows = terminal.valuesByOrigin("lsp:bandGap");

        var linked =
                rows.stream()
                        .filter(row -> row.text("material").orElse("").endsWith("/mp-149"))
                        .toList();
        assertThat(linked)
                .extracting(row -> local(row, "howKnown") + " " + local(row, "subject"))
                .contains("Measured " + sampleId(), "Predicted " + sampleId(), "Simulated mp-149");
        var measured = only(linked, "Measured");
        assertThat(measured.text("asRecorded")).contains("1.9");
        assertThat(measured.get("conditions")).isEqualTo("measurement temperature 25 DEG_C");
        assertThat(measured.get("origin")).contains("/event/");
        assertThat(measured.text("source")).isEmpty();
        assertThat(only(linked, "Predicted").get("origin")).endsWith("gap-model");

        var optimade =
                rows.stream()
                        .filter(row -> row.text("material").orElse("").endsWith("oqmd~fcc-al"))
                        .findFirst()
                        .orElseThrow();
        assertThat(optimade.get("origin"))
                .isEqualTo("origin unknown: OPTIMADE names no calculation");
        assertThat(optimade.get("source")).isEqualTo("Open Quantum Materials Database");
        var nomad =
                rows.stream()
                        .filter(row -> row.text("conditions").orElse("").contains("PBE"))
                        .filter(row -> row.text("source").orElse("").contains("NOMAD"))
                        .findFirst()
                        .orElseThrow();
        assertThat(local(nomad, "howKnown")).isEqualTo("Simulated");
        assertThat(nomad.get("formula")).isEqualTo("Si");
    }

    @Test
    void whatWasMeasuredInALaboratoryOfNomadStandsBesideWhatWasComputed() throws Exception {
        var rows = terminal.valuesByOrigin("lsp:bandGap");

        var measured =
                rows.stream()
                        .filter(row -> row.text("source").orElse("").contains("NOMAD upload"))
                        .toList();
        assertThat(measured).hasSize(1);
        assertThat(local(measured.getFirst(), "howKnown")).isEqualTo("Measured");
        assertThat(measured.getFirst().get("label")).isEqualTo("P-1");
        assertThat(measured.getFirst().get("asRecorded")).isEqualTo("1.62");
        assertThat(measured.getFirst().get("way")).isEqualTo("ellipsometry");
        assertThat(measured.getFirst().get("conditions"))
                .isEqualTo("measurement temperature 22 DEG_C");
        assertThat(rows).extracting(row -> local(row, "howKnown")).contains("Simulated");
    }

    @Test
    void theCapacitiesOfTheSheetStandWithTheirConditionsAndTheMaterialOfTheirSampleIfItHasOne()
            throws Exception {
        var rows = terminal.valuesByOrigin("lsp:specificDischargeCapacity");

        assertThat(rows)
                .extracting(row ->
                        "%s %s %s"
                                .formatted(
                                        row.get("asRecorded"),
                                        local(row, "howKnown"),
                                        row.text("formula").orElse("-")))
                .containsExactlyInAnyOrder(
                        "170.5 Unverified Si", "150.5 Unverified Si", "199.25 Unverified -");
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.get("conditions"))
                                .contains("C-rate", "upper cutoff voltage 4.3 V"));
    }

    @Test
    void theQueryIsAnsweredAsItStandsForAllProperties() {
        var said =
                terminal.done(
                        "query",
                        "--format",
                        "csv",
                        Path.of("../query-api/src/main/resources/queries/property-by-origin.rq")
                                .toAbsolutePath()
                                .normalize()
                                .toString());
        assertThat(said.lines().toList().getFirst())
                .startsWith("property,material,formula,subject");
        assertThat(said).contains("bandGap", "latticeParameterA", "specificDischargeCapacity");
    }

    private String sampleId() {
        return terminal.done("history", SAMPLE, "--json")
                .replaceAll("(?s).*?/sample/([0-9a-f-]{36}).*", "$1");
    }

    private static Row only(List<Row> rows, String howKnown) {
        var found = rows.stream().filter(row -> local(row, "howKnown").equals(howKnown)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String local(Row row, String name) {
        return row.get(name).replaceFirst("^.*[/#]", "");
    }

    private static String corpus(String name) {
        return CORPORA.resolve(name).toAbsolutePath().normalize().toString();
    }
}
