package dev.lodestone.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Because;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleId;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.audit.AuditReport.Kind;
import dev.lodestone.query.learning.CathodeLab;
import dev.lodestone.query.learning.CathodeLab.Learned;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class StalenessTest {
    private Path template;
    private Learned learned;
    private CathodeLab lab;

    @BeforeAll
    void learn(@TempDir Path directory) {
        template = directory;
        try (var first = new CathodeLab(directory, 20)) {
            learned = first.learned();
        }
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = CathodeLab.copyOf(template, directory);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private AuditReport audit() {
        return new PredictionAudit(lab.log(), Iris.DEFAULT).audit(learned.predictions().getFirst());
    }

    /// The number of a sample that was trained on.
    private int trained() {
        return number(learned.set().frozen().rows().getFirst().sample());
    }

    /// The number of the sample of the first prediction.
    private int predicted() {
        return number(learned.set().heldOutRows().getFirst().sample());
    }

    private static int number(SampleId sample) {
        return Integer.parseInt(sample.value().substring("cathode-".length()));
    }

    private RecordId correctSintering(int n, String celsius) {
        return lab.correct(
                CathodeLab.recordId(n, "sintered"),
                Because.ERROR,
                "read from the wrong line",
                CathodeLab.sintered(n, celsius, hours(n)));
    }

    private SampleProcessed sintered(int n) {
        return (SampleProcessed) lab.stated(CathodeLab.recordId(n, "sintered"));
    }

    private int hours(int n) {
        return Integer.parseInt(sintered(n).parameters().getLast().asRecorded());
    }

    private String celsius(int n) {
        return sintered(n).parameters().getFirst().asRecorded();
    }

    @Test
    void afterACorrectionTheAuditShowsWhatTheModelSawAndWhatHoldsNow() {
        var saw = celsius(trained());
        var correction = correctSintering(trained(), "640");

        var report = audit();

        assertThat(report.staleness().stale()).isTrue();
        assertThat(AuditText.of(report))
                .startsWith("stale? YES: ")
                .contains("training cell", "the model saw: ", "now: ");
        assertThat(report.staleness().changes())
                .isNotEmpty()
                .filteredOn(change -> change.kind() == Kind.CHANGED)
                .allSatisfy(change -> {
                    assertThat(change.what()).isEqualTo("training cell");
                    assertThat(change.saw().orElseThrow().value()).isEqualTo(saw + " °C");
                    assertThat(change.now().orElseThrow().value()).isEqualTo("640 °C");
                    assertThat(change.by().orElseThrow().record()).isEqualTo(correction.toString());
                    assertThat(change.by().orElseThrow().position())
                            .isEqualTo(lab.log().head().value());
                    assertThat(change.because()).contains("Error");
                    assertThat(change.explanation()).contains("read from the wrong line");
                });
        // The sintering time stands in the same record and is what it was.
        assertThat(report.staleness().changes())
                .extracting(AuditReport.Change::kind)
                .contains(Kind.RE_IDENTIFIED, Kind.CHANGED);
        assertThat(report.trainingSet().orElseThrow().manifestVerifies()).isTrue();
        assertThat(report.trainingSet().orElseThrow().rows().getFirst().cells())
                .filteredOn(cell -> cell.stated().property().equals("lsp:sinteringTemperature"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.stated().value()).isEqualTo(saw + " °C");
                    assertThat(cell.since()).isPresent();
                });
    }

    @Test
    void afterTheCorrectionIsRetractedNothingIsStale() {
        var correction = correctSintering(trained(), "640");

        lab.retract(correction, Because.ERROR);

        assertThat(audit().staleness().words()).isEqualTo("no");
    }

    @Test
    void aValueCorrectedTwiceShowsTheLastWord() {
        var first = correctSintering(trained(), "640");
        lab.correct(
                first,
                Because.ERROR,
                "again",
                CathodeLab.sintered(trained(), "655", hours(trained())));

        var report = audit();

        assertThat(report.staleness().stale()).isTrue();
        assertThat(report.staleness().changes())
                .filteredOn(change -> change.kind() == Kind.CHANGED)
                .allSatisfy(change ->
                        assertThat(change.now().orElseThrow().value()).isEqualTo("655 °C"));
    }

    @Test
    void aValueCorrectedBackToWhatTheModelSawIsNotStale() {
        var saw = celsius(trained());
        var first = correctSintering(trained(), "640");
        lab.correct(
                first,
                Because.ERROR,
                "it was right",
                CathodeLab.sintered(trained(), saw, hours(trained())));

        assertThat(audit().staleness().stale()).isFalse();
    }

    @Test
    void aRevisionThatSaysTheSameUnderAnotherRecordIsToldAndNotStale() {
        lab.correct(
                CathodeLab.recordId(trained(), "sintered"),
                Because.UPSTREAM_REVISION,
                "a new release",
                sintered(trained()));

        var report = audit();

        assertThat(report.staleness().stale()).isFalse();
        assertThat(report.staleness().words()).startsWith("no (but ").contains("re-identified");
        assertThat(report.staleness().changes())
                .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Kind.RE_IDENTIFIED));
    }

    @Test
    void aRevisionThatChangesAValueIsStale() {
        lab.correct(
                CathodeLab.recordId(trained(), "sintered"),
                Because.UPSTREAM_REVISION,
                "a new release",
                CathodeLab.sintered(trained(), "640", hours(trained())));

        assertThat(audit().staleness().words()).startsWith("YES: ").contains("(UpstreamRevision)");
    }

    @Test
    void aChangedConditionOfTheTargetChangesTheTarget() {
        var record = CathodeLab.recordId(trained(), "measured 1");
        var was = (dev.lodestone.events.SampleEvent.SampleMeasured) lab.stated(record);
        lab.correct(
                record,
                Because.ERROR,
                "another rate",
                CathodeLab.measured(trained(), "2.0", was.results().getFirst().asRecorded()));

        assertThat(audit().staleness().changes())
                .filteredOn(change -> change.kind() == Kind.CHANGED)
                .extracting(change -> change.saw().orElseThrow().property())
                .contains("lsp:cRate", "lsp:specificDischargeCapacity");
    }

    @Test
    void withdrawnAsAnErrorIsStale() {
        lab.retract(CathodeLab.recordId(trained(), "measured 1"), Because.ERROR);

        var report = audit();

        assertThat(report.staleness().words()).startsWith("YES: ").contains("withdrawn (Error)");
        assertThat(report.staleness().changes())
                .allSatisfy(change -> assertThat(change.now()).isEmpty());
        assertThat(report.trainingSet().orElseThrow().counts().withdrawn()).isPositive();
    }

    @Test
    void goneFromTheSourceIsToldAndNotStale() {
        lab.retract(CathodeLab.recordId(trained(), "measured 1"), Because.UPSTREAM_REVISION);

        var report = audit();

        assertThat(report.staleness().stale()).isFalse();
        assertThat(report.staleness().words()).contains("withdrawn (UpstreamRevision)");
    }

    @Test
    void itsOwnInputChangedIsStale() {
        correctSintering(predicted(), "640");

        var report = audit();

        assertThat(report.staleness().words()).startsWith("YES: 1 input cell changed (Error)");
        assertThat(report.inputs())
                .filteredOn(cell ->
                        cell.since().filter(since -> since.kind() == Kind.CHANGED).isPresent())
                .singleElement()
                .satisfies(cell ->
                        assertThat(cell.stated().property()).isEqualTo("lsp:sinteringTemperature"));
        assertThat(
                        new Predictions(lab.log())
                                .list(Optional.empty(), Optional.empty())
                                .predictions()
                                .getFirst()
                                .stale())
                .startsWith("YES");
    }

    @Test
    void whatTurnedOutIsNoGroundOfThePrediction() {
        var target = learned.set().heldOutRows().getFirst().cells().getLast().record();
        var was = (dev.lodestone.events.SampleEvent.SampleMeasured) lab.stated(target);
        lab.correct(
                target,
                Because.ERROR,
                "misread",
                CathodeLab.measured(predicted(), was.conditions().getLast().asRecorded(), "99.9"));

        var report = audit();

        assertThat(report.staleness().stale()).isFalse();
        assertThat(report.staleness().words()).contains("actual value changed");
    }

    @Test
    void aRetractedTrainingSetIsStale() {
        lab.retract(learned.set().record(), Because.ERROR);

        var report = audit();

        assertThat(report.staleness().words())
                .isEqualTo("YES: the training set was withdrawn (Error)");
        assertThat(report.trainingSet().orElseThrow().live()).isFalse();
        assertThat(report.trainingSet().orElseThrow().manifestVerifies()).isTrue();
    }

    @Test
    void aRetractedModelIsStale() {
        lab.retract(learned.model().record(), Because.ERROR);

        assertThat(audit().staleness().words()).isEqualTo("YES: the model was withdrawn (Error)");
        assertThat(audit().model().live()).isFalse();
    }

    @Test
    void aRetractedPredictionIsStillAuditedAndNoLongerListed() {
        lab.retract(RecordId.of(learned.predictions().getFirst().substring(0, 36)), Because.ERROR);

        assertThat(audit().prediction().live()).isFalse();
        assertThat(audit().staleness().words())
                .isEqualTo("YES: the prediction was withdrawn (Error)");
        assertThat(
                        new Predictions(lab.log())
                                .list(Optional.empty(), Optional.empty())
                                .predictions())
                .isEmpty();
    }
}
