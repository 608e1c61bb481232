package dev.lodestone.testkit;

import dev.lodestone.events.Because;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.Ending;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleDestroyed;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.events.intake.EventIntake;
import dev.lodestone.events.intake.Receipt;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.EventLogs;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Term;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// A laboratory for tests: a real log behind a real intake, and short words for what happens. Its
/// clock begins on 2026-01-01 and goes on a second whenever it is looked at; the ids it gives
/// follow from its seed. For one thread.
public final class Lab implements AutoCloseable {
    /// When the clock begins.
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final Term CELSIUS = Term.of("unit:DEG_C");
    private static final Term MILLI_AMPERE_HOURS = Term.of("unit:MilliA-HR-PER-GM");

    private final EventLog log;
    private final EventIntake intake;
    private int placed;

    private Lab(EventLog log, InstantSource clock, long seed) {
        this.log = log;
        this.intake = new EventIntake(log, clock, new SplittableRandom(seed));
    }

    /// Opens a lab that keeps its log in a directory.
    public static Lab in(Path directory) {
        return in(directory, 1);
    }

    /// Opens a lab whose ids follow from a seed.
    public static Lab in(Path directory, long seed) {
        var seconds = new AtomicLong();
        InstantSource clock = () -> BEGIN.plusSeconds(seconds.getAndIncrement());
        return new Lab(EventLogs.open(directory, clock), clock, seed);
    }

    public EventLog log() {
        return log;
    }

    public EventIntake intake() {
        return intake;
    }

    public LogPosition head() {
        return log.head();
    }

    /// Records an event.
    public RecordId record(ProvenanceEvent event) {
        return record(Draft.of(intake.newId(), event)).record();
    }

    /// Records a draft.
    public Receipt record(Draft draft) {
        return intake.record(List.of(draft)).getFirst();
    }

    /// Registers a sample under a name, which is its id too.
    public SampleId sample(String name) {
        var sample = new SampleId(name);
        record(
                new SampleRegistered(
                        Occurrence.UNKNOWN,
                        List.of(
                                SampleDescription.of(
                                        sample,
                                        Term.of("lsk:Powder"),
                                        new ScopedName("lab", name)))));
        return sample;
    }

    /// Registers a container with these samples at positions A1, A2 and so on.
    public RecordId plate(String name, SampleId... samples) {
        return record(plateOf(name, samples));
    }

    /// The registration that [#plate] records.
    public static ContainerRegistered plateOf(String name, SampleId... samples) {
        var placements =
                java.util.stream.IntStream.range(0, samples.length)
                        .mapToObj(i -> new ContainerRegistered.Placement("A" + (i + 1), samples[i]))
                        .toList();
        return new ContainerRegistered(
                Occurrence.UNKNOWN,
                new ContainerId(name),
                Term.of("lsk:WellPlate"),
                Optional.of(name),
                placements);
    }

    /// A sintering, to be recorded.
    public static SampleProcessed sintering(LabTime when, String celsius, Participants who) {
        return new SampleProcessed(
                Occurrence.at(when),
                who,
                Term.of("lsk:Sintering"),
                List.of(temperature(celsius)),
                List.of());
    }

    /// A sintering temperature.
    public static Value temperature(String celsius) {
        return Value.of(
                        Term.of("lsp:sinteringTemperature"),
                        HowKnown.RECORDED,
                        Quantity.of(celsius, CELSIUS))
                .withMode(Mode.ACTUAL);
    }

    /// Sinters samples.
    public RecordId sinter(LabTime when, String celsius, SampleId... samples) {
        return record(sintering(when, celsius, Participants.of(samples)));
    }

    /// Sinters all that a membership placed.
    public RecordId sinter(LabTime when, String celsius, String container, RecordId membership) {
        return record(
                sintering(when, celsius, Participants.of(new ContainerId(container), membership)));
    }

    /// A measurement of the discharge capacity at a C-rate of 0.1.
    public static SampleMeasured cycling(
            LabTime when, String capacity, Effect effect, HowKnown basis, SampleId sample) {
        return new SampleMeasured(
                Occurrence.at(when),
                Participants.of(sample),
                Term.of("lsk:GalvanostaticCycling"),
                effect,
                List.of(),
                List.of(
                        Value.of(
                                Term.of("lsp:cRate"),
                                HowKnown.RECORDED,
                                Quantity.of("0.1", Term.of("unit:UNITLESS")))),
                List.of(
                        Value.of(
                                Term.of("lsp:specificDischargeCapacity"),
                                basis,
                                Quantity.of(capacity, MILLI_AMPERE_HOURS))),
                List.of());
    }

    /// Measures the discharge capacity, in mAh/g, without effect on the sample.
    public RecordId measure(LabTime when, String capacity, SampleId sample) {
        return measure(when, capacity, Effect.NONE, sample);
    }

    /// Measures the discharge capacity, in mAh/g.
    public RecordId measure(LabTime when, String capacity, Effect effect, SampleId sample) {
        return record(cycling(when, capacity, effect, HowKnown.MEASURED, sample));
    }

    /// Cuts parts from a sample, which goes on.
    public RecordId split(LabTime when, SampleId parent, String... parts) {
        return split(when, parent, false, parts);
    }

    /// Cuts a sample.
    public RecordId split(LabTime when, SampleId parent, boolean consumed, String... parts) {
        return record(
                new SampleSplit(
                        Occurrence.at(when),
                        parent,
                        Arrays.stream(parts).map(SampleId::new).map(SampleDescription::of).toList(),
                        consumed,
                        Term.of("lsk:Cutting"),
                        List.of()));
    }

    /// Blends samples wholly.
    public RecordId merge(LabTime when, String result, SampleId... inputs) {
        return record(
                new SamplesMerged(
                        Occurrence.at(when),
                        Arrays.stream(inputs)
                                .map(s -> new SamplesMerged.Input(s, Optional.empty(), true))
                                .toList(),
                        SampleDescription.of(new SampleId(result)),
                        Term.of("lsk:Blending"),
                        List.of()));
    }

    /// Destroys samples.
    public RecordId destroy(LabTime when, SampleId... samples) {
        return record(
                new SampleDestroyed(
                        Occurrence.at(when), Participants.of(samples), Ending.DESTROYED));
    }

    /// Corrects a record, as an error.
    public RecordId correct(RecordId superseded, ProvenanceEvent restated) {
        return record(
                new RecordCorrected(
                        Occurrence.UNKNOWN,
                        List.of(superseded),
                        Because.ERROR,
                        Optional.empty(),
                        restated));
    }

    /// Withdraws records, as errors.
    public RecordId retract(RecordId... records) {
        return record(
                new RecordRetracted(
                        Occurrence.UNKNOWN, List.of(records), Because.ERROR, Optional.empty()));
    }

    /// A fresh name.
    public String fresh(String prefix) {
        return prefix + ++placed;
    }

    @Override
    public void close() {
        log.close();
    }
}
