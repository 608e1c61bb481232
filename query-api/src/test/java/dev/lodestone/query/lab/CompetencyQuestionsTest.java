package dev.lodestone.query.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Canned questions over a lab whose answers can be worked out by hand.
@TestInstance(Lifecycle.PER_CLASS)
class CompetencyQuestionsTest {
    private FixtureLab lab;

    @BeforeAll
    void open(@TempDir Path directory) {
        lab = new FixtureLab(directory);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void aSampleIsWhereItWasBroughtLastWithWhoeverHasIt() {
        assertThat(
                        told(
                                ask("where-is-sample", sample("A")),
                                "of",
                                "place",
                                "custodianLabel",
                                "position"))
                .containsExactly("A Freiburg Lee 11");
    }

    @Test
    void whatWasNeverMovedIsWhereItsParentsWereWhenItWasTakenFromThem() {
        assertThat(told(ask("where-is-sample", sample("M")), "of", "place", "position"))
                .containsExactly("A Freiburg 11");
        assertThat(told(ask("where-is-sample", sample("P")), "of", "place")).containsExactly("- -");
    }

    @Test
    void whatIsGoneIsNowhere() {
        assertThat(ask("where-is-sample", sample("B"))).isEmpty();
    }

    @Test
    void endedSamplesAreToldWithTheirEndAndWithWhatCameAfterIt() {
        assertThat(
                        told(
                                ask("ended-samples", Map.of()),
                                "label",
                                "lifecycle",
                                "kind",
                                "reason",
                                "position",
                                "afterKind",
                                "afterPosition"))
                .containsExactly(
                        "B Destroyed DestructionKind swept up with the shards 14 GalvanostaticCycling 13",
                        "Q Consumed Mixing - 15 - -");
    }

    @Test
    void theRecallOfALotReachesWhatItsAliquotsWereMixedInto() {
        assertThat(
                        told(
                                ask("recall-lot", Map.of("lot", iri("sample/P"))),
                                "label",
                                "lifecycle",
                                "property",
                                "asRecorded"))
                .containsExactly(
                        "A Active specificDischargeCapacity 205.1",
                        "B Destroyed specificDischargeCapacity 150",
                        "M Active specificDischargeCapacity 198");
        assertThat(told(ask("recall-lot", Map.of("lot", iri("sample/Q"))), "label", "asRecorded"))
                .containsExactly("M 198");
    }

    @Test
    void setpointsStandBesideWhatWasReached() {
        var rows = ask("setpoints-and-actuals", Map.of());
        assertThat(told(rows, "sample", "kind", "property"))
                .containsExactly(
                        "P CoPrecipitation reactionTemperature",
                        "A Sintering sinteringTemperature");
        var both = rows.getFirst();
        assertThat(both.number("apartSI").orElseThrow().doubleValue()).isEqualTo(-5.0);
        assertThat(both.number("percent").orElseThrow().doubleValue()).isBetween(-1.51, -1.50);
        assertThat(rows.getLast().text("setpoint")).isEmpty();
    }

    @Test
    void whatFailedIsToldWithWhatHadBeenDoneBefore() {
        assertThat(told(ask("dark-data", Map.of()), "event", "kind", "outcome", "sample", "steps"))
                .hasSize(1)
                .allSatisfy(row ->
                        assertThat(row)
                                .startsWith(FixtureLab.id(12) + " Sintering Failure B ")
                                .contains("CoPrecipitation", "Aliquoting"));
    }

    @Test
    void plannedStepsAreExecutedSkippedOrOffThePlan() {
        assertThat(told(ask("plan-deviations", offBy(4)), "sample", "label", "status", "property"))
                .containsExactly(
                        "A anneal skipped -",
                        "A cycle executed -",
                        "A mill executed -",
                        "A sinter off plan sinteringTemperature");
        assertThat(told(ask("plan-deviations", offBy(5)), "label", "status"))
                .contains("sinter executed");
    }

    @Test
    void aStepDoneToAnAliquotCountsForWhatItWasTakenFrom(@TempDir Path directory) {
        try (var other = new FixtureLab(directory)) {
            other.record(
                    """
                    {"type":"SampleProcessed","version":1,"occurrence":{"executes":{"workflow":"recipe-1","step":"anneal"}},\
                    "participants":{"samples":["M"]},"process":"lsk:Annealing"}
                    """);
            var rows = other.queries().ask(session -> session.rows("plan-deviations", offBy(4)));
            assertThat(told(rows, "sample", "label", "status"))
                    .contains("M anneal executed")
                    .noneMatch(row -> row.endsWith("skipped"));
        }
    }

    @Test
    void theStatesOfALifeStandInItsOrderWithThePlannedSteps() {
        assertThat(
                        told(
                                ask("sample-timeline", sample("A")),
                                "sequence",
                                "kind",
                                "makesState",
                                "labPrecision",
                                "firstPosition",
                                "stepLabel",
                                "type"))
                .containsExactly(
                        "0 Aliquoting true Date 6 - Processing",
                        "0 Aliquoting true Date 6 - Split",
                        "1 BallMilling true Instant 8 mill Processing",
                        "2 StorageKind true Date 18 - Storage",
                        "3 Sintering true Interval 9 sinter Processing",
                        "3 GalvanostaticCycling false Date 10 cycle Measurement",
                        "4 TransportKind true Month 11 - Transport",
                        "5 Mixing true Date 15 - Merge",
                        "5 Mixing true Date 15 - Processing");
    }

    @Test
    void aPlanTellsItsStepsWithTheirAims() {
        assertThat(
                        told(
                                ask("plan-steps", Map.of("plan", iri("workflow/recipe-1"))),
                                "label",
                                "previous",
                                "property",
                                "asRecorded"))
                .containsExactly(
                        "anneal sinter annealingTemperature 500",
                        "cycle anneal cRate 0.1",
                        "mill - - -",
                        "sinter mill sinteringTemperature 850",
                        "sinter mill sinteringTime 12");
    }

    @Test
    void anEventTellsItsParametersAndResults() {
        assertThat(
                        told(
                                ask(
                                        "event-step",
                                        Map.of("event", iri("event/" + FixtureLab.id(10)))),
                                "kind",
                                "parameter",
                                "property",
                                "asRecorded"))
                .containsExactly(
                        "GalvanostaticCycling true cRate 0.1",
                        "GalvanostaticCycling false specificDischargeCapacity 205.1");
    }

    @Test
    void whatChangedIsToldByRecord() {
        assertThat(told(changes(9, 18), "position", "change", "kind", "because"))
                .containsExactly(
                        "10 recorded GalvanostaticCycling -",
                        "11 recorded TransportKind -",
                        "15 recorded Mixing -",
                        "17 corrected Sintering Error",
                        "18 recorded StorageKind -");
        assertThat(told(changes(16, 17), "position")).containsExactly("17");
        assertThat(changes(18, 99)).isEmpty();
    }

    private List<Row> changes(long from, long to) {
        return ask(
                "sample-changes",
                Map.of(
                        "sample", iri("sample/A"),
                        "from", new Parameter.Whole(from),
                        "to", new Parameter.Whole(to)));
    }

    private List<Row> ask(String name, Map<String, Parameter> parameters) {
        return lab.queries().ask(session -> session.rows(name, parameters));
    }

    private static Map<String, Parameter> offBy(double percent) {
        return Map.of("plan", iri("workflow/recipe-1"), "percent", new Parameter.Real(percent));
    }

    private static Map<String, Parameter> sample(String name) {
        return Map.of("sample", iri("sample/" + name));
    }

    private static Parameter iri(String path) {
        return new Parameter.Iri(FixtureLab.BASE + "/" + path);
    }

    /// The ends of IRIs and the texts of some columns; `-` where nothing is bound.
    private static List<String> told(List<Row> rows, String... columns) {
        return rows.stream()
                .map(row ->
                        Arrays.stream(columns)
                                .map(column ->
                                        row.text(column)
                                                .map(CompetencyQuestionsTest::end)
                                                .orElse("-"))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String end(String text) {
        return text.startsWith("http") ? text.substring(text.lastIndexOf('/') + 1) : text;
    }
}
