package dev.lodestone.query.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.QueryLimits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CannedQueriesTest {
    private static final String ID = "https://lodestone.local/id/";
    private static final Map<String, Parameter> SAMPLE_A =
            Map.of("sample", new Parameter.Iri(ID + "sample/A"));

    private final LabGraph lab = new LabGraph();

    static Stream<String> names() throws IOException, URISyntaxException {
        var folder = Path.of(CannedQueriesTest.class.getResource("/queries").toURI());
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rq"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyQueryAsksAQuestionNamesItsParametersAndIsAllowed(String name) {
        var canned = CannedQuery.named(name);
        assertThat(canned.question()).matches(".* .*[?.]");
        var query = QueryText.read(canned.text(), "urn:x:");
        new QueryCheck(UnitFunctions.registry(dev.lodestone.ontology.Ontology.lodestone()))
                .check(query);
        for (var parameter : canned.parameters()) {
            assertThat(canned.text().replaceAll("(?m)^#.*$", "")).contains("?" + parameter);
        }
    }

    @Test
    void theHistoryNeedsNeitherTimesNorAgentsNorOutcomes() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=850 DEG_C");
        var rows = ask("sample-history", SAMPLE_A);
        assertThat(rows)
                .extracting(
                        row -> row.get("event").substring(ID.length()) + " " + row.get("sequence"))
                .containsExactly("event/r1 0", "event/r2 1");
        assertThat(rows.getFirst().text("labEarliest")).isEmpty();
    }

    @Test
    void ancestorsAreFoundThroughSplitsAndMergesWithTheEventsThatMadeTheLinks() {
        lab.register("P").split("P", "A", "B").merge("M", "A", "B");
        assertThat(ask("sample-ancestors", Map.of("sample", new Parameter.Iri(ID + "sample/M"))))
                .extracting(row ->
                        "%s > %s by %s"
                                .formatted(
                                        last(row, "ancestor"),
                                        last(row, "child"),
                                        last(row, "link")))
                .containsExactly("A > M by r3", "B > M by r3", "P > A by r2", "P > B by r2");
    }

    @Test
    void storageBeforeAMeasurementIsSummed() {
        lab.register("A").process("DesiccatorStorage", "A").process("DesiccatorStorage", "A");
        lab.also(
                "event:r2 a ls:Storage ; ls:durationSI 1728000.0e0 . event:r3 a ls:Storage ; ls:durationSI 1728000.0e0 .");
        lab.measure(
                "GalvanostaticCycling",
                "A",
                List.of(),
                "specificDischargeCapacity=180 MilliA-HR-PER-GM");
        assertThat(ask("stored-before-measured", Map.of("days", new Parameter.Real(30))))
                .extracting(row ->
                        last(row, "sample")
                                + " "
                                + row.number("daysStored").orElseThrow().intValue())
                .containsExactly("A 40");
        assertThat(ask("stored-before-measured", Map.of("days", new Parameter.Real(41)))).isEmpty();
    }

    @Test
    void highCapacityAfterCoolSinteringCountsOnlyWhatMadeTheMeasuredState() {
        lab.register("P")
                .process("Sintering", "P", "sinteringTemperature=850 DEG_C")
                .split("P", "A")
                .register("B");
        cycle("A", 205.1);
        cycle("B", 210);
        lab.process("Sintering", "B", "sinteringTemperature=800 DEG_C");
        assertThat(ask("high-capacity-sintered-cool", Map.of()))
                .extracting(row ->
                        last(row, "sample") + " " + row.get("mAh_per_g") + " " + row.get("degC"))
                .containsExactly("A 205.1 850.0");
    }

    @Test
    void recipesAndPerformancesAreMergedOverStructure() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=850 DEG_C");
        structure("A", "9.8", "2.871");
        lab.register("B");
        structure("B", "11", "2.872");
        cycle("B", 205.1);
        lab.register("C");
        structure("C", "30", "2.872");
        cycle("C", 220);
        assertThat(ask("merged-library", Map.of()))
                .extracting(row ->
                        last(row, "recipeFrom")
                                + " "
                                + last(row, "performanceFrom")
                                + " "
                                + row.get("degC"))
                .containsExactly("A B 850.0");
    }

    @Test
    void theTrainingDataOfAPredictionAreFoundEvenWhereTheyHoldNoLonger() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=750 DEG_C");
        cycle("A", 205.1);
        lab.also(
                """
                datum:p-1 a ls:Datum , ls:PredictedValue ; ls:byModel <urn:model> .
                <urn:model> ls:trainedOn <urn:set> .
                <urn:set> ls:atPosition 3 ; ls:trainingRow <urn:row1> .
                <urn:row1> ls:rowNumber 1 ; ls:onSample sample:A ; ls:cell datum:r2-1 , datum:r3-2 .
                record:r3 ls:fromSource <urn:sheet> .
                """);
        lab.correct("r2", "Sintering", "A", "sinteringTemperature=780 DEG_C");
        var prediction =
                Map.<String, Parameter>of("prediction", new Parameter.Iri(ID + "datum/p-1"));
        assertThat(ask("prediction-training-data", prediction))
                .extracting(row ->
                        "%s %s %s %s %s"
                                .formatted(
                                        last(row, "property"),
                                        row.get("asRecorded"),
                                        last(row, "event"),
                                        row.get("holds"),
                                        row.text("source").orElse("-")))
                .containsExactly(
                        "sinteringTemperature 750 r2 false -",
                        "specificDischargeCapacity 205.1 r3 true urn:sheet");
        assertThat(ask("prediction-stale", prediction))
                .extracting(row ->
                        last(row, "old")
                                + " by "
                                + last(row, "new")
                                + " at "
                                + row.get("newPosition"))
                .containsExactly("r2 by r4 at 4");
    }

    @Test
    void sizesAreComparedWhateverTheirUnit() {
        lab.register("A").register("B").register("C");
        size("A", "9800 NanoM");
        size("B", "0.0098 MilliM");
        size("C", "13 MicroM");
        assertThat(ask("particle-size-range", Map.of()))
                .extracting(row ->
                        row.get("asRecorded")
                                + " "
                                + last(row, "unit")
                                + " "
                                + row.get("micrometres"))
                .containsExactlyInAnyOrder("9800 NanoM 9.8", "0.0098 MilliM 9.8");
    }

    @Test
    void compositionIsNormalisedAndOnlyOneRateCounts() {
        lab.register("A");
        lab.measure(
                "ElementalAnalysis",
                "A",
                List.of(),
                "fractionNi=0.4 FRACTION",
                "fractionCo=0.05 FRACTION",
                "fractionMn=0.05 FRACTION");
        cycle("A", 205.1);
        lab.measure(
                "GalvanostaticCycling",
                "A",
                List.of("cRate=5 UNITLESS"),
                "specificDischargeCapacity=150 MilliA-HR-PER-GM");
        assertThat(ask("composition-capacity", Map.of()))
                .extracting(row ->
                        "%.1f %s".formatted(row.number("Ni").orElseThrow(), row.get("mAh_per_g")))
                .containsExactly("0.8 205.1");
    }

    @Test
    void failuresAreListedWithWhatHadBeenDoneBefore() {
        lab.register("A")
                .process("BallMilling", "A")
                .process("Sintering", "A")
                .process("Annealing", "A");
        lab.also("event:r3 ls:outcome lsk:Failure .");
        assertThat(ask("dark-data", Map.of()))
                .extracting(row ->
                        last(row, "event")
                                + " "
                                + last(row, "outcome")
                                + " after "
                                + row.get("steps"))
                .containsExactly("r3 Failure after BallMilling");
    }

    private void cycle(String sample, double mAh) {
        lab.measure(
                "GalvanostaticCycling",
                sample,
                List.of("cRate=0.1 UNITLESS"),
                "specificDischargeCapacity=%s MilliA-HR-PER-GM".formatted(mAh));
    }

    private void size(String sample, String value) {
        lab.measure(
                "ScanningElectronMicroscopy", sample, List.of(), "secondaryParticleSize=" + value);
    }

    private void structure(String sample, String micrometres, String angstrom) {
        lab.measure(
                "PowderXrayDiffraction",
                sample,
                List.of(),
                "secondaryParticleSize=" + micrometres + " MicroM",
                "fractionNi=0.8 FRACTION",
                "latticeParameterA=" + angstrom + " ANGSTROM");
    }

    private List<Row> ask(String name, Map<String, Parameter> parameters) {
        return new GraphQueries(lab.graph(), QueryLimits.DEFAULT)
                .ask(session -> session.rows(name, parameters));
    }

    private static String last(Row row, String name) {
        var iri = row.get(name);
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
