package dev.lodestone.query.corrections;

import static dev.lodestone.query.corrections.Furnaces.rule;
import static dev.lodestone.query.corrections.Furnaces.shift;
import static dev.lodestone.query.corrections.Furnaces.sintering;
import static dev.lodestone.query.corrections.Furnaces.temperature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Because;
import dev.lodestone.events.Bounds;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.Value;
import dev.lodestone.events.correction.BatchCorrection;
import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.impact.Dependent.Sort;
import dev.lodestone.query.impact.EventTimes;
import dev.lodestone.query.impact.Impact;
import dev.lodestone.query.lab.FixtureLab;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.testkit.Lab;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCorrectionTest {
    private FixtureLab graph;
    private Lab lab;
    private Furnaces furnaces;
    private Corrections corrections;

    @BeforeEach
    void open(@TempDir Path directory) {
        graph = FixtureLab.empty(directory);
        lab = graph.lab();
        furnaces = new Furnaces(lab);
        corrections = new Corrections(lab.log(), lab.intake());
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void aShiftRestatesEveryEventOfTheInstrumentBehindOneHeader() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter("furnace-1", 2, "850", "b");
        furnaces.sinter("furnace-2", 31, "900.5", "c");
        furnaces.sinter(
                "furnace-2",
                LabTime.on(LocalDate.of(2025, 4, 1)),
                temperature("800", "unit:DEG_C", HowKnown.RECORDED),
                "d");
        var before = lab.head().value();
        var answer = correct(shift("-12", "K"));
        assertThat(answer.corrected()).isEqualTo(2);
        assertThat(answer.values()).isEqualTo(2);
        assertThat(lab.head().value()).isEqualTo(before + 3);
        assertThat(furnaces.temperatures()).containsExactly("838", "850", "888.5", "800");
        assertThat(body(answer)).contains("\"events\":2", "furnace-2", "the calibration was off");
    }

    @Test
    void theGraphTellsWhatABatchCorrected() {
        var first = furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter("furnace-2", 2, "860", "b");
        var header = header(correct(shift("-12", "°C")));
        var rows = ofBatch(header);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("old")).endsWith("/record/" + first);
        assertThat(rows.getFirst().get("event")).endsWith("/event/" + first);
        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(row.get("holds")).isEqualTo("true");
                    assertThat(row.get("events")).isEqualTo("2");
                    assertThat(row.get("rule")).contains("\"instrument\":\"furnace-2\"");
                });
        assertThat(impact().countsOfAll(List.of("record/" + header)))
                .containsEntry(Sort.SAMPLE, 2L);
    }

    @Test
    void retractingTheHeaderUndoesTheBatchAndRetractingThatBringsItBack() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter("furnace-2", 2, "860", "b");
        var header = header(correct(shift("-12", "K")));
        var undo = lab.retract(header);
        assertThat(furnaces.temperatures()).containsExactly("850", "860");
        assertThat(ofBatch(header))
                .extracting(row -> row.get("holds"), row -> row.get("events"))
                .containsOnly(org.assertj.core.groups.Tuple.tuple("false", "2"));
        lab.retract(undo);
        assertThat(furnaces.temperatures()).containsExactly("838", "848");
        assertThat(ofBatch(header)).extracting(row -> row.get("holds")).containsOnly("true");
        corrections.undo(header, "it was the other furnace");
        assertThat(furnaces.temperatures()).containsExactly("850", "860");
    }

    @Test
    void whatWasCorrectedByHandSinceStaysWhenTheBatchIsUndone() {
        var first = furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter("furnace-2", 2, "860", "b");
        var header = header(correct(shift("-12", "K")));
        var restated =
                lab.log()
                        .at(new dev.lodestone.events.log.LogPosition(lab.head().value() - 1))
                        .orElseThrow()
                        .record();
        assertThat(restated).isNotEqualTo(first.value());
        lab.correct(
                new RecordId(restated),
                sintering(
                        "furnace-2",
                        Furnaces.on(1),
                        temperature("777", "unit:DEG_C", HowKnown.RECORDED),
                        Participants.of(new dev.lodestone.events.SampleId("a"))));
        lab.retract(header);
        assertThat(furnaces.temperatures()).containsExactly("777", "860");
    }

    @Test
    void whatMayLieOutsideIsNotDecidedUnlessItIsAskedFor() {
        var hot = temperature("850", "unit:DEG_C", HowKnown.RECORDED);
        furnaces.sinter("furnace-2", LabTime.UNKNOWN, hot, "unknown");
        furnaces.sinter(
                "furnace-2",
                LabTime.between(
                        Instant.parse("2025-03-31T08:00:00Z"),
                        Instant.parse("2025-04-02T08:00:00Z")),
                hot,
                "into-April");
        furnaces.sinter(
                "furnace-2",
                LabTime.at(Instant.parse("2025-03-01T01:00:00Z")),
                hot,
                "perhaps-in-February");
        furnaces.sinter("furnace-2", LabTime.on(LocalDate.of(2025, 3, 1)), hot, "that-day");
        furnaces.sinter("furnace-2", LabTime.on(LocalDate.of(2025, 2, 28)), hot, "the-day-before");
        var answer = correct(shift("1", "K"));
        assertThat(answer.corrected()).isEqualTo(1);
        assertThat(answer.notDecided()).isEqualTo(3);
        assertThat(answer.undecided().getFirst().why()).contains("lab time");
        assertThat(furnaces.temperatures()).containsExactly("850", "850", "850", "851", "850");
        var rest = corrections.correct(read(shift("2", "K")), new Include(true, false));
        assertThat(rest.corrected()).isEqualTo(3);
        assertThat(furnaces.temperatures()).containsExactly("852", "852", "852", "851", "850");
    }

    @ParameterizedTest
    @CsvSource({
        "850,    unit:DEG_C, -12, K,   838",
        "1123.15,unit:K,     -12, °C,  1111.15",
        "1562,   unit:DEG_F, -10, K,   1544",
        "850,    unit:DEG_C, -18, °F,  840"
    })
    void aShiftIsConvertedAsADifference(
            String value, String unit, String by, String in, String expected) {
        furnaces.sinter(
                "furnace-2", Furnaces.on(3), temperature(value, unit, HowKnown.RECORDED), "a");
        correct(shift(by, in));
        assertThat(new BigDecimal(furnaces.temperatures().getFirst()))
                .isEqualByComparingTo(expected);
    }

    @Test
    void aFactorIsOfTheScaleThatIsNamed() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter(
                "furnace-2",
                Furnaces.on(2),
                temperature("1123.15", "unit:K", HowKnown.RECORDED),
                "b");
        correct(
                rule(
                        """
                        {"property":"lsp:sinteringTemperature","times":{"factor":1.02,"unit":"°C"},\
                        "uncertainty":{"value":3,"unit":"K"}}
                        """));
        assertThat(furnaces.temperatures()).containsExactly("867.00±3", "1140.15±3");
        assertThatThrownBy(() ->
                        correct(
                                rule(
                                        """
                                        {"property":"lsp:sinteringTemperature","times":{"factor":1.02}}
                                        """)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("/change/times")
                .hasMessageContaining("Maybe");
    }

    @Test
    void rangesShiftAtBothEndsAndWhatIsNoReadingStaysAndIsCounted() {
        furnaces.sinter(
                "furnace-2",
                Furnaces.on(1),
                Value.of(
                        Furnaces.TEMPERATURE,
                        HowKnown.RECORDED,
                        new Bounds(
                                Optional.of(new BigDecimal("840")),
                                Optional.empty(),
                                Term.of("unit:DEG_C"),
                                "above 840")),
                "a");
        furnaces.sinter(
                "furnace-2",
                Furnaces.on(2),
                temperature("850", "lsu:Unknown", HowKnown.RECORDED),
                "b");
        furnaces.sinter(
                "furnace-2",
                Furnaces.on(3),
                temperature("850", "unit:DEG_C", HowKnown.IMPUTED),
                "c");
        var answer = correct(shift("-12", "K"));
        assertThat(answer.left())
                .containsOnly(Map.entry("has no known unit", 1L), Map.entry("is Imputed", 1L));
        assertThat(furnaces.temperatures()).containsExactly("828 to …", "850", "850");
    }

    @Test
    void aValueIsReplacedInItsOwnUnit() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        correct(
                rule(
                        """
                        {"property":"lsp:sinteringTemperature","value":{"value":1073.15,"unit":"K","uncertainty":2}}
                        """));
        assertThat(furnaces.temperatures()).containsExactly("800±2");
    }

    @Test
    void whatWasCorrectedBeforeIsNotDecidedSoThatAskingTwiceShiftsOnce() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        correct(shift("-12", "K"));
        var again = correct(shift("-12", "K"));
        assertThat(again.outcome()).isEqualTo("nothing to correct");
        assertThat(again.undecided().getFirst().why()).contains("corrected before, by batch");
        assertThat(furnaces.temperatures()).containsExactly("838");
        corrections.correct(read(shift("-1", "K")), new Include(false, true));
        assertThat(furnaces.temperatures()).containsExactly("837");
    }

    @Test
    void aRequestWithAnIdIsRecordedOnce() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        var id = "0199a000-0000-7000-8000-00000000cafe";
        var json = shift("-12", "K").replaceFirst("\\{", "{\"id\":\"" + id + "\",");
        assertThat(correct(json).outcome()).isEqualTo("recorded");
        var head = lab.head();
        var again = correct(json);
        assertThat(again.outcome()).isEqualTo("already known");
        assertThat(again.corrected()).isEqualTo(1);
        assertThat(lab.head()).isEqualTo(head);
        assertThatThrownBy(() -> correct(json.replace("-12", "-13")))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("other content");
    }

    @Test
    void ofTwoBatchesAtOnceOnTheSameEventsTheSecondIsRefusedWhole() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter("furnace-2", 20, "860", "b");
        var batches = new BatchCorrection(lab.log(), lab.intake());
        var one =
                batches.plan(
                        read(
                                shift("-12", "K")
                                        .replace(
                                                "\"month\":\"2025-03\"",
                                                "\"date\":\"2025-03-01\"")),
                        new Include(true, false));
        var all = batches.plan(read(shift("5", "K")), Include.NOTHING);
        batches.record(one);
        var head = lab.head();
        assertThatThrownBy(() -> batches.record(all))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.conflict()).isTrue());
        assertThat(lab.head()).isEqualTo(head);
        assertThat(furnaces.temperatures()).containsExactly("838", "860");
    }

    @Test
    void eventsAreWithdrawnAndComeBack() {
        var first = furnaces.sinter("furnace-2", 1, "850", "a");
        furnaces.sinter("furnace-2", 2, "860", "b");
        lab.correct(
                first,
                sintering(
                        "furnace-2",
                        Furnaces.on(4),
                        temperature("851", "unit:DEG_C", HowKnown.RECORDED),
                        Participants.of(new dev.lodestone.events.SampleId("a"))));
        var header = header(correct(rule("{\"retract\":true}")));
        assertThat(furnaces.temperatures()).isEmpty();
        assertThat(ofBatch(header)).hasSize(3);
        var undo = lab.retract(header);
        assertThat(furnaces.temperatures()).containsExactly("851", "860");
        lab.retract(undo);
        assertThat(furnaces.temperatures()).isEmpty();
    }

    @Test
    void aPlateIsCorrectedByOneRecord() {
        var membership = lab.plate("p", lab.sample("a"), lab.sample("b"), lab.sample("c"));
        lab.record(
                sintering(
                        "furnace-2",
                        Furnaces.on(1),
                        temperature("850", "unit:DEG_C", HowKnown.RECORDED),
                        Participants.of(new ContainerId("p"), membership)));
        assertThat(correct(shift("-12", "K")).corrected()).isEqualTo(1);
        assertThat(furnaces.temperatures()).containsExactly("838");
        assertThat(
                        impact().each(
                                        "instrument/furnace-2",
                                        EventTimes.of(
                                                Optional.of("2025-03-01"),
                                                Optional.of("2025-03-31")),
                                        _ -> {}))
                .containsEntry(Sort.SAMPLE, 3L);
        assertThat(
                        impact().each(
                                        "instrument/furnace-2",
                                        EventTimes.of(Optional.of("2025-04-01"), Optional.empty()),
                                        _ -> {}))
                .isEmpty();
    }

    @Test
    void aDryRunTellsAllAndWritesNothing() {
        furnaces.sinter("furnace-2", 1, "850", "a");
        var head = lab.head();
        var answer = corrections.dryRun(read(shift("-12", "K")), Include.NOTHING, impact());
        assertThat(answer.outcome()).isEqualTo("dry run");
        assertThat(answer.rests().orElseThrow()).containsEntry(Sort.SAMPLE, 1L);
        assertThat(answer.text())
                .contains(
                        "This would correct 1 value of 1 event",
                        "lsp:sinteringTemperature: 850 °C becomes 838 °C",
                        "1 sample");
        assertThat(lab.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"author\":\"kim\"      | \"author\":\"lee\"         | [/author] The agent (lee) is not known",
                "\"furnace-2\"           | \"furnace-9\"              | [/select/instrument] The instrument (furnace-9) is not known",
                "lsp:sinteringTemperature | lsp:sinteringTemperatur   | [/change/property]",
                "\"unit\":\"K\"          | \"unit\":\"mAh/g\"         | [/change/plus/unit] The unit",
                "\"month\":\"2025-03\"   | \"mnth\":\"2025-03\"       | /select/during/mnth",
                "\"instrument\":\"furnace-2\", | ' '                  | names no instrument",
                "\"reason\":             | \"why\":                   | [/why] The field (why) is not known here",
                "\"plus\":               | \"retract\":true,\"plus\": | Maybe leave \"retract\" out",
            })
    void whatMakesNoSenseIsRefusedWithItsPlace(String text, String other, String said) {
        assertThatThrownBy(() -> correct(shift("-12", "K").replace(text, other)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining(said);
    }

    @Test
    void aHeaderIsNotCorrectedAndABatchIsNotJoinedLater() {
        var first = furnaces.sinter("furnace-1", 1, "850", "a");
        furnaces.sinter("furnace-2", 1, "850", "b");
        var header = header(correct(shift("-12", "K")));
        assertThatThrownBy(() ->
                        lab.correct(
                                header,
                                EventCodec.readStored(
                                                lab.log()
                                                        .find(first.value())
                                                        .orElseThrow()
                                                        .payload())
                                        .body()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the header of a batch");
        var late =
                new RecordCorrected(
                        Occurrence.UNKNOWN,
                        List.of(first),
                        Because.ERROR,
                        Optional.empty(),
                        EventCodec.readStored(lab.log().find(first.value()).orElseThrow().payload())
                                .body(),
                        Optional.of(header));
        assertThatThrownBy(() -> lab.record(Draft.of(lab.intake().newId(), late)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("/batch");
    }

    private CorrectionAnswer correct(String json) {
        return corrections.correct(read(json), Include.NOTHING);
    }

    private dev.lodestone.events.correction.Request read(String json) {
        return corrections.read(json);
    }

    private static RecordId header(CorrectionAnswer answer) {
        return RecordId.of(answer.header().orElseThrow());
    }

    private String body(CorrectionAnswer answer) {
        return lab.log().find(header(answer).value()).orElseThrow().payload();
    }

    private List<Row> ofBatch(RecordId header) {
        return graph.queries()
                .ask(session ->
                        session.rows(
                                "corrections-of-batch",
                                Map.of(
                                        "batch",
                                        new Parameter.Iri(FixtureLab.BASE + "/record/" + header))));
    }

    private Impact impact() {
        return new Impact(graph.queries(), FixtureLab.BASE);
    }
}
