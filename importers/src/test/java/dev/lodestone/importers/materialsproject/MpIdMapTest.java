package dev.lodestone.importers.materialsproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MpIdMapTest {
    @Test
    void itHoldsWhatAMapHolds() {
        long seed = 11;
        var random = new SplittableRandom(seed);
        var map = new MpIdMap();
        var expected = new HashMap<MpId, MpId>();
        for (int i = 0; i < 20_000; i++) {
            var id = id(random);
            var value = id(random);
            map.putIfAbsent(id, value);
            expected.putIfAbsent(id, value);
        }
        assertThat(map.size()).as("seed %d", seed).isEqualTo(expected.size());
        expected.forEach((id, value) ->
                assertThat(map.findId(id)).as("seed %d, %s", seed, id).contains(value));
        for (int i = 0; i < 20_000; i++) {
            var id = id(random);
            assertThat(map.has(id)).as("seed %d, %s", seed, id).isEqualTo(expected.containsKey(id));
        }
        var all = new TreeSet<MpId>();
        map.forEach(all::add);
        assertThat(all).isEqualTo(new TreeSet<>(expected.keySet()));
    }

    @Test
    void theSmallestAndTheLargestNumberAreNumbersAsOthers() {
        var map = new MpIdMap();
        for (long number : new long[] {0, 999_999_999_999_999_999L}) {
            var id = new MpId("mp", number);
            assertThat(map.find(id)).isEmpty();
            map.putIfAbsent(id, number);
            assertThat(map.find(id)).contains(number);
        }
    }

    private static MpId id(SplittableRandom random) {
        return new MpId(random.nextInt(10) == 0 ? "mvc" : "mp", random.nextInt(30_000));
    }
}
