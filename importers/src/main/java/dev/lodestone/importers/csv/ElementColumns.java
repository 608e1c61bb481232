package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.ColumnGuess.Kind;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns that are named after elements. Where no unit is stated they are shares only if they
/// add up to 1.
final class ElementColumns {
    private static final BigDecimal SLACK = new BigDecimal("0.02");

    private final TableSketch sketch;
    private final CellNumbers numbers;
    private final List<String> bare;
    private final double adding;

    ElementColumns(TableSketch sketch) {
        this.sketch = sketch;
        this.numbers = new CellNumbers(sketch.form());
        this.bare =
                sketch.header().names().stream()
                        .distinct()
                        .filter(name ->
                                name.length() < 3
                                        && HeaderGuesser.share("fraction", name).isPresent()
                                        && Character.isUpperCase(name.charAt(0)))
                        .toList();
        this.adding = bare.size() < 2 ? 0 : share(BigDecimal.ONE);
    }

    /// Columns without a unit that add up to 1.
    List<String> shares() {
        return adding >= 0.8 ? bare : List.of();
    }

    /// The part of the rows in which they add up to a number.
    private double share(BigDecimal due) {
        long fit =
                sketch.rows().stream()
                        .filter(row -> sum(row).subtract(due).abs().compareTo(SLACK) <= 0)
                        .count();
        return sketch.rows().isEmpty() ? 0 : (double) fit / sketch.rows().size();
    }

    private BigDecimal sum(TableRow row) {
        return bare.stream()
                .flatMap(name -> numbers.number(row.cell(name)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<ColumnGuess> guess(String column, HeaderName name, Optional<String> unitText) {
        var element = name.bare().strip();
        if (element.isEmpty()
                || element.length() > 2
                || !Character.isUpperCase(element.charAt(0))) {
            return Optional.empty();
        }
        if (unitText.isPresent()) {
            var text = unitText.get().toLowerCase(Locale.ROOT);
            boolean mass = text.startsWith("wt") || text.contains("mass");
            boolean atoms = text.startsWith("at") || text.startsWith("mol");
            if (!mass && !atoms) {
                return Optional.empty();
            }
            var unit =
                    mass
                            ? "lsu:MassPercent"
                            : text.startsWith("at") ? "lsu:AtomPercent" : "lsu:MolePercent";
            return HeaderGuesser.share(mass ? "massFraction" : "fraction", element)
                    .map(property -> of(column, property, unit, 0.97, "an element, unit stated"));
        }
        return shares().contains(column)
                ? HeaderGuesser.share("fraction", element)
                        .map(property ->
                                of(
                                        column,
                                        property,
                                        "unit:FRACTION",
                                        0.9 * adding,
                                        "an element, with %s adding up to 1"
                                                .formatted(String.join(", ", bare))))
                : Optional.empty();
    }

    private static ColumnGuess of(
            String column, Property property, String unit, double sure, String why) {
        Unit known = Ontology.lodestone().unit(Term.of(unit));
        return new ColumnGuess(
                column, Kind.VALUE, Optional.of(property), Optional.of(known), sure, why);
    }

    /// A column called total: the sum of the elements, if it is.
    ColumnGuess sum(String column) {
        boolean equal =
                !shares().isEmpty()
                        && sketch.rows().stream()
                                .allMatch(row ->
                                        numbers.number(row.cell(column))
                                                .filter(stated ->
                                                        sum(row).subtract(stated)
                                                                        .abs()
                                                                        .compareTo(SLACK)
                                                                <= 0)
                                                .isPresent());
        return equal
                ? ColumnGuess.of(
                        column, Kind.SUM, 0.95, "the sum of " + String.join(", ", shares()))
                : ColumnGuess.unknown(column);
    }
}
