package dev.lodestone.ontology;

import java.util.Arrays;
import java.util.Optional;

/// The four length scales at which structure is described, from the smallest to the largest.
public enum StructureLevel {
    /// Nuclei, electrons, ions.
    ATOM_ION("AtomIon"),
    /// The crystal lattice or the molecular chain.
    LATTICE_CHAIN("LatticeChain"),
    /// Grains, particles and what lies between them.
    GRAIN_PARTICLE("GrainParticle"),
    /// The body as a whole: its constituents and voids.
    BULK("Bulk");

    private final String localName;

    StructureLevel(String localName) {
        this.localName = localName;
    }

    /// Its name in the ontology, e.g. lsk:AtomIon.
    public Term term() {
        return new Term(Namespaces.LSK + localName);
    }

    /// The level with this name, if there is one.
    public static Optional<StructureLevel> find(Term term) {
        return Arrays.stream(values()).filter(level -> level.term().equals(term)).findFirst();
    }
}
