package dev.lodestone.importers.nomad;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The values of `results`, whose sections are NOMAD's own and therefore in SI units.
final class ComputedValues {
    private static final String PROPERTIES = "/results/properties";
    private static final Term J = Term.of("unit:J");

    private static final List<String> STRUCTURES =
            List.of("structure_original", "structure_primitive", "structure_conventional");

    private static final Map<String, String> LATTICE =
            Map.of(
                    "a", "lsp:latticeParameterA",
                    "b", "lsp:latticeParameterB",
                    "c", "lsp:latticeParameterC",
                    "alpha", "lsp:latticeAngleAlpha",
                    "beta", "lsp:latticeAngleBeta",
                    "gamma", "lsp:latticeAngleGamma");

    private final Fields part;
    private final Gathered into;
    private final HowKnown basis;
    private final List<Value> values = new ArrayList<>();

    ComputedValues(Fields part, Gathered into, HowKnown basis) {
        this.part = part;
        this.into = into;
        this.basis = basis;
    }

    /// All that have a term.
    List<Value> all() {
        structure();
        symmetry();
        electronic();
        mechanical();
        if (basis == HowKnown.SIMULATED) {
            values.addAll(SolarCell.figures(part, into, basis, values));
        }
        energies();
        return values;
    }

    /// The structure with its sites as content-addressed JSON, if sites are given.
    List<AttachedFile> files() {
        var at = chosen();
        if (at.isEmpty() || !part.has(at.get() + "/cartesian_site_positions")) {
            return List.of();
        }
        part.use(at.get());
        return List.of(
                AttachedFile.structure(into.entry().key(), Fields.canonical(part.at(at.get()))));
    }

    /// Says that the sites are lost, where there is no calculation to keep them with.
    void leaveSites() {
        chosen().ifPresent(at ->
                part.drop(at + "/cartesian_site_positions", "no calculation to keep them with"));
    }

    /// The functionals of a density functional calculation, as one value.
    static Optional<Value> functional(Fields part, Gathered into) {
        var at = "/results/method/simulation/dft/xc_functional_names";
        var names = new TreeSet<String>();
        part.at(at).valueStream().forEach(name -> names.add(name.asString("")));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        part.use(at);
        var property = Term.of("lsp:exchangeCorrelationFunctional");
        var text = String.join("+", names);
        return Optional.of(
                (switch (text) {
                            case "GGA_C_PBE+GGA_X_PBE" -> Optional.of("lsk:PBE");
                            case "GGA_C_PBE_SOL+GGA_X_PBE_SOL" -> Optional.of("lsk:PBEsol");
                            case "HYB_GGA_XC_HSE06" -> Optional.of("lsk:HSE06");
                            case "HYB_GGA_XC_PBEH" -> Optional.of("lsk:PBE0");
                            case "HYB_GGA_XC_B3LYP" -> Optional.of("lsk:B3LYP");
                            case "MGGA_C_SCAN+MGGA_X_SCAN" -> Optional.of("lsk:SCAN");
                            case "MGGA_C_R2SCAN+MGGA_X_R2SCAN" -> Optional.of("lsk:R2SCAN");
                            default -> Optional.<String>empty();
                        })
                        .map(kind -> Value.of(property, HowKnown.RECORDED, Term.of(kind)))
                        .orElseGet(() -> Value.ofText(property, HowKnown.RECORDED, text))
                        .at(into.place(at)));
    }

    private Optional<String> chosen() {
        return STRUCTURES.stream()
                .map(name -> PROPERTIES + "/structures/" + name)
                .filter(part::has)
                .findFirst();
    }

