package dev.lodestone.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.log.LogPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private static final SampleRegistered PLAIN =
            new SampleRegistered(
                    Occurrence.UNKNOWN, List.of(SampleDescription.of(new SampleId("a"))));

    private static RecordId id(int n) {
        return new RecordId(new UUID(0, n));
    }

    private static RecordedEvent record(int n, ProvenanceEvent body) {
        return new RecordedEvent(
                Draft.of(id(n), body), new LogPosition(n), Instant.EPOCH.plusSeconds(n));
    }

    private static RecordedEvent plain(int n) {
        return record(n, PLAIN);
    }

    private static RecordedEvent corrects(int n, int target) {
        return record(
                n,
                new RecordCorrected(
                        Occurrence.UNKNOWN,
                        List.of(id(target)),
                        Because.ERROR,
                        Optional.empty(),
                        PLAIN));
    }

    private static RecordedEvent retracts(int n, int target) {
        return record(
                n,
                new RecordRetracted(
                        Occurrence.UNKNOWN, List.of(id(target)), Because.ERROR, Optional.empty()));
    }

    private static void assertLive(List<RecordedEvent> records, Integer... live) {
        assertThat(Liveness.of(records))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(live).stream().map(LivenessTest::id).toList());
    }

    @Test
    void aRecordIsLive() {
        assertLive(List.of(plain(1)), 1);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItSupersedes() {
        assertLive(List.of(plain(1), corrects(2, 1)), 2);
    }

    @Test
    void aCorrectionOfACorrectionDoesNotReviveTheFirstRecord() {
        assertLive(List.of(plain(1), corrects(2, 1), corrects(3, 2)), 3);
        assertLive(List.of(plain(1), corrects(2, 1), corrects(3, 2), corrects(4, 3)), 4);
    }

    @Test
    void retractingACorrectionRevivesWhatItHadSuperseded() {
        assertLive(List.of(plain(1), corrects(2, 1), retracts(3, 2)), 1, 3);
        assertLive(List.of(plain(1), corrects(2, 1), corrects(3, 2), retracts(4, 3)), 2, 4);
        assertLive(
                List.of(plain(1), corrects(2, 1), corrects(3, 2), retracts(4, 3), retracts(5, 2)),
                1,
                4,
                5);
    }

    @Test
    void retractingARetractionRevivesToo() {
        assertLive(List.of(plain(1), retracts(2, 1)), 2);
        assertLive(List.of(plain(1), retracts(2, 1), retracts(3, 2)), 1, 3);
        assertLive(List.of(plain(1), retracts(2, 1), retracts(3, 2), retracts(4, 3)), 2, 4);
        assertLive(List.of(plain(1), corrects(2, 1), retracts(3, 2), retracts(4, 3)), 2, 4);
    }

    @Test
    void theOrderInWhichRecordsAreGivenDoesNotMatter() {
        var records =
                new ArrayList<>(
                        List.of(
                                plain(1),
                                corrects(2, 1),
                                corrects(3, 2),
                                retracts(4, 3),
                                plain(5)));
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Collections.shuffle(records, new Random(seed));
        assertLive(records, 2, 4, 5);
    }

    /// Grows histories by ending a live record at random, and keeps them by a stack: what an
    /// event's undone corrections go back to.
    @Test
    void anEventThatIsOnlyEverCorrectedAndUncorrectedHasOneLiveRecord() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var records = new ArrayList<>(List.of(plain(1)));
            var standing = new ArrayList<>(List.of(1));
            for (int n = 2; n < 30; n++) {
                int top = standing.getLast();
                if (standing.size() > 1 && random.nextBoolean()) {
                    records.add(retracts(n, top));
                    standing.removeLast();
                } else {
                    records.add(corrects(n, top));
                    standing.add(n);
                }
                var live = Liveness.of(records);
                var own =
                        records.stream()
                                .filter(r -> !(r.draft().body() instanceof RecordRetracted))
                                .map(RecordedEvent::record)
                                .filter(live::contains)
                                .toList();
                assertThat(own).containsExactly(id(standing.getLast()));
            }
        }
    }
}
