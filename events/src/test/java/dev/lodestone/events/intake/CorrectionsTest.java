package dev.lodestone.events.intake;

import static dev.lodestone.events.intake.EventText.correction;
import static dev.lodestone.events.intake.EventText.registered;
import static dev.lodestone.events.intake.EventText.retraction;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which record of an event stands, and what may take its place.
class CorrectionsTest {
    private static final String ID = "0199a000-0000-7000-8000-00000000000";

    @TempDir Path directory;

    @AutoClose private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
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
        assertThat(lab.rules(retraction(first.toString()))).containsExactly("EndedRecordsAreLive");
        assertThat(lab.rules(retraction(second.toString()))).containsExactly("EndedRecordsAreLive");
        lab.record(retraction(third.toString()));
        lab.record(correction(second.toString(), registered("", "a", "d")));
    }

    @Test
    void aCorrectionOfAnotherEventIsRefused() {
        var first = lab.recordOne(registered("", "a"));
        var other = lab.recordOne(registered("", "b"));
        assertThat(
                        lab.complaint(
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
        assertThat(lab.rules(retraction(first.toString()))).containsExactly("EndedRecordsAreLive");
        lab.record(retraction(retraction.toString()));
        lab.record(retraction(first.toString()));
    }

    @Test
    void retractingTheRetractionOfACorrectionBringsTheCorrectionBack() {
        var first = lab.recordOne(registered("", "a"));
        var correction = lab.recordOne(correction(first.toString(), registered("", "a", "b")));
        var retraction = lab.recordOne(retraction(correction.toString()));
        lab.record(retraction(retraction.toString()));
        assertThat(lab.rules(retraction(first.toString()))).containsExactly("EndedRecordsAreLive");
        lab.record(retraction(correction.toString()));
    }

    @Test
    void aRetractionCannotBeCorrected() {
        var first = lab.recordOne(registered("", "a"));
        var retraction = lab.recordOne(retraction(first.toString()));
        assertThat(lab.complaint(correction(retraction.toString(), registered("", "a"))))
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
        assertThat(lab.complaint(retraction(retraction.toString())))
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
        assertThat(lab.rules(retraction(withdrawn.toString())))
                .containsExactly("EndedRecordsAreLive");
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
                        lab.complaint(
                                registered(ID + 2, "a")
                                        .replace(
                                                "'version':1,",
                                                "'version':1,'event':'%s9',".formatted(ID))))
                .startsWith("[/event] The event (%s9) is not known.".formatted(ID));
    }
}
