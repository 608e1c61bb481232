package dev.lodestone.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Draft;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.learning.CathodeLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Table 1 of the M3I3 review, as the demonstration records it.
@TestInstance(Lifecycle.PER_CLASS)
class PublishedPredictionsTest {
    private static final Path TABLE =
            Path.of("../app/src/main/resources/dev/lodestone/app/demo/m3i3-table-1.jsonl");

    private CathodeLab lab;
    private List<Predictions.Line> predictions;

    @BeforeAll
    void record(@TempDir Path directory) throws IOException {
        lab = new CathodeLab(directory, 0);
        List<Draft> drafts =
                Files.readAllLines(TABLE).stream()
                        .map(line -> EventCodec.read(line, lab.intake()::newId))
                        .toList();
        lab.intake().record(drafts);
        predictions =
                new Predictions(lab.log()).list(Optional.empty(), Optional.empty()).predictions();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    private AuditReport audit(int row) {
        return new PredictionAudit(lab.log(), Iris.DEFAULT).audit(predictions.get(row - 1).id());
    }

    @Test
    void theFourRowsAreListedWithWhatTurnedOut() {
        assertThat(predictions)
                .extracting(Predictions.Line::predicted)
                .containsExactly("191.3 mAh/g", "180.5 mAh/g", "236.3 mAh/g", "231.3 mAh/g");
        assertThat(predictions)
                .extracting(line -> line.actual().orElseThrow())
                .containsExactly("190.0 mAh/g", "181.1 mAh/g", "214.0 mAh/g", "214.0 mAh/g");
    }

    @Test
    void theErrorsWorkedOutAreThoseOfTheTable() {
        assertThat(audit(1).actual().orElseThrow().errorPercent()).contains("0.7");
        assertThat(audit(2).actual().orElseThrow().errorPercent()).contains("-0.3");
        assertThat(audit(3).actual().orElseThrow().errorPercent()).contains("10.4");
        assertThat(audit(4).actual().orElseThrow().errorPercent()).contains("8.1");
    }

    @Test
    void theAuditStopsInWordsWhereTheTrainingRowsAreUnpublished() {
        var report = audit(3);

        assertThat(report.trainingSet()).isEmpty();
        assertThat(report.staleness().words())
                .isEqualTo("no (as far as can be told: training rows unpublished)");
        assertThat(AuditText.of(report))
                .contains("training set: Training rows unpublished: the review gives")
                .contains("doi:10.1021/acsnano.1c00211")
                .doesNotContain("row 1: sample");
        assertThat(AuditHtml.of(report)).contains("Training rows unpublished: the review gives");
    }

    @Test
    void whatTheTableDoesNotGiveIsNotMadeUp() {
        assertThat(audit(1).statedInputs())
                .hasSize(7)
                .noneMatch(value -> value.property().startsWith("lsp:sintering"));
        assertThat(audit(2).statedInputs()).hasSize(9);
        assertThat(audit(1).prediction().stated().note().orElseThrow())
                .contains("sintering temperature and time not given");
        assertThat(audit(1).prediction().subject()).isEmpty();
    }
}
