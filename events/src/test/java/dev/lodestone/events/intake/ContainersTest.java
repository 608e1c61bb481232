package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.InvalidEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    @AutoClose private Lab lab;

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = new Lab(directory);
        lab.record(container("plate", "", ""), container("box", "", ""), container("room", "", ""));
    }

    private static String container(String id, String inside, String rest) {
        return "{'type':'ContainerRegistered','version':1,'container':'%s','containerKind':'lsk:Box'%s%s}"
                .formatted(
                        id,
                        inside.isEmpty() ? "" : ",'inside':{'container':'%s'}".formatted(inside),
                        rest);
    }

    private static String year(int year) {
        return ",'occurrence':{'labTime':{'year':%d}}".formatted(year);
    }

    private String refusal(String... events) {
        var rejection = lab.refused(events).getFirst();
        return rejection.rule() + " " + rejection.text();
    }

    @Test
    void aContainerIsNotInsideItself() {
        assertThat(refusal(container("box", "box", "")))
                .contains("NoContainerIsInsideItself", "box in box", "Maybe");
    }

    @Test
    void aContainerIsNotInsideWhatStandsInIt() {
        lab.record(container("plate", "box", ""), container("box", "room", ""));
        assertThat(refusal(container("room", "plate", "")))
                .contains("room in plate in box in room");
    }

    @Test
    void norDoesATransportBringItThere() {
        lab.record(
                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'a'}]}",
                container(
                        "box",
                        "",
                        ",'id':'" + ID + "1','placements':[{'position':'1','sample':'a'}]"),
                container("plate", "box", ""));
        assertThat(
                        refusal(
                                "{'type':'SampleTransported','version':1,'participants':{'container':{'container':'box','membership':'%s'}},'into':{'container':'plate'}}"
                                        .formatted(ID + "1")))
                .contains("NoContainerIsInsideItself", "box in plate in box");
    }

    @Test
    void whatWasMovedOutBeforeIsNoCircle() {
        lab.record(container("plate", "box", year(2020)), container("plate", "room", year(2021)));
        lab.record(container("box", "plate", year(2022)));
        assertThat(refusal(container("room", "box", year(2023)))).contains("room in box in plate");
    }

    @Test
    void whatIsMovedThereOnlyLaterIsNoCircle() {
        lab.record(container("plate", "box", year(2024)));
        lab.record(container("box", "plate", year(2020)));
        assertThat(lab.log.head().value()).isEqualTo(5);
    }

    @Test
    void aCorrectedPlaceIsNotHeldAgainstItsCorrection() {
        lab.record(container("plate", "box", ",'id':'" + ID + "2'"));
        lab.record(
                "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                        .formatted(ID + "2", container("plate", "room", "")));
        lab.record(container("box", "plate", ""));
        assertThat(lab.log.head().value()).isEqualTo(6);
    }

    @Test
    void aContainerThatIsNotKnownIsRefused() {
        lab.record("{'type':'SampleRegistered','version':1,'samples':[{'sample':'a'}]}");
        assertThat(refusal(container("box", "shelf", "")))
                .contains("ThingsAreKnown", "container (shelf) is not known");
        assertThat(
                        refusal(
                                "{'type':'SampleStored','version':1,'participants':{'samples':['a']},'inside':{'container':'shelf'}}"))
                .contains("container (shelf) is not known");
        assertThat(
                        refusal(
                                "{'type':'SampleTransported','version':1,'participants':{'samples':['a']},'into':{'container':'shelf'},'handedOverBy':'kim'}"))
                .contains("is not known");
    }

    @Test
    void aRegionLiesInAnotherSample() {
        assertThat(
                        refusal(
                                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'a','nature':'Region','regionOf':'a'}]}"))
                .contains("PartsAreNew", "would lie in itself");
        assertThat(
                        refusal(
                                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'a','nature':'Region','regionOf':'b'},{'sample':'b','nature':'Region','regionOf':'a'}]}"))
                .contains("would lie in itself");
    }

    @Test
    void onlyARegionSaysWhereItLies() {
        assertThatThrownBy(() ->
                        lab.drafts(
                                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'a','where':{'text':'left'}}]}"))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("is no region");
        assertThatThrownBy(() ->
                        lab.drafts(
                                "{'type':'SampleRegistered','version':1,'samples':[{'sample':'a','nature':'Region','regionOf':'b','where':{'extent':{'x':0,'y':0,'width':-1,'height':1,'unit':'mm'}}}]}"))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("neither can be negative");
    }

    @Test
    void noMoreAliquotsAreTakenThanThereIsPowder() {
        var batch = Lab.batch().lines().toList();
        lab.record(batch.subList(0, 7).toArray(String[]::new));
        var split = batch.get(7);
        assertThat(refusal(split.replace("\"value\": 2,", "\"value\": 3,")))
                .contains("NoMoreIsTakenThanRemains");
        lab.record(split);
    }
}
