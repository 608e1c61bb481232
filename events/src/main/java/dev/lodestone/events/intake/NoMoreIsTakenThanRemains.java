package dev.lodestone.events.intake;

import dev.lodestone.events.AmountNote;
import dev.lodestone.events.AmountNote.Sort;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// No more is taken of a sample than is known to remain: what it entered with, or was last found to
/// weigh, less what was taken since. Amounts are compared in one dimension only; what is not known,
/// or known in another dimension, refuses nothing.
///
/// A taking counts unless it is known to be later than the event that is checked: a sum does not
/// depend on the order. So an event recorded late, before others in lab time that left too little,
/// is accepted; the balance tells that more was taken than there was.
///
/// What is too much: more than twice the combined standard uncertainty of the amounts (coverage
/// factor 2, JCGM 100:2008, 6.2), which is nothing where none is stated.
final class NoMoreIsTakenThanRemains implements IntakeRule {
    private static final double COVERAGE = 2;

    private final Ontology ontology = Ontology.lodestone();

    /// A note, with the event and the order of what says it.
    private record Entry(AmountNote note, KnownOrder order, RecordedEvent by) {}

    /// An amount in SI, with the square of its uncertainty.
    private record Si(BigDecimal value, double variance) {
        Si less(Si other) {
            return new Si(value.subtract(other.value), variance + other.variance);
        }

        Si plus(Si other) {
            return new Si(value.add(other.value), variance + other.variance);
        }
    }

    @Override
    public void check(Draft draft, Knowledge known, Complaints complaints) {
        var taken = new LinkedHashMap<SampleId, LinkedHashMap<String, List<AmountNote>>>();
        for (var note : AmountNote.of(draft.body())) {
            if (note.sort() == Sort.TAKEN) {
                unit(note.quantity())
                        .ifPresent(unit ->
                                taken.computeIfAbsent(note.sample(), _ -> new LinkedHashMap<>())
                                        .computeIfAbsent(
                                                unit.dimensionVector(), _ -> new ArrayList<>())
                                        .add(note));
            }
        }
        taken.forEach((sample, byDimension) -> {
            var entries = entries(sample, draft, known);
            byDimension.values().forEach(notes -> check(sample, notes, entries, draft, complaints));
        });
    }

    private static List<Entry> entries(SampleId sample, Draft draft, Knowledge known) {
        return known.live(EventTags.amount(sample)).stream()
                .filter(recorded -> !recorded.event().equals(draft.event()))
                .flatMap(recorded ->
                        AmountNote.of(recorded.stated()).stream()
                                .filter(note -> note.sample().equals(sample))
                                .map(note -> new Entry(note, order(recorded.draft()), recorded)))
                .toList();
    }

    private void check(
            SampleId sample,
            List<AmountNote> notes,
            List<Entry> all,
            Draft draft,
            Complaints complaints) {
        var unit = unit(notes.getFirst().quantity()).orElseThrow();
        var me = order(draft);
        var same =
                all.stream()
                        .filter(e ->
                                unit(e.note.quantity()).filter(unit::sameDimension).isPresent())
                        .filter(e -> e.note.sort() != Sort.TAKEN || !me.isBefore(e.order))
                        .toList();
        var wanted = notes.stream().map(n -> si(n.quantity())).reduce(Si::plus).orElseThrow();
        var beginnings = beginnings(me, same);
        Si most = null;
        Entry from = null;
        for (var beginning : beginnings) {
            var left = left(beginning, same);
            if (most == null || left.value.compareTo(most.value) > 0) {
                most = left;
                from = beginning;
            }
        }
        if (most == null || from == null) {
            return;
        }
        var over = wanted.less(most);
        if (over.value.doubleValue() > COVERAGE * Math.sqrt(over.variance)
                && over.value.signum() > 0) {
            complaints.add(
                    notes.size() == 1
                            ? notes.getFirst().pointer()
                            : notes.getFirst().pointer().replaceFirst("/\\d+/\\w+$", ""),
                    "The sample (%s) has %s left of %s (record %s), and %s would be taken."
                            .formatted(
                                    sample,
                                    text(most.value.max(BigDecimal.ZERO), unit),
                                    text(si(from.note.quantity()).value, unit),
                                    from.by.record(),
                                    text(wanted.value, unit)),
                    "an amount or its unit is mistyped; or weigh the sample and record that"
                            + " first, if there is more of it.");
        }
    }

    /// Where to reckon from: the last amount found before, and any that cannot be ordered; else
    /// what the sample entered with.
    private static List<Entry> beginnings(KnownOrder me, List<Entry> entries) {
        var found =
                entries.stream()
                        .filter(e -> e.note.sort() == Sort.FOUND && !me.isBefore(e.order))
                        .toList();
        var before = found.stream().filter(e -> e.order.isBefore(me)).toList();
        var last =
                before.stream()
                        .filter(e -> before.stream().noneMatch(o -> e.order.isBefore(o.order)))
                        .toList();
        var beginnings = new ArrayList<>(found);
        beginnings.removeAll(before);
        beginnings.addAll(last);
        if (last.isEmpty()) {
            entries.stream().filter(e -> e.note.sort() == Sort.ENTERED).forEach(beginnings::add);
        }
        return beginnings;
    }

    /// What was found to be there has lost only what is known to have been taken after.
    private Si left(Entry beginning, List<Entry> entries) {
        var left = si(beginning.note.quantity());
        for (var entry : entries) {
            if (entry.note.sort() == Sort.TAKEN
                    && (beginning.note.sort() == Sort.ENTERED
                            || beginning.order.isBefore(entry.order))) {
                left = left.less(si(entry.note.quantity()));
            }
        }
        return left;
    }

    private static KnownOrder order(Draft draft) {
        return new KnownOrder(draft.event(), draft.stated().occurrence().labTime());
    }

    private Optional<Unit> unit(Quantity quantity) {
        return ontology.findUnit(quantity.unit().curie()).filter(Unit::convertible);
    }

    private Si si(Quantity quantity) {
        var unit = unit(quantity).orElseThrow();
        double u =
                quantity.uncertainty()
                        .map(unit::differenceToSi)
                        .orElse(BigDecimal.ZERO)
                        .doubleValue();
        return new Si(unit.toSi(quantity.value()), u * u);
    }

    private static String text(BigDecimal si, Unit unit) {
        return unit.fromSi(si).stripTrailingZeros().toPlainString() + " " + unit.symbol();
    }
}
