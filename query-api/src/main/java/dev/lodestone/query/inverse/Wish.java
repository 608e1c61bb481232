package dev.lodestone.query.inverse;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.query.LodestoneException.Incorrect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A bound on a property: `specificDischargeCapacity>=200 mAh/g`.
///
/// @param text as it was asked
/// @param lower whether the bound is the least value, else it is the greatest
/// @param strict whether the bound itself is outside
/// @param si the bound in the canonical unit, rounded as stored values are
public record Wish(String text, Property property, boolean lower, boolean strict, double si) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*(?<property>[^<>=≤≥]+?)\\s*(?<operator>>=|<=|=>|=<|≥|≤|==|=|>|<)\\s*"
                            + "(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(?<unit>.*?)\\s*");

    /// Reads one.
    ///
    /// @throws Incorrect with what is wrong and what may have been meant
    public static Wish parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Incorrect(
                    "wish-syntax",
                    """
                    The wish (%s) cannot be read: property, one of >= > <= <, number, unit.
                    Maybe specificDischargeCapacity>=200 mAh/g.\
                    """
                            .formatted(text),
                    Map.of("wish", text));
        }
        var property = property(matcher.group("property"), text);
        var operator = matcher.group("operator");
        if (operator.equals("=") || operator.equals("==")) {
            throw new Incorrect(
                    "wish-equality",
                    """
                    The wish (%s) asks for equality, which measured numbers never have.
                    Maybe two bounds, >= and <=.\
                    """
                            .formatted(text),
                    Map.of("wish", text));
        }
        var unit = unit(matcher.group("unit"), property, text);
        var si = unit.siDouble(new BigDecimal(matcher.group("number")));
        var lower = operator.contains(">") || operator.equals("≥");
        return new Wish(
                text.strip(),
                property,
                lower,
                operator.length() == 1 && "<>".contains(operator),
                si);
    }

    /// Whether a value, in the canonical unit, fulfils it.
    public boolean accepts(double value) {
        if (lower) {
            return strict ? value > si : value >= si;
        }
        return strict ? value < si : value <= si;
    }

    /// The property with a name, label or alias.
    static Property property(String name, String text) {
        var ontology = Ontology.lodestone();
        var found = ontology.findProperty(name);
        if (found.isEmpty() && name.contains(":")) {
            try {
                found = ontology.findProperty(Term.of(name));
            } catch (IllegalArgumentException e) {
                found = java.util.Optional.empty();
            }
        }
        var property = found.orElseThrow(() -> unknown(name, text));
        if (property.canonicalUnit().isEmpty()) {
            throw new Incorrect(
                    "wish-property",
                    "The property (%s) has no numbers, so it cannot be compared."
                            .formatted(property.term()),
                    Map.of("wish", text));
        }
        return property;
    }

    private static Incorrect unknown(String name, String text) {
        var near =
                Ontology.lodestone().suggestions(name).stream()
                        .filter(term -> term.startsWith("lsp:"))
                        .toList();
        return new Incorrect(
                "wish-property",
                "The property (%s) is not known.%s"
                        .formatted(
                                name,
                                near.isEmpty() ? "" : "\nMaybe " + String.join(", ", near) + "."),
                Map.of("wish", text, "suggestions", near));
    }

    static Unit unit(String name, Property property, String text) {
        var canonical = property.canonicalUnit().orElseThrow();
        var usual = property.displayUnit().orElse(canonical);
        if (name.isEmpty()) {
            if (usual.symbol().isEmpty()
                    || (usual.multiplier().compareTo(BigDecimal.ONE) == 0
                            && dimensionless(usual))) {
                return usual;
            }
            throw new Incorrect(
                    "wish-unit",
                    "The wish (%s) has no unit.\nMaybe %s.".formatted(text, usual.symbol()),
                    Map.of("wish", text));
        }
        var unit = Ontology.lodestone().findUnit(name);
        if (unit.isEmpty()) {
            throw new Incorrect(
                    "wish-unit",
                    "The unit (%s) of the wish (%s) is not known.\nMaybe %s."
                            .formatted(name, text, String.join(", ", choices(canonical))),
                    Map.of("wish", text));
        }
        if (!unit.get().sameDimension(canonical)) {
            throw new Incorrect(
                    "wish-dimension",
                    """
                    The unit (%s) does not measure %s, which is given in %s.
                    Maybe %s.\
                    """
                            .formatted(
                                    unit.get().symbol(),
                                    property.label(),
                                    usual.symbol(),
                                    String.join(", ", choices(canonical))),
                    Map.of("wish", text));
        }
        return unit.get();
    }

    private static boolean dimensionless(Unit unit) {
        return unit.dimensionVector().contains("A0E0L0I0M0H0T0");
    }

    private static List<String> choices(Unit canonical) {
        return Ontology.lodestone().units().stream()
                .filter(unit -> unit.sameDimension(canonical))
                .map(Unit::symbol)
                .filter(symbol -> !symbol.isEmpty())
                .distinct()
                .limit(6)
                .toList();
    }
}
