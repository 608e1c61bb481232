package dev.lodestone.importers.optimade;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.Map;
import java.util.Optional;

/// The units as databases write them.
final class UnitSpelling {
    private static final Map<String, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry("ev", "unit:EV"),
                    Map.entry("electronvolt", "unit:EV"),
                    Map.entry("ev/atom", "lsu:EV-PER-ATOM"),
                    Map.entry("ev per atom", "lsu:EV-PER-ATOM"),
                    Map.entry("ev/cell", "unit:EV"),
                    Map.entry("angstrom", "unit:ANGSTROM"),
                    Map.entry("å", "unit:ANGSTROM"),
                    Map.entry("angstrom^3", "unit:ANGSTROM3"),
                    Map.entry("angstrom**3", "unit:ANGSTROM3"),
                    Map.entry("å^3", "unit:ANGSTROM3"),
                    Map.entry("a^3", "unit:ANGSTROM3"),
                    Map.entry("gpa", "unit:GigaPA"),
                    Map.entry("k", "unit:K"),
                    Map.entry("kelvin", "unit:K"),
                    Map.entry("g/cm^3", "unit:GM-PER-CentiM3"),
                    Map.entry("g/cm3", "unit:GM-PER-CentiM3"),
                    Map.entry("g/cm**3", "unit:GM-PER-CentiM3"),
                    Map.entry("w/(m*k)", "unit:W-PER-M-K"),
                    Map.entry("w/mk", "unit:W-PER-M-K"),
                    Map.entry("mu_b", "lsu:BohrMagneton"),
                    Map.entry("µb", "lsu:BohrMagneton"),
                    Map.entry("dimensionless", "unit:UNITLESS"),
                    Map.entry("inapplicable", "unit:UNITLESS"));

    private UnitSpelling() {}

    /// The unit of a spelling.
    static Optional<Term> find(String spelling) {
        var text = spelling.strip();
        return Optional.ofNullable(SPELLINGS.get(text.toLowerCase(java.util.Locale.ROOT)))
                .map(Term::of)
                .or(() -> Ontology.lodestone().findUnit(text).map(Unit::term));
    }
}
