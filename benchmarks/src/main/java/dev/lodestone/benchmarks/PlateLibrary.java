package dev.lodestone.benchmarks;

import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ThingEvent.ContainerRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A combinatorial laboratory in the proportions of the published MPS release: plates that are
/// printed and annealed whole, and whose every tenth sample goes through five electrochemical
/// measurements that alter it. On the first plates sample `p-i` is cut from `p-(i/2)`, so that a
/// plate is a lot with a lineage eleven deep; there each generation is printed and annealed before
/// the next is cut from it. One event for each step of a plate or generation.
///
/// The same numbers of samples, of steps of each sample and of parents as `gen.sql` of the peer.
final class PlateLibrary {
    /// So many plates have a lineage.
    static final int LOTS = 60;

    private static final int MEASURED_ONE_IN = 10;
    private static final int MEASUREMENTS = 5;
    private static final int HOURS_A_PLATE = 140;

    private final int plates;
    private final int perPlate;

    PlateLibrary(int plates, int perPlate) {
        this.plates = plates;
        this.perPlate = perPlate;
    }

    static SampleId sample(int plate, int number) {
        return new SampleId(plate + "-" + number);
    }

    /// Hands out the events in the order in which they happened.
    void forEach(Consumer<Draft> to) {
        for (int plate = 1; plate <= plates; plate++) {
            if (plate <= LOTS) {
                lot(plate, to);
            } else {
                SmallLabs.register(samples(plate, 1, perPlate), to);
                steps(plate, 0, 1, perPlate, to);
            }
        }
    }

    /// Generation g has the numbers from 2^g, as far as they go.
    private void lot(int plate, Consumer<Draft> to) {
        SmallLabs.register(samples(plate, 1, 1), to);
        for (int generation = 0; 1 << generation <= perPlate; generation++) {
            int first = 1 << generation;
            int last = Math.min(2 * first - 1, perPlate);
            steps(plate, generation, first, last, to);
            for (int parent = first; parent <= last && 2 * parent <= perPlate; parent++) {
                to.accept(cut(plate, generation, parent));
            }
        }
    }

    private Draft cut(int plate, int generation, int parent) {
        return SmallLabs.draft(
                new SampleSplit(
                        hour(plate, generation, 9),
                        sample(plate, parent),
                        samples(plate, 2 * parent, Math.min(2 * parent + 1, perPlate)).stream()
                                .map(part -> SampleDescription.of(part, Term.of("lsk:LibraryPad")))
                                .toList(),
                        false,
                        Term.of("lsk:Cutting"),
                        List.of()));
    }

    private static void steps(int plate, int generation, int first, int last, Consumer<Draft> to) {
        var container = new ContainerId("plate-" + plate + "-" + generation);
        var membership = placed(container, plate, first, last);
        to.accept(membership);
        var whole = Participants.of(container, membership.record());
        to.accept(processed(hour(plate, generation, 0), whole, "lsk:InkjetPrinting", List.of()));
        to.accept(
                processed(
                        hour(plate, generation, 1),
                        whole,
                        "lsk:Annealing",
                        List.of(
                                SmallLabs.set(
                                        "lsp:annealingTemperature",
                                        300 + 25 * (plate % 13),
                                        "unit:DEG_C"),
                                SmallLabs.set("lsp:annealingTime", 2, "unit:HR"))));
        var tenths =
                IntStream.rangeClosed(first, last)
                        .filter(i -> i % MEASURED_ONE_IN == 0)
                        .mapToObj(Integer::toString)
                        .toList();
        if (!tenths.isEmpty()) {
            for (int k = 0; k < MEASUREMENTS; k++) {
                to.accept(measured(plate, generation, k, container, membership.record(), tenths));
            }
        }
    }

    private static Draft placed(ContainerId container, int plate, int first, int last) {
        var placements = new ArrayList<ContainerRegistered.Placement>();
        for (int i = first; i <= last; i++) {
            placements.add(
                    new ContainerRegistered.Placement(Integer.toString(i), sample(plate, i)));
        }
        return draft(
                "placed-" + container,
                new ContainerRegistered(
                        Occurrence.UNKNOWN,
                        container,
                        Term.of("lsk:WellPlate"),
                        Optional.empty(),
                        placements));
    }

    private static Draft processed(
            Occurrence when, Participants what, String process, List<Value> parameters) {
        return SmallLabs.draft(
                new SampleProcessed(when, what, Term.of(process), parameters, List.of()));
    }

    private static Draft measured(
            int plate,
            int generation,
            int k,
            ContainerId container,
            RecordId membership,
            List<String> positions) {
        return draft(
                "measured-" + container + "-" + k,
                new SampleMeasured(
                        hour(plate, generation, 2 + k),
                        new Participants(
                                List.of(),
                                Optional.of(
                                        new Participants.Positions(
                                                container, membership, positions))),
                        Term.of(
                                k == MEASUREMENTS - 1
                                        ? "lsk:CyclicVoltammetry"
                                        : "lsk:Chronopotentiometry"),
                        Effect.ALTERS,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Draft draft(String name, ProvenanceEvent event) {
        return Draft.of(new RecordId(Uuids.named("benchmarks", name)), event);
    }

    private static Occurrence hour(int plate, int generation, int hour) {
        return SmallLabs.hour((long) plate * HOURS_A_PLATE + 10L * generation + hour);
    }

    private static List<SampleId> samples(int plate, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> sample(plate, i)).toList();
    }
}
