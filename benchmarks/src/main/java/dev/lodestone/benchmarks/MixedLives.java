package dev.lodestone.benchmarks;

import dev.lodestone.events.Because;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A large laboratory's log: one event in a hundred is a correction, one in twenty is recorded long
/// after it happened, one in ten is a measurement of the same sample, a plate is processed as a
/// whole, and the rest are the ordinary lives. Always the same for the same number.
final class MixedLives {
    /// The sample that is measured again and again.
    static final SampleId HOT = new SampleId("hot");

    /// The plate is heated so often.
    static final int PLATE_STEPS = 5;

    private static final int LATEST = 20_000;
    private static final double LATE_SHARE = 0.05;

    /// Of the lives' events, three in five are steps and measurements, which alone can come late.
    private static final double CAN_BE_LATE = 0.6;

    private static final double EVENTS_A_CHAIN = 7.5;

    private final int events;
    private final SplittableRandom random = new SplittableRandom(20_260);
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparingLong(Held::until));
    private long emitted;
    private long late;
    private long corrected;
    private int measurements;

    MixedLives(int events) {
        this.events = events;
    }

    private record Held(long until, Draft draft) {}

    /// Hands out the events in the order in which they are recorded.
    void forEach(Consumer<Draft> to) {
        SmallLabs.register(List.of(HOT), to);
        var membership = SmallLabs.plate(SmallLabs.PLATE, to);
        for (int i = 0; i < PLATE_STEPS; i++) {
            to.accept(plateStep(membership, i));
        }
        double lives = events * 0.89;
        new Lives((int) (lives / EVENTS_A_CHAIN)).forEach(draft -> life(draft, to));
        while (!held.isEmpty()) {
            emit(held.poll().draft(), to);
        }
    }

    /// How many were recorded late.
    long late() {
        return late;
    }

    /// How many were corrected.
    long corrected() {
        return corrected;
    }

    /// How often the one sample was measured.
    int measurements() {
        return measurements;
    }

    private void life(Draft draft, Consumer<Draft> to) {
        boolean step = draft.body() instanceof SampleProcessed;
        boolean canBeLate = step || draft.body() instanceof SampleMeasured;
        if (canBeLate && random.nextDouble() < LATE_SHARE / CAN_BE_LATE / 0.89) {
            late++;
            hold(draft);
        } else {
            emit(draft, to);
            if (step && corrected * 100 < emitted) {
                corrected++;
                hold(correction(draft));
            }
        }
        if (measurements * 10L < emitted) {
            emit(measurement(measurements++), to);
        }
        while (!held.isEmpty() && held.peek().until() <= emitted) {
            emit(held.poll().draft(), to);
        }
    }

    private void hold(Draft draft) {
        held.add(new Held(emitted + 1 + random.nextInt(LATEST), draft));
    }

    private void emit(Draft draft, Consumer<Draft> to) {
        to.accept(draft);
        emitted++;
    }

    private static Draft plateStep(RecordId membership, int i) {
        return SmallLabs.draft(
                new SampleProcessed(
                        SmallLabs.hour(10 + i),
                        Participants.of(new ContainerId("plate"), membership),
                        Term.of("lsk:Annealing"),
                        List.of(
                                SmallLabs.set("lsp:annealingTemperature", 400 + i, "unit:DEG_C"),
                                SmallLabs.set("lsp:annealingTime", 2, "unit:HR")),
                        List.of()));
    }

    private static Draft measurement(int i) {
        return SmallLabs.draft(
                new SampleMeasured(
                        SmallLabs.hour(i / 10),
                        Participants.of(HOT),
                        Term.of("lsk:BatteryCycling"),
                        Effect.NONE,
                        List.of(),
                        List.of(),
                        List.of(SmallLabs.capacity(180 + i / 10_000.0)),
                        List.of()));
    }

    /// The atmosphere is withdrawn, the last of three parameters.
    private static Draft correction(Draft wrong) {
        var step = (SampleProcessed) wrong.body();
        var right =
                new SampleProcessed(
                        step.occurrence(),
                        step.participants(),
                        step.process(),
                        step.parameters().stream().limit(2).toList(),
                        step.files());
        return SmallLabs.draft(
                new RecordCorrected(
                        Occurrence.UNKNOWN,
                        List.of(wrong.record()),
                        Because.ERROR,
                        Optional.of("the atmosphere was not noted"),
                        right));
    }
}
