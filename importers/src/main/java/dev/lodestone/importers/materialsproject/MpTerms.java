package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The source's words for units, functionals and tasks, and what the ontology calls them.
final class MpTerms {
    static final Term EV = Term.of("unit:EV");
    static final Term EV_PER_ATOM = Term.of("lsu:EV-PER-ATOM");
    static final Term GPA = Term.of("unit:GigaPA");
    static final Term ONE = Term.of("unit:UNITLESS");
    static final Term BOHR_MAGNETON = Term.of("lsu:BohrMagneton");
    static final Term FUNCTIONAL = Term.of("lsp:exchangeCorrelationFunctional");

    /// The structural component that lattice values are about; always an event's first.
    static final StructuralComponent LATTICE =
            new StructuralComponent(Term.of("lsk:CrystalLattice"));

    /// Run types without "+U", in lower case.
    private static final Map<String, Term> FUNCTIONALS =
            Map.ofEntries(
                    Map.entry("gga", Term.of("lsk:PBE")),
                    Map.entry("pbe", Term.of("lsk:PBE")),
                    Map.entry("gga+u", Term.of("lsk:GGA_U")),
                    Map.entry("pbe+u", Term.of("lsk:GGA_U")),
                    Map.entry("pbesol", Term.of("lsk:PBEsol")),
                    Map.entry("lda", Term.of("lsk:LDA")),
                    Map.entry("scan", Term.of("lsk:SCAN")),
                    Map.entry("r2scan", Term.of("lsk:R2SCAN")),
                    Map.entry("hse06", Term.of("lsk:HSE06")),
                    Map.entry("pbe0", Term.of("lsk:PBE0")),
                    Map.entry("b3lyp", Term.of("lsk:B3LYP")),
                    Map.entry("optb88-vdw", Term.of("lsk:OptB88vdW")));

    private static final Map<String, Term> TASKS =
            Map.of(
                    "Structure Optimization", Term.of("lsk:StructureRelaxation"),
                    "Static", Term.of("lsk:StaticCalculation"),
                    "NSCF Line", Term.of("lsk:BandStructureCalculation"),
                    "SCF Line", Term.of("lsk:BandStructureCalculation"),
                    "Deformation", Term.of("lsk:ElasticCalculation"),
                    "Molecular Dynamics", Term.of("lsk:MolecularDynamics"));

    private static final List<Length> LATTICE_VALUES =
            List.of(
                    new Length("a", Term.of("lsp:latticeParameterA"), Term.of("unit:ANGSTROM")),
                    new Length("b", Term.of("lsp:latticeParameterB"), Term.of("unit:ANGSTROM")),
                    new Length("c", Term.of("lsp:latticeParameterC"), Term.of("unit:ANGSTROM")),
                    new Length("alpha", Term.of("lsp:latticeAngleAlpha"), Term.of("unit:DEG")),
                    new Length("beta", Term.of("lsp:latticeAngleBeta"), Term.of("unit:DEG")),
                    new Length("gamma", Term.of("lsp:latticeAngleGamma"), Term.of("unit:DEG")));

    private record Length(String field, Term property, Term unit) {}

    private MpTerms() {}

    /// The functional of a run type (`GGA`, `GGA+U`, `GGA_U`, `r2SCAN`).
    static Optional<Term> functional(String runType) {
        return Optional.ofNullable(
                FUNCTIONALS.get(runType.toLowerCase(Locale.ROOT).replace("_u", "+u")));
    }

    /// What sort of calculation a task type is; all of them are density functional theory.
    static Term method(Optional<String> taskType) {
        return taskType.flatMap(type -> Optional.ofNullable(TASKS.get(type)))
                .orElse(Term.of("lsk:DFT"));
    }

    /// The concept of a crystal system, which is written `Cubic` or, before 2022, `cubic`.
    static Optional<Term> crystalSystem(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        return List.of(
                                "triclinic",
                                "monoclinic",
                                "orthorhombic",
                                "tetragonal",
                                "trigonal",
                                "hexagonal",
                                "cubic")
                        .contains(name)
                ? Optional.of(
                        Term.of(
                                "lsk:"
                                        + name.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + name.substring(1)))
                : Optional.empty();
    }

    /// A number of the document as a value, if it is there.
    static Optional<Value> value(
            Fields fields, String pointer, Term property, Term unit, HowKnown basis) {
        return fields.number(pointer).map(number -> value(number, pointer, property, unit, basis));
    }

    /// A number that stands at a pointer, as a value.
    static Value value(
            BigDecimal number, String pointer, Term property, Term unit, HowKnown basis) {
        return Value.of(
                        property,
                        basis,
                        new Quantity(number, unit, number.toString(), Optional.empty()))
                .at(pointer);
    }

    /// The cell's lengths and angles from a pymatgen structure, about the first component.
    static List<Value> lattice(Fields fields, String structure) {
        var values = new ArrayList<Value>();
        for (var length : LATTICE_VALUES) {
            value(
                            fields,
                            structure + "/lattice/" + length.field(),
                            length.property(),
                            length.unit(),
                            HowKnown.SIMULATED)
                    .ifPresent(value -> values.add(value.ofComponent(1)));
        }
        return values;
    }

    /// What a run type says as conditions: the word itself, and the functional where it is known.
    static List<Value> runType(String runType, String place) {
        var word = Value.ofText(Term.of("lsp:runType"), HowKnown.RECORDED, runType).at(place);
        return functional(runType)
                .map(functional ->
                        List.of(
                                word,
                                Value.of(FUNCTIONAL, HowKnown.RECORDED, functional).at(place)))
                .orElse(List.of(word));
    }
}
