package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.json.EventCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guide on where samples are says of its batch.
class PlaceVerbsTest {
    private Terminal terminal;

    @BeforeEach
    void recordTheBatch(@TempDir Path directory) throws Exception {
        terminal = new Terminal(directory);
        try (var batch =
                EventCodec.class.getResourceAsStream(
                        "/dev/lodestone/events/examples/batch.jsonl")) {
            Files.write(terminal.path("batch.jsonl"), Objects.requireNonNull(batch).readAllBytes());
        }
        assertThat(terminal.done("record", "batch.jsonl")).contains("Recorded 13 events");
    }

    @Test
    void whereTellsBoxFreezerAndRoomAndWhoHasIt() {
        assertThat(terminal.done("where", "P7-01"))
                .contains(
                        "In A1 of box 3, shelf 2 of freezer 2, room 1.04",
                        "since on 2025-03-06, by container registration · position 9",
                        "Kim, from 2025-03-04 until now");
        assertThat(terminal.done("where", "P7-07", "--json")).contains("\"custody\"", "\"Lee\"");
        assertThat(terminal.done("where", "P7-08")).contains("In door of freezer 2, room 1.04");
        assertThat(terminal.done("where", "P7-08", "--as-of", "10")).contains("In B2 of box 3");
        assertThat(terminal.refused("where", "P7-99"))
                .contains("There is no sample (P7-99)", "Maybe");
    }

    @Test
    void contentsTellsWhatStandsInAContainerAndInWhatIsInIt() {
        assertThat(terminal.done("contents", "box 3"))
                .contains("D6  P7-24", "In shelf 2 of freezer 2");
        assertThat(terminal.done("contents", "freezer-2"))
                .contains("box 3")
                .doesNotContain("P7-24");
        assertThat(terminal.done("contents", "freezer-2", "--deep")).contains("box 3", "P7-24");
        assertThat(terminal.refused("contents", "box 4"))
                .contains("There is no container (box 4)", "Maybe");
    }

    @Test
    void theBatchIsTwentyFourAliquotsOfOneSplitWithTheirAmounts() {
        assertThat(terminal.done("lineage", "P7", "--depth", "1")).contains("24 aliquots of P7");
        assertThat(terminal.done("balance", "P7")).contains("12 g");
        assertThat(terminal.done("lineage", "P7-07")).contains("ROI 1, by marking a region");
    }

    @Test
    void theGraphOfTheBatchConformsToTheShapes() {
        assertThat(terminal.done("check")).doesNotContain("Violation");
    }
}
