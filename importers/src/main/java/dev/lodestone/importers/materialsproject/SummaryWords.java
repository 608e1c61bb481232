package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Value;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values of a summary that are words: symmetry, magnetic ordering, the kind of gap, and whether
/// the material is known from experiments.
final class SummaryWords {
    private static final Map<String, Term> ORDERINGS =
            Map.of(
                    "NM", Term.of("lsk:NonMagnetic"),
                    "FM", Term.of("lsk:Ferromagnetic"),
                    "AFM", Term.of("lsk:Antiferromagnetic"),
                    "FiM", Term.of("lsk:Ferrimagnetic"));

    private static final Term BAND_GAP = Term.of("lsp:bandGap");

    private SummaryWords() {}

    /// The words of a group.
    ///
    /// @param numbers the group's numbers
    static List<Value> of(Fields part, SummaryGroup group, List<Value> numbers) {
        return switch (group.role()) {
            case "structure" -> symmetry(part);
            case "magnetism" -> ordering(part);
            case "provenance" -> Observed.values(part);
            default -> gaps(part, numbers);
        };
    }

    /// Says of a band gap whether it is direct; of no gap that is not asked.
    static Value noted(Fields part, Value value) {
        return isGap(part, value)
                ? value.noting(part.at(direct(value)).booleanValue() ? "direct" : "indirect")
                : value;
    }

    private static List<Value> gaps(Fields part, List<Value> numbers) {
        var kinds = new ArrayList<Value>();
        for (var value : numbers) {
            if (isGap(part, value)) {
                var at = direct(value);
                part.use(at);
                var kind = part.at(at).booleanValue() ? "lsk:DirectGap" : "lsk:IndirectGap";
                kinds.add(
                        Value.of(Term.of("lsp:bandGapKind"), HowKnown.SIMULATED, Term.of(kind))
                                .at(at));
            }
        }
        return kinds;
    }

    private static boolean isGap(Fields part, Value value) {
        return value.property().equals(BAND_GAP)
                && value.quantity().filter(gap -> gap.value().signum() > 0).isPresent()
                && part.at(direct(value)).isBoolean();
    }

    private static String direct(Value gap) {
        var at = gap.locator().orElse("");
        return at.endsWith("band_gap")
                ? at.substring(0, at.length() - "band_gap".length()) + "is_gap_direct"
                : at;
    }

    private static List<Value> ordering(Fields part) {
        return part
                .peek("/ordering")
                .flatMap(word -> Optional.ofNullable(ORDERINGS.get(word)))
                .stream()
                .map(ordering -> {
                    part.use("/ordering");
                    return Value.of(Term.of("lsp:magneticOrdering"), HowKnown.SIMULATED, ordering)
                            .at("/ordering");
                })
                .toList();
    }

    private static List<Value> symmetry(Fields part) {
        var values = new ArrayList<Value>();
        part.peek("/symmetry/crystal_system")
                .flatMap(MpTerms::crystalSystem)
                .ifPresent(system -> {
                    part.use("/symmetry/crystal_system");
                    values.add(
                            Value.of(Term.of("lsp:crystalSystem"), HowKnown.SIMULATED, system)
                                    .at("/symmetry/crystal_system")
                                    .ofComponent(1));
                });
        part.text("/symmetry/symbol")
                .ifPresent(symbol ->
                        values.add(
                                Value.ofText(
                                                Term.of("lsp:spaceGroupSymbol"),
                                                HowKnown.SIMULATED,
                                                symbol)
                                        .at("/symmetry/symbol")
                                        .ofComponent(1)));
        return values;
    }
}
