package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is taken of a sample is held against what is known to remain.
class AmountsTest {
    private static final String MONDAY = "'instant':'2026-03-02T08:00:00Z'";
    private static final String TUESDAY = "'instant':'2026-03-03T08:00:00Z'";
    private static final String WEDNESDAY = "'instant':'2026-03-04T08:00:00Z'";

    @TempDir Path directory;
    @AutoClose private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
    }

    private static String amount(String value, String unit) {
        return "{'value':%s,'unit':'%s'}".formatted(value, unit);
    }

    private static String lot(String sample, String amount) {
        return "{'type':'SampleRegistered','version':1,'samples':[{'sample':'%s','amount':%s}]}"
                .formatted(sample, amount);
    }

    private static String part(String sample, String amount) {
        return "{'sample':'%s','amount':%s}".formatted(sample, amount);
    }

    private static String split(String parent, String time, String... parts) {
        return "{'type':'SampleSplit','version':1,'occurrence':{'labTime':{%s}},'parent':'%s','parts':[%s],'process':'lsk:Aliquoting'}"
                .formatted(time, parent, String.join(",", parts));
    }

    private static String merge(String result, String... inputs) {
        return "{'type':'SamplesMerged','version':1,'inputs':[%s],'result':{'sample':'%s'},'process':'lsk:Mixing'}"
                .formatted(String.join(",", inputs), result);
    }

    private static String weighed(String sample, String time, String amount) {
        return "{'type':'SampleMeasured','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']},'method':'lsk:MassWeighing','results':[{'property':'lsp:sampleMass','basis':'Measured','quantity':%s}]}"
                .formatted(time, sample, amount);
    }

    private static String milled(String sample, String lost) {
        return "{'type':'SampleProcessed','version':1,'participants':{'samples':['%s']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','quantity':%s}]}"
                .formatted(sample, lost);
    }

    @Test
    void aSplitCannotGiveMoreThanRemains() {
        lab.record(lot("lot", amount("10", "g")), split("lot", "", part("a", amount("6", "g"))));
        assertThat(lab.complaint(split("lot", "", part("b", amount("4100", "mg")))))
                .startsWith(
                        "[/parts/0/amount] The sample (lot) has 4000 mg left of 10000 mg (record ")
                .contains("), and 4100 mg would be taken.\nMaybe ");
        lab.record(split("lot", "", part("b", amount("4000", "mg"))));
        assertThat(lab.rules(split("lot", "", part("c", amount("1", "ug")))))
                .containsExactly("NoMoreIsTakenThanRemains");
    }

    @Test
    void thePartsOfOneSplitAreAddedUp() {
        lab.record(lot("lot", amount("10", "g")));
        assertThat(
                        lab.complaint(
                                split(
                                        "lot",
                                        "",
                                        part("a", amount("6", "g")),
                                        part("b", amount("6", "g")))))
                .startsWith("[/parts] The sample (lot) has 10 g left of 10 g");
        lab.record(
                split(
                        "lot",
                        "",
                        part("a", amount("3.3", "g")),
                        part("b", amount("3.3", "g")),
                        part("c", amount("3.4", "g"))));
    }

    @Test
    void aBatchIsHeldAgainstItselfAndAPartAgainstWhatItGot() {
        assertThat(
                        lab.rules(
                                lot("lot", amount("1", "kg")),
                                split("lot", "", part("a", amount("900", "g"))),
                                split("lot", "", part("b", amount("200", "g")))))
                .containsExactly("NoMoreIsTakenThanRemains");
        lab.record(lot("lot", amount("1", "kg")), split("lot", "", part("a", amount("10", "g"))));
        assertThat(lab.rules(split("a", "", part("a1", amount("11", "g")))))
                .containsExactly("NoMoreIsTakenThanRemains");
    }

    @Test
    void aMergeCannotTakeMoreThanRemains() {
        lab.record(lot("x", amount("5", "g")), lot("y", amount("5", "g")));
        var tooMuch =
                merge(
                        "m",
                        "{'sample':'x','amount':%s}".formatted(amount("2", "g")),
                        "{'sample':'y','amount':%s}".formatted(amount("6", "g")));
        assertThat(lab.complaint(tooMuch))
                .startsWith("[/inputs/1/amount] The sample (y) has 5 g left of 5 g");
        lab.record(tooMuch.replace("6", "5"));
    }

    @Test
    void whatAStepUsedUpCounts() {
        lab.record(lot("lot", amount("10", "g")), milled("lot", amount("1", "g")));
        assertThat(lab.rules(split("lot", "", part("a", amount("9.5", "g")))))
                .containsExactly("NoMoreIsTakenThanRemains");
        assertThat(lab.complaint(milled("lot", amount("9.5", "g"))))
                .startsWith("[/parameters/0/quantity] The sample (lot) has 9 g left");
    }

    @Test
    void whatIsNotKnownRefusesNothing() {
        lab.record(
                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'unknown'}]}",
                split("unknown", "", part("a", amount("6", "g"))),
                lot("lot", amount("10", "g")),
                split("lot", "", "{'sample':'b'}"),
                // Nobody knows its density.
                split("lot", "", part("c", amount("600", "mL"))),
                lot("unstated", amount("10", "lsu:Unknown")),
                split("unstated", "", part("d", amount("11", "lsu:Unknown"))));
    }

    @Test
    void whatWasWeighedLastCounts() {
        lab.record(
                lot("lot", amount("10", "g")),
                split("lot", MONDAY, part("a", amount("9", "g"))),
                weighed("lot", TUESDAY, amount("3", "g")));
        lab.record(split("lot", WEDNESDAY, part("b", amount("3", "g"))));
        assertThat(lab.complaint(split("lot", WEDNESDAY, part("c", amount("1", "g")))))
                .contains("has 0 g left of 3 g");
    }

    @Test
    void aWeighingThatCannotBeOrderedRefusesNothing() {
        lab.record(lot("lot", amount("10", "g")), weighed("lot", "", amount("20", "g")));
        lab.record(split("lot", MONDAY, part("a", amount("15", "g"))));
        assertThat(lab.rules(split("lot", MONDAY, part("b", amount("25", "g")))))
                .containsExactly("NoMoreIsTakenThanRemains");
    }

    @Test
    void anEventLearnedLateIsAccepted() {
        lab.record(
                lot("lot", amount("10", "g")), split("lot", TUESDAY, part("a", amount("8", "g"))));
        lab.record(split("lot", MONDAY, part("b", amount("6", "g"))));
        assertThat(lab.rules(split("lot", WEDNESDAY, part("c", amount("1", "g")))))
                .containsExactly("NoMoreIsTakenThanRemains");
    }

    @Test
    void twiceTheCombinedUncertaintyIsAllowed() {
        lab.record(lot("lot", "{'value':10,'unit':'g','uncertainty':0.3}"));
        lab.record(split("lot", "", part("a", "{'value':10.9,'unit':'g','uncertainty':0.4}")));
        assertThat(
                        lab.rules(
                                split(
                                        "lot",
                                        "",
                                        part("b", "{'value':0.2,'unit':'g','uncertainty':0}"))))
                .containsExactly("NoMoreIsTakenThanRemains");
    }

    @Test
    void aCorrectionOfASplitIsNotHeldAgainstItself() {
        lab.record(lot("lot", amount("10", "g")));
        var record = lab.recordOne(split("lot", "", part("a", amount("8", "g"))));
        lab.record(
                EventText.correction(
                        record.toString(), split("lot", "", part("a", amount("9", "g")))));
        assertThat(
                        lab.complaint(
                                EventText.correction(
                                        liveRecordOf("a").toString(),
                                        split("lot", "", part("a", amount("11", "g"))))))
                .startsWith("[/restated/parts/0/amount] ");
    }

    @Test
    void whatWasWithdrawnTookNothing() {
        lab.record(lot("lot", amount("10", "g")));
        var record = lab.recordOne(split("lot", "", part("a", amount("8", "g"))));
        lab.record(EventText.retraction(record.toString()));
        lab.record(split("lot", "", part("b", amount("8", "g"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"°C", "mAh/g", "MPa", "s"})
    void anAmountIsOfWhatAddsUp(String unit) {
        assertThat(lab.complaint(lot("lot", amount("10", unit))))
                .startsWith(
                        "[/samples/0/amount/unit] The unit (" + unit + ") is not one of an amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3"})
    void anAmountIsAboveZero(String value) {
        assertThat(lab.rules(lot("lot", amount(value, "g"))))
                .containsExactly("AmountsAreExtensive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", "mL", "mm", "mol", "cm2", "lsu:Unknown"})
    void amountsAreToldInManyUnits(String unit) {
        lab.record(lot("lot", amount("10", unit)));
    }

    @Test
    void ofTwoGatesThatTakeTheSameAmountOneWins() {
        lab.record(lot("lot", amount("10", "g")));
        var other = lab.secondIntake();
        var first = lab.drafts(split("lot", "", part("a", amount("8", "g"))));
        var second = lab.drafts(split("lot", "", part("b", amount("8", "g"))));
        lab.intake.record(List.of(first));
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowableOfType(
                                        Refused.class, () -> other.record(List.of(second)))
                                .rejections())
                .extracting(Rejection::rule)
                .containsExactly("NoMoreIsTakenThanRemains");
    }

    private RecordId liveRecordOf(String part) {
        var known = new LogKnowledge(lab.log, Lab.NOW, tag -> lab.log.count(tag) > 0);
        return known.live(EventTags.born(new dev.lodestone.events.SampleId(part)))
                .getLast()
                .record();
    }
}
