package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One sample with a very long life: what is quadratic would take hours.
class SampleChainTest {
    private static final int STEPS = 100_000;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final SampleId HOT = new SampleId("hot");

    @Test
    void aHundredThousandTimedMeasurementsAreSoonInOrder() {
        var steps = new ArrayList<ChainStep>();
        for (int i = 1; i <= STEPS; i++) {
            steps.add(
                    step(
                            i,
                            i % 1_000 == 0 ? ChainStep.Part.CHANGED : ChainStep.Part.OBSERVED,
                            LabTime.at(BEGIN.plusSeconds(i))));
        }
        Collections.shuffle(steps, new Random(1));
        // Before the first change there is no state to hang on; then two statements a measurement,
        // four for the first state, eight for a further change, and how the life stands.
        assertThat(count(steps)).isEqualTo(2 * (STEPS - 999 - 100) + 4 + 8 * 99 + 2);
    }

    @Test
    void aHundredThousandUndatedMeasurementsAreSoonInOrder() {
        var steps = new ArrayList<ChainStep>();
        for (int i = 1; i <= STEPS; i++) {
            steps.add(
                    step(
                            i,
                            i % 20_000 == 0 ? ChainStep.Part.CHANGED : ChainStep.Part.OBSERVED,
                            LabTime.UNKNOWN));
        }
        assertThat(count(steps)).isGreaterThan(2L * STEPS);
    }

    @Test
    void aHundredThousandNumberedChangesAreSoonInOrder() {
        var steps = new ArrayList<ChainStep>();
        for (int i = 1; i <= STEPS; i++) {
            steps.add(step(i, ChainStep.Part.CHANGED, LabTime.order(STEPS - i)));
        }
        assertThat(count(steps)).isGreaterThan(5L * STEPS);
    }

    private static long count(List<ChainStep> steps) {
        return assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> {
                    long[] count = {0};
                    SampleChain.write(Iris.DEFAULT, HOT, steps, _ -> count[0]++);
                    return count[0];
                });
    }

    private static ChainStep step(int i, ChainStep.Part part, LabTime time) {
        var id = new UUID(0, i);
        return new ChainStep(
                ChainStep.When.of(new EventId(id), new RecordId(id), i, i, time, ""),
                part,
                null,
                List.of(1),
                List.of());
    }
}
