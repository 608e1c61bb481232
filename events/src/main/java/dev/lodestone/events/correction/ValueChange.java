package dev.lodestone.events.correction;

import dev.lodestone.events.BatchRule.Change;
import dev.lodestone.events.Bounds;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.events.Value.Content;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/// What a value becomes by a rule. It keeps its own unit: what the rule says in another is
/// converted, a shift as a difference.
final class ValueChange {
    private final Change change;
    private final Ontology ontology;

    ValueChange(Change change, Ontology ontology) {
        this.change = change;
        this.ontology = ontology;
    }

    /// What a value becomes, or why it stays.
    sealed interface Outcome {
        /// It has a new content.
        record Changed(Content content) implements Outcome {}

        /// It stays as it is.
        record Left(String why) implements Outcome {}
    }

    Outcome of(Value value) {
        if (!change.touches(value.basis())) {
            return new Outcome.Left("is " + value.basis().wireName());
        }
        return switch (value.content()) {
            case Content.Number(var quantity) -> {
                var unit = unit(quantity.unit());
                yield unit.isEmpty() && change.value().isEmpty()
                        ? new Outcome.Left("has no known unit")
                        : new Outcome.Changed(new Content.Number(changed(quantity, unit)));
            }
            case Content.Between(var bounds) -> {
                var unit = unit(bounds.unit());
                yield unit.isEmpty() && change.value().isEmpty()
                        ? new Outcome.Left("has no known unit")
                        : new Outcome.Changed(changed(bounds, unit));
            }
            case Content.Concept _, Content.Words _ -> new Outcome.Left("is not a number");
        };
    }

    private Optional<Unit> unit(Term unit) {
        return ontology.findUnit(unit.curie()).filter(Unit::convertible);
    }

    private Quantity changed(Quantity old, Optional<Unit> unit) {
        if (change.value().isPresent()) {
            return replaced(unit);
        }
        var number = moved(old.value(), unit.orElseThrow());
        return new Quantity(
                number,
                old.unit(),
                number.toPlainString(),
                uncertainty(unit.orElseThrow()).or(old::uncertainty));
    }

    /// The new value, in the unit of the old one if that is known.
    private Quantity replaced(Optional<Unit> unit) {
        var value = change.value().orElseThrow();
        var given = ontology.unit(value.unit());
        if (unit.isEmpty() || unit.get().term().equals(given.term())) {
            return new Quantity(
                    value.value(),
                    value.unit(),
                    value.asRecorded(),
                    uncertainty(given).or(value::uncertainty));
        }
        var number = plain(given.convert(value.value(), unit.get()));
        return new Quantity(
                number,
                unit.get().term(),
                number.toPlainString(),
                uncertainty(unit.get())
                        .or(() -> value.uncertainty().map(u -> difference(u, given, unit.get()))));
    }

    private Content changed(Bounds old, Optional<Unit> unit) {
        if (change.value().isPresent()) {
            return new Content.Number(replaced(unit));
        }
        var lower = old.lower().map(n -> moved(n, unit.orElseThrow()));
        var upper = old.upper().map(n -> moved(n, unit.orElseThrow()));
        boolean turned = change.times().filter(t -> t.factor().signum() < 0).isPresent();
        var from = turned ? upper : lower;
        var to = turned ? lower : upper;
        return new Content.Between(
                new Bounds(from, to, old.unit(), text(from) + " to " + text(to)));
    }

    private static String text(Optional<BigDecimal> end) {
        return end.map(BigDecimal::toPlainString).orElse("…");
    }

    private BigDecimal moved(BigDecimal old, Unit unit) {
        var number = old;
        if (change.times().isPresent()) {
            var times = change.times().get();
            var scale = times.unit().map(ontology::unit).filter(u -> !u.equals(unit));
            number =
                    scale.map(s -> s.convert(unit.convert(old, s).multiply(times.factor()), unit))
                            .orElseGet(() -> old.multiply(times.factor()));
        }
        if (change.plus().isPresent()) {
            var plus = change.plus().get();
            number = number.add(difference(plus.value(), ontology.unit(plus.unit()), unit));
        }
        return plain(number);
    }

    private Optional<BigDecimal> uncertainty(Unit unit) {
        return change.uncertainty().map(u -> difference(u.value(), ontology.unit(u.unit()), unit));
    }

    /// A difference in another unit: 12 °C more are 12 K more.
    private static BigDecimal difference(BigDecimal number, Unit from, Unit to) {
        if (from.multiplier().compareTo(to.multiplier()) == 0) {
            return number;
        }
        return plain(to.fromSi(from.differenceToSi(number)).add(to.offset()).stripTrailingZeros());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
