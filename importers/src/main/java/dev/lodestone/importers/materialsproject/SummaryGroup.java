package dev.lodestone.importers.materialsproject;

import static dev.lodestone.events.HowKnown.CALCULATED;
import static dev.lodestone.events.HowKnown.SIMULATED;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Values of a summary document that come from one calculation, and so become one event.
///
/// @param role the group's name, part of its event's key
/// @param originNames under which names the document's `origins` may tell the calculation
/// @param source where the document names the calculation apart from `origins`; may be empty
/// @param scalars the numbers
record SummaryGroup(String role, List<String> originNames, String source, List<Scalar> scalars) {
    /// The particle of equilibrium shape that averages over surfaces are about.
    private static final StructuralComponent PARTICLE =
            new StructuralComponent(Term.of("lsk:PrimaryParticle"));

    /// Documents repeat the same few, by where they stand.
    private static final Map<String, SummaryGroup> SUBS = new ConcurrentHashMap<>();

    private static final int MOST_SUBS = 100;

    /// A number of the summary.
    ///
    /// @param ofComponent whether it is about the group's structural component
    record Scalar(String pointer, Term property, Term unit, HowKnown basis, boolean ofComponent) {
        static Scalar of(String pointer, String property, Term unit) {
            return new Scalar(pointer, Term.of(property), unit, SIMULATED, false);
        }

        static Scalar calculated(String pointer, String property, Term unit) {
            return new Scalar(pointer, Term.of(property), unit, CALCULATED, false);
        }

        static Scalar component(String pointer, String property, String unit) {
            return new Scalar(pointer, Term.of(property), Term.of(unit), SIMULATED, true);
        }
    }

    static final SummaryGroup STRUCTURE =
            new SummaryGroup(
                    "structure",
                    List.of("structure"),
                    "",
                    List.of(
                            Scalar.component("/nsites", "lsp:siteCount", "unit:UNITLESS"),
                            Scalar.component("/volume", "lsp:cellVolume", "unit:ANGSTROM3"),
                            Scalar.component(
                                    "/density_atomic",
                                    "lsp:volumePerAtom",
                                    "lsu:ANGSTROM3-PER-ATOM"),
                            Scalar.component(
                                    "/symmetry/number", "lsp:spaceGroupNumber", "unit:UNITLESS"),
                            Scalar.of(
                                    "/density",
                                    "lsp:massDensity",
                                    Term.of("unit:GM-PER-CentiM3"))));

    static final SummaryGroup THERMO =
            new SummaryGroup(
                    "thermo",
                    List.of("thermo", "energy"),
                    "",
                    List.of(
                            Scalar.of(
                                    "/uncorrected_energy_per_atom",
                                    "lsp:uncorrectedEnergyPerAtom",
                                    MpTerms.EV_PER_ATOM),
                            Scalar.calculated(
                                    "/energy_per_atom", "lsp:energyPerAtom", MpTerms.EV_PER_ATOM),
                            Scalar.calculated(
                                    "/formation_energy_per_atom",
                                    "lsp:formationEnergyPerAtom",
                                    MpTerms.EV_PER_ATOM),
                            Scalar.calculated(
                                    "/energy_above_hull",
                                    "lsp:energyAboveHull",
                                    MpTerms.EV_PER_ATOM),
                            Scalar.calculated(
                                    "/equilibrium_reaction_energy_per_atom",
                                    "lsp:equilibriumReactionEnergyPerAtom",
                                    MpTerms.EV_PER_ATOM)));

    static final SummaryGroup ELECTRONIC =
            new SummaryGroup(
                    "electronic_structure",
                    List.of("electronic_structure"),
                    "/es_source_calc_id",
                    electronic(""));

    static final SummaryGroup MAGNETISM =
            group(
                    "magnetism",
                    Scalar.of(
                            "/total_magnetization",
                            "lsp:totalMagnetization",
                            MpTerms.BOHR_MAGNETON));

    /// The same with one more number.
    SummaryGroup with(Scalar more) {
        return new SummaryGroup(
                role,
                originNames,
                source,
                Stream.concat(scalars.stream(), Stream.of(more)).toList());
    }

