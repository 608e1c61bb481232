package dev.lodestone.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UuidsTest {
    @Test
    void versionSevenIsAsInAppendixA6OfRfc9562() {
        var instant = Instant.parse("2022-02-22T19:22:22Z");
        // The random bits of the example: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
        var bits = new ArrayList<>(java.util.List.of(0xCC3L, 0x18C4DC0C0C07398FL));
        RandomGenerator random = bits::removeFirst;
        assertThat(Uuids.timeOrdered(instant, random))
                .isEqualTo(UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    }

    @Test
    void versionFiveIsThatOfANamespaceAndTheJoinedParts() throws Exception {
        var namespace = UUID.fromString("6f0b3a52-6f5a-5d0e-9a3b-1c8e2d6a7f10");
        var sha1 = java.security.MessageDigest.getInstance("SHA-1");
        sha1.update(
                java.nio.ByteBuffer.allocate(16)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .array());
        var hash =
                java.util.HexFormat.of()
                        .formatHex(
                                sha1.digest(
                                        "sample\u001fncm\u001frow 2"
                                                .getBytes(StandardCharsets.UTF_8)));
        var uuid = Uuids.named("sample", "ncm", "row 2");
        assertThat(uuid.version()).isEqualTo(5);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.toString().replace("-", ""))
                .startsWith(hash.substring(0, 12))
                .endsWith(hash.substring(17, 32));
    }

    @Test
    void theNamesOfSamplesNeverChange() {
        assertThat(SampleId.of("iwt-bremen", "02").value())
                .isEqualTo(Uuids.named("sample", "iwt-bremen", "02").toString())
                .isEqualTo("b1fa3267-8347-59a5-85dd-51815236d05f");
    }

    @Test
    void partsAreToldApart() {
        assertThat(Uuids.named("a", "bc")).isNotEqualTo(Uuids.named("ab", "c"));
    }

    @Test
    void versionSevenIsOrderedByTime() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        var texts = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            var uuid = Uuids.timeOrdered(Instant.ofEpochMilli(1_700_000_000_000L + i), random);
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            texts.add(uuid.toString());
        }
        var sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        assertThat(texts).isEqualTo(sorted);
    }
}
