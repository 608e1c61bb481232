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
                    Map.entry("m**2/g", "unit:M2-PER-GM"),
                    Map.entry("electron_volt", "unit:EV"),
                    Map.entry("percent", "unit:PERCENT"),
                    Map.entry("megapascal", "unit:MegaPA"),
                    Map.entry("gigapascal", "unit:GigaPA"),
                    Map.entry("mA/cm**2", "lsu:MilliA-PER-CentiM2"),
                    Map.entry("mA/cm^2", "lsu:MilliA-PER-CentiM2"),
                    Map.entry("milliampere/centimeter**2", "lsu:MilliA-PER-CentiM2"),
                    Map.entry("ampere/meter**2", "unit:A-PER-M2"),
                    Map.entry("A/m**2", "unit:A-PER-M2"),
                    Map.entry("mW/cm**2", "lsu:MilliW-PER-CentiM2"),
                    Map.entry("W/m**2", "unit:W-PER-M2"));

    private UnitNames() {}

    /// The unit of a schema's spelling.
    static Optional<Term> find(String pint) {
        return Optional.ofNullable(PINT.get(pint.replace(" ", "")))
                .map(Term::of)
                .or(() -> Ontology.lodestone().findUnit(pint.strip()).map(Unit::term));
    }
}
