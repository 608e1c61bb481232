package dev.lodestone.benchmarks;

import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/// The lives of the peer comparison, as our events: N chains of mixing precursor lots (and, in 30 %
/// of chains, an earlier chain's child), calcining, sintering, splitting in three, storing, and one
/// measurement of each child. Chain `i` depends on `i` and `N` alone and draws its random numbers
/// in the order of the peers' generator, so that both speak of the same samples and values.
public final class Lives {
    private static final double[] NICKEL = {.33, .5, .6, .7, .8, .85, .9, 1};
    private static final String[] ATMOSPHERE = {"O2", "air", "Ar", "N2"};
    private static final String[] CONDITION = {"ambient", "drybox", "vacuum"};
    private static final long EPOCH = 1_672_531_200L;

    private final int chains;

    /// @param chains N
    public Lives(int chains) {
        this.chains = chains;
    }

    /// How many precursor lots there are: one for fifty chains, at least ten.
    public int lots() {
        return Math.max(10, chains / 50);
    }

    /// The peers' number of the batch of chain `i`; its three children follow.
    public long batch(int i) {
        return lots() + 4L * i;
    }

    /// Our identity of the peers' sample number.
    public static SampleId sample(long number) {
        return new SampleId("s" + number);
    }

    /// How many samples there are.
    public long samples() {
        return lots() + 4L * chains;
    }

    /// Hands out every event: the lots first, then chain after chain.
    public void forEach(Consumer<Draft> to) {
        long record = 0;
        for (int lot = 0; lot < lots(); lot += 500) {
            var some = new ArrayList<SampleDescription>();
            for (int j = lot; j < Math.min(lots(), lot + 500); j++) {
                some.add(SampleDescription.of(sample(j), Term.of("lsk:PrecursorLot")));
            }
            to.accept(draft(record++, new SampleRegistered(Occurrence.UNKNOWN, some)));
        }
        for (int i = 0; i < chains; i++) {
            for (var event : chain(i)) {
                to.accept(draft(record++, event));
            }
        }
    }

    private static Draft draft(long number, ProvenanceEvent event) {
        return Draft.of(
                new RecordId(new UUID(0x1234_5678_0000_8000L, 0x8000_0000_0000_0000L | number)),
                event);
    }

    /// The events of one chain, in the order they happened.
    public List<ProvenanceEvent> chain(int i) {
        var random = new SplittableRandom(0x5EEDL * 31 + i * 0x9E3779B97F4A7C15L);
        var events = new ArrayList<ProvenanceEvent>();
        int formula = random.nextInt(NICKEL.length);
        long t = EPOCH + (long) ((double) i / chains * 3 * 365 * 86_400) + random.nextInt(86_400);
        int parentCount = 2 + random.nextInt(2);
        var parents = new LinkedHashSet<Long>();
        while (parents.size() < parentCount) {
            parents.add((long) random.nextInt(lots()));
        }
        if (i > 0 && random.nextDouble() < 0.3) {
            int j = i - 1 - random.nextInt(Math.min(i, 1_000));
            parents.add(batch(j) + 1 + random.nextInt(3));
        }
        var batch = sample(batch(i));
        double speed = 100 + random.nextInt(500);
        double mixing = 1 + random.nextInt(24);
        events.add(
                new SamplesMerged(
                        at(t),
                        parents.stream()
                                .map(p ->
                                        new SamplesMerged.Input(sample(p), Optional.empty(), false))
                                .toList(),
                        SampleDescription.of(batch, Term.of("lsk:Powder")),
                        Term.of("lsk:Mixing"),
                        List.of(
                                set("lsp:stirringRate", speed, "lsu:REV-PER-MIN"),
                                set("lsp:duration", mixing, "unit:HR"))));
        if (random.nextBoolean()) {
            t += 3_600 * (long) mixing;
            double temperature = 400 + random.nextInt(80) * 5;
            double hours = 2 + random.nextInt(10);
            events.add(
                    heat(
                            t,
                            batch,
                            "lsk:Calcination",
                            "lsp:calcinationTemperature",
                            "lsp:calcinationTime",
                            temperature,
                            hours,
                            ATMOSPHERE[random.nextInt(4)]));
            t += 3_600 * (long) hours;
        }
        t += 86_400;
        double sintering = 700 + random.nextInt(81) * 5;
        double sinteringHours = 4 + random.nextInt(20);
        events.add(
                heat(
                        t,
                        batch,
                        "lsk:Sintering",
                        "lsp:sinteringTemperature",
                        "lsp:sinteringTime",
                        sintering,
                        sinteringHours,
                        ATMOSPHERE[random.nextInt(4)]));
        t += 3_600 * (long) sinteringHours + 3_600;
        var children = List.of(child(i, 1), child(i, 2), child(i, 3));
        events.add(
                new SampleSplit(
                        at(t),
                        batch,
                        children.stream()
                                .map(c -> SampleDescription.of(c, Term.of("lsk:Powder")))
                                .toList(),
                        true,
                        Term.of("lsk:Aliquoting"),
                        List.of()));
        t += 600;
        var place = CONDITION[random.nextInt(3)];
        events.add(
                new SampleStored(
                        at(t),
                        new Participants(children, Optional.empty()),
                        Optional.of(place),
                        List.of(
                                set(
                                        "lsp:storageTemperature",
                                        20 + random.nextInt(10),
                                        "unit:DEG_C"))));
        for (int k = 0; k < 3; k++) {
            long when = t + (long) (-Math.log(1 - random.nextDouble()) * 20 * 86_400);
            events.add(
                    new SampleMeasured(
                            at(when),
                            Participants.of(children.get(k)),
                            Term.of(k == 0 ? "lsk:XRD" : k == 1 ? "lsk:SEM" : "lsk:BatteryCycling"),
                            Effect.NONE,
                            List.of(),
                            List.of(),
                            results(k, formula, sintering, random),
                            List.of()));
        }
        return events;
    }

