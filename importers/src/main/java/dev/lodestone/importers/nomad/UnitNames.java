package dev.lodestone.importers.nomad;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.Map;
import java.util.Optional;

/// The unit names that NOMAD schemas use (those of Pint) as units of the ontology.
final class UnitNames {
    private static final Map<String, String> PINT =
            Map.ofEntries(
                    Map.entry("kelvin", "unit:K"),
                    Map.entry("degC", "unit:DEG_C"),
                    Map.entry("celsius", "unit:DEG_C"),
                    Map.entry("second", "unit:SEC"),
                    Map.entry("minute", "unit:MIN"),
                    Map.entry("hour", "unit:HR"),
                    Map.entry("meter", "unit:M"),
                    Map.entry("nanometer", "unit:NanoM"),
                    Map.entry("um", "unit:MicroM"),
                    Map.entry("micrometer", "unit:MicroM"),
                    Map.entry("angstrom", "unit:ANGSTROM"),
                    Map.entry("kilogram", "unit:KiloGM"),
                    Map.entry("gram", "unit:GM"),
                    Map.entry("pascal", "unit:PA"),
                    Map.entry("millibar", "unit:MilliBAR"),
                    Map.entry("volt", "unit:V"),
                    Map.entry("ampere", "unit:A"),
                    Map.entry("watt", "unit:W"),
                    Map.entry("joule", "unit:J"),
                    Map.entry("dimensionless", "unit:UNITLESS"),
                    Map.entry("g/cm^3", "unit:GM-PER-CentiM3"),
                    Map.entry("g/cm**3", "unit:GM-PER-CentiM3"),
                    Map.entry("m^2/g", "unit:M2-PER-GM"),
                    Map.entry("m**2/g", "unit:M2-PER-GM"));

    private UnitNames() {}

    /// The unit of a schema's spelling.
    static Optional<Term> find(String pint) {
        return Optional.ofNullable(PINT.get(pint.strip()))
                .map(Term::of)
                .or(() -> Ontology.lodestone().findUnit(pint.strip()).map(Unit::term));
    }
}