    /// In the order in which their events are recorded.
    static final List<SummaryGroup> ALL =
            List.of(
                    STRUCTURE,
                    THERMO,
                    ELECTRONIC,
                    MAGNETISM,
                    group(
                            "elasticity",
                            Scalar.of("/bulk_modulus/vrh", "lsp:bulkModulus", MpTerms.GPA),
                            Scalar.of("/bulk_modulus/voigt", "lsp:bulkModulusVoigt", MpTerms.GPA),
                            Scalar.of("/bulk_modulus/reuss", "lsp:bulkModulusReuss", MpTerms.GPA),
                            Scalar.of("/shear_modulus/vrh", "lsp:shearModulus", MpTerms.GPA),
                            Scalar.of("/shear_modulus/voigt", "lsp:shearModulusVoigt", MpTerms.GPA),
                            Scalar.of("/shear_modulus/reuss", "lsp:shearModulusReuss", MpTerms.GPA),
                            Scalar.of("/k_vrh", "lsp:bulkModulus", MpTerms.GPA),
                            Scalar.of("/k_voigt", "lsp:bulkModulusVoigt", MpTerms.GPA),
                            Scalar.of("/k_reuss", "lsp:bulkModulusReuss", MpTerms.GPA),
                            Scalar.of("/g_vrh", "lsp:shearModulus", MpTerms.GPA),
                            Scalar.of("/g_voigt", "lsp:shearModulusVoigt", MpTerms.GPA),
                            Scalar.of("/g_reuss", "lsp:shearModulusReuss", MpTerms.GPA),
                            Scalar.of("/homogeneous_poisson", "lsp:poissonRatio", MpTerms.ONE),
                            Scalar.of(
                                    "/universal_anisotropy",
                                    "lsp:universalElasticAnisotropy",
                                    MpTerms.ONE)),
                    group(
                            "dielectric",
                            Scalar.of("/e_total", "lsp:relativePermittivity", MpTerms.ONE),
                            Scalar.of("/e_ionic", "lsp:ionicRelativePermittivity", MpTerms.ONE),
                            Scalar.of(
                                    "/e_electronic",
                                    "lsp:electronicRelativePermittivity",
                                    MpTerms.ONE),
                            Scalar.of("/n", "lsp:refractiveIndex", MpTerms.ONE)),
                    group(
                            "piezoelectric",
                            Scalar.of(
                                    "/e_ij_max",
                                    "lsp:maximumPiezoelectricModulus",
                                    Term.of("unit:C-PER-M2"))),
                    group(
                            "surface_properties",
                            Scalar.component(
                                    "/weighted_surface_energy",
                                    "lsp:weightedSurfaceEnergy",
                                    "unit:J-PER-M2"),
                            Scalar.component(
                                    "/weighted_work_function",
                                    "lsp:weightedWorkFunction",
                                    "unit:EV")),
                    group("provenance"));

    private static SummaryGroup group(String role, Scalar... scalars) {
        return new SummaryGroup(role, List.of(role), "", List.of(scalars));
    }

    /// What its values about a structural component are about.
    StructuralComponent component() {
        return role.equals("surface_properties") ? PARTICLE : MpTerms.LATTICE;
    }

    /// Whether its values come of a calculation at all.
    boolean computed() {
        return !role.equals("provenance");
    }

    /// A band structure or density of states that the summary repeats, with the task it is from.
    static SummaryGroup sub(String role, String at) {
        var known = SUBS.get(at);
        if (known != null) {
            return known;
        }
        var made = made(role, at);
        if (SUBS.size() < MOST_SUBS) {
            SUBS.put(at, made);
        }
        return made;
    }

    private static SummaryGroup made(String role, String at) {
        var name = at.substring(at.lastIndexOf('/') + 1);
        return new SummaryGroup(
                role,
                List.of(role.startsWith("dos") ? "dos" : name),
                at + "/task_id",
                electronic(at));
    }

    private static List<Scalar> electronic(String at) {
        var edge = at.startsWith("/bandstructure") ? "/energy" : "";
        return List.of(
                Scalar.of(at + "/band_gap", "lsp:bandGap", MpTerms.EV),
                Scalar.of(at + "/cbm" + edge, "lsp:conductionBandMinimum", MpTerms.EV),
                Scalar.of(at + "/vbm" + edge, "lsp:valenceBandMaximum", MpTerms.EV),
                Scalar.of(at + "/efermi", "lsp:fermiEnergy", MpTerms.EV));
    }
}
