package dev.lodestone.query.audit;

import dev.lodestone.events.Because;
import dev.lodestone.events.Mentions;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.audit.AuditReport.Change;
import dev.lodestone.query.audit.AuditReport.Kind;
import dev.lodestone.query.audit.AuditReport.StatedValue;
import dev.lodestone.query.learning.Cell;
import dev.lodestone.query.learning.EventLives;
import dev.lodestone.query.learning.LogRecords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What became of the cells and records that something rests on. Cells are compared by what they
/// say (property, value, unit, conditions, sample, how known), not by their records: a record that
/// was replaced by one that says the same changes nothing.
///
/// What changed makes stale, whoever changed it. What was withdrawn makes stale if it was an error;
/// what a source merely no longer shows was still true when it was used.
final class CellFates {
    private final LogRecords records;
    private final EventLives lives;

    CellFates(LogRecords records, EventLives lives) {
        this.records = records;
        this.lives = lives;
    }

    /// What became of a cell; nothing, if its record still holds.
    ///
    /// @param about the sample of the row it stands in
    Optional<Change> of(String what, OptionalLong row, Cell cell, Optional<SampleId> about) {
        var current = lives.current(cell.record().event());
        if (current.map(RecordedEvent::record).filter(cell.record().record()::equals).isPresent()) {
            return Optional.empty();
        }
        var now = current.flatMap(record -> counterpart(cell, record));
        var kind =
                now.isEmpty()
                        ? Kind.WITHDRAWN
                        : same(cell, now.get(), about) ? Kind.RE_IDENTIFIED : Kind.CHANGED;
        return Optional.of(
                change(
                        what,
                        kind,
                        row,
                        cell.record(),
                        current,
                        Optional.of(cell.ref().toString()),
                        about.map(SampleId::value),
                        Optional.of(AuditWords.stated(cell)),
                        now.map(AuditWords::stated)));
    }

    /// What became of a whole record, such as that of a model.
    Optional<Change> of(String what, RecordedEvent record) {
        var current = lives.current(record.event());
        if (current.map(RecordedEvent::record).filter(record.record()::equals).isPresent()) {
            return Optional.empty();
        }
        var kind =
                current.isEmpty()
                        ? Kind.WITHDRAWN
                        : current.get().stated().equals(record.stated())
                                ? Kind.RE_IDENTIFIED
                                : Kind.CHANGED;
        return Optional.of(
                change(
                        what,
                        kind,
                        OptionalLong.empty(),
                        record,
                        current,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Change change(
            String what,
            Kind kind,
            OptionalLong row,
            RecordedEvent was,
            Optional<RecordedEvent> current,
            Optional<String> cell,
            Optional<String> sample,
            Optional<StatedValue> saw,
            Optional<StatedValue> now) {
        var by = current.or(() -> lives.withdrawal(was.event()));
        var because = by.flatMap(CellFates::because);
        boolean stale =
                switch (kind) {
                    case CHANGED -> true;
                    case RE_IDENTIFIED -> false;
                    case WITHDRAWN -> because.filter(Because.ERROR::equals).isPresent();
                };
        return new Change(
                what,
                kind,
                stale,
                row,
                cell,
                sample,
                saw,
                now,
                by.map(AuditWords::record),
                because.map(Because::wireName),
                by.flatMap(CellFates::explanation));
    }

    private static Optional<Because> because(RecordedEvent record) {
        return switch (record.draft().body()) {
            case RecordCorrected correction -> Optional.of(correction.because());
            case RecordRetracted retraction -> Optional.of(retraction.because());
            default -> Optional.empty();
        };
    }

    private static Optional<String> explanation(RecordedEvent record) {
        return switch (record.draft().body()) {
            case RecordCorrected correction -> correction.explanation();
            case RecordRetracted retraction -> retraction.explanation();
            default -> Optional.empty();
        };
    }

    /// The value that says now what the cell said: the same claim wherever it stands, else what
    /// stands at the same place among the values of that property.
    private Optional<Cell> counterpart(Cell cell, RecordedEvent current) {
        var candidates = ofSameProperty(cell.numbered(), current);
        var equal =
                candidates.stream()
                        .filter(candidate -> same(cell, candidate, Optional.empty()))
                        .findFirst();
        if (equal.isPresent()) {
            return equal;
        }
        var alike = candidates.stream().filter(c -> alike(cell.value(), c.value())).toList();
        var choice = alike.isEmpty() ? candidates : alike;
        var peers =
                ofSameProperty(cell.numbered(), cell.record()).stream()
                        .filter(peer -> alike.isEmpty() || alike(cell.value(), peer.value()))
                        .toList();
        int place = peers.indexOf(cell);
        return place < choice.size() ? Optional.of(choice.get(place)) : Optional.empty();
    }

    private List<Cell> ofSameProperty(NumberedValue numbered, RecordedEvent record) {
        return records.values(record).stream()
                .filter(other ->
                        other.role() == numbered.role()
                                && other.value().property().equals(numbered.value().property()))
                .map(other -> new Cell(other, record))
                .toList();
    }

    /// About the same part of the same thing.
    private static boolean alike(Value one, Value other) {
        return one.sample().equals(other.sample())
                && one.species().equals(other.species())
                && one.statistic().equals(other.statistic())
                && one.component().equals(other.component());
    }

    private static boolean same(Cell one, Cell other, Optional<SampleId> about) {
        return alike(one.value(), other.value())
                && one.value().basis() == other.value().basis()
                && content(one.value()).equals(content(other.value()))
                && contents(one.conditions()).equals(contents(other.conditions()))
                && about.map(sample -> concerns(one, sample).equals(concerns(other, sample)))
                        .orElse(true);
    }

    /// Whether the sample is named by the event, or by which membership it may be.
    private static Object concerns(Cell cell, SampleId sample) {
        var mentions = Mentions.of(cell.record().stated());
        return mentions.touched().contains(sample) ? true : mentions.containers();
    }

    private static Set<Object> contents(List<Value> values) {
        var contents = new HashSet<Object>();
        values.forEach(value -> contents.add(List.of(value.property(), content(value))));
        return contents;
    }

    /// What is said, so that equal quantities are equal: 850 °C and 1123.15 K.
    private static Object content(Value value) {
        if (value.content() instanceof Value.Content.Number(var quantity)) {
            return Ontology.lodestone()
                    .findUnit(quantity.unit().curie())
                    .filter(unit -> unit.convertible())
                    .<Object>map(unit ->
                            List.of(
                                    unit.dimensionVector(),
                                    unit.toSi(quantity.value()).stripTrailingZeros()))
                    .orElseGet(
                            () -> List.of(quantity.unit(), quantity.value().stripTrailingZeros()));
        }
        return List.of(Cell.unitOf(value).map(Term::iri).orElse(""), value.asRecorded());
    }
}
