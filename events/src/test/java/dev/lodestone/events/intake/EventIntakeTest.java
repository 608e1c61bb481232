package dev.lodestone.events.intake;

import static dev.lodestone.events.intake.EventText.correction;
import static dev.lodestone.events.intake.EventText.measured;
import static dev.lodestone.events.intake.EventText.registered;
import static dev.lodestone.events.intake.EventText.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.log.LogPosition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be recorded at all: once, whole, and in known words.
class EventIntakeTest {
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    @TempDir Path directory;

    @AutoClose private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
    }

    @Test
    void aReceiptTellsRecordEventAndPosition() {
        var receipts = lab.record(registered(ID + 1, "a"), registered("", "b"));
        assertThat(receipts).extracting(Receipt::alreadyKnown).containsOnly(false);
        assertThat(receipts.get(0).position()).isEqualTo(new LogPosition(1));
        assertThat(receipts.get(1).position()).isEqualTo(new LogPosition(2));
        assertThat(receipts.get(0).record().toString()).isEqualTo(ID + 1);
        assertThat(receipts.get(0).event().toString()).isEqualTo(ID + 1);
        assertThat(receipts.get(1).record().value().version()).isEqualTo(7);
    }

    @Test
    void theSameRecordSentTwiceIsAlreadyKnown() {
        lab.record(registered(ID + 1, "a"));
        var again = lab.record(registered(ID + 1, "a")).getFirst();
        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.position()).isEqualTo(new LogPosition(1));
        assertThat(lab.log.head()).isEqualTo(new LogPosition(1));
    }

    @Test
    void theSameRecordWrittenInAnotherOrderIsAlreadyKnown() {
        lab.record(registered(ID + 1, "a"));
        assertThat(
                        lab.record(
                                        "{'samples':[{'nature':'Physical','sample':'a'}],'id':'%s1','access':'public','version':1,'occurrence':{},'type':'SampleRegistered'}"
                                                .formatted(ID))
                                .getFirst()
                                .alreadyKnown())
                .isTrue();
    }

    @Test
    void theSameRecordIdWithOtherContentIsRefused() {
        lab.record(registered(ID + 1, "a"));
        assertThat(lab.complaint(registered(ID + 1, "b")))
                .isEqualTo(
                        "[/id] The record (%s1) is known with other content, at position 1.\nMaybe it is meant as a correction: send a RecordCorrected that supersedes it."
                                .formatted(ID));
    }

    @Test
    void theSameRecordTwiceInABatchIsWrittenOnce() {
        var receipts = lab.record(registered(ID + 1, "a"), registered(ID + 1, "a"));
        assertThat(receipts).extracting(Receipt::alreadyKnown).containsExactly(false, true);
        assertThat(receipts.get(1).position()).isEqualTo(receipts.get(0).position());
        assertThat(lab.log.head()).isEqualTo(new LogPosition(1));
    }

    @Test
    void theSameRecordIdWithOtherContentInOneBatchIsRefused() {
        assertThat(lab.rules(registered(ID + 1, "a"), registered(ID + 1, "b")))
                .containsExactly("OneContentPerRecord");
    }

    @Test
    void anEmptyBatchIsRecordedAsNothing() {
        assertThat(lab.intake.record(List.of())).isEmpty();
        assertThat(lab.log.head()).isEqualTo(LogPosition.START);
    }

    @Test
    void aBatchIsRecordedWholeOrNotAtAllAndEveryComplaintIsListedByDraft() {
        var rejections =
                lab.refused(
                        registered("", "a"),
                        stored("nobody", ""),
                        registered("", "b"),
                        measured(
                                "a",
                                "'results':[{'property':'lsp:testTemperature','basis':'Measured','quantity':{'value':1,'unit':'mAh/g'}},{'property':'lsp:nothing','basis':'Measured','text':'x'}]"));
        assertThat(rejections).extracting(Rejection::index).containsExactly(1, 3, 3);
        assertThat(rejections)
                .extracting(Rejection::rule)
                .containsExactly("ThingsAreKnown", "TermsAreKnown", "UnitsFit");
        assertThat(lab.log.head()).isEqualTo(LogPosition.START);
        lab.record(registered("", "a"));
    }

    @Test
    void whatARefusedDraftWouldHaveMadeKnownIsNotComplainedOfAgain() {
        assertThat(
                        lab.rules(
                                registered("", "a").replace("}]", ",'form':'lsk:Sintering'}]"),
                                stored("a", ""),
                                stored("a", "")))
                .containsExactly("TermsAreKnown");
    }

    @Test
    void theExceptionSaysAllThatIsWrong() {
        assertThatThrownBy(() -> lab.record(stored("a", ""), stored("b", "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The sample (a) is not known.")
                .hasMessageContaining("The sample (b) is not known.");
    }

    @Test
    void aUnitOfAnotherDimensionIsRefusedWithThoseOfTheRightOne() {
        lab.record(registered("", "a"));
        assertThat(
                        lab.complaint(
                                measured(
                                        "a",
                                        "'results':[{'property':'lsp:testTemperature','basis':'Measured','quantity':{'value':171.9,'unit':'mAh/g'}}]")))
                .startsWith("[/results/0/quantity/unit] The unit (mAh/g, dimension ")
                .contains("lsp:testTemperature", "°C (unit:DEG_C)", "K (unit:K)")
                .doesNotContain("MilliA");
    }

    @Test
    void aUnitThatIsNotStatedFitsEverything() {
        lab.record(registered("", "a"));
        lab.record(
                measured(
                        "a",
                        "'results':[{'property':'lsp:testTemperature','basis':'Measured','quantity':{'value':171.9,'unit':'lsu:Unknown'}}]"));
    }

    @Test
    void aNumberForAPropertyOfWordsIsRefused() {
        lab.record(registered("", "a"));
        assertThat(
                        lab.complaint(
                                measured(
                                        "a",
                                        "'results':[{'property':'lsp:crystalSystem','basis':'Measured','quantity':{'value':3,'unit':'mm'}}]")))
                .startsWith(
                        "[/results/0/quantity] The property (lsp:crystalSystem) is not a quantity");
    }

    @Test
    void aTermOfAnotherListIsRefusedAndSaidToBeOfIt() {
        lab.record(registered("", "a"));
        assertThat(
                        lab.complaint(
                                "{'type':'SampleProcessed','version':1,'participants':{'samples':['a']},'process':'lsk:PowderXRD'}"))
                .startsWith("[/process] The term (lsk:PowderXRD) is a method, not a process.");
    }

    @Test
    void aTermNearlyRightIsRefusedWithTheRightOne() {
        lab.record(registered("", "a"));
        assertThat(
                        lab.complaint(
                                "{'type':'SampleProcessed','version':1,'participants':{'samples':['a']},'process':'lsk:Sintring'}"))
                .isEqualTo(
                        "[/process] The term (lsk:Sintring) is not a process of the ontology.\nMaybe one of lsk:Sintering.");
    }

    @Test
    void aFaultInARestatedEventIsPointedAt() {
        var record = lab.record(registered("", "a"), stored("a", "")).get(1).record();
        var restated =
                measured(
                        "a",
                        "'results':[{'property':'lsp:testTemperature','basis':'Measured','quantity':{'value':1,'unit':'h'}}]");
        assertThat(lab.complaint(correction(record.toString(), restated)))
                .startsWith("[/restated/results/0/quantity/unit] The unit (h, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'component':1", "'component':0", "'under':[1]", "'under':[0]"})
    void aValueThatPointsOutsideItsEventIsRefused(String pointing) {
        lab.record(registered("", "a"));
        assertThat(
                        lab.complaint(
                                measured(
                                        "a",
                                        "'results':[{'property':'lsp:testTemperature','basis':'Measured','text':'RT',%s}]"
                                                .formatted(pointing))))
                .startsWith(
                        "[/results/0/" + pointing.substring(1, pointing.indexOf(":") - 1) + "] ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'SampleLinked','version':1,'sample':'a','material':'X'}|/material",
                "{'type':'SampleLinked','version':1,'sample':'X','material':'m'}|/sample",
                "{'type':'SampleLinked','version':1,'occurrence':{'agents':['X']},'sample':'a','material':'m'}|/occurrence/agents/0",
                "{'type':'SampleLinked','version':1,'occurrence':{'instruments':['X']},'sample':'a','material':'m'}|/occurrence/instruments/0",
                "{'type':'SampleLinked','version':1,'occurrence':{'executes':{'workflow':'X','step':'s'}},'sample':'a','material':'m'}|/occurrence/executes/workflow",
                "{'type':'AgentRegistered','version':1,'agent':'g','agentType':'Person','name':'n','memberOf':'X'}|/memberOf",
                "{'type':'ContainerRegistered','version':1,'container':'c','containerKind':'lsk:Box','placements':[{'position':'1','sample':'a'},{'position':'2','sample':'X'}]}|/placements/1/sample",
                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'b','represents':'X'}]}|/samples/0/represents",
                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'b','nature':'Region','regionOf':'X'}]}|/samples/0/regionOf",
                "{'type':'SampleSplit','version':1,'parent':'X','parts':[{'sample':'b'}],'process':'lsk:Cutting'}|/parent",
                "{'type':'SamplesMerged','version':1,'inputs':[{'sample':'a'},{'sample':'X'}],'result':{'sample':'b'},'process':'lsk:Mixing'}|/inputs/1/sample",
                "{'type':'ValuesPredicted','version':1,'model':'X','predictions':[{'value':{'property':'lsp:bandGap','basis':'Predicted','text':'x'}}]}|/model",
                "{'type':'ModelTrained','version':1,'model':'n','name':'n','trainedOn':'X','algorithm':'a'}|/trainedOn",
                "{'type':'ValuesImputed','version':1,'subject':{'material':'X'},'method':'lsk:StatisticalAnalysis'}|/subject/material",
                "{'type':'Annotated','version':1,'text':'t','records':['0199a000-0000-7000-8000-0000000000ff']}|/records/0",
                "{'type':'AccessChanged','version':1,'label':'t','records':['0199a000-0000-7000-8000-0000000000ff']}|/records/0",
                "{'type':'RecordErased','version':1,'explanation':'t','events':['0199a000-0000-7000-8000-0000000000ff']}|/events/0",
                "{'type':'RecordRetracted','version':1,'because':'Error','retracts':['0199a000-0000-7000-8000-0000000000ff']}|/retracts/0",
                "{'type':'AnalysisPerformed','version':1,'subject':{'sample':'a'},'method':'lsk:CurveAnalysis','inputValues':['0199a000-0000-7000-8000-0000000000ff-1']}|/inputValues/0"
            })
    void whatIsNotKnownIsRefusedWhereItStands(String eventAndPointer) {
        lab.record(registered("", "a"), "{'type':'MaterialRegistered','version':1,'material':'m'}");
        var event = eventAndPointer.substring(0, eventAndPointer.indexOf('|'));
        var rejection = lab.refused(event).getFirst();
        assertThat(rejection.pointer())
                .isEqualTo(eventAndPointer.substring(eventAndPointer.indexOf('|') + 1));
        assertThat(rejection.problem()).contains("not known");
    }

    @Test
    void aValueThatItsRecordDoesNotHaveIsRefused() {
        var record =
                lab.record(
                                registered("", "a"),
                                measured(
                                        "a",
                                        "'results':[{'property':'lsp:testTemperature','basis':'Measured','text':'RT'}]"))
                        .get(1)
                        .record();
        var analysis =
                "{'type':'AnalysisPerformed','version':1,'subject':{'sample':'a'},'method':'lsk:CurveAnalysis','inputValues':['%s-%d']}";
        assertThat(lab.complaint(analysis.formatted(record, 2)))
                .startsWith(
                        "[/inputValues/0] The value (%s-2) does not exist: its record has 1."
                                .formatted(record));
        lab.record(analysis.formatted(record, 1));
    }
}
