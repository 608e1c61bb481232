package dev.lodestone.query.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.nio.file.Path;
import java.time.Instant;
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
    void whatHappenedIsToldInOrderWithWhoDidItAndWithWhat(@TempDir Path directory) {
        try (var other = new FixtureLab(directory)) {
            other.record(
                    """
                    {"type":"InstrumentRegistered","version":1,"instrument":"furnace-1","name":"Furnace 1"}
                    {"type":"SampleProcessed","version":1,"id":"%s","occurrence":{"labTime":{"date":"2025-03-11"},\
                    "agents":["kim","lee"],"instruments":["furnace-1"]},"participants":{"samples":["M"]},"process":"lsk:Annealing"}
                    """
                            .formatted(FixtureLab.id(20)));
            var queries = other.queries();
            assertThat(
                            told(
                                    queries.ask(s -> s.rows("sample-history", sample("M"))),
                                    "sequence",
                                    "kind",
                                    "makesState",
                                    "labPrecision",
                                    "orderAssumed",
                                    "event"))
                    .containsExactly(
                            "0 Mixing true Date false " + FixtureLab.id(15),
                            "0 GalvanostaticCycling false TimeUnknown true " + FixtureLab.id(16),
                            "1 Annealing true Date false " + FixtureLab.id(20));
            assertThat(
                            told(
                                    queries.ask(s -> s.rows("sample-history-agents", sample("M"))),
                                    "event",
                                    "role",
                                    "label"))
                    .containsExactly(
                            FixtureLab.id(20) + " by Kim",
                            FixtureLab.id(20) + " by Lee",
                            FixtureLab.id(20) + " with Furnace 1");
        }
    }

    @Test
    void aMeasurementHangsOnAStateAndTheStateOnWhatMadeIt() {
        assertThat(
                        told(
                                ask("sample-state-values", sample("A")),
                                "state",
                                "kind",
                                "property",
                                "asRecorded"))
                .containsExactly(
                        FixtureLab.id(9) + " GalvanostaticCycling specificDischargeCapacity 205.1");
        assertThat(
                        told(
                                ask("sample-states", sample("A")),
                                "sequence",
                                "state",
                                "kind",
                                "endKindLabel",
                                "values"))
                .contains("3 " + FixtureLab.id(9) + " Sintering transport 1");
        assertThat(
                        told(
                                ask(
                                        "state-values",
                                        Map.of("state", iri("state/A/" + FixtureLab.id(9)))),
                                "event",
                                "asRecorded",
                                "position"))
                .containsExactly(FixtureLab.id(10) + " 205.1 10");
    }

    @Test
    void ancestorsAreFoundThroughSplitsAndMerges() {
        assertThat(told(ask("sample-ancestors", sample("M")), "ancestor", "child", "how", "link"))
                .containsExactly(
                        "A M Merge " + FixtureLab.id(15),
                        "P A Split " + FixtureLab.id(6),
                        "Q M Merge " + FixtureLab.id(15));
        assertThat(ask("sample-ancestors", sample("P"))).isEmpty();
    }

    /// P is stored after it was measured; Q for exactly 30 days; M for 20 days, measured, for 15
    /// more, and measured again; A for 40 days, and once for nobody knows how long.
    @Test
    void whatLayInStoreForLongBeforeAMeasurementIsToldAndWhatDidAfterItIsNot(
            @TempDir Path directory) {
        try (var other = new FixtureLab(directory)) {
            other.record(
                    weighing(21, "P", "2025-04-01")
                            + storing("P", "2025-04-02T00:00:00Z", "2025-06-02T00:00:00Z")
                            + "{\"type\":\"SampleRegistered\",\"version\":1,\"samples\":[{\"sample\":\"R\"}]}\n"
                            + storing("R", "2025-04-01T00:00:00Z", "2025-05-01T00:00:00Z")
                            + weighing(22, "R", "2025-06-01")
                            + storing("M", "2025-04-01T00:00:00Z", "2025-04-21T00:00:00Z")
                            + weighing(23, "M", "2025-04-23")
                            + storing("M", "2025-04-25T00:00:00Z", "2025-05-10T00:00:00Z")
                            + weighing(24, "M", "2025-05-12")
                            + storing("A", "2025-04-01T00:00:00Z", "2025-05-11T00:00:00Z")
                            + weighing(25, "A", "2025-05-13"));
            assertThat(
                            told(
                                    other.queries()
                                            .ask(s ->
                                                    s.rows(
                                                            "stored-before-measured",
                                                            Map.of(
                                                                    "days",
                                                                    new Parameter.Real(30)))),
                                    "sample",
                                    "measurement",
                                    "daysStored",
                                    "withoutDuration"))
                    .containsExactly(
                            "A " + FixtureLab.id(25) + " 40.0e0 1",
                            "M " + FixtureLab.id(24) + " 35.0e0 0");
        }
    }

    private static String storing(String sample, String from, String to) {
        return """
        {"type":"SampleStored","version":1,"occurrence":{"labTime":{"from":"%s","to":"%s"}},"participants":{"samples":["%s"]},"place":"Desiccator 1"}
        """
                .formatted(from, to, sample);
    }

    private static String weighing(int id, String sample, String date) {
        return """
        {"type":"SampleMeasured","version":1,"id":"%s","occurrence":{"labTime":{"date":"%s"}},"participants":{"samples":["%s"]},"method":"lsk:MassWeighing","effect":"none",\
        "results":[{"property":"lsp:sampleMass","basis":"Measured","quantity":{"value":1,"unit":"g"}}]}
        """
                .formatted(FixtureLab.id(id), date, sample);
    }

    @Test
    void whatWasKnownAtAPositionIsNotWhatIsKnownNow() {
        assertThat(temperatureKnownAt(lab, 8)).isEmpty();
        assertThat(temperatureKnownAt(lab, 16)).containsExactly("sinteringTemperature 910");
        assertThat(temperatureKnownAt(lab, 17)).containsExactly("sinteringTemperature 900");
        // And now, without going back: what the graph keeps of what held then, and until when.
        assertThat(
                        told(
                                ask("sample-history-superseded", sample("A")),
                                "property",
                                "asRecorded",
                                "from",
                                "until"))
                .contains("sinteringTemperature 910 9 17");
    }

    @Test
    void whatWasKnownAtAMomentIsWhatWasKnownAtThePositionReachedThen(@TempDir Path directory) {
        try (var other = new FixtureLab(directory)) {
            other.record(
                    """
                    {"type":"RecordCorrected","version":1,"supersedes":["%s"],"because":"Error","restated":\
                    {"type":"SampleProcessed","version":1,"occurrence":{"labTime":{"date":"2025-01-14"}},\
                    "participants":{"samples":["A"]},"process":"lsk:Sintering","parameters":\
                    [{"property":"lsp:sinteringTemperature","basis":"Recorded","quantity":{"value":905,"unit":"°C"}},\
                    {"property":"lsp:sinteringTime","basis":"Recorded","quantity":{"value":720,"unit":"min"}}]}}
                    """
                            .formatted(FixtureLab.id(17)));
            var last = reached(other, "2027-01-01T00:00:00Z").getFirst();
            assertThat(last.get("position")).isEqualTo("19");
            var recorded = Instant.parse(last.get("recordedAt"));
            var before = reached(other, recorded.minusMillis(1).toString()).getFirst();
            assertThat(before.get("position")).isEqualTo("18");
            assertThat(reached(other, "2025-12-31T23:59:59Z")).isEmpty();
            assertThat(temperatureKnownAt(other, 19)).containsExactly("sinteringTemperature 905");
            assertThat(temperatureKnownAt(other, 18)).containsExactly("sinteringTemperature 900");
        }
    }

    private static List<Row> reached(FixtureLab lab, String moment) {
        return lab.queries().ask(session -> session.rows("position-at", at(moment)));
    }

    private static Map<String, Parameter> at(String moment) {
        return Map.of("moment", new Parameter.Text(moment));
    }

    private static List<String> temperatureKnownAt(FixtureLab lab, long position) {
        var step = Map.of("event", iri("event/" + FixtureLab.id(9)));
        return told(
                        lab.asOf(position).ask(session -> session.rows("event-step", step)),
                        "property",
                        "asRecorded")
                .stream()
                .filter(row -> row.startsWith("sinteringTemperature"))
                .toList();
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
        return text.startsWith("http") ? text.replaceFirst(".*[/#]", "") : text;
    }
}
