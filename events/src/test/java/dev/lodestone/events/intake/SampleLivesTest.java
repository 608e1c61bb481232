package dev.lodestone.events.intake;

import static dev.lodestone.events.intake.EventText.correction;
import static dev.lodestone.events.intake.EventText.destroyed;
import static dev.lodestone.events.intake.EventText.measured;
import static dev.lodestone.events.intake.EventText.merged;
import static dev.lodestone.events.intake.EventText.registered;
import static dev.lodestone.events.intake.EventText.retraction;
import static dev.lodestone.events.intake.EventText.split;
import static dev.lodestone.events.intake.EventText.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may have happened to a sample, by what is known of its life.
class SampleLivesTest {
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    @TempDir Path directory;

    @AutoClose private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
    }

    @Test
    void anEventMayBeLaterThanOneThatIsRecordedLater() {
        lab.record(registered("", "a"));
        lab.record(stored("a", "'after':['%s1']".formatted(ID)));
        lab.record(registered(ID + 1, "b"));
    }

    @Test
    void positionsAreThoseOfTheMembershipThatIsPinned() {
        lab.record(registered("", "a", "b"));
        var box =
                lab.recordOne(
                        "{'type':'ContainerRegistered','version':1,'container':'c','containerKind':'lsk:Box','placements':[{'position':'A1','sample':'a'}]}");
        var event =
                "{'type':'SampleStored','version':1,'participants':{'container':{'container':'%s','membership':'%s'%s}}}";
        assertThat(lab.complaint(event.formatted("c", box, ",'positions':['A1','B7','B6']")))
                .startsWith(
                        "[/participants/container/positions] The container (c) has no positions [B6, B7].");
        assertThat(lab.complaint(event.formatted("c", ID + 9, "")))
                .startsWith(
                        "[/participants/container/membership] The record (%s9) is no membership of the container (c)."
                                .formatted(ID));
        lab.record(event.formatted("c", box, ",'positions':['A1']"), event.formatted("c", box, ""));
        lab.recordOne(
                "{'type':'ContainerRegistered','version':1,'container':'d','containerKind':'lsk:Box'}");
        assertThat(lab.rules(event.formatted("d", box, "")))
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
                        lab.rules(
                                "{'type':'SampleStored','version':1,'occurrence':{'labTime':{'year':2022}},'participants':{'container':{'container':'c','membership':'%s'}}}"
                                        .formatted(box)))
                .containsExactly("SampleStillExists");
    }

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
        assertThat(lab.complaint(stored("a", labTime)))
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
            assertThat(lab.complaint(stored("a", later)))
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
        assertThat(lab.rules(stored("a", "'year':2022"))).containsExactly("SampleStillExists");
        assertThat(lab.rules(stored("b", "'year':2022"))).containsExactly("SampleStillExists");
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
        assertThat(lab.rules(stored("a", "'year':2024"))).containsExactly("SampleStillExists");
    }

    @Test
    void partsThatRepeatAreRefused() {
        lab.record(registered("", "a"));
        assertThatThrownBy(() -> lab.record(split("a", "", "p", "p")))
                .hasMessageStartingWith("The sample (a) cannot be split into ([p, p])");
    }

    @Test
    void aPartIsMadeOnce() {
        lab.record(registered("", "a", "b"), split("a", "", "p"));
        assertThat(lab.complaint(split("b", "", "p")))
                .startsWith(
                        "[/parts/0/sample] The sample (p) was made already, by SampleSplit (record ");
        assertThat(lab.rules(merged("p", "", "a", "b"))).containsExactly("PartsAreNew");
        assertThat(lab.rules(split("a", "", "q"), split("b", "", "q")))
                .containsExactly("PartsAreNew");
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
        assertThat(lab.complaint(split("a", "'occurrence':{'labTime':{'year':2021}},", "p")))
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
        assertThat(lab.complaint(split("c", "", "a")))
                .startsWith(
                        "[/parts/0/sample] The sample (a) would be made of itself, through [c].");
        assertThat(lab.rules(registered("", "x"), split("x", "", "y"), split("y", "", "x")))
                .containsExactly("PartsAreNew");
    }

    @Test
    void aMergeIsNotMadeOfItself() {
        lab.record(registered("", "a", "b"), merged("m", "", "a", "b"), split("m", "", "n"));
        assertThat(lab.complaint(merged("a", "", "n", "b"))).contains("would be made of itself");
        assertThatThrownBy(() -> lab.record(merged("a", "", "a", "b")))
                .hasMessageContaining("uses the sample (a) twice, or makes itself");
        assertThatThrownBy(() -> lab.record(merged("z", "", "a")))
                .hasMessageContaining("fewer than two samples");
    }

    @Test
    void aMakingCanBeCorrectedToOtherParts() {
        var making = lab.record(registered("", "a"), split("a", "", "p")).get(1).record();
        lab.record(correction(making.toString(), split("a", "", "p", "q")));
        assertThat(lab.rules(split("a", "", "q"))).containsExactly("PartsAreNew");
    }
}
