package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.log.LogPosition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIntakeTest {
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    @TempDir Path directory;
    private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static String registered(String id, String... samples) {
        var list = new StringBuilder();
        for (var sample : samples) {
            list.append(list.isEmpty() ? "" : ",").append("{'sample':'%s'}".formatted(sample));
        }
        return "{'type':'SampleRegistered','version':1%s,'samples':[%s]}"
                .formatted(id.isEmpty() ? "" : ",'id':'" + id + "'", list);
    }

    private static String measured(String sample, String rest) {
        return "{'type':'SampleMeasured','version':1,'participants':{'samples':['%s']},'method':'lsk:TensileTest',%s}"
                .formatted(sample, rest);
    }

    private static String destroyed(String sample, String labTime) {
        return "{'type':'SampleDestroyed','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']},'how':'Discarded'}"
                .formatted(labTime, sample);
    }

    private static String stored(String sample, String labTime) {
        return "{'type':'SampleStored','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']}}"
                .formatted(labTime, sample);
    }

    private static String split(String parent, String rest, String... parts) {
        return registered("", parts)
                .replace("SampleRegistered", "SampleSplit")
                .replace(
                        "'samples':",
                        "'parent':'%s',%s'process':'lsk:Cutting','parts':".formatted(parent, rest));
    }

    private static String merged(String result, String rest, String... inputs) {
        return registered("", inputs)
                .replace("SampleRegistered", "SamplesMerged")
                .replace(
                        "'samples':",
                        "%s'result':{'sample':'%s'},'process':'lsk:Mixing','inputs':"
                                .formatted(rest, result));
    }

    private List<String> rules(String... events) {
        return lab.refused(events).stream().map(Rejection::rule).toList();
    }

    private String text(String... events) {
        return lab.refused(events).getFirst().text();
    }

    // --- Once and whole

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
        assertThat(text(registered(ID + 1, "b")))
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
        assertThat(rules(registered(ID + 1, "a"), registered(ID + 1, "b")))
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
                        rules(
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

    // --- Terms and units

    @Test
    void aUnitOfAnotherDimensionIsRefusedWithThoseOfTheRightOne() {
        lab.record(registered("", "a"));
        assertThat(
                        text(
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
                        text(
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
                        text(
                                "{'type':'SampleProcessed','version':1,'participants':{'samples':['a']},'process':'lsk:PowderXRD'}"))
                .startsWith("[/process] The term (lsk:PowderXRD) is a method, not a process.");
    }

    @Test
    void aTermNearlyRightIsRefusedWithTheRightOne() {
        lab.record(registered("", "a"));
        assertThat(
                        text(
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
        assertThat(text(correction(record.toString(), restated)))
                .startsWith("[/restated/results/0/quantity/unit] The unit (h, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'component':1", "'component':0", "'under':[1]", "'under':[0]"})
    void aValueThatPointsOutsideItsEventIsRefused(String pointing) {
        lab.record(registered("", "a"));
        assertThat(
                        text(
                                measured(
                                        "a",
                                        "'results':[{'property':'lsp:testTemperature','basis':'Measured','text':'RT',%s}]"
                                                .formatted(pointing))))
                .startsWith(
                        "[/results/0/" + pointing.substring(1, pointing.indexOf(":") - 1) + "] ");
    }

    // --- What is known

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
        assertThat(text(analysis.formatted(record, 2)))
                .startsWith(
                        "[/inputValues/0] The value (%s-2) does not exist: its record has 1."
                                .formatted(record));
        lab.record(analysis.formatted(record, 1));
    }

    @Test
    void anEventMayBeLaterThanOneThatIsRecordedLater() {
        lab.record(registered("", "a"));
        lab.record(stored("a", "'after':['%s1']".formatted(ID)));
        lab.record(registered(ID + 1, "b"));
    }

    // --- Containers

    @Test
    void positionsAreThoseOfTheMembershipThatIsPinned() {
        lab.record(registered("", "a", "b"));
        var box =
                lab.recordOne(
                        "{'type':'ContainerRegistered','version':1,'container':'c','containerKind':'lsk:Box','placements':[{'position':'A1','sample':'a'}]}");
        var event =
                "{'type':'SampleStored','version':1,'participants':{'container':{'container':'%s','membership':'%s'%s}}}";
        assertThat(text(event.formatted("c", box, ",'positions':['A1','B7','B6']")))
                .startsWith(
                        "[/participants/container/positions] The container (c) has no positions [B6, B7].");
        assertThat(text(event.formatted("c", ID + 9, "")))
                .startsWith(
                        "[/participants/container/membership] The record (%s9) is no membership of the container (c)."
                                .formatted(ID));
        lab.record(event.formatted("c", box, ",'positions':['A1']"), event.formatted("c", box, ""));
        lab.recordOne(
                "{'type':'ContainerRegistered','version':1,'container':'d','containerKind':'lsk:Box'}");
        assertThat(rules(event.formatted("d", box, "")))
                .containsExactly("PositionsAreInTheContainer");
    }

    @Test
    void nothingHappensToASampleOfAContainerThatHadEnded() {
        lab.record(registered("", "a"));
        var box =
                lab.recordOne(
                        "{'type':'ContainerRegistered','version':1,'container':'c','containerKind':'lsk:Box','placements':[{'position':'A1','sample':'a'}]}");
        lab.record(destroyed("a", "'year':2020"));
        assertThat(
                        rules(
                                "{'type':'SampleStored','version':1,'occurrence':{'labTime':{'year':2022}},'participants':{'container':{'container':'c','membership':'%s'}}}"
                                        .formatted(box)))
                .containsExactly("SampleStillExists");
    }

    // --- Time and existence

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'instant':'2028-01-01T00:00:00Z'",
                "'from':'2028-01-01T00:00:00Z'",
                "'date':'2026-05-08'",
                "'month':'2026-07'",
                "'year':2028"
            })
    void whatLiesInTheFutureIsRefused(String labTime) {
        lab.record(registered("", "a"));
        assertThat(text(stored("a", labTime)))
                .startsWith("[/occurrence/labTime] The lab time (20")
                .contains("is after now (2026-05-04T09:30:00Z)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'instant':'2026-05-05T09:30:00Z'",
                "'date':'2026-05-05'",
                "'month':'2026-05'",
                "'year':2026",
                "'to':'2030-01-01T00:00:00Z'"
            })
    void whatMayHaveHappenedAlreadyIsAccepted(String labTime) {
        lab.record(registered("", "a"), stored("a", labTime));
    }

    @Test
    void nothingHappensToASampleAfterItsEnd() {
        lab.record(registered("", "a"));
        var end = lab.recordOne(destroyed("a", "'date':'2024-03-01'"));
        for (var later :
                List.of(
                        "'date':'2024-03-04'",
                        "'month':'2024-04'",
                        "'year':2025",
                        "'after':['%s']".formatted(end))) {
            assertThat(text(stored("a", later)))
                    .startsWith(
                            "[/participants/samples/0] The sample (a) had ended (SampleDestroyed at ");
        }
    }

    @Test
    void whatCannotBeOrderedAgainstTheEndIsAccepted() {
        lab.record(registered("", "a"));
        lab.record(destroyed("a", "'date':'2024-03-01'"));
        for (var perhaps :
                List.of(
                        "",
                        "'year':2024",
                        "'month':'2024-03'",
                        "'date':'2024-03-01'",
                        "'date':'2024-03-02'",
                        "'order':7",
                        "'year':2023")) {
            lab.record(stored("a", perhaps));
        }
    }

    @Test
    void anEndLearnedLateIsAccepted() {
        lab.record(registered("", "a"), stored("a", "'year':2025"));
        lab.record(destroyed("a", "'date':'2024-03-01'"));
    }

    @Test
    void aMeasurementThatConsumesAndAMergeThatUsesUpEndASampleToo() {
        lab.record(registered("", "a", "b", "c"));
        lab.record(
                measured("a", "'effect':'consumes','occurrence':{'labTime':{'year':2020}}"),
                merged("ab", "'occurrence':{'labTime':{'year':2020}},", "b", "c")
                        .replace("{'sample':'b'}", "{'sample':'b','wholly':true}"));
        assertThat(rules(stored("a", "'year':2022"))).containsExactly("SampleStillExists");
        assertThat(rules(stored("b", "'year':2022"))).containsExactly("SampleStillExists");
        lab.record(stored("c", "'year':2022"), stored("ab", "'year':2022"));
    }

    @Test
    void aNameCanBeGivenToASampleThatHasEnded() {
        lab.record(registered("", "a"), destroyed("a", "'year':2020"));
        lab.record(
                "{'type':'SampleIdentified','version':1,'occurrence':{'labTime':{'year':2022}},'sample':'a','names':[{'scope':'s','name':'n'}]}");
    }

    @Test
    void anEndThatWasWithdrawnEndsNothing() {
        lab.record(registered("", "a"));
        var end = lab.recordOne(destroyed("a", "'year':2020"));
        lab.record(retraction(end.toString()));
        lab.record(stored("a", "'year':2022"));
    }

    @Test
    void anEndCanBeCorrectedAlthoughItEndedTheSample() {
        lab.record(registered("", "a"));
        var end = lab.recordOne(destroyed("a", "'year':2020"));
        lab.record(correction(end.toString(), destroyed("a", "'year':2022")));
        lab.record(stored("a", "'year':2021"));
        assertThat(rules(stored("a", "'year':2024"))).containsExactly("SampleStillExists");
    }

    // --- Lineage

    @Test
    void partsThatRepeatAreRefused() {
        lab.record(registered("", "a"));
        assertThatThrownBy(() -> lab.record(split("a", "", "p", "p")))
                .hasMessageStartingWith("The sample (a) cannot be split into ([p, p])");
    }

    @Test
    void aPartIsMadeOnce() {
        lab.record(registered("", "a", "b"), split("a", "", "p"));
        assertThat(text(split("b", "", "p")))
                .startsWith(
                        "[/parts/0/sample] The sample (p) was made already, by SampleSplit (record ");
        assertThat(rules(merged("p", "", "a", "b"))).containsExactly("PartsAreNew");
        assertThat(rules(split("a", "", "q"), split("b", "", "q"))).containsExactly("PartsAreNew");
    }

    @Test
    void aPartWhoseMakingWasWithdrawnCanBeMadeAgain() {
        var making = lab.record(registered("", "a", "b"), split("a", "", "p")).get(1).record();
        lab.record(retraction(making.toString()));
        lab.record(split("b", "", "p"));
    }

    @Test
    void aPartThatHadALifeBeforeItWasMadeIsRefused() {
        lab.record(registered("", "a", "p"), stored("p", "'year':2019"));
        assertThat(text(split("a", "'occurrence':{'labTime':{'year':2021}},", "p")))
                .startsWith("[/parts/0/sample] The sample (p) had a life (SampleStored, record ");
    }

    @Test
    void aLineageLearnedLateIsAccepted() {
        lab.record(registered("", "a", "p"), stored("p", "'year':2021"));
        lab.record(split("a", "'occurrence':{'labTime':{'year':2020}},", "p"));
        lab.record(registered("", "q"), stored("q", "'year':2021"), split("a", "", "q"));
    }

    @Test
    void aSampleIsNotMadeOfItself() {
        lab.record(registered("", "a"), split("a", "", "b"), split("b", "", "c"));
        assertThat(text(split("c", "", "a")))
                .startsWith(
                        "[/parts/0/sample] The sample (a) would be made of itself, through [c].");
        assertThat(rules(registered("", "x"), split("x", "", "y"), split("y", "", "x")))
                .containsExactly("PartsAreNew");
    }

    @Test
    void aMergeIsNotMadeOfItself() {
        lab.record(registered("", "a", "b"), merged("m", "", "a", "b"), split("m", "", "n"));
        assertThat(text(merged("a", "", "n", "b"))).contains("would be made of itself");
        assertThatThrownBy(() -> lab.record(merged("a", "", "a", "b")))
                .hasMessageContaining("uses the sample (a) twice, or makes itself");
        assertThatThrownBy(() -> lab.record(merged("z", "", "a")))
                .hasMessageContaining("fewer than two samples");
    }

    @Test
    void aMakingCanBeCorrectedToOtherParts() {
        var making = lab.record(registered("", "a"), split("a", "", "p")).get(1).record();
        lab.record(correction(making.toString(), split("a", "", "p", "q")));
        assertThat(rules(split("a", "", "q"))).containsExactly("PartsAreNew");
    }

    // --- Records of events

    static String correction(String supersedes, String restated) {
        return "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                .formatted(supersedes, restated);
    }

    static String retraction(String retracts) {
        return "{'type':'RecordRetracted','version':1,'retracts':['%s'],'because':'Error'}"
                .formatted(retracts);
    }

    @Test
    void aCorrectionIsOfTheEventOfWhatItSupersedes() {
        var first = lab.recordOne(registered("", "a"));
        var receipt = lab.record(correction(first.toString(), registered("", "a", "b"))).getFirst();
        assertThat(receipt.event().value()).isEqualTo(first.value());
        assertThat(receipt.record()).isNotEqualTo(first);
    }

    @Test
    void theSameCorrectionSentTwiceIsAlreadyKnown() {
        var first = lab.recordOne(registered("", "a"));
        var correction =
                correction(first.toString(), registered("", "a", "b"))
                        .replace(
                                "'version':1,'supersedes'",
                                "'version':1,'id':'%s7','supersedes'".formatted(ID));
        assertThat(lab.record(correction).getFirst().alreadyKnown()).isFalse();
        assertThat(lab.record(correction).getFirst().alreadyKnown()).isTrue();
    }

    @Test
    void aCorrectionOfASupersededRecordIsAConflict() {
        var first = lab.recordOne(registered("", "a"));
        lab.record(correction(first.toString(), registered("", "a", "b")));
        var rejection =
                lab.refused(correction(first.toString(), registered("", "a", "c"))).getFirst();
        assertThat(rejection.rule()).isEqualTo("EndedRecordsAreLive");
        assertThat(rejection.conflict()).isTrue();
        assertThat(rejection.text())
                .startsWith("[/supersedes/0] The record (%s) no longer holds".formatted(first));
    }

    @Test
    void aCorrectionOfACorrectionStandsInItsPlace() {
        var first = lab.recordOne(registered("", "a"));
        var second = lab.recordOne(correction(first.toString(), registered("", "a", "b")));
        var third = lab.recordOne(correction(second.toString(), registered("", "a", "c")));
        assertThat(rules(retraction(first.toString()))).containsExactly("EndedRecordsAreLive");
        assertThat(rules(retraction(second.toString()))).containsExactly("EndedRecordsAreLive");
        lab.record(retraction(third.toString()));
        lab.record(correction(second.toString(), registered("", "a", "d")));
    }

    @Test
    void aCorrectionOfAnotherEventIsRefused() {
        var first = lab.recordOne(registered("", "a"));
        var other = lab.recordOne(registered("", "b"));
        assertThat(
                        text(
                                correction(first.toString(), registered("", "a", "c"))
                                        .replace(
                                                "'version':1,'supersedes'",
                                                "'version':1,'event':'%s','supersedes'"
                                                        .formatted(other))))
                .startsWith(
                        "[/event] The event (%s) is not that of the record it corrects"
                                .formatted(other));
    }

    @Test
    void retractingARetractionRevives() {
        var first = lab.recordOne(registered("", "a"));
        var retraction = lab.recordOne(retraction(first.toString()));
        assertThat(rules(retraction(first.toString()))).containsExactly("EndedRecordsAreLive");
        lab.record(retraction(retraction.toString()));
        lab.record(retraction(first.toString()));
    }

    @Test
    void retractingTheRetractionOfACorrectionBringsTheCorrectionBack() {
        var first = lab.recordOne(registered("", "a"));
        var correction = lab.recordOne(correction(first.toString(), registered("", "a", "b")));
        var retraction = lab.recordOne(retraction(correction.toString()));
        lab.record(retraction(retraction.toString()));
        assertThat(rules(retraction(first.toString()))).containsExactly("EndedRecordsAreLive");
        lab.record(retraction(correction.toString()));
    }

    @Test
    void aRetractionCannotBeCorrected() {
        var first = lab.recordOne(registered("", "a"));
        var retraction = lab.recordOne(retraction(first.toString()));
        assertThat(text(correction(retraction.toString(), registered("", "a"))))
                .startsWith(
                        "[/supersedes/0] The record (%s) is a retraction".formatted(retraction));
    }

    @Test
    void aRetractionThatWouldReviveASecondLiveRecordIsRefused() {
        var first = lab.recordOne(registered(ID + 1, "a"));
        var retraction = lab.recordOne(retraction(first.toString()));
        var back =
                lab.recordOne(
                        registered(ID + 2, "a")
                                .replace(
                                        "'version':1,",
                                        "'version':1,'event':'%s1',".formatted(ID)));
        assertThat(text(retraction(retraction.toString())))
                .isEqualTo(
                        "[/retracts] The event (%s) would have 2 live records: [%s, %s].\nMaybe withdraw the latest of them first."
                                .formatted(first, first, back));
        lab.record(retraction(back.toString()), retraction(retraction.toString()));
    }

    @Test
    void twoCorrectionsOfOneRecordAreNotRevivedTogether() {
        var first = lab.recordOne(registered("", "a"));
        var one = lab.recordOne(correction(first.toString(), registered("", "a", "b")));
        var withdrawn = lab.recordOne(retraction(one.toString()));
        lab.record(correction(first.toString(), registered("", "a", "c")));
        assertThat(rules(retraction(withdrawn.toString()))).containsExactly("EndedRecordsAreLive");
    }

    @Test
    void anEventThatHoldsIsNotRecordedTwice() {
        lab.record(registered(ID + 1, "a"));
        var rejection =
                lab.refused(
                                registered(ID + 2, "a", "b")
                                        .replace(
                                                "'version':1,",
                                                "'version':1,'event':'%s1',".formatted(ID)))
                        .getFirst();
        assertThat(rejection.text())
                .startsWith("[/event] The event (%s1) has a live record (%s1).".formatted(ID, ID));
        assertThat(rejection.conflict()).isTrue();
    }

    @Test
    void contentThatCameBackIsANewRecordOfItsEvent() {
        var first = lab.recordOne(registered(ID + 1, "a"));
        lab.record(retraction(first.toString()));
        var back =
                lab.record(
                                registered(ID + 2, "a")
                                        .replace(
                                                "'version':1,",
                                                "'version':1,'event':'%s1',".formatted(ID)))
                        .getFirst();
        assertThat(back.event().value()).isEqualTo(first.value());
    }

    @Test
    void aRecordOfAnEventThatNobodyKnowsIsRefused() {
        assertThat(
                        text(
                                registered(ID + 2, "a")
                                        .replace(
                                                "'version':1,",
                                                "'version':1,'event':'%s9',".formatted(ID))))
                .startsWith("[/event] The event (%s9) is not known.".formatted(ID));
    }
}
