package dev.lodestone.query.learning;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.NumberedValue.Role;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;

/// One recorded value, with the record it stands in.
public record Cell(NumberedValue numbered, RecordedEvent record) {
    /// How training rows and predictions name it.
    public CellRef ref() {
        return new CellRef(record.record(), numbered.n());
    }

    /// What is stated.
    public Value value() {
        return numbered.value();
    }

    /// The unit, of a number or range.
    public Optional<Term> unit() {
        return unitOf(value());
    }

    /// The values of the record that this one holds under: those it names, else all the conditions.
    public List<Value> conditions() {
        if (numbered.role() != Role.RESULT) {
            return List.of();
        }
        var all =
                NumberedValue.of(record.draft().body()).stream()
                        .filter(other -> other.role() == Role.CONDITION)
                        .map(NumberedValue::value)
                        .toList();
        return value().under()
                .map(named -> named.stream().map(n -> all.get(n - 1)).toList())
                .orElse(all);
    }

    /// The unit of a value, of a number or range.
    public static Optional<Term> unitOf(Value value) {
        return switch (value.content()) {
            case Value.Content.Number(var quantity) -> Optional.of(quantity.unit());
            case Value.Content.Between(var bounds) -> Optional.of(bounds.unit());
            case Value.Content.Concept _, Value.Content.Words _ -> Optional.empty();
        };
    }
}
