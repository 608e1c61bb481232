package dev.lodestone.query.history;

import java.util.List;
import java.util.Optional;

/// A step of a plan, with what was done of it.
///
/// @param step its name in the plan
/// @param kind what it is called: "sintering"
/// @param kindTerm short form of the kind: `lsk:Sintering`
/// @param targets what was planned
/// @param event that carried it out; absent where none is recorded
/// @param off how what was done differs from what was planned: planned first, then done
/// @param notRecorded the targets of which nothing is recorded, though the step was carried out
public record PlannedStep(
        String plan,
        String title,
        String iri,
        String step,
        Optional<String> kind,
        Optional<String> kindTerm,
        List<ShownValue> targets,
        Optional<String> event,
        List<ValueDifference> off,
        List<String> notRecorded) {
    public PlannedStep {
        targets = List.copyOf(targets);
        off = List.copyOf(off);
        notRecorded = List.copyOf(notRecorded);
    }

    /// The same, carried out by an event with these parameters.
    PlannedStep doneBy(String by, List<ShownValue> parameters) {
        var planned = targets.stream().map(ShownValue::property).toList();
        var done =
                parameters.stream()
                        .filter(ShownValue::restsOnEvidence)
                        .filter(value -> planned.contains(value.property()))
                        .toList();
        var differing = ValueDifference.compare(plain(targets), plain(done)).differing();
        return new PlannedStep(
                plan,
                title,
                iri,
                step,
                kind,
                kindTerm,
                targets,
                Optional.of(by),
                differing.stream()
                        .filter(value -> value.a().isPresent() && value.b().isPresent())
                        .toList(),
                differing.stream()
                        .filter(value -> value.b().isEmpty())
                        .map(ValueDifference::label)
                        .toList());
    }

    /// A planned value is compared with the one reached, if there is one, else with the one set.
    private static List<ShownValue> plain(List<ShownValue> values) {
        return values.stream()
                .filter(value ->
                        value.qualifiers().contains("actual")
                                || values.stream()
                                        .noneMatch(other ->
                                                other.property().equals(value.property())
                                                        && other.qualifiers().contains("actual")))
                .toList();
    }
}
