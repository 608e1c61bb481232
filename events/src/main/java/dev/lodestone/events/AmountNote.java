package dev.lodestone.events;

import dev.lodestone.events.NumberedValue.Role;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// What an event says of how much of a sample there is, or was taken of it.
///
/// @param pointer RFC 6901 pointer into the event's JSON
public record AmountNote(SampleId sample, Sort sort, Quantity quantity, String pointer) {
    /// What a sample is found to weigh or fill.
    public static final Set<Term> FOUND =
            Set.of(Term.of("lsp:sampleMass"), Term.of("lsp:sampleVolume"));

    /// What a step used up or lost of a sample.
    public static final Set<Term> USED = Set.of(Term.of("lsp:massUsed"), Term.of("lsp:volumeUsed"));

    private static final Set<HowKnown> FOUND_OUT =
            Set.of(HowKnown.MEASURED, HowKnown.RECORDED, HowKnown.EXTRACTED);

    /// What an amount says.
    public enum Sort {
        /// So much there was when the sample entered the record.
        ENTERED,
        /// So much there is.
        FOUND,
        /// So much was taken.
        TAKEN
    }

    /// What an event says of amounts. Of a correction: what the restated event says. The samples of
    /// a container are not among them: they are known from its membership alone.
    public static List<AmountNote> of(ProvenanceEvent event) {
        return of(event, Participants::samples);
    }

    /// What an event says of amounts.
    ///
    /// @param who the samples that take part; asked only where something is said of each of them
    public static List<AmountNote> of(
            ProvenanceEvent event, Function<Participants, ? extends Collection<SampleId>> who) {
        return switch (event) {
            case RecordCorrected correction ->
                    of(correction.restated(), who).stream()
                            .map(note ->
                                    new AmountNote(
                                            note.sample,
                                            note.sort,
                                            note.quantity,
                                            "/restated" + note.pointer))
                            .toList();
            case SampleRegistered e -> entered("/samples", e.samples());
            case SampleSplit e -> {
                var notes = new ArrayList<>(entered("/parts", e.parts()));
                for (int i = 0; i < e.parts().size(); i++) {
                    var part = e.parts().get(i);
                    // A region is marked, not taken away.
                    if (part.nature() != Nature.REGION) {
                        add(notes, e.parent(), Sort.TAKEN, part.amount(), "/parts/" + i);
                    }
                }
                notes.addAll(used(event, e.parameters(), () -> List.of(e.parent())));
                yield notes;
            }
            case SamplesMerged e -> {
                var notes = new ArrayList<AmountNote>();
                for (int i = 0; i < e.inputs().size(); i++) {
                    var input = e.inputs().get(i);
                    add(notes, input.sample(), Sort.TAKEN, input.amount(), "/inputs/" + i);
                }
                add(notes, e.result().sample(), Sort.ENTERED, e.result().amount(), "/result");
                yield notes;
            }
            case SampleMeasured e -> {
                var notes =
                        new ArrayList<>(
                                used(event, e.conditions(), () -> who.apply(e.participants())));
                notes.addAll(found(e, () -> who.apply(e.participants())));
                yield notes;
            }
            case SampleEvent.SampleProcessed e ->
                    used(event, e.parameters(), () -> who.apply(e.participants()));
            case SampleEvent.SampleStored e ->
                    used(event, e.conditions(), () -> who.apply(e.participants()));
            case SampleEvent.SampleTransported e ->
                    used(event, e.conditions(), () -> who.apply(e.participants()));
            default -> List.of();
        };
    }

    private static List<AmountNote> entered(String list, List<SampleDescription> samples) {
        var notes = new ArrayList<AmountNote>();
        for (int i = 0; i < samples.size(); i++) {
            var sample = samples.get(i);
            add(notes, sample.sample(), Sort.ENTERED, sample.amount(), list + "/" + i);
        }
        return notes;
    }

    private static void add(
            List<AmountNote> notes,
            SampleId sample,
            Sort sort,
            Optional<Quantity> amount,
            String pointer) {
        amount.ifPresent(q -> notes.add(new AmountNote(sample, sort, q, pointer + "/amount")));
    }

    /// Nearly no event says anything of amounts; numbering its values would cost each of them.
    private static boolean speaks(List<Value> values, Set<Term> of) {
        return values.stream().anyMatch(value -> of.contains(value.property()));
    }

    private static List<AmountNote> used(
            ProvenanceEvent event,
            List<Value> set,
            Supplier<? extends Collection<SampleId>> participants) {
        var notes = new ArrayList<AmountNote>();
        if (!speaks(set, USED)) {
            return notes;
        }
        for (var value : NumberedValue.of(event)) {
            boolean given = value.role() == Role.PARAMETER || value.role() == Role.CONDITION;
            if (given && USED.contains(value.value().property())) {
                notes.addAll(of(value, participants, Sort.TAKEN));
            }
        }
        return notes;
    }

    private static List<AmountNote> found(
            SampleMeasured event, Supplier<? extends Collection<SampleId>> participants) {
        var notes = new ArrayList<AmountNote>();
        if (!speaks(event.results(), FOUND)) {
            return notes;
        }
        for (var value : NumberedValue.of(event)) {
            if (value.role() == Role.RESULT
                    && FOUND.contains(value.value().property())
                    && FOUND_OUT.contains(value.value().basis())) {
                notes.addAll(of(value, participants, Sort.FOUND));
            }
        }
        return notes;
    }

    private static List<AmountNote> of(
            NumberedValue value, Supplier<? extends Collection<SampleId>> samples, Sort sort) {
        var named = value.value().sample();
        Collection<SampleId> about = named.isPresent() ? List.of(named.get()) : samples.get();
        return value.value().quantity().stream()
                .flatMap(q ->
                        about.stream()
                                .map(sample ->
                                        new AmountNote(
                                                sample, sort, q, value.pointer() + "/quantity")))
                .toList();
    }
}
