package dev.lodestone.query.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.states.Conditions.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldTimesTest {
    private static final Instant BEGIN = Instant.parse("2025-03-01T00:00:00Z");
    private static final int HOURS = 60;

    /// Each hour is looked at by itself.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverOverlapsEachHourCountsOnce(long seed) {
        var random = new Random(seed);
        var times = new HeldTimes();
        var said = new EnumMap<Held, BitSet>(Held.class);
        for (var held : Held.values()) {
            said.put(held, new BitSet());
        }
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            int from = random.nextInt(HOURS);
            int to = from + random.nextInt(HOURS - from);
            var held = List.of(Held.values()).get(random.nextInt(3));
            times.place(at(from), at(to), held, Optional.empty());
            said.getOrDefault(held, new BitSet()).set(from, to);
        }
        int lasted = random.nextInt(5);
        times.add(3600.0 * lasted, Held.YES, Optional.empty());
        int yes = lasted;
        int no = 0;
        int unknown = 0;
        int both = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            boolean isYes = isSaid(said, Held.YES, hour);
            boolean isNo = isSaid(said, Held.NO, hour);
            if (isYes && isNo) {
                both++;
            } else if (isYes) {
                yes++;
            } else if (isNo) {
                no++;
            } else if (isSaid(said, Held.UNKNOWN, hour)) {
                unknown++;
            }
        }
        var sums = times.sums();
        assertThat(sums.held()).isEqualByComparingTo(Integer.toString(yes));
        assertThat(sums.notHeld()).isEqualByComparingTo(Integer.toString(no));
        assertThat(sums.undecided()).isEqualByComparingTo(Integer.toString(unknown));
        assertThat(sums.contradicted()).isEqualByComparingTo(Integer.toString(both));
    }

    private static boolean isSaid(Map<Held, BitSet> said, Held held, int hour) {
        return said.getOrDefault(held, new BitSet()).get(hour);
    }

    private static Instant at(int hour) {
        return BEGIN.plus(Duration.ofHours(hour));
    }
}
