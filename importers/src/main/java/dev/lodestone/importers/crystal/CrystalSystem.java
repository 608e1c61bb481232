package dev.lodestone.importers.crystal;

import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/// The crystal system that a space group belongs to, by its number in the International Tables.
public final class CrystalSystem {
    private static final int LAST = 230;

    /// By the first number of each.
    private static final TreeMap<Integer, String> SYSTEMS = new TreeMap<>();

    static {
        SYSTEMS.put(1, "lsk:Triclinic");
        SYSTEMS.put(3, "lsk:Monoclinic");
        SYSTEMS.put(16, "lsk:Orthorhombic");
        SYSTEMS.put(75, "lsk:Tetragonal");
        SYSTEMS.put(143, "lsk:Trigonal");
        SYSTEMS.put(168, "lsk:Hexagonal");
        SYSTEMS.put(195, "lsk:Cubic");
    }

    private CrystalSystem() {}

    /// The concept of the system; nothing where there is no such space group.
    public static Optional<Term> of(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            return Optional.empty();
        }
        return Optional.of(Term.of(SYSTEMS.floorEntry(number.intValueExact()).getValue()));
    }
}
