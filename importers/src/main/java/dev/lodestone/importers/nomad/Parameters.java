package dev.lodestone.importers.nomad;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The quantities of a process as parameters, and the words for processes and methods as kinds.
/// Names of quantities are the laboratories' own, so they are told by what they contain.
final class Parameters {
    private static final Term ANNEALING = Term.of("lsk:Annealing");

    /// Processes by a part of their name, the most telling first.
    private static final Map<String, String> PROCESSES =
            ordered(
                    "anneal", "lsk:Annealing",
                    "sputter", "lsk:SputterDeposition",
                    "spin_?coat", "lsk:SpinCoating",
                    "pulsed_laser|\\bpld\\b", "lsk:PulsedLaserDeposition",
                    "atomic_layer|\\bald\\b", "lsk:AtomicLayerDeposition",
                    "chemical_vapou?r|\\bcvd\\b", "lsk:ChemicalVapourDeposition",
                    "molecular_beam|\\bmbe\\b", "lsk:MolecularBeamEpitaxy",
                    "thermal_evaporation", "lsk:ThermalEvaporation",
                    "physical_vapou?r|(^|_)pvd(_|$)", "lsk:PhysicalVapourDeposition",
                    "inkjet", "lsk:InkjetPrinting",
                    "deposition|evaporation", "lsk:Deposition",
                    "sinter", "lsk:Sintering",
                    "calcin", "lsk:Calcination",
                    "ball_mill", "lsk:BallMilling",
                    "etch", "lsk:Etching",
                    "polish", "lsk:Polishing",
                    "clean", "lsk:Cleaning",
                    "wash", "lsk:Washing",
                    "crystal_growth", "lsk:CrystalGrowth",
                    "dry", "lsk:Drying",
                    "quench", "lsk:Quenching",
                    "sonicat", "lsk:Sonication",
                    "mix", "lsk:Mixing",
                    "synthesis", "lsk:Synthesis");

    private static final Map<String, String> METHODS =
            ordered(
                    "x_?ray_diffraction|xrd", "lsk:XRD",
                    "xps", "lsk:XPS",
                    "xrf|x_?ray_fluorescence", "lsk:XRF",
                    "raman", "lsk:Raman",
                    "uv_?vis", "lsk:UVVis",
                    "photoluminescence|(^|_)pl(_|$)", "lsk:Photoluminescence",
                    "ellipsometry", "lsk:Ellipsometry",
                    "(^|_)sem(_|$)|scanning_electron", "lsk:SEM",
                    "(^|_)tem(_|$)|transmission_electron", "lsk:TEM",
                    "afm", "lsk:AFM",
                    "profilomet", "lsk:Profilometry",
                    "jv|current_voltage", "lsk:SolarCellTest");

    private Parameters() {}

    /// The kind of a process.
    static Term process(String name) {
        return find(PROCESSES, name).orElse(Term.of("lsk:MaterialsProcessing"));
    }

    /// The kind of a measurement.
    static Term method(String name) {
        return find(METHODS, name).orElse(Term.of("lsk:MeasurementKind"));
    }

    /// The scalars of a section that have a term, as parameters of a process or as conditions of a
    /// measurement.
    ///
    /// @param kind what it is, as the name of a quantity means this or that by it
    static List<Value> of(Fields part, String at, SectionType type, Term kind, Gathered into) {
        var values = new ArrayList<Value>();
        for (var name : part.at(at).propertyNames()) {
            var pointer = at + "/" + Fields.escaped(name);
            var node = part.at(pointer);
            var property = property(name, kind);
            if (property.isEmpty()) {
                continue;
            }
            if (Ontology.lodestone().property(property.get()).canonicalUnit().isEmpty()) {
                part.text(pointer)
                        .map(text -> Value.ofText(property.get(), HowKnown.RECORDED, text))
                        .ifPresent(value -> values.add(value.at(into.place(pointer))));
            } else if (node.isNumber()) {
                var stated =
                        unit(
                                type,
                                name,
                                Ontology.lodestone().property(property.get()),
                                pointer,
                                into);
                if (stated.isEmpty()) {
                    continue;
                }
                var unit = stated.get();
                part.number(pointer)
                        .map(number ->
                                Value.of(
                                                property.get(),
                                                HowKnown.RECORDED,
                                                new Quantity(
                                                        number,
                                                        unit,
                                                        number.toString(),
                                                        Optional.empty()))
                                        .at(into.place(pointer)))
                        .map(value -> isSetpoint(name) ? value.withMode(Mode.SETPOINT) : value)
                        .ifPresent(values::add);
            }
        }
        return values;
    }

