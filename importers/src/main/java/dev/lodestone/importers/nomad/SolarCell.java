package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The figures of a solar cell in `results`. They are those of one device, never of the material of
/// its absorber, which many devices share.
final class SolarCell {
    static final String AT = "/results/properties/optoelectronic/solar_cell";

    private static final Map<String, Meaning> FIGURES =
            new TreeMap<>(
                    Map.of(
                            "efficiency",
                            new Meaning("lsp:powerConversionEfficiency", "unit:PERCENT"),
                            "fill_factor",
                            new Meaning("lsp:fillFactor", "unit:FRACTION"),
                            "open_circuit_voltage",
                            new Meaning("lsp:openCircuitVoltage", "unit:V"),
                            "short_circuit_current_density",
                            new Meaning("lsp:shortCircuitCurrentDensity", "unit:A-PER-M2")));

    private static final Meaning LIGHT = new Meaning("lsp:irradiance", "unit:W-PER-M2");

    private SolarCell() {}

    private record Meaning(String property, String unit) {}

    /// Whether there is a figure.
    static boolean isIn(Fields fields) {
        return FIGURES.keySet().stream().anyMatch(name -> fields.at(AT + "/" + name).isNumber());
    }

    /// The figures, but for those that are already told by others.
    static List<Value> figures(Fields part, Gathered into, HowKnown basis, List<Value> told) {
        var properties = properties(told);
        var values = new ArrayList<Value>();
        FIGURES.forEach((name, meaning) -> {
            if (!properties.contains(Term.of(meaning.property()))) {
                value(part, into, basis, name, meaning).ifPresent(values::add);
            }
        });
        return values;
    }

    /// The light it was under, unless that is already told.
    static Optional<Value> light(Fields part, Gathered into, List<Value> told) {
        return properties(told).contains(Term.of(LIGHT.property()))
                ? Optional.empty()
                : value(part, into, HowKnown.RECORDED, "illumination_intensity", LIGHT);
    }

    /// States the figures of a sample where no measurement is known that found them.
    static void state(Gathered into, SampleId sample) {
        var part = into.fields().part();
        var light = light(part, into, List.of());
        into.happened(
                "cell",
                new ValuesAsserted(
                        Occurrence.UNKNOWN,
                        Subject.of(sample),
                        Optional.empty(),
                        Optional.of("The entry's results name no measurement."),
                        List.of(),
                        light.stream().toList(),
                        figures(part, into, HowKnown.EXTRACTED, List.of())),
                part,
                AT,
                Map.of());
    }

    private static Set<Term> properties(List<Value> told) {
        return told.stream().map(Value::property).collect(Collectors.toSet());
    }

    private static Optional<Value> value(
            Fields part, Gathered into, HowKnown basis, String name, Meaning meaning) {
        var pointer = AT + "/" + name;
        return part.number(pointer)
                .map(number ->
                        Value.of(
                                        Term.of(meaning.property()),
                                        basis,
                                        EntityMapping.quantity(number, Term.of(meaning.unit())))
                                .at(into.place(pointer)));
    }
}
