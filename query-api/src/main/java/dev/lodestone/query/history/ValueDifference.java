package dev.lodestone.query.history;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// One property in two places, whatever units it was recorded in.
///
/// @param property short form, `lsp:sinteringTemperature`
/// @param label what it is called, with what tells it from others: "sintering temperature,
///   setpoint"
/// @param a as people read it; absent where only the other has it
/// @param difference b - a, in the unit people use
/// @param unit of the difference; absent where it has none
/// @param percent b against a, of the values in SI: of a temperature, in kelvin
public record ValueDifference(
        String property,
        String label,
        Optional<String> a,
        Optional<String> b,
        Optional<BigDecimal> difference,
        Optional<String> unit,
        Optional<BigDecimal> percent) {
    private static final MathContext READABLE = new MathContext(6);
    private static final MathContext PERCENT = new MathContext(4);
    private static final BigDecimal SAME = new BigDecimal("1e-9");

    /// What two places have, in the order of the first, then of the second.
    ///
    /// @param differing those that differ, and those that only one has
    /// @param same how many are the same in both
    public record Comparison(List<ValueDifference> differing, int same) {
        public Comparison {
            differing = List.copyOf(differing);
        }
    }

    /// Compares. A value meets the one of the same property, mode, statistic and species; failing
    /// that, the next one of the same property.
    public static Comparison compare(List<ShownValue> a, List<ShownValue> b) {
        var differing = new ArrayList<ValueDifference>();
        var left = new ArrayList<>(b);
        var partners = new ArrayList<Optional<ShownValue>>();
        for (var value : a) {
            partners.add(take(left, value, ValueDifference::key));
        }
        int same = 0;
        for (int i = 0; i < a.size(); i++) {
            var value = a.get(i);
            var partner = partners.get(i).or(() -> take(left, value, ShownValue::property));
            if (partner.filter(other -> isSame(value, other)).isPresent()) {
                same++;
            } else {
                differing.add(of(Optional.of(value), partner));
            }
        }
        left.forEach(value -> differing.add(of(Optional.empty(), Optional.of(value))));
        return new Comparison(differing, same);
    }

    /// Words that differ, such as an outcome.
    public static Optional<ValueDifference> ofWords(
            String property, String label, Optional<String> a, Optional<String> b) {
        return a.equals(b)
                ? Optional.empty()
                : Optional.of(
                        new ValueDifference(
                                property,
                                label,
                                a,
                                b,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /// `+50 °C (+4.45 %)`; empty where it is not a matter of numbers.
    public String words() {
        return difference
                .map(d ->
                        signed(d)
                                + unit.map(" "::concat).orElse("")
                                + percent.map(p -> " (" + signed(p) + " %)").orElse(""))
                .orElse("");
    }

    private static Optional<ShownValue> take(
            List<ShownValue> from, ShownValue like, Function<ShownValue, String> by) {
        var found =
                from.stream().filter(value -> by.apply(value).equals(by.apply(like))).findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    private static String key(ShownValue value) {
        return value.property() + " " + String.join(" ", told(value));
    }

    /// The qualifiers that say which quantity it is, not how well it is known.
    private static List<String> told(ShownValue value) {
        return value.qualifiers().stream()
                .filter(word -> !word.startsWith("n=") && !word.startsWith("±"))
                .toList();
    }

    private static boolean isSame(ShownValue a, ShownValue b) {
        if (a.si().isPresent() && b.si().isPresent()) {
            var larger = a.si().get().abs().max(b.si().get().abs());
            var apart = a.si().get().subtract(b.si().get()).abs();
            return apart.compareTo(larger.multiply(SAME)) <= 0;
        }
        return a.shown().equals(b.shown()) && a.asRecorded().equals(b.asRecorded());
    }

    private static ValueDifference of(Optional<ShownValue> a, Optional<ShownValue> b) {
        var one = a.or(() -> b).orElseThrow();
        var property = Ontology.lodestone().findProperty(Term.of(one.property()));
        var unit = property.flatMap(p -> p.displayUnit().or(p::canonicalUnit));
        var from = a.flatMap(ShownValue::si);
        var to = b.flatMap(ShownValue::si);
        var both = from.isPresent() && to.isPresent();
        // A setpoint beside an actual value is neither.
        var qualifiers =
                a.map(ValueDifference::told).equals(b.map(ValueDifference::told))
                                || a.isEmpty()
                                || b.isEmpty()
                        ? told(one)
                        : List.<String>of();
        return new ValueDifference(
                one.property(),
                one.label() + (qualifiers.isEmpty() ? "" : ", " + String.join(", ", qualifiers)),
                a.map(ShownValue::shown),
                b.map(ShownValue::shown),
                both
                        ? Optional.of(
                                rounded(
                                        people(to.get(), unit).subtract(people(from.get(), unit)),
                                        READABLE))
                        : Optional.empty(),
                both ? unit.map(Unit::symbol).filter(ValueDifference::isName) : Optional.empty(),
                both && from.get().signum() != 0
                        ? Optional.of(
                                rounded(
                                        to.get()
                                                .subtract(from.get())
                                                .multiply(BigDecimal.valueOf(100))
                                                .divide(from.get(), MathContext.DECIMAL64),
                                        PERCENT))
                        : Optional.empty());
    }

    private static boolean isName(String symbol) {
        return !symbol.isEmpty() && !symbol.equals("1");
    }

    private static BigDecimal people(BigDecimal si, Optional<Unit> unit) {
        return unit.map(u -> u.fromSi(si)).orElse(si);
    }

    private static BigDecimal rounded(BigDecimal number, MathContext to) {
        return number.round(to).stripTrailingZeros();
    }

    private static String signed(BigDecimal number) {
        return String.format(
                Locale.ROOT, "%s%s", number.signum() > 0 ? "+" : "", number.toPlainString());
    }
}