    /// The unit a quantity's definition states. Without the definition no unit is supposed, not
    /// even an SI one: plugins declare others.
    static Term unit(SectionType type, String quantity, String pointer, Gathered into) {
        var stated =
                type.units()
                        .getOrDefault(quantity, Optional.empty())
                        .or(() -> CoreSections.unit(type, quantity));
        var unit = stated.flatMap(UnitNames::find);
        if (unit.isEmpty()) {
            into.find(
                    pointer,
                    stated.map("The unit (%s) of the schema is not known."::formatted)
                            .orElse(
                                    type.units().containsKey(quantity)
                                            ? "The schema states no unit for (%s)."
                                                    .formatted(quantity)
                                            : "The definition of (%s) is not at hand, so its unit is not known."
                                                    .formatted(quantity)));
        }
        return unit.orElse(Vocabulary.UNIT_UNKNOWN);
    }

    /// The same, if a value of the property can have it. Where it cannot, the name means something
    /// else here than it does elsewhere.
    static Optional<Term> unit(
            SectionType type, String quantity, Property property, String pointer, Gathered into) {
        var unit = unit(type, quantity, pointer, into);
        if (unit.equals(Vocabulary.UNIT_UNKNOWN)
                || property.canonicalUnit()
                        .filter(Ontology.lodestone().unit(unit)::sameDimension)
                        .isPresent()) {
            return Optional.of(unit);
        }
        into.find(
                pointer,
                "Its unit (%s) is none of (%s), so (%s) is kept as text."
                        .formatted(
                                Ontology.lodestone().unit(unit).symbol(),
                                property.label(),
                                quantity));
        return Optional.empty();
    }

    /// The property that has just this name; an alias of one word may be anything.
    static Optional<Property> named(String quantity) {
        return Ontology.lodestone()
                .findProperty(quantity)
                .filter(property ->
                        plain(property.label()).equals(plain(quantity))
                                || plain(property.term().localName()).equals(plain(quantity)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean isSetpoint(String name) {
        return name.startsWith("set_") || name.startsWith("hotplate_");
    }

    private static Optional<Term> property(String name, Term kind) {
        return Ontology.lodestone()
                        .findKind(kind)
                        .filter(k -> k.scheme() == Scheme.METHOD)
                        .isPresent()
                ? condition(name)
                : parameter(name, kind.equals(ANNEALING));
    }

    /// How an instrument was set and what the sample was held at meanwhile.
    private static Optional<Term> condition(String name) {
        return switch (name) {
            case "temperature", "sample_temperature" ->
                    Optional.of(Term.of("lsp:measurementTemperature"));
            case "pressure" -> Optional.of(Term.of("lsp:pressure"));
            case "light_intensity", "illumination_intensity" ->
                    Optional.of(Term.of("lsp:irradiance"));
            default ->
                    parameter(name, false)
                            .or(() ->
                                    named(name)
                                            .filter(p -> p.facet() == Facet.CONDITION)
                                            .map(Property::term));
        };
    }

    private static Optional<Term> parameter(String name, boolean annealing) {
        return switch (name) {
            case "annealing_temperature" -> Optional.of(Term.of("lsp:annealingTemperature"));
            case "annealing_time" -> Optional.of(Term.of("lsp:annealingTime"));
            case "set_temperature", "hotplate_temperature" ->
                    Optional.of(
                            Term.of(annealing ? "lsp:annealingTemperature" : "lsp:setTemperature"));
            case "temperature" ->
                    Optional.of(
                            Term.of(
                                    annealing
                                            ? "lsp:annealingTemperature"
                                            : "lsp:processTemperature"));
            case "duration" ->
                    Optional.of(Term.of(annealing ? "lsp:annealingTime" : "lsp:duration"));
            case "substrate_temperature", "set_substrate_temperature" ->
                    Optional.of(Term.of("lsp:substrateTemperature"));
            case "chamber_pressure" -> Optional.of(Term.of("lsp:chamberPressure"));
            case "pressure", "set_pressure" -> Optional.of(Term.of("lsp:processPressure"));
            case "relative_humidity" -> Optional.of(Term.of("lsp:relativeHumidity"));
            case "atmosphere", "instrument_atmosphere" -> Optional.of(Term.of("lsp:atmosphere"));
            case "rotation_speed" -> Optional.of(Term.of("lsp:rotationSpeed"));
            case "power", "set_power" -> Optional.of(Term.of("lsp:appliedPower"));
            case "voltage", "set_voltage" -> Optional.of(Term.of("lsp:appliedVoltage"));
            default -> Optional.empty();
        };
    }

    private static Optional<Term> find(Map<String, String> table, String name) {
        var snake =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_")
                        .toLowerCase(Locale.ROOT);
        return table.entrySet().stream()
                .filter(row -> Pattern.compile(row.getKey()).matcher(snake).find())
                .findFirst()
                .map(row -> Term.of(row.getValue()));
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