    private void structure() {
        var chosen = chosen();
        if (chosen.isEmpty()) {
            return;
        }
        var at = chosen.get();
        for (var parameter : new TreeMap<>(LATTICE).entrySet()) {
            var name = parameter.getKey();
            add(
                            at + "/lattice_parameters/" + name,
                            parameter.getValue(),
                            Term.of(name.length() == 1 ? "unit:M" : "unit:RAD"))
                    .ifPresent(value -> values.add(value.ofComponent(1)));
        }
        add(at + "/cell_volume", "lsp:cellVolume", Term.of("unit:M3"))
                .ifPresent(value -> values.add(value.ofComponent(1)));
        add(at + "/mass_density", "lsp:massDensity", Term.of("unit:KiloGM-PER-M3"))
                .ifPresent(values::add);
        for (var other : STRUCTURES) {
            var pointer = PROPERTIES + "/structures/" + other;
            if (!pointer.equals(at)) {
                part.drop(pointer, "another setting of the same cell");
            }
        }
    }

    private void symmetry() {
        var at = "/results/material/symmetry";
        var system = part.peek(at + "/crystal_system").map(ComputedValues::crystalSystem);
        if (system.isPresent() && Ontology.lodestone().findKind(system.get()).isPresent()) {
            part.use(at + "/crystal_system");
            values.add(
                    Value.of(Term.of("lsp:crystalSystem"), basis, system.get())
                            .at(into.place(at + "/crystal_system"))
                            .ofComponent(1));
        }
        add(at + "/space_group_number", "lsp:spaceGroupNumber", Term.of("unit:UNITLESS"))
                .ifPresent(value -> values.add(value.ofComponent(1)));
        text(at + "/space_group_symbol", "lsp:spaceGroupSymbol");
        text(at + "/structure_name", "lsp:crystalStructureType");
    }

    private void electronic() {
        var at = PROPERTIES + "/electronic";
        gaps(at + "/band_gap");
        for (var list : List.of("band_structure_electronic", "dos_electronic")) {
            for (int i = 0; i < part.at(at + "/" + list).size(); i++) {
                gaps(at + "/" + list + "/" + i + "/band_gap");
            }
        }
    }

    private void gaps(String at) {
        for (int i = 0; i < part.at(at).size(); i++) {
            var type = part.text(at + "/" + i + "/type");
            add(at + "/" + i + "/value", "lsp:bandGap", J)
                    .map(value -> type.map(value::noting).orElse(value))
                    .ifPresent(values::add);
        }
    }

    private void mechanical() {
        for (var sort : List.of("bulk", "shear")) {
            var at = PROPERTIES + "/mechanical/" + sort + "_modulus";
            for (int i = 0; i < part.at(at).size(); i++) {
                var type = part.peek(at + "/" + i + "/type").orElse("");
                var suffix =
                        switch (type) {
                            case "voigt_average" -> "Voigt";
                            case "reuss_average" -> "Reuss";
                            default -> "";
                        };
                add(at + "/" + i + "/value", "lsp:" + sort + "Modulus" + suffix, Term.of("unit:PA"))
                        .map(value -> type.isEmpty() ? value : value.noting(type))
                        .ifPresent(values::add);
                part.text(at + "/" + i + "/type");
            }
        }
    }

    /// The energy of the last calculation of the run.
    private void energies() {
        int last = part.at("/run/0/calculation").size() - 1;
        add("/run/0/calculation/" + last + "/energy/total/value", "lsp:totalEnergy", J)
                .ifPresent(values::add);
        add("/run/0/calculation/" + last + "/energy/fermi", "lsp:fermiEnergy", J)
                .ifPresent(values::add);
    }

    private void text(String pointer, String property) {
        part.text(pointer)
                .ifPresent(text ->
                        values.add(
                                Value.ofText(Term.of(property), basis, text)
                                        .at(into.place(pointer))
                                        .ofComponent(1)));
    }

    private Optional<Value> add(String pointer, String property, Term unit) {
        return part.number(pointer)
                .map(number ->
                        Value.of(Term.of(property), basis, EntityMapping.quantity(number, unit))
                                .at(into.place(pointer)));
    }

    private static Term crystalSystem(String name) {
        return Term.of(
                "lsk:"
                        + name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).toLowerCase(Locale.ROOT));
    }
}
