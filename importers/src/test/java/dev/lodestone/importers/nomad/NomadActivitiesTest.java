package dev.lodestone.importers.nomad;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes and measurements of NOMAD: of whom, when, with what, and what was found.
class NomadActivitiesTest {
    private static final String BASE = "nomad.datamodel.metainfo.basesections.";

    private final NomadImporter importer = new NomadImporter();

    @TempDir Path directory;
    private TestLog bench;
    private Path upload;

    @BeforeEach
    void open() throws IOException {
        bench = new TestLog(directory.resolve("log"));
        upload = Files.createDirectory(directory.resolve("up"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theResultsOfAMeasurementAreMeasuredUnderTheirOwnConditions() throws Exception {
        var report = bench.run(importer, ours());

        var measured = only(SampleMeasured.class);
        assertThat(measured.method()).isEqualTo(Term.of("lsk:Ellipsometry"));
        assertThat(measured.participants().samples()).containsExactly(sampleOf("sample"));
        assertThat(told(measured.conditions()))
                .containsExactly(
                        "lsp:measurementTemperature 22 unit:DEG_C Recorded",
                        "lsp:wavelength 633 unit:NanoM Recorded",
                        "lsp:wavelength 532 unit:NanoM Recorded");
        assertThat(told(measured.results()))
                .containsExactly(
                        "lsp:bandGap 1.62 unit:EV Measured under [1]",
                        "lsp:filmThickness 120.5 unit:NanoM Measured under [1, 2] (spot a)",
                        "lsp:refractiveIndex 1.98 unit:UNITLESS Measured under [1, 2] (spot a)",
                        "lsp:filmThickness 118 unit:NanoM Measured under [1, 3] (spot b)",
                        "lsp:refractiveIndex 2.01 lsu:Unknown Measured under [1, 3] (spot b)");
        assertThat(verbatim(records(SampleMeasured.class).getFirst()).toString())
                .contains("roughness=3")
                .contains("porosity=5");
        assertThat(report.findings())
                .anyMatch(f ->
                        f.place().endsWith("#/data/results/0/porosity")
                                && f.what().contains("is none of (porosity)"));
        assertThat(bench.run(importer, ours()).records().written()).isZero();
    }

    @Test
    void stepsHaveTheInstrumentsAndTheDayOfTheirProcess() throws Exception {
        bench.run(importer, ours());

        var firing = process("firing.archive.json#process");
        assertThat(firing.process()).isEqualTo(Term.of("lsk:Annealing"));
        assertThat(firing.occurrence().labTime().from())
                .contains(Instant.parse("2026-01-04T08:00:00Z"));
        assertThat(firing.occurrence().labTime().to())
                .contains(Instant.parse("2026-01-04T14:30:00Z"));
        assertThat(value(firing.parameters(), "lsp:atmosphere").text()).contains("argon");
        assertThat(firing.files())
                .extracting(file -> file.name())
                .containsExactly("written-by-us.firing.csv");
        var furnace =
                bench.each(InstrumentRegistered.class)
                        .filter(i -> i.name().startsWith("tube furnace 2"))
                        .findFirst()
                        .orElseThrow()
                        .instrument();
        assertThat(firing.occurrence().instruments()).containsExactly(furnace);

        var drying = process("firing.archive.json#process/dry");
        assertThat(drying.occurrence().instruments()).containsExactly(furnace);
        assertThat(drying.occurrence().labTime().date()).contains(LocalDate.parse("2026-01-04"));
        assertThat(drying.occurrence().labTime().exact()).isFalse();
        assertThat(drying.occurrence().labTime().order()).hasValue(1);
        assertThat(value(drying.parameters(), "lsp:duration").quantity().orElseThrow().unit())
                .isEqualTo(Term.of("unit:SEC"));
        var quenching = process("firing.archive.json#process/quench");
        assertThat(quenching.occurrence().labTime().instant())
                .contains(Instant.parse("2026-01-04T14:00:00Z"));
        assertThat(quenching.occurrence().instruments()).hasSize(1).doesNotContain(furnace);
    }

    @Test
    void stepsOfSeveralDaysHaveTheirMonthAndOfAnOpenEndOnlyTheirOrder() throws IOException {
        sample("s", "1");
        for (var name : List.of("bounded", "open")) {
            var end = name.equals("open") ? "" : "\"end_time\":\"2026-01-09T08:00:00Z\",";
            write(
                    name,
                    """
                    {"data":{"m_def":"%sProcess","method":"drying","datetime":"2026-01-04T08:00:00Z",%s
                      "samples":[{"reference":"../upload/raw/s.archive.json#/data"}],
                      "steps":[{"name":"wash"}]}}\
                    """
                            .formatted(BASE, end));
        }

        bench.run(importer, upload);

        var bounded = process("bounded.archive.json#process/wash").occurrence().labTime();
        assertThat(bounded.month()).hasToString("Optional[2026-01]");
        assertThat(bounded.date()).isEmpty();
        var open = process("open.archive.json#process/wash").occurrence().labTime();
        assertThat(open.precision()).isEqualTo("OrderOnly");
        assertThat(process("open.archive.json#process").occurrence().labTime().instant())
                .contains(Instant.parse("2026-01-04T08:00:00Z"));
    }

    @Test
    void aLaboratoryIdOfTwoSamplesIsNeverAChoice() throws IOException {
        sample("a", "7");
        sample("b", "7");
        measurement("m", "{\"lab_id\":\"7\"}");

        var report = bench.run(importer, upload);

        assertThat(measured())
                .isNotEqualTo(sampleOf("a.archive.json#sample"))
                .isNotEqualTo(sampleOf("b.archive.json#sample"))
                .isEqualTo(sampleOf("m.archive.json#named/7"));
        assertThat(findings(report, "m.archive.json#/data/samples/0/lab_id"))
                .containsExactly(
                        "The laboratory id (7) is that of 2 entries, (a.archive.json), (b.archive.json); none of them is taken.");
    }

    @Test
    void theOneOfTwoThatMayBeReadIsNotTakenEither() throws IOException {
        sample("a", "7");
        write(
                "b",
                """
                {"metadata":{"with_embargo":true},"data":{"m_def":"%sCompositeSystem","lab_id":"7"}}\
                """
                        .formatted(BASE));
        measurement("m", "{\"lab_id\":\"7\"}");

        var report = bench.run(importer, upload);

        assertThat(measured()).isEqualTo(sampleOf("m.archive.json#named/7"));
        assertThat(findings(report, "m.archive.json#/data/samples/0/lab_id"))
                .allMatch(what -> what.contains("(a.archive.json), (b.archive.json)"))
                .hasSize(1);
    }

    @Test
    void theTextOfAMeasurementStaysWithItThoughItsEntryNamesAMaterial() throws IOException {
        sample("s", "1");
        write(
                "m",
                """
                {"data":{"m_def":"%sMeasurement","roughness":4,"samples":[{"lab_id":"1"}]},
                 "results":{"material":{"chemical_formula_reduced":"Si"}}}\
                """
                        .formatted(BASE));

        bench.run(importer, upload);

        assertThat(verbatim(records(SampleMeasured.class).getFirst()))
                .containsEntry("data.roughness", "4");
    }

    @Test
    void aResultWithoutSettingsDoesNotHoldUnderThoseOfAnother() throws IOException {
        sample("s", "1");
        write(
                "m",
                """
                {"data":{"m_def":"%sMeasurement","samples":[{"lab_id":"1"}],
                   "results":[{"refractive_index":1.9,"wavelength":633},{"film_thickness":5}]}}\
                """
                        .formatted(BASE));

        bench.run(importer, upload);

        assertThat(told(only(SampleMeasured.class).results()))
                .containsExactly(
                        "lsp:refractiveIndex 1.9 lsu:Unknown Measured (result 1, wavelength 633 ?)",
                        "lsp:filmThickness 5 lsu:Unknown Measured (result 2)");
        assertThat(only(SampleMeasured.class).conditions()).isEmpty();
    }

    @Test
    void aLaboratoryIdThatNobodyHasIsTold() throws IOException {
        measurement("m", "{\"lab_id\":\"8\"}");

        var report = bench.run(importer, upload);

        assertThat(measured()).isEqualTo(sampleOf("m.archive.json#named/8"));
        assertThat(findings(report, "m.archive.json#/data/samples/0/lab_id"))
                .containsExactly(
                        "No sample of the upload that was read has the laboratory id (8).");
    }

    @Test
    void aLaboratoryIdMeansTheSampleOfItsOwnUpload() throws IOException {
        var answers = upload.resolve("answers.json");
        Files.writeString(
                answers,
                """
                {"owner":"public","pagination":{},"data":[%s,%s,%s,%s]}\
                """
                        .formatted(
                                answer("other", "u1", "CompositeSystem", "\"lab_id\":\"001\""),
                                answer("mine", "u2", "CompositeSystem", "\"lab_id\":\"001\""),
                                answer(
                                        "m",
                                        "u2",
                                        "Measurement",
                                        "\"x\":1,\"samples\":[{\"lab_id\":\"001\"}]"),
                                answer(
                                        "n",
                                        "u3",
                                        "Measurement",
                                        "\"x\":1,\"samples\":[{\"lab_id\":\"001\"}]")));

        var report = bench.run(importer, answers);

        assertThat(bench.stated(SampleMeasured.class))
                .extracting(m -> m.participants().samples().getFirst())
                .containsExactly(sampleOf("mine#sample"), sampleOf("n#named/001"));
        assertThat(report.findings())
                .extracting(finding -> finding.what())
                .contains("No sample of the upload that was read has the laboratory id (001).");
    }

    @Test
    void aLaboratoryIdThatIsCleanedUpMovesTheMeasurement() throws IOException {
        sample("a", "7");
        sample("b", "7");
        measurement("m", "{\"lab_id\":\"7\"}");
        bench.run(importer, upload);
        sample("b", "9");

        bench.run(importer, upload);

        assertThat(measured()).isEqualTo(sampleOf("a.archive.json#sample"));
        assertThat(bench.run(importer, upload).records().written()).isZero();
    }

    @Test
    void anUpstreamChangeBecomesACorrection() throws IOException {
        sample("a", "7");
        measurement("m", "{\"lab_id\":\"7\"}");
        bench.run(importer, upload);
        var first = records(SampleMeasured.class).getFirst();
        var file = upload.resolve("m.archive.json");
        Files.writeString(
                file, Files.readString(file).replace("\"band_gap\":1.5", "\"band_gap\":1.6"));

        var report = bench.run(importer, upload);

        assertThat(report.records().corrected()).isEqualTo(1);
        var correction = corrections().getFirst();
        assertThat(correction.supersedes()).containsExactly(first.record());
        assertThat(correction.because().wireName()).isEqualTo("UpstreamRevision");
        assertThat(bench.live())
                .filteredOn(record -> record.stated() instanceof SampleMeasured)
                .extracting(RecordedEvent::event)
                .containsExactly(first.event());
        var now = bench.stated(SampleMeasured.class);
        assertThat(now).hasSize(1);
        assertThat(told(now.getFirst().results()))
                .containsExactly("lsp:bandGap 1.6 lsu:Unknown Measured");
        assertThat(bench.run(importer, upload).records().written()).isZero();
    }

    @Test
    void anEntryThatWasProcessedAgainIsCorrectedUnderItsId() throws IOException {
        var answers = upload.resolve("answers.json");
        for (var gap : List.of("1.5", "1.7")) {
            Files.writeString(
                    answers,
                    """
                    {"owner":"public","pagination":{},"data":[%s,%s]}\
                    """
                            .formatted(
                                    answer("s", "u", "CompositeSystem", "\"lab_id\":\"1\""),
                                    answer(
                                            "m",
                                            "u",
                                            "Measurement",
                                            "\"samples\":[{\"lab_id\":\"1\"}],\"band_gap\":"
                                                    + gap)));
            bench.run(importer, answers);
        }

        assertThat(corrections()).hasSize(1);
        assertThat(told(bench.stated(SampleMeasured.class).getFirst().results()))
                .containsExactly("lsp:bandGap 1.7 lsu:Unknown Measured");
    }

    @Test
    void resultsOfSeveralSamplesStayTextBecauseNothingSaysOfWhich() throws IOException {
        sample("a", "1");
        sample("b", "2");
        measurement("m", "{\"lab_id\":\"1\"},{\"lab_id\":\"2\"}");

        var report = bench.run(importer, upload);

        assertThat(only(SampleMeasured.class).results()).isEmpty();
        assertThat(verbatim(records(SampleMeasured.class).getFirst()))
                .containsEntry("data.band_gap", "1.5");
        assertThat(findings(report, "m.archive.json#/data"))
                .contains(
                        "Which of its 2 samples the results are of is not said; they are kept as text.");
    }

    @Test
    void aMeasurementWithoutASampleIsOfOneWithoutAName() throws IOException {
        write("m", "{\"data\":{\"m_def\":\"%sMeasurement\",\"band_gap\":1.5}}".formatted(BASE));
        write("n", "{\"data\":{\"m_def\":\"%sMeasurement\",\"name\":\"empty\"}}".formatted(BASE));

        var report = bench.run(importer, upload);

        assertThat(only(SampleRegistered.class).samples().getFirst().names()).isEmpty();
        assertThat(measured()).isEqualTo(sampleOf("m.archive.json#unnamed/sample"));
        assertThat(report.refused())
                .extracting(refusal -> refusal.problem())
                .containsExactly(
                        "The measurement (Measurement) names no sample and has neither a number nor a file.");
    }

    @Test
    void theCatalyticReactionKeepsItsFileInstrumentAndSettings() {
        var report = bench.run(importer, shared("nomad/catalysis"));

        assertThat(report.refused()).isEmpty();
        var reaction = only(SampleMeasured.class);
        assertThat(reaction.files())
                .extracting(file -> file.name())
                .containsExactly("methanol_synthesis_CuZnAl.xlsx");
        assertThat(reaction.participants().samples())
                .containsExactly(sampleOf("methanol_synthesis.archive.json#unnamed/sample"));
        assertThat(bench.each(InstrumentRegistered.class))
                .extracting(InstrumentRegistered::name)
                .containsExactly("Chinchen High Pressure Methanol Synthesis Reactor");
        assertThat(verbatim(records(SampleMeasured.class).getFirst()).toString())
                .contains("set_pressure")
                .contains("catalyst_mass");
    }

    @Test
    void theFiguresOfASolarCellAreOfTheCellAndNotOfItsAbsorber() throws IOException {
        for (var cell : List.of("one", "two")) {
            write(
                    cell,
                    """
                    {"metadata":{"entry_id":"%1$s","upload_id":"u","entry_name":"cell %1$s"},
                     "results":{"material":{"material_id":"shared","chemical_formula_reduced":"CsPbI3"},
                       "properties":{"optoelectronic":{"solar_cell":%2$s}}}}\
                    """
                            .formatted(cell, CELL));
        }

        bench.run(importer, upload);

        var stated = bench.stated(ValuesAsserted.class);
        assertThat(stated)
                .extracting(ValuesAsserted::subject)
                .containsExactly(
                        Subject.of(sampleOf("one#sample")), Subject.of(sampleOf("two#sample")));
        assertThat(told(stated.getFirst().values()))
                .containsExactly(
                        "lsp:powerConversionEfficiency 15.9 unit:PERCENT Extracted",
                        "lsp:fillFactor 0.78 unit:FRACTION Extracted",
                        "lsp:openCircuitVoltage 1 unit:V Extracted",
                        "lsp:shortCircuitCurrentDensity 203 unit:A-PER-M2 Extracted");
        assertThat(told(stated.getFirst().conditions()))
                .containsExactly("lsp:irradiance 1000 unit:W-PER-M2 Recorded");
    }

    private static final String CELL =
            """
            {"efficiency":15.9,"fill_factor":0.78,"open_circuit_voltage":1,
             "short_circuit_current_density":203,"illumination_intensity":1000}\
            """;

    @Test
    void theFiguresOfASolarCellMeasurementAreItsResults() throws IOException {
        sample("s", "1");
        write(
                "jv",
                """
                {"data":{"m_def":"%sMeasurement","method":"JV","efficiency":16,
                   "samples":[{"lab_id":"1"}]},
                 "results":{"properties":{"optoelectronic":{"solar_cell":%s}}}}\
                """
                        .formatted(BASE, CELL));

        bench.run(importer, upload);

        var measured = only(SampleMeasured.class);
        assertThat(measured.method()).isEqualTo(Term.of("lsk:SolarCellTest"));
        assertThat(told(measured.results()))
                .containsExactly(
                        "lsp:powerConversionEfficiency 16 lsu:Unknown Measured",
                        "lsp:fillFactor 0.78 unit:FRACTION Measured",
                        "lsp:openCircuitVoltage 1 unit:V Measured",
                        "lsp:shortCircuitCurrentDensity 203 unit:A-PER-M2 Measured");
        assertThat(bench.stated(ValuesAsserted.class)).isEmpty();
        assertThat(verbatim(records(SampleMeasured.class).getFirst()).toString())
                .contains("solar_cell.efficiency=15.9");
    }

    @Test
    void theRecordedSolarCellHasItsFillFactor() {
        bench.run(importer, shared("nomad/api-recordings/search__searchpage.json.gz"));

        assertThat(bench.stated(ValuesAsserted.class))
                .filteredOn(stated ->
                        told(stated.values())
                                .contains("lsp:fillFactor 0.78 unit:FRACTION Extracted"))
                .isNotEmpty()
                .allMatch(stated -> stated.subject().sample().isPresent());
    }

    @Test
    void theLevelsOfAMaterialAreKeptHoweverLongTheirListIs() throws IOException {
        var levels = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            levels.append(i == 0 ? "" : ",")
                    .append(
                            """
                            {"system_id":"results/material/topology/%d","label":"group %d","structural_type":"molecule",
                             "chemical_formula_reduced":"CO","parent_system":"results/material/topology/0",
                             "indices":[%s0]}\
                            """
                                    .formatted(i, i, "1,".repeat(1500)));
        }
        write(
                "t",
                """
                {"results":{"material":{"chemical_formula_reduced":"CO","topology":[%s]},
                  "method":{"method_name":"DFT","simulation":{"program_name":"VASP"}}}}\
                """
                        .formatted(levels));

        var report = bench.run(importer, upload);

        var kept =
                bench.all().stream()
                        .flatMap(r -> verbatim(r).entrySet().stream())
                        .map(Object::toString)
                        .toList();
        assertThat(kept)
                .contains(
                        "results.material.topology.39.label=group 39",
                        "results.material.topology.39.structural_type=molecule",
                        "results.material.topology.39.chemical_formula_reduced=CO",
                        "results.material.topology.39.parent_system=results/material/topology/0");
        assertThat(report.dropped())
                .extracting(ImportReport.Dropped::field)
                .containsExactly("results.material.topology.[].indices");
    }

    private List<RecordCorrected> corrections() {
        return bench.all().stream()
                .map(record -> record.draft().body())
                .filter(RecordCorrected.class::isInstance)
                .map(RecordCorrected.class::cast)
                .toList();
    }

    private Path ours() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(NomadActivitiesTest.class.getResource("/corpora/nomad"))
                        .toURI());
    }

