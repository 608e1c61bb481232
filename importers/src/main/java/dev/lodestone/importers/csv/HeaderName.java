package dev.lodestone.importers.csv;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Unit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A column's name taken apart: `Grain size (µm)`, `SpeCapD/mAh/g`, `temp_C`.
///
/// @param bare without the unit
/// @param unit as it is written
record HeaderName(String bare, Optional<String> unit) {
    private static final Pattern BRACKETS =
            Pattern.compile("(.*?)[\\s_,/]*(?:\\(([^()]*)\\)|\\[([^\\[\\]]*)\\])\\s*");
    private static final Pattern LAST = Pattern.compile("(.+)[\\s_,]+([^\\s_,]+)");
    private static final Set<String> TRAILING =
            Set.of(
                    "nm", "um", "µm", "μm", "mm", "cm", "mpa", "gpa", "kpa", "degc", "°c", "hr",
                    "hrs", "hours", "ev", "mv", "mah/g", "rpm", "wt%", "at%", "s/cm", "kn");
    private static final Set<String> HEAT = Set.of("c", "k", "f");
    private static final Set<String> SPAN = Set.of("s", "h", "min", "sec", "d");

    /// What people write and no list of units has.
    private static final Map<String, String> SLOPPY =
            Map.of(
                    "c", "°C", "f", "°F", "k", "K", "wt.,%", "wt%", "deg", "°", "ul", "µL", "ml",
                    "mL");

    static HeaderName of(String name) {
        var ontology = Ontology.lodestone();
        var brackets = BRACKETS.matcher(name);
        if (brackets.matches() && !brackets.group(1).isBlank()) {
            var inside =
                    Optional.ofNullable(brackets.group(2))
                            .or(() -> Optional.ofNullable(brackets.group(3)))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty());
            return new HeaderName(brackets.group(1).strip(), inside);
        }
        int slash = name.indexOf('/');
        if (slash > 0 && ontology.findUnit(name.substring(slash + 1)).isPresent()) {
            return new HeaderName(
                    name.substring(0, slash).strip(),
                    Optional.of(name.substring(slash + 1).strip()));
        }
        var last = LAST.matcher(name);
        if (last.matches() && isUnit(last.group(1), last.group(2))) {
            return new HeaderName(last.group(1).strip(), Optional.of(last.group(2)));
        }
        return new HeaderName(name.strip(), Optional.empty());
    }

    private static boolean isUnit(String before, String last) {
        var unit = last.toLowerCase(Locale.ROOT);
        var name = before.toLowerCase(Locale.ROOT);
        return TRAILING.contains(unit)
                || (HEAT.contains(unit) && name.contains("temp"))
                || (SPAN.contains(unit) && (name.contains("time") || name.contains("duration")));
    }

    /// The unit that the name states, as far as anybody knows it.
    Optional<Unit> statedUnit(Property of) {
        return unit.flatMap(text -> unit(text, of));
    }

    /// A unit as people write it; `C` is no coulomb where a temperature is due.
    static Optional<Unit> unit(String text, Property of) {
        var ontology = Ontology.lodestone();
        var plain = ontology.findUnit(text);
        if (plain.filter(unit -> fits(unit, of)).isPresent()) {
            return plain;
        }
        var sloppy =
                Optional.ofNullable(SLOPPY.get(text.toLowerCase(Locale.ROOT).replace(" ", "")))
                        .flatMap(ontology::findUnit)
                        .filter(unit -> fits(unit, of));
        return sloppy.isPresent() ? sloppy : plain;
    }

    private static boolean fits(Unit unit, Property of) {
        return of.canonicalUnit().filter(unit::sameDimension).isPresent();
    }
}
