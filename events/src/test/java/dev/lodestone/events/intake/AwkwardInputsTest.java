package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Events that look right one by one and do not fit together, in the order of the table in
/// `docs/reference/events.md`.
class AwkwardInputsTest {
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    @TempDir Path directory;
    @AutoClose private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
    }

    private static String list(String... samples) {
        return java.util.Arrays.stream(samples)
                .map("{'sample':'%s'}"::formatted)
                .collect(Collectors.joining(","));
    }

    private static String registered(String... samples) {
        return "{'type':'SampleRegistered','version':1,'samples':[%s]}".formatted(list(samples));
    }

    private static String split(String parent, String time, String... parts) {
        return "{'type':'SampleSplit','version':1,'occurrence':{'labTime':{%s}},'parent':'%s','parts':[%s],'process':'lsk:Cutting'}"
                .formatted(time, parent, list(parts));
    }

    private static String merged(String result, String... inputs) {
        return "{'type':'SamplesMerged','version':1,'inputs':[%s],'result':{'sample':'%s'},'process':'lsk:Mixing'}"
                .formatted(list(inputs), result);
    }

    private static String stored(String sample, String time) {
        return "{'type':'SampleStored','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']}}"
                .formatted(time, sample);
    }

    private static String storedIn(RecordId membership, String time, String positions) {
        return "{'type':'SampleStored','version':1,'occurrence':{'labTime':{%s}},'participants':{'container':{'container':'plate','membership':'%s','positions':[%s]}}}"
                .formatted(time, membership, positions);
    }

    private static String plate(String... samples) {
        return "{'type':'ContainerRegistered','version':1,'container':'plate','containerKind':'lsk:Box','placements':[%s]}"
                .formatted(
                        IntStream.range(0, samples.length)
                                .mapToObj(i ->
                                        "{'position':'%d','sample':'%s'}"
                                                .formatted(i + 1, samples[i]))
                                .collect(Collectors.joining(",")));
    }

    private static String withId(int n, String event) {
        return event.replaceFirst("'version':1", "'version':1,'id':'" + ID + n + "'");
    }

    private boolean isLive(RecordId record) {
        return new LogKnowledge(lab.log, Lab.NOW, tag -> lab.log.count(tag) > 0).isLive(record);
    }

    @Test
    void aMergeThatWouldCloseALongCycleIsRefused() {
        lab.record(registered("a", "z"));
        var before = "a";
        for (int i = 1; i <= 50; i++) {
            lab.record(merged("m" + i, before, "z"));
            before = "m" + i;
        }
        assertThat(lab.complaint(merged("a", "m50", "z")))
                .startsWith("[/result/sample] The sample (a) would be made of itself, through ");
    }

    @Test
    void aCorrectionThatWouldCloseACycleIsRefused() {
        var making = lab.record(registered("a", "b"), split("a", "", "p")).get(1).record();
        lab.record(split("p", "", "q"));
        assertThat(lab.rules(EventText.correction(making.toString(), split("q", "", "p"))))
                .containsExactly("PartsAreNew");
    }

    @Test
    void aPartWhoseLifeIsSaidToPrecedeTheCutIsRefusedThoughNoTimeIsKnown() {
        lab.record(registered("a", "p"), withId(1, stored("p", "")));
        assertThat(lab.complaint(split("a", "'after':['%s1']".formatted(ID), "p")))
                .startsWith("[/parts/0/sample] The sample (p) had a life (SampleStored, record ");
        lab.record(split("a", "", "p"));
    }

    @Test
    void aPartThatWasProcessedOnAPlateBeforeTheCutIsRefused() {
        var plate = lab.record(registered("a", "p"), plate("p")).get(1).record();
        lab.record(storedIn(plate, "'year':2020", ""));
        assertThat(lab.rules(split("a", "'year':2022", "p"))).containsExactly("PartsAreNew");
        lab.record(split("a", "'year':2019", "p"));
    }

    @Test
    void aMeasurementBetweenTwoStatesWhoseOrderIsUnknownIsAccepted() {
        lab.record(
                registered("a"),
                stored("a", ""),
                "{'type':'SampleMeasured','version':1,'participants':{'samples':['a']},'method':'lsk:MassWeighing','results':[{'property':'lsp:sampleMass','basis':'Measured','quantity':{'value':1,'unit':'g'}}]}",
                stored("a", ""));
    }

    @Test
    void aHundredThousandParticipantsInAListAreRefused() {
        var many =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "'s" + i + "'")
                        .collect(Collectors.joining(","));
        assertThatThrownBy(() ->
                        lab.drafts(
                                "{'type':'SampleStored','version':1,'participants':{'samples':[%s]}}"
                                        .formatted(many)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining(
                        "The event names 100000 participants in a list; the most is 1000.")
                .hasMessageContaining("Maybe register a container of them");
    }

    @Test
    void aPlateOfAHundredThousandIsOneTag() {
        var samples = IntStream.range(0, 100_000).mapToObj(i -> "s" + i).toArray(String[]::new);
        var plate = lab.record(registered(samples), plate(samples)).get(1).record();
        var processed = lab.record(storedIn(plate, "", "")).getFirst().record();
        assertThat(lab.log.find(processed.value()).orElseThrow().tags())
                .extracting(tag -> tag.key())
                .containsExactlyInAnyOrder("event", "container");
    }

    @Test
    void aMembershipMayBeCorrectedAfterItsPlateWasProcessed() {
        var plate = lab.record(registered("a", "b", "c"), plate("a", "b")).get(1).record();
        lab.record(storedIn(plate, "", "'2'"));
        var corrected =
                lab.record(EventText.correction(plate.toString(), plate("a", "c")))
                        .getFirst()
                        .record();
        // The event still pins the record it named; what it says now is the correction.
        assertThat(isLive(plate)).isFalse();
        assertThat(isLive(corrected)).isTrue();
        lab.record(storedIn(corrected, "", "'2'"));
        lab.record(
                "{'type':'SampleDestroyed','version':1,'occurrence':{'labTime':{'year':2020}},'participants':{'samples':['c']},'how':'Discarded'}");
        assertThat(lab.complaint(storedIn(plate, "'year':2022", "'2'")))
                .contains("The sample (c) had ended");
    }

    @Test
    void aSampleDestroyedWhileItsPlateIsProcessedIsAccepted() {
        var plate = lab.record(registered("a", "b"), plate("a", "b")).get(1).record();
        lab.record(
                storedIn(plate, "'from':'2026-03-02T08:00:00Z','to':'2026-03-02T20:00:00Z'", ""));
        lab.record(
                "{'type':'SampleDestroyed','version':1,'occurrence':{'labTime':{'instant':'2026-03-02T12:00:00Z'}},'participants':{'samples':['a']},'how':'Discarded'}");
        lab.record(
                storedIn(plate, "'from':'2026-03-02T11:00:00Z','to':'2026-03-02T13:00:00Z'", ""));
        assertThat(lab.rules(storedIn(plate, "'date':'2026-03-05'", "")))
                .containsExactly("SampleStillExists");
        lab.record(storedIn(plate, "'date':'2026-03-05'", "'2'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'year':9999",
                "'date':'9999-12-31'",
                "'instant':'9999-12-31T23:59:59Z'",
                "'month':'9999-12'"
            })
    void theYear9999IsRefused(String time) {
        lab.record(registered("a"));
        assertThat(lab.rules(stored("a", time))).containsExactly("LabTimeIsNotInTheFuture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'year':1022",
                "'date':'1799-12-30'",
                "'instant':'1601-01-01T00:00:00Z'",
                "'instant':'1970-01-01T00:00:00Z'",
                "'instant':'1970-01-01T01:00:00+01:00'",
                "'from':'1904-01-01T00:00:00Z','to':'2020-01-01T00:00:00Z'",
                "'instant':'1899-12-30T00:00:00Z'"
            })
    void aTimeBeforeTheLabExistedIsRefused(String time) {
        lab.record(registered("a"));
        assertThat(lab.rules(stored("a", time))).containsExactly("LabTimeIsOfALaboratory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'year':1888", "'date':'1970-01-01'", "'year':1900"})
    void anOldTimeIsAccepted(String time) {
        lab.record(registered("a"), stored("a", time));
    }

    @Test
    void aClockThatRunsBackwardsDoesNotChangeTheOrderOfTheLog(@TempDir Path elsewhere) {
        var times = new ArrayList<Instant>();
        for (int i = 0; i < 20; i++) {
            times.add(Lab.NOW.minus(Duration.ofHours(i)));
        }
        Iterator<Instant> running = times.iterator();
        try (var log =
                EventLogs.open(elsewhere, () -> running.hasNext() ? running.next() : Lab.NOW)) {
            var intake = new EventIntake(log, () -> Lab.NOW, new SplittableRandom(1));
            for (int i = 1; i <= 5; i++) {
                assertThat(
                                intake.record(List.of(lab.drafts(registered("s" + i))))
                                        .getFirst()
                                        .position())
                        .isEqualTo(new LogPosition(i));
            }
            var recorded = new ArrayList<Instant>();
            var positions = new ArrayList<Long>();
            try (var entries = log.read(LogPosition.START, log.head())) {
                while (entries.hasNext()) {
                    var entry = entries.next();
                    positions.add(entry.position().value());
                    recorded.add(entry.recordedAt());
                }
            }
            assertThat(positions).containsExactly(1L, 2L, 3L, 4L, 5L);
            // Times are written as the clock told them; nothing is invented.
            assertThat(recorded).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void aCorrectionOfACorrectionOfARetractedEventIsAConflict() {
        var first = lab.record(registered("a"), stored("a", "'year':2020")).get(1).record();
        var second = correct(first, stored("a", "'year':2021"));
        lab.record(EventText.retraction(second.toString()));
        // Withdrawing the correction brought the first back: it, and only it, can be corrected.
        assertThat(lab.refused(EventText.correction(second.toString(), stored("a", "'year':2022"))))
                .extracting(Rejection::rule, Rejection::conflict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("EndedRecordsAreLive", true));
        lab.record(EventText.retraction(first.toString()));
        assertThat(lab.refused(EventText.correction(first.toString(), stored("a", "'year':2022"))))
                .extracting(Rejection::rule, Rejection::conflict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("EndedRecordsAreLive", true));
    }

    private RecordId correct(RecordId wrong, String restated) {
        return lab.record(EventText.correction(wrong.toString(), restated)).getFirst().record();
    }

    @Test
    void retractingARetractionRevivesAndDoingItTwiceIsAConflict() {
        var record = lab.record(registered("a"), stored("a", "")).get(1).record();
        var gone = lab.recordOne(EventText.retraction(record.toString()));
        assertThat(isLive(record)).isFalse();
        lab.record(EventText.retraction(gone.toString()));
        assertThat(isLive(record)).isTrue();
        assertThat(lab.rules(EventText.retraction(gone.toString())))
                .containsExactly("EndedRecordsAreLive");
    }

    @Test
    void ofTwoCorrectionsOfOneRecordInOneBatchTheSecondIsAConflict() {
        var record = lab.record(registered("a"), stored("a", "")).get(1).record();
        assertThat(
                        lab.refused(
                                EventText.correction(record.toString(), stored("a", "'year':2020")),
                                EventText.correction(
                                        record.toString(), stored("a", "'year':2021"))))
                .extracting(Rejection::index, Rejection::rule, Rejection::conflict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "EndedRecordsAreLive", true));
        assertThat(isLive(record)).isTrue();
    }

    @Test
    void anUndatedEventAmongDatedOnesIsAccepted() {
        lab.record(
                registered("a"),
                stored("a", "'year':2020"),
                stored("a", ""),
                stored("a", "'year':2022"));
    }

    @Test
    void wordsOfOrderThatFormACycleAreAccepted() {
        lab.record(
                registered("a"),
                withId(1, stored("a", "'after':['%s3']".formatted(ID))),
                withId(2, stored("a", "'after':['%s1']".formatted(ID))),
                withId(3, stored("a", "'after':['%s2']".formatted(ID))));
    }

    @Test
    void theBirthOfASampleWithChildrenCanBeWithdrawnAndTheChildrenStay() {
        var birth = lab.recordOne(registered("a"));
        lab.record(split("a", "", "b"), stored("b", ""));
        lab.record(EventText.retraction(birth.toString()));
        assertThat(isLive(birth)).isFalse();
        // Who is known stays known: the child's life goes on.
        lab.record(stored("b", ""), split("a", "", "c"));
        lab.record(registered("a"));
    }
}