    private void write(String name, String archive) throws IOException {
        Files.writeString(upload.resolve(name + ".archive.json"), archive);
    }

    private void sample(String name, String labId) throws IOException {
        write(
                name,
                "{\"data\":{\"m_def\":\"%sCompositeSystem\",\"lab_id\":\"%s\"}}"
                        .formatted(BASE, labId));
    }

    private void measurement(String name, String samples) throws IOException {
        write(
                name,
                "{\"data\":{\"m_def\":\"%sMeasurement\",\"band_gap\":1.5,\"samples\":[%s]}}"
                        .formatted(BASE, samples));
    }

    private static String answer(String id, String upload, String section, String data) {
        return """
        {"entry_id":"%1$s","upload_id":"%2$s","archive":{
          "metadata":{"entry_id":"%1$s","upload_id":"%2$s","mainfile":"%1$s.archive.json"},
          "data":{"m_def":"%3$s%4$s",%5$s}}}\
        """
                .formatted(id, upload, BASE, section, data);
    }

    private SampleId measured() {
        return bench.stated(SampleMeasured.class).getFirst().participants().samples().getFirst();
    }

    private <E extends dev.lodestone.events.ProvenanceEvent> E only(Class<E> kind) {
        var found = bench.stated(kind);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<RecordedEvent> records(
            Class<? extends dev.lodestone.events.ProvenanceEvent> kind) {
        return bench.records(kind).toList();
    }

    private SampleProcessed process(String key) {
        return (SampleProcessed) byKey(key).stated();
    }

    private SampleId sampleOf(String key) {
        return ((SampleRegistered) byKey(key).stated()).samples().getFirst().sample();
    }

    private RecordedEvent byKey(String key) {
        return bench.all().stream()
                .filter(r ->
                        r.draft()
                                .source()
                                .flatMap(s -> s.key())
                                .filter(k -> k.endsWith(key))
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    private static List<String> findings(ImportReport report, String place) {
        return report.findings().stream()
                .filter(finding -> finding.place().equals(place))
                .map(finding -> finding.what())
                .toList();
    }

    private static List<String> told(List<Value> values) {
        return values.stream()
                .map(value -> {
                    var quantity = value.quantity().orElseThrow();
                    return "%s %s %s %s%s%s"
                            .formatted(
                                    value.property().curie(),
                                    quantity.asRecorded(),
                                    quantity.unit().curie(),
                                    value.basis().wireName(),
                                    value.under().map(" under %s"::formatted).orElse(""),
                                    value.note().map(" (%s)"::formatted).orElse(""));
                })
                .toList();
    }

    private static java.util.Map<String, String> verbatim(RecordedEvent record) {
        return record.draft().source().map(s -> s.verbatim()).orElse(java.util.Map.of());
    }
}
