package dev.lodestone.importers.csv;

import dev.lodestone.importers.csv.ColumnGuess.Kind;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses what the columns of a table are, by their names, the units they state and their first
/// values.
final class HeaderGuesser {
    /// Below this a name is taken for another thing.
    private static final double NEAR_ENOUGH = 0.72;

    private static final Pattern IDENTITY =
            Pattern.compile(
                    "(?:(?:sample|specimen|batch|subbatch|run|cell|device|nomad|library|labels?)(?: (?:id|name|no|number))?|id|(?:data )?point)");
    private static final Pattern DAY =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}.*");
    private static final Set<String> TIMES = Set.of("date", "datetime", "date time", "timestamp");

    private final Ontology ontology = Ontology.lodestone();
    private final PropertyNames names = new PropertyNames();
    private final TableSketch sketch;
    private final CellNumbers numbers;
    private final ElementColumns elements;

    HeaderGuesser(TableSketch sketch) {
        this.sketch = sketch;
        this.numbers = new CellNumbers(sketch.form());
        this.elements = new ElementColumns(sketch);
    }

    /// One guess a column, in the header's order.
    List<ColumnGuess> all() {
        var found = new LinkedHashMap<String, ColumnGuess>();
        for (var name : sketch.header().names()) {
            found.putIfAbsent(name, column(name));
        }
        onlyOnce(found);
        return List.copyOf(found.values());
    }

    /// Single letters are lattice parameters only where all three stand.
    private boolean isLattice(String bare) {
        var letters = Set.of("a", "b", "c");
        return !letters.contains(bare.strip())
                || new HashSet<>(sketch.header().names()).containsAll(letters);
    }

    private ColumnGuess column(String column) {
        var name = HeaderName.of(ownName(column));
        var words = String.join(" ", HeaderWords.plain(name.bare()));
        var unitText = Optional.ofNullable(sketch.header().units().get(column)).or(name::unit);
        var element = elements.guess(column, name, unitText);
        if (element.isPresent()) {
            return element.get();
        }
        if (TIMES.contains(words) && areDays(column)) {
            return ColumnGuess.of(column, Kind.TIME, 0.9, "named \"%s\"".formatted(words));
        }
        if (IDENTITY.matcher(words).matches() && unitText.isEmpty()) {
            return ColumnGuess.of(
                    column,
                    Kind.IDENTITY,
                    words.contains("sample") || words.contains("specimen") ? 0.9 : 0.7,
                    "named \"%s\"".formatted(words));
        }
        if (words.equals("total") || words.equals("sum")) {
            return elements.sum(column);
        }
        return isLattice(name.bare()) ? value(column, name, unitText) : ColumnGuess.unknown(column);
    }

    /// Without the group it stands under.
    static String ownName(String column) {
        int group = column.lastIndexOf(" / ");
        return group < 0 ? column : column.substring(group + 3).strip();
    }

    /// Whether an import could read all of them as days.
    private boolean areDays(String column) {
        return sketch.rows().stream()
                .filter(row -> !numbers.isMissing(row.cell(column)))
                .allMatch(row ->
                        DAY.matcher(row.cell(column)).matches()
                                || numbers.number(row.cell(column))
                                        .flatMap(row.at()::day)
                                        .isPresent());
    }

    private ColumnGuess value(String column, HeaderName name, Optional<String> unitText) {
        return names.nearest(name.bare(), match -> fits(match, column, unitText))
                .map(match -> weighed(column, match, unitText))
                .orElseGet(() -> ColumnGuess.unknown(column));
    }

    private boolean fits(PropertyNames.Match match, String column, Optional<String> unitText) {
        if (match.nearness() < NEAR_ENOUGH) {
            return false;
        }
        var property = match.property();
        if (property.canonicalUnit().isEmpty()) {
            return unitText.isEmpty();
        }
        var given = sketch.given(column);
        boolean isNumbers =
                given.stream().filter(cell -> numbers.number(cell).isPresent()).count() * 10
                        >= given.size() * 9L;
        if (!isNumbers) {
            return false;
        }
        var stated = unitText.flatMap(text -> HeaderName.unit(text, property));
        boolean unitFits =
                stated.isEmpty()
                        || property.canonicalUnit().filter(stated.get()::sameDimension).isPresent();
        boolean latticeLetter = property.term().localName().startsWith("lattice");
        return unitFits && (!match.needsUnit() || stated.isPresent() || latticeLetter);
    }

    private ColumnGuess weighed(
            String column, PropertyNames.Match match, Optional<String> unitText) {
        var property = match.property();
        var why = new ArrayList<String>();
        why.add("named \"%s\"".formatted(property.label()));
        if (property.canonicalUnit().isEmpty()) {
            return new ColumnGuess(
                    column,
                    Kind.VALUE,
                    Optional.of(property),
                    Optional.empty(),
                    match.nearness() * 0.95,
                    why.getFirst());
        }
        double sure = match.nearness();
        var stated = unitText.flatMap(text -> HeaderName.unit(text, property));
        Unit unit;
        if (stated.isPresent()) {
            unit = stated.get();
            why.add("unit stated");
        } else {
            unit = property.displayUnit().or(property::canonicalUnit).orElseThrow();
            if (unit.multiplier().compareTo(BigDecimal.ONE) != 0
                    || !unit.sameDimension(ontology.unit(Term.of("unit:UNITLESS")))) {
                sure *= 0.85;
                why.add("no unit stated, %s assumed".formatted(unit.symbol()));
            }
        }
        if (match.general()) {
            sure = Math.min(sure, 0.65);
            why.add("the name says little");
        }
        double outside = outside(column, property, unit);
        if (outside > 0.2) {
            sure *= 0.6;
            why.add("%.0f %% of the values are out of range".formatted(outside * 100));
        }
        return new ColumnGuess(
                column,
                Kind.VALUE,
                Optional.of(property),
                Optional.of(unit),
                sure,
                String.join(", ", why));
    }

    private double outside(String column, Property property, Unit unit) {
        if (property.plausible().isEmpty()) {
            return 0;
        }
        var given =
                sketch.given(column).stream()
                        .flatMap(cell -> numbers.number(cell).stream())
                        .toList();
        long out =
                given.stream()
                        .filter(number -> !property.plausible().get().contains(unit.toSi(number)))
                        .count();
        return given.isEmpty() ? 0 : (double) out / given.size();
    }

    /// Of two columns for one property in a flat table the nearer one is surer; the other stays a
    /// guess.
    private static void onlyOnce(Map<String, ColumnGuess> found) {
        var best = new LinkedHashMap<Property, ColumnGuess>();
        for (var guess : found.values()) {
            guess.property()
                    .ifPresent(property ->
                            best.merge(
                                    property,
                                    guess,
                                    (one, other) -> other.sure() > one.sure() ? other : one));
        }
        found.replaceAll((name, guess) -> {
            var first = guess.property().map(best::get).orElse(guess);
            return first.equals(guess)
                    ? guess
                    : new ColumnGuess(
                            name,
                            guess.kind(),
                            guess.property(),
                            guess.unit(),
                            Math.min(guess.sure(), 0.65),
                            guess.why() + ", as \"%s\" is".formatted(first.column()));
        });
    }

    /// The property of an element's share.
    static Optional<Property> share(String prefix, String element) {
        if (element.isEmpty()) {
            return Optional.empty();
        }
        return Ontology.lodestone()
                .findProperty(
                        new Term(
                                Namespaces.LSP
                                        + prefix
                                        + element.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + element.substring(1)));
    }
}
