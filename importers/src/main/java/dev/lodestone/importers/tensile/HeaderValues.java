package dev.lodestone.importers.tensile;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Mode;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.tensile.MachineFile.HeaderLine;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.ontology.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lines of a machine file's header that are values: results of the test, or conditions it was
/// made under.
final class HeaderValues {
    private static final Map<String, String> RESULTS =
            Map.of(
                    "Yield stress at 0.2% plastic strain", "lsp:yieldStrength",
                    "Ultimate tensile strength", "lsp:ultimateTensileStrength",
                    "Uniform elongation", "lsp:uniformElongation",
                    "Elongation after fracture", "lsp:elongationAtFracture",
                    "Reduction of area", "lsp:reductionOfArea",
                    "Slope of linear-elastic region", "lsp:elasticSlope",
                    "Gauge diameter", "lsp:gaugeDiameter",
                    "Gauge length", "lsp:gaugeLength",
                    "Original cross-section", "lsp:crossSectionArea");

    private static final Map<String, String> CONDITIONS =
            Map.of(
                    "Crosshead seperation speed", "lsp:crossheadSpeed",
                    "Strain rate", "lsp:strainRate",
                    "Test temperature", "lsp:testTemperature");

    private static final Map<String, String> UNITS =
            Map.of("s-1", "unit:PER-SEC", "Cel", "unit:DEG_C");

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");

    private final String place;
    private final List<Finding> findings;

    /// @param place how the file is named in messages
    /// @param findings where units that are not known are told
    HeaderValues(String place, List<Finding> findings) {
        this.place = place;
        this.findings = findings;
    }

    boolean isResult(HeaderLine line) {
        return RESULTS.containsKey(line.key());
    }

    /// The value a line states, if it is one that has a term and says something.
    ///
    /// @throws RefusedEntry if a result is no number
    Optional<Value> of(HeaderLine line) {
        var how = isResult(line) ? HowKnown.MEASURED : HowKnown.RECORDED;
        var term =
                Optional.ofNullable(RESULTS.get(line.key()))
                        .or(() -> Optional.ofNullable(CONDITIONS.get(line.key())));
        if (term.isEmpty() || line.value().isEmpty()) {
            return Optional.empty();
        }
        var property = Term.of(term.get());
        if (NUMBER.matcher(line.value()).matches()) {
            var value =
                    Value.of(
                                    property,
                                    how,
                                    new Quantity(
                                            new BigDecimal(line.value()),
                                            unit(line),
                                            line.value(),
                                            Optional.empty()))
                            .at(at(line));
            return Optional.of(isResult(line) ? value : value.withMode(Mode.ACTUAL));
        } else if (isResult(line)) {
            throw new RefusedEntry(
                    at(line),
                    "The value of \"%s\" is not a number (%s).".formatted(line.key(), line.value()),
                    "a decimal comma is meant; the file has decimal points.");
        }
        return Optional.of(Value.ofText(property, how, line.value()).at(at(line)));
    }

    private Term unit(HeaderLine line) {
        var unit =
                Optional.ofNullable(UNITS.get(line.unit()))
                        .map(Term::of)
                        .or(() -> Ontology.lodestone().findUnit(line.unit()).map(Unit::term));
        if (unit.isEmpty()) {
            findings.add(
                    new Finding(
                            at(line),
                            "The unit (%s) of \"%s\" is not known."
                                    .formatted(line.unit(), line.key())));
        }
        return unit.orElse(Vocabulary.UNIT_UNKNOWN);
    }

    private String at(HeaderLine line) {
        return place + ":" + line.number();
    }
}
