package dev.lodestone.query.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Draft;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.testkit.Lab;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBatchTest {
    private static final int EVENTS = 5_000;

    /// A real log, of which it is counted how often it is asked what.
    private static EventLog counted(EventLog log, Map<String, Integer> calls) {
        return (EventLog)
                Proxy.newProxyInstance(
                        EventLog.class.getClassLoader(),
                        new Class<?>[] {EventLog.class},
                        (_, method, arguments) -> {
                            calls.merge(method.getName(), 1, Integer::sum);
                            try {
                                return method.invoke(log, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Test
    void fiveThousandEventsAreCorrectedInOneAppendWithWorkInProportion(@TempDir Path directory) {
        try (var lab = Lab.in(directory)) {
            var furnaces = new Furnaces(lab);
            sinterings(lab);
            var calls = new TreeMap<String, Integer>();
            var log = counted(lab.log(), calls);
            var corrections =
                    new Corrections(
                            log, new EventIntake(log, () -> Lab.BEGIN, new SplittableRandom(7)));
            var before = lab.head().value();
            var answer =
                    corrections.correct(
                            corrections.read(Furnaces.shift("-12", "K")), Include.NOTHING);
            assertThat(answer.corrected()).isEqualTo(EVENTS);
            assertThat(lab.head().value()).isEqualTo(before + EVENTS + 1);
            assertThat(calls).containsEntry("append", 1);
            assertThat(calls.get("read")).isEqualTo(1);
            assertThat(calls.get("readTagged")).isLessThan(12 * EVENTS);
            assertThat(calls.get("find")).isLessThan(12 * EVENTS);
            assertThat(furnaces.temperatures()).hasSize(EVENTS).containsOnly("838");

            calls.clear();
            corrections.undo(RecordId.of(answer.header().orElseThrow()), "it was furnace 1");
            assertThat(calls).containsEntry("append", 1);
            assertThat(calls.get("readTagged")).isLessThan(12 * EVENTS);
            assertThat(furnaces.temperatures()).hasSize(EVENTS).containsOnly("850");
        }
    }

    private static void sinterings(Lab lab) {
        for (int from = 0; from < EVENTS; from += 1_000) {
            var drafts = new ArrayList<Draft>();
            for (int i = from; i < from + 1_000; i++) {
                var sample = new SampleId("s" + i);
                drafts.add(
                        Draft.of(
                                lab.intake().newId(),
                                new SampleRegistered(
                                        Occurrence.UNKNOWN,
                                        List.of(SampleDescription.of(sample)))));
                drafts.add(
                        Draft.of(
                                lab.intake().newId(),
                                Furnaces.sintering(
                                        "furnace-2",
                                        Furnaces.on(1 + i % 28),
                                        Furnaces.temperature(
                                                "850", "unit:DEG_C", HowKnown.RECORDED),
                                        Participants.of(sample))));
            }
            lab.intake().record(drafts);
        }
    }
}
