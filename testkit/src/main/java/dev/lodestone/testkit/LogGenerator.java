package dev.lodestone.testkit;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.Because;
import dev.lodestone.events.CellRef;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.ContainerPlace;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.DatasetId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.Ending;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.LearningEvent.TrainingSetFrozen;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.RegionPlace;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleDestroyed;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleLinked;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Fills a lab's log at random, always the same for a seed: lives of samples with everything that
/// makes them hard to tell, such as partly dated and undated events, lineage learned late,
/// memberships corrected, corrections of corrections, batches corrected by a rule, and what was
/// withdrawn coming back. Offers some events that the intake refuses; they are counted, not
/// recorded.
public final class LogGenerator {
    private final Lab lab;
    private final SplittableRandom random;
    private final RandomAmounts amounts;
    private final List<SampleId> samples = new ArrayList<>();
    private final List<Draft> recorded = new ArrayList<>();
    private final List<Plate> plates = new ArrayList<>();
    private final List<MaterialId> materials = new ArrayList<>();
    private final List<AgentId> agents = new ArrayList<>();
    private final RandomBatches batches;
    private int refused;
    private int named;

    private record Plate(ContainerId id, RecordId membership) {}

    public LogGenerator(Lab lab, long seed) {
        this.lab = lab;
        this.random = new SplittableRandom(seed);
        this.amounts = new RandomAmounts(seed);
        this.batches = new RandomBatches(lab, ~seed);
    }

    /// How many batches were refused.
    public int refused() {
        return refused;
    }

    /// How many batches were corrected by a rule, undone or brought back.
    public int corrected() {
        return batches.recorded();
    }

