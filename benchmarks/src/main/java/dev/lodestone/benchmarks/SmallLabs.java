package dev.lodestone.benchmarks;

import dev.lodestone.events.ContainerId;
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
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Stories shorter than the lives: a step, a measurement, a plate.
final class SmallLabs {
    /// How many positions the plates of the largest published library have.
    static final int PLATE = 3_367;

    private static final int REGISTERED_AT_ONCE = 500;

    private SmallLabs() {}

    /// Hands out events.
    @FunctionalInterface
    interface Story {
        void tell(Consumer<Draft> to);
    }

    /// Samples are registered, then sintered together.
    static void processing(int participants, Consumer<Draft> to) {
        var samples = samples("p", participants);
        register(samples, to);
        to.accept(
                draft(
                        new SampleProcessed(
                                hour(1),
                                new Participants(samples, Optional.empty()),
                                Term.of("lsk:Sintering"),
                                List.of(
                                        set("lsp:sinteringTemperature", 850, "unit:DEG_C"),
                                        set("lsp:sinteringTime", 12, "unit:HR")),
                                List.of())));
    }

    /// A sample is registered, then cycled: values that hold under some conditions.
    static void measurement(int values, int conditions, Consumer<Draft> to) {
        var samples = samples("m", 1);
        register(samples, to);
        var under =
                List.of(
                        recorded("lsp:cRate", 0.1, "unit:UNITLESS"),
                        recorded("lsp:measurementTemperature", 25, "unit:DEG_C"));
        to.accept(
                draft(
                        new SampleMeasured(
                                hour(1),
                                Participants.of(samples.getFirst()),
                                Term.of("lsk:BatteryCycling"),
                                Effect.NONE,
                                List.of(),
                                under.subList(0, conditions),
                                IntStream.range(0, values)
                                        .mapToObj(i -> capacity(180 + i))
                                        .toList(),
                                List.of())));
    }

    /// Samples are registered and put into a plate.
    ///
    /// @return the record that says what is where
    static RecordId plate(int positions, Consumer<Draft> to) {
        var samples = samples("plate-", positions);
        register(samples, to);
        var placements = new ArrayList<ContainerRegistered.Placement>();
        for (int i = 0; i < positions; i++) {
            placements.add(new ContainerRegistered.Placement("P" + i, samples.get(i)));
        }
        var registered =
                draft(
                        new ContainerRegistered(
                                hour(0),
                                new ContainerId("plate"),
                                Term.of("lsk:WellPlate"),
                                Optional.empty(),
                                placements));
        to.accept(registered);
        return registered.record();
    }

    static void register(List<SampleId> samples, Consumer<Draft> to) {
        for (int from = 0; from < samples.size(); from += REGISTERED_AT_ONCE) {
            to.accept(
                    draft(
                            new SampleRegistered(
                                    Occurrence.UNKNOWN,
                                    samples
                                            .subList(
                                                    from,
                                                    Math.min(
                                                            samples.size(),
                                                            from + REGISTERED_AT_ONCE))
                                            .stream()
                                            .map(sample ->
                                                    SampleDescription.of(
                                                            sample, Term.of("lsk:Powder")))
                                            .toList())));
        }
    }

    static List<SampleId> samples(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(i -> new SampleId(prefix + i)).toList();
    }

    /// An event whose record has the id that its content gives.
    static Draft draft(ProvenanceEvent event) {
        return Draft.of(new RecordId(Uuids.named("benchmarks", event.toString())), event);
    }

    static Occurrence hour(long n) {
        return Occurrence.at(
                LabTime.at(Instant.parse("2024-01-01T00:00:00Z").plusSeconds(3_600 * n)));
    }

    static Value set(String property, double value, String unit) {
        return recorded(property, value, unit).withMode(Mode.SETPOINT);
    }

    private static Value recorded(String property, double value, String unit) {
        return Value.of(Term.of(property), HowKnown.RECORDED, quantity(value, unit));
    }

    static Value capacity(double value) {
        return capacity(value, HowKnown.MEASURED);
    }

    static Value capacity(double value, HowKnown basis) {
        return Value.of(
                Term.of("lsp:specificDischargeCapacity"),
                basis,
                quantity(value, "unit:MilliA-HR-PER-GM"));
    }

    private static Quantity quantity(double value, String unit) {
        var number = BigDecimal.valueOf(value);
        return new Quantity(number, Term.of(unit), number.toPlainString(), Optional.empty());
    }
}
