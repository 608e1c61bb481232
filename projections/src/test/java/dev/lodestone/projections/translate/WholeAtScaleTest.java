package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.json.Kinds;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.events.log.NewEntry;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import dev.lodestone.testkit.Scratch;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A large log read whole, and followed at its end; asked for with `-Dlodestone.scale=1000000` and
/// a heap of 1 GiB.
@EnabledIfSystemProperty(named = "lodestone.scale", matches = "[0-9]+")
class WholeAtScaleTest {
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void aLargeLogIsReadWholeInLittleMemory() throws IOException {
        int events = Integer.getInteger("lodestone.scale", 0);
        try (var scratch = Scratch.make();
                var log = EventLogs.open(scratch.path(), InstantSource.system())) {
            fill(log, events);
            var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            long[] count = {0};
            long begin = System.nanoTime();
            meaning.whole(
                    log.head(),
                    new StatementSink() {
                        @Override
                        public void statement(Statement statement) {
                            count[0]++;
                        }

                        @Override
                        public void shelved(RecordId record, Statement statement) {
                            count[0]++;
                        }
                    });
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "Whole: %d events, %d statements, %.0f a second%n",
                    events, count[0], count[0] / seconds);
            hotSample(log, meaning);
        }
    }

    /// What one more measurement of a sample of a long life costs.
    private static void hotSample(EventLog log, LogMeaning meaning) {
        var hot = new SampleId("s0");
        var from = log.head();
        for (int i = 0; i < 3; i++) {
            append(
                    log,
                    List.of(
                            draft(
                                    2_000_000_000L + i,
                                    Lab.cycling(
                                            LabTime.at(BEGIN.plusSeconds(900_000_000L + i)),
                                            "20" + i,
                                            Effect.NONE,
                                            HowKnown.MEASURED,
                                            hot))));
            long begin = System.nanoTime();
            var delta = meaning.delta(from, log.head());
            System.out.printf(
                    "One more of a hot sample: %d statements in %.1f ms%n",
                    delta.added().size(), (System.nanoTime() - begin) / 1e6);
            assertThat(delta.removed()).isEmpty();
            from = log.head();
        }
        assertThat(log.head()).isGreaterThan(LogPosition.START);
    }

    /// A tenth registrations; the rest half processes, half measurements, a tenth of all of one hot
    /// sample.
    private static void fill(EventLog log, int events) {
        var batch = new ArrayList<Draft>();
        for (int i = 0; i < events; i++) {
            var sample = new SampleId("s" + (i % 10 == 9 ? 0 : i / 10));
            var time = LabTime.at(BEGIN.plusSeconds(i));
            ProvenanceEvent event =
                    i % 10 == 0
                            ? new SampleRegistered(
                                    Occurrence.at(time), List.of(SampleDescription.of(sample)))
                            : i % 10 < 5
                                    ? Lab.sintering(time, "850", Participants.of(sample))
                                    : Lab.cycling(
                                            time,
                                            "1" + (i % 100),
                                            Effect.NONE,
                                            HowKnown.MEASURED,
                                            sample);
            batch.add(draft(i, event));
            if (batch.size() == 5_000 || i == events - 1) {
                append(log, batch);
                batch.clear();
            }
        }
    }

    private static Draft draft(long i, ProvenanceEvent event) {
        return Draft.of(new RecordId(new UUID(7L << 12, i | Long.MIN_VALUE)), event);
    }

    private static void append(EventLog log, List<Draft> drafts) {
        log.append(
                drafts.stream()
                        .map(draft ->
                                new NewEntry(
                                        draft.record().value(),
                                        draft.body().kind(),
                                        Kinds.VERSION,
                                        "",
                                        EventTags.of(draft, _ -> List.of()),
                                        draft.access(),
                                        EventCodec.write(draft)))
                        .toList(),
                List.of());
    }
}
