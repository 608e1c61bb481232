package dev.lodestone.importers.crystal;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How many atoms of which element, in alphabetical order of the elements.
///
/// @param counts none is zero
public record Composition(Map<String, BigDecimal> counts) {
    private static final int DECIMALS = 6;
    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)([0-9]+(?:\\.[0-9]+)?)?");

    public Composition {
        counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /// Reads a formula without brackets: `Be1O1`, `C2O4`.
    ///
    /// @return nothing where it is none
    public static Optional<Composition> of(String formula) {
        var counts = new TreeMap<String, BigDecimal>();
        var part = PART.matcher(formula.strip());
        int end = 0;
        while (part.find() && part.start() == end) {
            counts.merge(
                    part.group(1),
                    part.group(2) == null ? BigDecimal.ONE : new BigDecimal(part.group(2)),
                    BigDecimal::add);
            end = part.end();
        }
        counts.values().removeIf(count -> count.signum() == 0);
        return end == formula.strip().length() && !counts.isEmpty()
                ? Optional.of(new Composition(counts))
                : Optional.empty();
    }

    /// Counts atoms that stand one by one.
    public static Composition ofAtoms(List<String> atoms) {
        return new Composition(
                atoms.stream()
                        .collect(
                                Collectors.toMap(
                                        atom -> atom, _ -> BigDecimal.ONE, BigDecimal::add)));
    }

    /// As people write it, without the counts that are one.
    public String formula() {
        return counts.entrySet().stream()
                .map(e ->
                        e.getKey()
                                + (e.getValue().compareTo(BigDecimal.ONE) == 0
                                        ? ""
                                        : e.getValue().toPlainString()))
                .collect(Collectors.joining());
    }

    /// The share of each element by amount.
    ///
    /// @param pointer where the composition stands
    public List<Value> shares(HowKnown basis, String pointer) {
        var sum = counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return counts.entrySet().stream()
                .map(e -> {
                    var share = e.getValue().divide(sum, DECIMALS, RoundingMode.HALF_EVEN);
                    return Value.of(
                                    Term.of("lsp:bulkComposition"),
                                    basis,
                                    new Quantity(
                                            share,
                                            Term.of("unit:FRACTION"),
                                            share.toPlainString(),
                                            Optional.empty()))
                            .ofSpecies(e.getKey())
                            .at(pointer);
                })
                .toList();
    }
}
