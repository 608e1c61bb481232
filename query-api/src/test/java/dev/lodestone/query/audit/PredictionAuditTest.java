package dev.lodestone.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.CellRef;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.audit.AuditReport.CellLine;
import dev.lodestone.query.learning.CathodeLab;
import dev.lodestone.query.learning.CathodeLab.Learned;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PredictionAuditTest {
    private CathodeLab lab;
    private Learned learned;
    private AuditReport report;

    @BeforeAll
    void learn(@TempDir Path directory) {
        lab = new CathodeLab(directory, 30);
        learned = lab.learned();
        report = audit(learned.predictions().getFirst());
    }

    @AfterAll
    void close() {
        lab.close();
    }

    private AuditReport audit(String word) {
        return new PredictionAudit(lab.log(), Iris.DEFAULT).audit(word);
    }

    @Test
    void theFirstLineIsTheVerdict() {
        assertThat(AuditText.of(report)).startsWith("stale? no\n");
        assertThat(report.staleness().stale()).isFalse();
        assertThat(report.staleness().changes()).isEmpty();
    }

    @Test
    void thePredictionIsToldWithItsRecordAndWhatTurnedOut() {
        var said = report.prediction();

        assertThat(said.id()).isEqualTo(learned.predictions().getFirst());
        assertThat(said.iri()).isEqualTo("https://lodestone.local/id/datum/" + said.id());
        assertThat(said.stated().value()).endsWith(" mAh/g");
        assertThat(said.stated().howKnown()).isEqualTo("Predicted");
        assertThat(said.live()).isTrue();
        assertThat(said.in().kind()).isEqualTo("ValuesPredicted");
        assertThat(said.in().position()).isEqualTo(lab.log().head().value());
        assertThat(said.subject().orElseThrow()).startsWith("sample cathode-");
        assertThat(said.subjectName().orElseThrow()).startsWith("NCM <");
        assertThat(report.actual().orElseThrow().error().orElseThrow()).endsWith(" mAh/g");
        assertThat(report.actual().orElseThrow().stated().conditions())
                .hasSize(3)
                .anySatisfy(condition -> assertThat(condition).endsWith("4.3 V"));
    }

    @Test
    void itsOwnCellsAreToldWithValueRecordSourceAndPlace() {
        assertThat(report.inputs()).hasSize(10);
        assertThat(report.inputs())
                .filteredOn(cell -> cell.stated().property().equals("lsp:sinteringTemperature"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.stated().value()).endsWith(" °C");
                    assertThat(cell.stated().howKnown()).isEqualTo("Unverified");
                    assertThat(cell.locator().orElseThrow()).endsWith(", column sin_temp");
                    assertThat(cell.source()).contains("sheet");
                    assertThat(cell.in().kind()).isEqualTo("SampleProcessed");
                    assertThat(cell.in().position()).isPositive();
                });
        assertThat(report.inputs())
                .filteredOn(cell -> cell.stated().property().equals("lsp:primaryParticleSize"))
                .extracting(cell -> cell.stated().howKnown())
                .containsExactly("Imputed");
    }

    @Test
    void theModelIsToldDownToLibrarySeedAndFile() {
        var model = report.model();

        assertThat(model.library()).contains("Tribuo");
        assertThat(model.libraryVersion()).contains("4.3.2");
        assertThat(model.seed()).contains("1");
        assertThat(model.hyperParameters()).containsEntry("trees", "30");
        assertThat(model.hash()).isEqualTo(learned.model().trained().modelHash());
        assertThat(model.file().orElseThrow()).contains("sha256 ");
        assertThat(model.scores()).containsKey("R2 test");
        assertThat(model.heldOutSamples()).hasSameSizeAs(learned.set().heldOutSamples());
        assertThat(model.in().position()).isEqualTo(learned.model().position().value());
    }

    @Test
    void theTrainingSetIsToldAndItsManifestWorkedOutAgain() {
        var set = report.trainingSet().orElseThrow();

        assertThat(set.title()).isEqualTo("Cathodes");
        assertThat(set.frozenAt()).isEqualTo(learned.set().frozen().atPosition());
        assertThat(set.manifestVerifies()).isTrue();
        assertThat(set.manifestNow()).isEqualTo(set.manifestHash());
        assertThat(set.samplesShared()).isZero();
        assertThat(set.subjectTrainedOn()).isFalse();
        int rows = learned.set().frozen().rows().size();
        assertThat(set.counts().rows()).isEqualTo(rows);
        assertThat(set.counts().cells()).isEqualTo(rows * 11);
        assertThat(set.counts().byHowKnown())
                .containsEntry("Imputed", rows)
                .containsEntry("Extracted", rows * 3)
                .containsEntry("Unverified", rows * 7);
        assertThat(set.rows()).hasSize(rows);
        assertThat(set.rows().getFirst().cells())
                .extracting(CellLine::cell)
                .containsExactlyElementsOf(
                        learned.set().frozen().rows().getFirst().cells().stream()
                                .map(CellRef::toString)
                                .toList());
    }

    @Test
    void theSourceIsToldWithLicenceAttributionAndTheHashOfItsFile() {
        assertThat(report.sources())
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.title()).contains("A sheet of cathodes");
                    assertThat(source.licence()).contains("MIT");
                    assertThat(source.doi()).contains("10.1000/sheet");
                    assertThat(source.attribution()).contains("The lab of the sheet");
                    assertThat(source.sha256()).contains("ab".repeat(32));
                    assertThat(source.in().orElseThrow().position()).isEqualTo(1);
                    assertThat(source.cells())
                            .isEqualTo(learned.set().frozen().rows().size() * 11 + 11);
                });
    }

    @Test
    void theTextShowsTheFirstRowsAndHowManyMoreThereAre() {
        int rows = learned.set().frozen().rows().size();

        var text = AuditText.of(report, 3);

        assertThat(text)
                .contains("row 3: sample", "… %d more rows, --all shows them".formatted(rows - 3))
                .doesNotContain("row 4: sample");
        assertThat(text)
                .contains("samples shared by train and test: 0", "verifies against the log");
        assertThat(AuditText.of(report, Integer.MAX_VALUE))
                .contains("row " + rows + ": sample")
                .doesNotContain("more rows");
    }

    @Test
    void theJsonHoldsEveryRow() {
        var json = Json.write(report);

        assertThat(json).contains("\"manifestVerifies\"", "\"stale\"", "\"samplesShared\"");
        assertThat(json.split("\"sampleName\"", -1).length - 1)
                .isEqualTo(learned.set().frozen().rows().size());
    }

    @Test
    void thePageEscapesWhatWasRecorded() {
        var page = AuditHtml.of(report);

        assertThat(page).contains("NCM &lt;").doesNotContain("NCM <");
        assertThat(page).contains("stale? no", "samples shared by train and test");
    }

    @Test
    void aPredictionIsFoundByItsIriAndByABeginning() {
        var id = learned.predictions().getLast();

        assertThat(audit("https://lodestone.local/id/datum/" + id).prediction().id()).isEqualTo(id);
        assertThat(audit(id.toUpperCase(java.util.Locale.ROOT)).prediction().id()).isEqualTo(id);
    }

    @Test
    void anAmbiguousBeginningListsTheCandidates() {
        var record = learned.predictions().getFirst().substring(0, 36);

        assertThatThrownBy(() -> audit(record))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("could be any of " + learned.predictions().size())
                .hasMessageContaining("Maybe one of " + record + "-1, " + record + "-2");
    }

    @Test
    void anUnknownPredictionIsSaidToBeUnknownWithTheOnesThereAre() {
        assertThatThrownBy(() -> audit("nothing-1"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("There is no prediction (nothing-1) at position")
                .hasMessageContaining(learned.predictions().getFirst());
    }

    @Test
    void aValueThatIsNoPredictionIsSaidToBeWhatItIs() {
        assertThatThrownBy(() -> audit(CathodeLab.recordId(1, "measured 1") + "-4"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("is a result of SampleMeasured, not a prediction");
    }

    @Test
    void predictionsAreListedBySampleAndByModel() {
        var predictions = new Predictions(lab.log());
        var all = predictions.list(Optional.empty(), Optional.empty()).predictions();
        var sample = all.getFirst().subject().orElseThrow().substring("sample ".length());

        assertThat(all)
                .extracting(Predictions.Line::id)
                .containsExactlyElementsOf(learned.predictions());
        assertThat(all).allSatisfy(line -> assertThat(line.stale()).isEqualTo("no"));
        assertThat(all).allSatisfy(line -> assertThat(line.error()).isPresent());
        assertThat(predictions.list(Optional.of(sample), Optional.of("Forest")).predictions())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.subject()).contains("sample " + sample));
        assertThat(predictions.list(all.getFirst().subjectName(), Optional.empty()))
                .isEqualTo(predictions.list(Optional.of(sample), Optional.empty()));
        assertThat(predictions.list(Optional.empty(), Optional.of("no such")).predictions())
                .isEmpty();
    }
}
