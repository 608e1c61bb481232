package dev.lodestone.query.history;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.query.sparql.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A value as people read it, with the SI value beside it.
///
/// @param datum its IRI
/// @param property short form, `lsp:sinteringTemperature`
/// @param label what the property is called
/// @param shown in the unit people use: `850 °C`
/// @param asRecorded the text as it stood in the source, with its unit
/// @param si in the canonical unit
/// @param siUnit symbol of that unit
/// @param basis how it is known: `Measured`
/// @param qualifiers setpoint or actual, statistic, species, how many were counted
/// @param findings what was noticed about it: `OutOfPlausibleRange`
/// @param record the record that states it
public record ShownValue(
        String datum,
        String property,
        String label,
        String shown,
        Optional<String> asRecorded,
        Optional<BigDecimal> si,
        Optional<String> siUnit,
        String basis,
        List<String> qualifiers,
        List<String> findings,
        String record) {
    private static final MathContext READABLE = new MathContext(12);
    private static final Set<String> NO_EVIDENCE = Set.of("Imputed", "Assumed", "Predicted");

    public ShownValue {
        qualifiers = List.copyOf(qualifiers);
        findings = List.copyOf(findings);
    }

    /// Reads a row with `?datum ?property ?basis ?record` and what there is of `?asRecorded ?value
    /// ?unit ?si ?lowerSI ?upperSI ?concept ?text ?mode ?statistic ?species ?count ?uncertainty
    /// ?finding`.
    public static ShownValue of(Row row) {
        var term = new Term(row.get("property"));
        var property = Ontology.lodestone().findProperty(term);
        var canonical = property.flatMap(Property::canonicalUnit);
        var si = row.number("si");
        return new ShownValue(
                row.get("datum"),
                term.curie(),
                property.map(Property::label).orElse(term.localName()),
                shown(row, property),
                asRecorded(row),
                si,
                si.isPresent() ? canonical.map(Unit::symbol) : Optional.empty(),
                new Term(row.get("basis")).localName(),
                qualifiers(row),
                row.text("finding").map(iri -> new Term(iri).localName()).stream().toList(),
                row.get("record"));
    }

    /// One value for each datum; its findings come as rows of their own.
    public static List<ShownValue> ofRows(List<Row> rows) {
        var values = new LinkedHashMap<String, ShownValue>();
        for (var row : rows) {
            var value = of(row);
            values.merge(value.datum(), value, (one, other) -> one.with(other.findings()));
        }
        return List.copyOf(values.values());
    }

    /// Whether somebody found or set it; nobody did what was imputed, assumed or predicted.
    public boolean restsOnEvidence() {
        return !NO_EVIDENCE.contains(basis);
    }

    /// The same of a row with its `?basis`.
    public static boolean restsOnEvidence(Row row) {
        return !NO_EVIDENCE.contains(new Term(row.get("basis")).localName());
    }

    /// The same with another finding.
    public ShownValue with(List<String> more) {
        var all = new ArrayList<>(findings);
        more.stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        return new ShownValue(
                datum,
                property,
                label,
                shown,
                asRecorded,
                si,
                siUnit,
                basis,
                qualifiers,
                all,
                record);
    }

    /// `sintering temperature 850 °C (1123.15 K)`, with how it is known.
    public String text() {
        var text = new StringBuilder(label).append(' ').append(shown);
        siUnit.filter(unit -> !unit.isBlank() && !shown.endsWith(" " + unit))
                .ifPresent(unit ->
                        si.ifPresent(
                                number -> text.append(" (%s %s)".formatted(plain(number), unit))));
        text.append(" · ").append(basis.toLowerCase(java.util.Locale.ROOT));
        qualifiers.forEach(word -> text.append(", ").append(word));
        asRecorded
                .filter(recorded -> !shown.startsWith(recorded))
                .ifPresent(recorded -> text.append(" · recorded as ").append(recorded));
        findings.forEach(finding -> text.append(" · FLAGGED: ").append(finding));
        return text.toString();
    }

    /// A number in SI, in the unit people use for the property: `850 °C`.
    public static String shown(BigDecimal si, Property property) {
        var unit = property.displayUnit().or(property::canonicalUnit);
        return unit.map(u -> plain(u.fromSi(si)) + suffix(u)).orElseGet(() -> plain(si));
    }

    /// A difference in SI, in the unit people use for the property: 50 K are `50 °C`.
    public static String shownDifference(BigDecimal si, Property property) {
        var unit = property.displayUnit().or(property::canonicalUnit);
        return unit.map(u -> plain(u.differenceFromSi(si)) + suffix(u)).orElseGet(() -> plain(si));
    }

    private static String shown(Row row, Optional<Property> property) {
        var words =
                row.text("conceptLabel")
                        .or(() -> row.text("concept").map(iri -> new Term(iri).localName()))
                        .or(() -> row.text("text"));
        if (words.isPresent()) {
            return words.get();
        }
        var display = property.flatMap(Property::displayUnit);
        var recordedUnit = row.text("unit");
        if (display.isPresent() && !recordedUnit.equals(display.map(u -> u.term().iri()))) {
            var converted = row.number("si").map(si -> shown(si, property.get()));
            if (converted.isPresent()) {
                return converted.get();
            }
        }
        if (row.number("value").isEmpty()
                && row.text("lowerSI").or(() -> row.text("upperSI")).isPresent()) {
            return range(row, property);
        }
        return row.text("asRecorded")
                        .or(() -> row.number("value").map(ShownValue::plain))
                        .orElse("")
                + unitOf(row).map(ShownValue::suffix).orElse("");
    }

    private static String range(Row row, Optional<Property> property) {
        return property.map(p ->
                        row.number("lowerSI").map(si -> shown(si, p)).orElse("…")
                                + " to "
                                + row.number("upperSI").map(si -> shown(si, p)).orElse("…"))
                .orElse("");
    }

    private static Optional<String> asRecorded(Row row) {
        return row.text("asRecorded")
                .map(text -> text + unitOf(row).map(ShownValue::suffix).orElse(" (unit unknown)"));
    }

    private static Optional<Unit> unitOf(Row row) {
        return row.text("unit")
                .flatMap(iri -> Ontology.lodestone().findUnit(iri))
                .filter(Unit::convertible);
    }

    private static List<String> qualifiers(Row row) {
        return Stream.of(
                        local(row, "mode"),
                        local(row, "statistic"),
                        row.text("species").map(species -> "of " + species),
                        row.text("count").map(count -> "n=" + count),
                        row.text("uncertainty").map(uncertainty -> "± " + uncertainty))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> local(Row row, String name) {
        return row.text(name)
                .map(iri -> new Term(iri).localName().toLowerCase(java.util.Locale.ROOT));
    }

    private static String suffix(Unit unit) {
        return unit.symbol().isEmpty() || unit.symbol().equals("1") ? "" : " " + unit.symbol();
    }

    private static String plain(BigDecimal number) {
        var rounded = number.round(READABLE).stripTrailingZeros();
        var size = rounded.precision() - rounded.scale();
        return size > -6 && size < 16 ? rounded.toPlainString() : rounded.toString();
    }
}
