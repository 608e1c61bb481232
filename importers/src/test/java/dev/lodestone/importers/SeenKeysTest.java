package dev.lodestone.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    @Test
    void everyKeyIsFoundAgainWithTheContentItWasLastMetWith() {
        var random = new SplittableRandom(11);
        var seen = new SeenKeys();
        var due = new HashMap<Long, Long>();
        for (int i = 0; i < 200_000; i++) {
            long print = SeenKeys.print("key " + random.nextInt(100_000));
            seen.put(print, i);
            due.put(print, (long) i);
        }
        due.forEach((print, content) -> {
            assertThat(seen.has(print)).isTrue();
            assertThat(seen.find(print)).hasValue(content);
        });
    }

    @Test
    void whatWasNotMetIsNotFound() {
        var seen = new SeenKeys();
        for (int i = 0; i < 50_000; i++) {
            seen.put(SeenKeys.print("met " + i), i);
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(seen.has(SeenKeys.print("other " + i))).isFalse();
        }
    }

    @Test
    void keysThatBeginAlikeDoNotHideEachOther() {
        var seen = new SeenKeys();
        for (long print = 1; print <= 10_000; print++) {
            seen.put(print, -print);
        }
        for (long print = 1; print <= 10_000; print++) {
            assertThat(seen.find(print)).hasValue(-print);
        }
        assertThat(seen.has(10_001)).isFalse();
    }
}