    /// Offers so many events, in batches of one to four.
    public void generate(int events) {
        int offered = 0;
        while (offered < events) {
            var batch = new ArrayList<Draft>();
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                batch.add(draft());
            }
            offered += size;
            offer(batch);
            batches.maybeCorrect().forEach(this::remember);
        }
    }

    private void offer(List<Draft> batch) {
        try {
            lab.intake().record(batch);
            batch.forEach(this::remember);
        } catch (Refused one) {
            refused++;
            if (batch.size() > 1) {
                batch.forEach(draft -> offer(List.of(draft)));
            }
        }
    }

    private void remember(Draft draft) {
        recorded.add(draft);
        switch (draft.stated()) {
            case SampleRegistered e -> e.samples().forEach(s -> samples.add(s.sample()));
            case SampleSplit e -> e.parts().forEach(p -> samples.add(p.sample()));
            case SamplesMerged e -> samples.add(e.result().sample());
            case ContainerRegistered e -> plates.add(new Plate(e.container(), draft.record()));
            case MaterialRegistered e -> materials.add(e.material());
            case AgentRegistered e -> agents.add(e.agent());
            default -> {}
        }
    }

    private Draft draft() {
        int dice = random.nextInt(100);
        if (samples.size() < 3 || dice < 6) {
            return fresh(register());
        } else if (dice < 72) {
            var draft = fresh(happening());
            return random.nextInt(4) == 0
                    ? draft.from(
                            dev.lodestone.events.SourceRef.of(
                                    new dev.lodestone.events.SourceId("list-" + random.nextInt(2))))
                    : draft;
        } else if (dice < 86) {
            return correction();
        } else if (dice < 95) {
            return fresh(
                    new RecordRetracted(
                            Occurrence.UNKNOWN,
                            random.nextInt(5) == 0
                                    ? List.of(any(recorded).record(), any(recorded).record())
                                    : List.of(any(recorded).record()),
                            Because.ERROR,
                            Optional.of("it was another furnace")));
        }
        return again();
    }

    private Draft fresh(ProvenanceEvent event) {
        return Draft.of(lab.intake().newId(), event);
    }

    /// Content that came back: the same event under a new record.
    private Draft again() {
        var old = any(recorded);
        var stated = old.body() instanceof RecordRetracted ? happening() : old.stated();
        return new Draft(lab.intake().newId(), old.event(), Draft.PUBLIC, Optional.empty(), stated);
    }

    private Draft correction() {
        var old = recent();
        ProvenanceEvent restated =
                switch (old.stated()) {
                    case SampleProcessed e ->
                            new SampleProcessed(
                                    maybeOtherTime(e.occurrence()),
                                    random.nextBoolean() ? participants() : e.participants(),
                                    e.process(),
                                    amounts.used(temperature()),
                                    e.files());
                    case ContainerRegistered e ->
                            new ContainerRegistered(
                                    e.occurrence(),
                                    e.container(),
                                    e.containerKind(),
                                    e.name(),
                                    placements(),
                                    inside());
                    case SampleMeasured e when random.nextBoolean() -> measurement(any(samples));
                    case SampleRegistered e ->
                            new SampleRegistered(
                                    occurrence(),
                                    e.samples().stream()
                                            .map(s ->
                                                    s.regionOf()
                                                            .map(of -> region(s.sample(), of))
                                                            .orElseGet(() -> described(s.sample())))
                                            .toList());
                    case RecordRetracted _, RecordCorrected _ -> happening();
                    default -> random.nextInt(3) == 0 ? happening() : old.stated();
                };
        return fresh(
                new RecordCorrected(
                        Occurrence.UNKNOWN,
                        List.of(old.record()),
                        random.nextBoolean() ? Because.ERROR : Because.UPSTREAM_REVISION,
                        Optional.empty(),
                        restated));
    }

    private Occurrence maybeOtherTime(Occurrence occurrence) {
        return random.nextBoolean() ? occurrence : occurrence();
    }

    private ProvenanceEvent register() {
        return switch (random.nextInt(8)) {
            case 0 ->
                    new MaterialRegistered(
                            Occurrence.UNKNOWN,
                            new MaterialId("m" + random.nextInt(3)),
                            Optional.of("LiNi0.8Co0.1Mn0.1O2"),
                            List.of(name()),
                            Optional.empty());
            case 1 ->
                    new AgentRegistered(
                            Occurrence.UNKNOWN,
                            new AgentId("a" + random.nextInt(3)),
                            AgentType.PERSON,
                            "Kim " + random.nextInt(2),
                            Optional.empty(),
                            Optional.empty());
            case 2, 3 -> samples.isEmpty() ? registered() : marked();
            default -> registered();
        };
    }

    private SampleRegistered registered() {
        return new SampleRegistered(
                occurrence(),
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(_ -> described(newSample()))
                        .toList());
    }

    /// Regions: of a sample known before, of one registered with them, of another region, and now
    /// and then one that was registered before.
    private SampleRegistered marked() {
        var fresh = newSample();
        var region = random.nextInt(4) == 0 ? any(samples) : newSample();
        return new SampleRegistered(
                occurrence(),
                switch (random.nextInt(3)) {
                    case 0 -> List.of(region(region, any(samples)));
                    case 1 -> List.of(described(fresh), region(region, fresh));
                    default -> List.of(region(fresh, any(samples)), region(region, fresh));
                });
    }

    private SampleDescription region(SampleId sample, SampleId of) {
        var extent =
                new RegionPlace.Extent(
                        BigDecimal.ONE,
                        new BigDecimal("2.50"),
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        Term.of(random.nextBoolean() ? "unit:MilliM" : "lsu:Unknown"));
        return SampleDescription.region(
                sample,
                of,
                random.nextBoolean() ? RegionPlace.of("left edge") : RegionPlace.of(extent),
                name());
    }

    private Optional<ContainerPlace> inside() {
        if (plates.isEmpty() || random.nextInt(3) == 0) {
            return Optional.empty();
        }
        var container = any(plates).id().value();
        return Optional.of(
                random.nextBoolean()
                        ? ContainerPlace.in(container)
                        : ContainerPlace.at(container, "B" + random.nextInt(2)));
    }

    private Optional<AgentId> agent() {
        return agents.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(any(agents));
    }

    private SampleId newSample() {
        return new SampleId("s" + ++named);
    }

    private SampleDescription described(SampleId sample) {
        return amounts.some(
                SampleDescription.of(
                        sample,
                        random.nextBoolean() ? Term.of("lsk:Powder") : Term.of("lsk:Blank"),
                        name()));
    }

    private ScopedName name() {
        return new ScopedName("lab", "label " + random.nextInt(6));
    }

    private ProvenanceEvent happening() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 ->
                    new SampleProcessed(
                            occurrence(),
                            participants(),
                            Term.of("lsk:Sintering"),
                            amounts.used(temperature()),
                            random.nextInt(5) == 0 ? List.of(file()) : List.of());
            case 4 ->
                    new SampleStored(
                            occurrence(),
                            participants(),
                            random.nextBoolean() ? Optional.of("shelf") : Optional.empty(),
                            List.of(),
                            inside());
            case 5 ->
                    new SampleTransported(
                            occurrence(),
                            participants(),
                            random.nextBoolean() ? Optional.of("here") : Optional.empty(),
                            random.nextBoolean() ? Optional.of("there") : Optional.empty(),
                            agent(),
                            List.of(),
                            inside(),
                            agent());
            case 6, 7, 8, 9 -> measurement(any(samples));
            case 10, 11 -> split();
            case 12 -> merge();
            case 13 ->
                    random.nextBoolean()
                            ? new SampleDestroyed(occurrence(), participants(), Ending.LOST)
                            : measurement(any(samples));
            case 14, 15 ->
                    new ContainerRegistered(
                            Occurrence.UNKNOWN,
                            new ContainerId("plate" + random.nextInt(3)),
                            Term.of("lsk:WellPlate"),
                            Optional.empty(),
                            placements(),
                            inside());
            case 16 ->
                    new SampleIdentified(
                            Occurrence.UNKNOWN, any(samples), List.of(name()), List.of());
            case 17 -> asserted();
            case 18 ->
                    materials.isEmpty()
                            ? frozen()
                            : new SampleLinked(Occurrence.UNKNOWN, any(samples), any(materials));
            default ->
                    new Annotated(
                            Occurrence.UNKNOWN,
                            List.of(any(recorded).record()),
                            List.of(any(samples)),
                            "odd",
                            List.of());
        };
    }

    private ProvenanceEvent asserted() {
        var value = capacity(HowKnown.EXTRACTED);
        var subject =
                materials.isEmpty() || random.nextBoolean()
                        ? Subject.of(any(samples))
                        : Subject.of(any(materials));
        return random.nextInt(3) == 0
                ? new SimulationPerformed(
                        occurrence(),
                        subject,
                        Term.of("lsk:DFT"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(value),
                        List.of())
                : new ValuesAsserted(
                        occurrence(),
                        subject,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(value));
    }

    private ProvenanceEvent frozen() {
        var row =
                new TrainingSetFrozen.Row(
                        any(samples), List.of(new CellRef(any(recorded).record(), 1)));
        return new TrainingSetFrozen(
                Occurrence.UNKNOWN,
                new DatasetId("d" + random.nextInt(2)),
                "set",
                "all",
                lab.head().value(),
                List.of(
                        new TrainingSetFrozen.Column(
                                Term.of("lsp:cRate"), dev.lodestone.events.CellRole.FEATURE)),
                List.of(row),
                "0".repeat(64),
                "none",
                Draft.PUBLIC);
    }

    private SampleSplit split() {
        var part = random.nextInt(3) == 0 ? any(samples) : newSample();
        var parent = any(samples);
        return new SampleSplit(
                occurrence(),
                parent,
                part.equals(parent)
                        ? List.of(described(newSample()))
                        : List.of(described(part), described(newSample())),
                random.nextInt(4) == 0,
                Term.of("lsk:Cutting"),
                List.of());
    }

    private ProvenanceEvent merge() {
        var one = any(samples);
        var other = any(samples);
        if (one.equals(other)) {
            return measurement(one);
        }
        return new SamplesMerged(
                occurrence(),
                List.of(
                        new SamplesMerged.Input(
                                one,
                                Optional.of(Quantity.of("5.0", Term.of("unit:GM"))),
                                random.nextBoolean()),
                        new SamplesMerged.Input(other, Optional.empty(), random.nextBoolean())),
                described(newSample()),
                Term.of("lsk:Blending"),
                List.of());
    }

    private SampleMeasured measurement(SampleId sample) {
        var effect =
                switch (random.nextInt(10)) {
                    case 0 -> Effect.CONSUMES;
                    case 1, 2 -> Effect.ALTERS;
                    default -> Effect.NONE;
                };
        var other = any(samples);
        boolean both = random.nextInt(4) == 0 && !other.equals(sample);
        return new SampleMeasured(
                occurrence(),
                both ? Participants.of(sample, other) : Participants.of(sample),
                Term.of("lsk:GalvanostaticCycling"),
                effect,
                List.of(),
                List.of(
                        Value.of(
                                Term.of("lsp:cRate"),
                                HowKnown.RECORDED,
                                Quantity.of("0.1", Term.of("unit:UNITLESS")))),
                amounts.found(
                        both
                                ? List.of(
                                        capacity(HowKnown.MEASURED).about(sample),
                                        capacity(HowKnown.UNVERIFIED).about(other))
                                : List.of(
                                        capacity(
                                                random.nextInt(5) == 0
                                                        ? HowKnown.IMPUTED
                                                        : HowKnown.MEASURED))),
                random.nextInt(5) == 0 ? List.of(file()) : List.of());
    }

    private Value capacity(HowKnown basis) {
        return Value.of(
                Term.of("lsp:specificDischargeCapacity"),
                basis,
                Quantity.of(
                        List.of("200", "200.0", "205.1", "171").get(random.nextInt(4)),
                        Term.of("unit:MilliA-HR-PER-GM")));
    }

    private Value temperature() {
        return Lab.temperature(List.of("850", "850.0", "110", "900").get(random.nextInt(4)));
    }

    private DataFileRef file() {
        return new DataFileRef(
                "ab".repeat(32), "scan.csv", Optional.of("text/csv"), 12, Optional.of("raw"));
    }

    private Participants participants() {
        if (!plates.isEmpty() && random.nextInt(3) == 0) {
            var plate = any(plates);
            return random.nextBoolean()
                    ? Participants.of(plate.id(), plate.membership())
                    : new Participants(
                            List.of(),
                            Optional.of(
                                    new Participants.Positions(
                                            plate.id(), plate.membership(), List.of("P0"))));
        }
        return new Participants(
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(_ -> any(samples))
                        .distinct()
                        .toList(),
                Optional.empty());
    }

    private List<ContainerRegistered.Placement> placements() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new ContainerRegistered.Placement("P" + i, any(samples)))
                .toList();
    }

    private Occurrence occurrence() {
        var occurrence = Occurrence.at(labTime());
        return agents.isEmpty() || random.nextBoolean() ? occurrence : occurrence.by(any(agents));
    }

    private LabTime labTime() {
        var day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60));
        var instant = day.atStartOfDay().plusHours(random.nextInt(24)).toInstant(ZoneOffset.UTC);
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> LabTime.at(instant);
            case 4, 5 -> LabTime.between(instant, instant.plusSeconds(random.nextInt(500_000)));
            case 6, 7 -> LabTime.on(day);
            case 8 -> LabTime.in(YearMonth.from(day));
            case 9 -> LabTime.order(random.nextInt(5));
            case 10 -> LabTime.at(instant).withOrder(random.nextInt(5));
            case 11 -> LabTime.UNKNOWN.withAfter(anyEvent());
            case 12 -> LabTime.on(day).withBefore(anyEvent());
            case 13 -> random.nextBoolean() ? LabTime.since(instant) : LabTime.until(instant);
            default -> LabTime.UNKNOWN;
        };
    }

    private EventId anyEvent() {
        return recorded.isEmpty() ? new EventId(lab.intake().newId().value()) : recent().event();
    }

    /// Mostly one of the last, so that corrections meet what was lately corrected.
    private Draft recent() {
        int n = recorded.size();
        return random.nextInt(3) == 0
                ? any(recorded)
                : recorded.get(n - 1 - random.nextInt(Math.min(n, 12)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
