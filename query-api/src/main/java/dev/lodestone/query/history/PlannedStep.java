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
/// @param off how what was done differs from what was planned
/// @param unknown what was planned and cannot be compared with what was done, in words
public record PlannedStep(
        String plan,
        String title,
        String iri,
        String step,
        Optional<String> kind,
        Optional<String> kindTerm,
        List<ShownValue> targets,
        Optional<String> event,
        List<Deviation> off,
        List<String> unknown) {
    public PlannedStep {
        targets = List.copyOf(targets);
        off = List.copyOf(off);
        unknown = List.copyOf(unknown);
    }

    /// The same, carried out by an event.
    PlannedStep doneBy(String by, TargetCheck check) {
        return new PlannedStep(
                plan,
                title,
                iri,
                step,
                kind,
                kindTerm,
                targets,
                Optional.of(by),
                check.deviations(),
                check.unknown());
    }
}
