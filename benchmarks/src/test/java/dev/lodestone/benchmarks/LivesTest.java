package dev.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import org.junit.jupiter.api.Test;

final class LivesTest {
    @Test
    void theyAreAsManyAsThePeersGeneratorMakes() {
        int chains = 100_000;
        var lives = new Lives(chains);
        long events = 0;
        long values = 0;
        long parents = 0;
        for (int i = 0; i < chains; i++) {
            for (var event : lives.chain(i)) {
                events++;
                switch (event) {
                    case SamplesMerged merge -> parents += merge.inputs().size();
                    case SampleSplit split -> parents += split.parts().size();
                    case SampleMeasured measurement -> values += measurement.results().size();
                    default -> {}
                }
            }
        }
        assertThat(lives.samples()).isEqualTo(402_000);
        assertThat(events).isEqualTo(749_793);
        assertThat(values).isEqualTo(499_715);
        assertThat(parents).isEqualTo(580_073);
    }
}
