package dev.lodestone.query.audit;

import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.query.audit.AuditReport.RecordLine;
import dev.lodestone.query.audit.AuditReport.StatedValue;
import dev.lodestone.query.learning.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values and records in the words of a report.
final class AuditWords {
    private static final Term UNKNOWN_UNIT = new Term(Namespaces.LSU + "Unknown");
    private static final Term FRACTION = new Term(Namespaces.UNIT + "FRACTION");
    private static final Ontology ONTOLOGY = Ontology.lodestone();
    private static final MathContext DIGITS = new MathContext(12);

    private AuditWords() {}

    static RecordLine record(RecordedEvent record) {
        return new RecordLine(
                record.record().toString(),
                record.event().toString(),
                record.position().value(),
                record.recordedAt().toString(),
                record.draft().body().kind());
    }

    static StatedValue stated(Value value, List<Value> conditions) {
        var unit = Cell.unitOf(value);
        return new StatedValue(
                value.property().curie(),
                label(value.property()),
                text(value),
                value.asRecorded(),
                unit.map(Term::curie),
                displayed(value)
                        .map(number ->
                                number.toPlainString()
                                        + displayUnit(value.property())
                                                .map(AuditWords::symbol)
                                                .orElse("")),
                value.basis().wireName(),
                conditions.stream().map(c -> label(c.property()) + " " + text(c)).toList(),
                value.locator(),
                value.note());
    }

    static StatedValue stated(Cell cell) {
        return stated(cell.value(), cell.conditions());
    }

    /// `850 °C`.
    static String text(Value value) {
        return switch (value.content()) {
            case Value.Content.Number(var quantity) ->
                    withUnit(value.asRecorded(), quantity.unit());
            case Value.Content.Between(var bounds) -> withUnit(value.asRecorded(), bounds.unit());
            case Value.Content.Concept(var term) -> ONTOLOGY.label(term).orElse(term.curie());
            case Value.Content.Words(var words) -> words;
        };
    }

    private static String withUnit(String text, Term unit) {
        if (unit.equals(UNKNOWN_UNIT)) {
            return text + " (unit not stated)";
        }
        return text + ONTOLOGY.findUnit(unit.curie()).map(AuditWords::symbol).orElse(" " + unit);
    }

    static String label(Term property) {
        return ONTOLOGY.label(property).orElse(property.localName());
    }

    /// With a space before it; nothing for a mere number.
    private static String symbol(Unit unit) {
        return unit.symbol().isBlank() || unit.term().equals(FRACTION) ? "" : " " + unit.symbol();
    }

    private static Optional<Unit> displayUnit(Term property) {
        return ONTOLOGY.findProperty(property).flatMap(p -> p.displayUnit().or(p::canonicalUnit));
    }

    /// The number in the unit people use for the property.
    static Optional<BigDecimal> displayed(Value value) {
        return inUnit(value, displayUnit(value.property()));
    }

    /// The number in a unit, where that can be told.
    static Optional<BigDecimal> inUnit(Value value, Optional<Unit> wanted) {
        if (value.content() instanceof Value.Content.Number(var quantity) && wanted.isPresent()) {
            return ONTOLOGY.findUnit(quantity.unit().curie())
                    .filter(stated -> stated.sameDimension(wanted.get()))
                    .map(stated -> stated.convert(quantity.value(), wanted.get()))
                    .map(number -> plain(number.round(DIGITS)));
        }
        return Optional.empty();
    }

    static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    static List<String> findings(Value value) {
        var found = new ArrayList<String>();
        var property = ONTOLOGY.findProperty(value.property());
        if (Cell.unitOf(value).filter(UNKNOWN_UNIT::equals).isPresent()) {
            found.add("unit not stated");
        }
        property.flatMap(p -> p.plausible())
                .ifPresent(range ->
                        inUnit(value, property.flatMap(p -> p.canonicalUnit()))
                                .filter(si -> !range.contains(si))
                                .ifPresent(_ -> found.add("outside the plausible range")));
        return found;
    }

    /// `row 12, column sin_temp`: of the value, else of its record.
    static Optional<String> locator(Cell cell) {
        return cell.value()
                .locator()
                .or(() -> cell.record().draft().source().flatMap(SourceRef::locator));
    }

    static String subject(Subject subject) {
        return subject.sample()
                .map(id -> "sample " + id)
                .or(() -> subject.material().map(id -> "material " + id))
                .or(() -> subject.workflow().map(id -> "recipe " + id))
                .orElse("");
    }
}
