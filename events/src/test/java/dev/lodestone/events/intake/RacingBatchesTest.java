package dev.lodestone.events.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Draft;
import dev.lodestone.events.log.EventLog;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RacingBatchesTest {
    @TempDir Path directory;
    @AutoClose private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(directory);
    }

    private static final String SAMPLE =
            "{'type':'SampleRegistered','version':1,'samples':[{'sample':'%s'}]}";

    private Draft correction(String record, int n) {
        return lab.drafts(
                        "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                                .formatted(record, SAMPLE.formatted("a" + n)))[0];
    }

    /// Runs both at once; the refusals.
    private static List<Refused> race(Callable<?> one, Callable<?> other) throws Exception {
        var refused = new ArrayList<Refused>();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running =
                    List.of(one, other).stream()
                            .map(task ->
                                    threads.submit(() -> {
                                        start.await();
                                        return task.call();
                                    }))
                            .toList();
            for (var task : running) {
                try {
                    task.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    if (e.getCause() instanceof Refused r) {
                        refused.add(r);
                    } else {
                        throw e;
                    }
                }
            }
        }
        return refused;
    }

    @Test
    void ofTwoThreadsThatCorrectOneRecordOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            var record = lab.recordOne(SAMPLE.formatted("s" + round)).toString();
            var head = lab.log.head();
            var one = List.of(correction(record, 1));
            var other = List.of(correction(record, 2));
            var refused = race(() -> lab.intake.record(one), () -> lab.intake.record(other));
            assertThat(refused).singleElement().satisfies(r -> assertThat(r.conflict()).isTrue());
            assertThat(lab.log.head()).isEqualTo(head.next());
        }
    }

    @Test
    void ofTwoGatesOnOneLogThatCorrectOneRecordOneWins() throws Exception {
        var second = lab.secondIntake();
        for (int round = 0; round < 20; round++) {
            var record = lab.recordOne(SAMPLE.formatted("s" + round)).toString();
            var head = lab.log.head();
            var one = List.of(correction(record, 1));
            var other = List.of(correction(record, 2));
            var refused = race(() -> lab.intake.record(one), () -> second.record(other));
            assertThat(refused).singleElement().satisfies(r -> assertThat(r.conflict()).isTrue());
            assertThat(lab.log.head()).isEqualTo(head.next());
        }
    }

    /// A gate whose log lets another gate go first, between the checks and the append.
    private EventIntake overtakenBy(Runnable other) {
        EventLog slow =
                (EventLog)
                        Proxy.newProxyInstance(
                                EventLog.class.getClassLoader(),
                                new Class<?>[] {EventLog.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("append")) {
                                        other.run();
                                    }
                                    try {
                                        return method.invoke(lab.log, arguments);
                                    } catch (java.lang.reflect.InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        return new EventIntake(slow, InstantSource.fixed(Lab.NOW), lab.random.split());
    }

    private void assertOvertaken(String mine, String theirs) {
        var gate = overtakenBy(() -> lab.record(theirs));
        var drafts = List.of(lab.drafts(mine));
        try {
            gate.record(drafts);
        } catch (Refused e) {
            assertThat(e.conflict()).isTrue();
            assertThat(e.rejections())
                    .singleElement()
                    .satisfies(r -> {
                        assertThat(r.rule()).isEqualTo("NothingCameInBetween");
                        assertThat(r.text()).containsOnlyOnce("Maybe");
                    });
            return;
        }
        throw new AssertionError("recorded, although something came in between");
    }

    @Test
    void aCorrectionThatCameInBetweenIsNoticed() {
        var record = lab.recordOne(SAMPLE.formatted("a")).toString();
        var correction =
                "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}";
        assertOvertaken(
                correction.formatted(record, SAMPLE.formatted("b")),
                correction.formatted(record, SAMPLE.formatted("c")));
    }

    @Test
    void anEndThatCameInBetweenIsNoticed() {
        lab.record(SAMPLE.formatted("a"));
        assertOvertaken(
                "{'type':'SampleStored','version':1,'occurrence':{'labTime':{'year':2022}},'participants':{'samples':['a']}}",
                "{'type':'SampleDestroyed','version':1,'occurrence':{'labTime':{'year':2020}},'participants':{'samples':['a']},'how':'Lost'}");
    }

    @Test
    void aMakingThatCameInBetweenIsNoticed() {
        lab.record(SAMPLE.formatted("a"));
        var split =
                "{'type':'SampleSplit','version':1,'parent':'a','parts':[{'sample':'p'}],'process':'lsk:Cutting'}";
        assertOvertaken(split, split);
    }

    @Test
    void aContainerThatWasPutIntoTheOtherInBetweenIsNoticed() {
        var box =
                "{'type':'ContainerRegistered','version':1,'container':'%s','containerKind':'lsk:Box'%s}";
        lab.record(box.formatted("a", ""), box.formatted("b", ""));
        assertOvertaken(
                box.formatted("a", ",'inside':{'container':'b'}"),
                box.formatted("b", ",'inside':{'container':'a'}"));
    }

    @Test
    void theSameRecordThatCameInBetweenIsNoticed() {
        var event =
                "{'type':'SampleRegistered','version':1,'id':'0199a000-0000-7000-8000-000000000001','samples':[{'sample':'a'}]}";
        assertOvertaken(event, event);
        assertThat(lab.record(event).getFirst().alreadyKnown()).isTrue();
    }

    @Test
    void whatHasNothingToDoWithItMayComeInBetween() {
        lab.record(SAMPLE.formatted("a"));
        var gate = overtakenBy(() -> lab.record(SAMPLE.formatted("z")));
        assertThat(
                        gate.record(
                                List.of(
                                        lab.drafts(
                                                "{'type':'SampleStored','version':1,'participants':{'samples':['a']}}"))))
                .singleElement()
                .satisfies(r -> assertThat(r.position()).isEqualTo(lab.log.head()));
    }
}
