package dev.lodestone.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.lab.FixtureLab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleChangesTest {
    @TempDir private Path directory;

    @Test
    void aCorrectionTellsWhatWasSaidBeforeAndSince() {
        try (var lab = new FixtureLab(directory)) {
            var changes = changes(lab).of("A", 16, 17);
            assertThat(changes.changes()).hasSize(1);
            var change = changes.changes().getFirst();
            assertThat(change.how()).isEqualTo("corrected");
            assertThat(change.reason()).contains("the logger says otherwise");
            assertThat(change.values())
                    .extracting(ValueDifference::words)
                    .containsExactly("-10 °C (-0.8452 %)");
            assertThat(changes.text()).contains("sintering temperature", "was 910 °C, is 900 °C");
        }
    }

    @Test
    void whatWasWithdrawnAndRevivedIsToldEachAtItsPosition() {
        try (var lab = new FixtureLab(directory)) {
            lab.record(
                    """
                    {"type":"RecordRetracted","version":1,"id":"0199a000-0000-7000-8000-000000000019",\
                    "retracts":["%s"],"because":"Error","explanation":"never stored there"}
                    """
                            .formatted(FixtureLab.id(18)));
            lab.record(
                    """
                    {"type":"RecordRetracted","version":1,\
                    "retracts":["0199a000-0000-7000-8000-000000000019"],"because":"Error","explanation":"it was"}
                    """);
            assertThat(changes(lab).of("A", 17, 20).changes())
                    .extracting(change -> change.position() + " " + change.how())
                    .containsExactly("18 recorded", "19 withdrawn", "20 revived");
        }
    }

    @Test
    void positionsThatGoBackwardsAreRefused() {
        try (var lab = new FixtureLab(directory)) {
            assertThatThrownBy(() -> changes(lab).of("A", 9, 8))
                    .isInstanceOf(Incorrect.class)
                    .hasMessageContaining("Maybe");
            assertThat(changes(lab).of("A", 18, 99).text()).contains("Nothing.");
        }
    }

    private static SampleChanges changes(FixtureLab lab) {
        return new SampleChanges(lab.queries(), FixtureLab.BASE);
    }
}
