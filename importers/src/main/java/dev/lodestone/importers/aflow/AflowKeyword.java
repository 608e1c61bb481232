package dev.lodestone.importers.aflow;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.stream.Stream;

/// A keyword of AFLUX that is a number with a term.
///
/// @param group values of one group become one event
record AflowKeyword(String group, String name, Term property, Term unit) {
    static final String STRUCTURE = "structure";
    static final String AT_300_K = "at-300-K";

    static final List<String> GROUPS =
            List.of(STRUCTURE, "energy", "electronic", "elastic", AT_300_K);

    private static final List<AflowKeyword> ALL =
            List.of(
                    of(STRUCTURE, "natoms", "lsp:siteCount", "unit:UNITLESS"),
                    of(STRUCTURE, "volume_cell", "lsp:cellVolume", "unit:ANGSTROM3"),
                    of(STRUCTURE, "volume_atom", "lsp:volumePerAtom", "lsu:ANGSTROM3-PER-ATOM"),
                    of(STRUCTURE, "spacegroup_relax", "lsp:spaceGroupNumber", "unit:UNITLESS"),
                    of("energy", "energy_cell", "lsp:totalEnergy", "unit:EV"),
                    of("energy", "energy_atom", "lsp:energyPerAtom", "lsu:EV-PER-ATOM"),
                    of(
                            "energy",
                            "enthalpy_formation_atom",
                            "lsp:formationEnergyPerAtom",
                            "lsu:EV-PER-ATOM"),
                    of("energy", "density", "lsp:massDensity", "unit:GM-PER-CentiM3"),
                    of("electronic", "Egap", "lsp:bandGap", "unit:EV"),
                    of("electronic", "spin_cell", "lsp:totalMagnetization", "lsu:BohrMagneton"),
                    of("elastic", "ael_bulk_modulus_vrh", "lsp:bulkModulus", "unit:GigaPA"),
                    of("elastic", "ael_bulk_modulus_voigt", "lsp:bulkModulusVoigt", "unit:GigaPA"),
                    of("elastic", "ael_bulk_modulus_reuss", "lsp:bulkModulusReuss", "unit:GigaPA"),
                    of("elastic", "ael_shear_modulus_vrh", "lsp:shearModulus", "unit:GigaPA"),
                    of(
                            "elastic",
                            "ael_shear_modulus_voigt",
                            "lsp:shearModulusVoigt",
                            "unit:GigaPA"),
                    of(
                            "elastic",
                            "ael_shear_modulus_reuss",
                            "lsp:shearModulusReuss",
                            "unit:GigaPA"),
                    of("elastic", "ael_poisson_ratio", "lsp:poissonRatio", "unit:UNITLESS"),
                    of(
                            AT_300_K,
                            "agl_thermal_conductivity_300K",
                            "lsp:thermalConductivity",
                            "unit:W-PER-M-K"));

    private static AflowKeyword of(String group, String name, String property, String unit) {
        return new AflowKeyword(group, name, Term.of(property), Term.of(unit));
    }

    /// The keywords of a group.
    static List<AflowKeyword> of(String group) {
        return ALL.stream().filter(keyword -> keyword.group().equals(group)).toList();
    }

    /// What a service is asked for: all that have a term, and what says how they are meant.
    static List<String> asked() {
        return Stream.concat(
                        Stream.of("compound", "aurl", "dft_type", "Egap_type"),
                        ALL.stream().map(AflowKeyword::name))
                .toList();
    }
}