    private static List<Value> results(
            int k, int formula, double sintering, SplittableRandom random) {
        var results = new ArrayList<Value>();
        switch (k) {
            case 0 -> {
                results.add(
                        found(
                                "lsp:latticeParameterA",
                                2.86
                                        + 0.02 * (1 - NICKEL[formula])
                                        + (sintering - 900) * 1e-6
                                        + random.nextDouble() * 0.004,
                                "unit:ANGSTROM"));
                if (random.nextBoolean()) {
                    results.add(
                            found(
                                    "lsp:cationMixing",
                                    1 + 6 * random.nextDouble() + (sintering - 800) * 0.005,
                                    "unit:PERCENT"));
                }
            }
            case 1 -> {
                results.add(
                        found(
                                "lsp:grainSize",
                                Math.exp((sintering - 900) / 150.0) * (0.5 + random.nextDouble()),
                                "unit:MicroM"));
                if (random.nextBoolean()) {
                    results.add(
                            found(
                                    "lsp:secondaryParticleSize",
                                    3 + 12 * random.nextDouble(),
                                    "unit:MicroM"));
                }
            }
            default -> {
                double off = (sintering - (980 - 200 * NICKEL[formula])) / 100;
                results.add(
                        found(
                                "lsp:specificDischargeCapacity",
                                140
                                        + 70 * NICKEL[formula]
                                        - 8 * off * off
                                        + 6 * (random.nextDouble() - .5),
                                "unit:MilliA-HR-PER-GM"));
                results.add(
                        found(
                                "lsp:capacityRetention",
                                98 - 10 * NICKEL[formula] * random.nextDouble() - off * off,
                                "unit:PERCENT"));
            }
        }
        return results;
    }

    private SampleId child(int i, int k) {
        return sample(batch(i) + k);
    }

    private static SampleProcessed heat(
            long t,
            SampleId batch,
            String process,
            String temperature,
            String time,
            double degrees,
            double hours,
            String atmosphere) {
        return new SampleProcessed(
                at(t),
                Participants.of(batch),
                Term.of(process),
                List.of(
                        set(temperature, degrees, "unit:DEG_C"),
                        set(time, hours, "unit:HR"),
                        Value.ofText(Term.of("lsp:atmosphere"), HowKnown.RECORDED, atmosphere)),
                List.of());
    }

    private static Occurrence at(long epochSecond) {
        return Occurrence.at(LabTime.at(Instant.ofEpochSecond(epochSecond)));
    }

    private static Value set(String property, double value, String unit) {
        return Value.of(Term.of(property), HowKnown.RECORDED, quantity(value, unit))
                .withMode(Mode.SETPOINT);
    }

    private static Value found(String property, double value, String unit) {
        return Value.of(
                Term.of(property),
                HowKnown.MEASURED,
                quantity(Math.round(value * 1e6) / 1e6, unit));
    }

    private static Quantity quantity(double value, String unit) {
        var number = BigDecimal.valueOf(value);
        return new Quantity(number, Term.of(unit), number.toPlainString(), Optional.empty());
    }
}
