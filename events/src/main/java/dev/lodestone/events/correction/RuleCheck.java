package dev.lodestone.events.correction;

import dev.lodestone.events.BatchRule.Change;
import dev.lodestone.events.Id;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.intake.EventTags;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import java.util.Optional;

/// Whether a rule makes sense: what it names is known, and units fit the property.
final class RuleCheck {
    private final EventLog log;
    private final Ontology ontology;

    RuleCheck(EventLog log, Ontology ontology) {
        this.log = log;
        this.ontology = ontology;
    }

    void check(Request request) {
        known(request.author(), "/author");
        var select = request.rule().select();
        select.instrument().ifPresent(id -> known(id, "/select/instrument"));
        select.agent().ifPresent(id -> known(id, "/select/agent"));
        select.source().ifPresent(id -> known(id, "/select/source"));
        select.kind()
                .filter(kind -> ontology.findKind(kind).isEmpty())
                .ifPresent(kind -> unknownTerm("/select/kind", "kind", kind));
        request.rule().change().property().ifPresent(p -> change(p, request.rule().change()));
    }

    private void known(Id id, String pointer) {
        if (log.count(EventTags.of(id)) == 0) {
            throw new InvalidEvent(
                    pointer,
                    "The %s (%s) is not known.".formatted(EventTags.of(id).key(), id.value()),
                    "it is spelled otherwise, or was never registered.");
        }
    }

    private void change(Term property, Change change) {
        var found = ontology.findProperty(property);
        if (found.isEmpty()) {
            unknownTerm("/change/property", "property", property);
            return;
        }
        var canonical = found.get().canonicalUnit();
        if (canonical.isEmpty()) {
            throw new InvalidEvent(
                    "/change/property",
                    "The property (%s) is not a quantity.".formatted(property),
                    "correct its events one by one, by RecordCorrected.");
        }
        unit(change.plus().map(Quantity::unit), "/change/plus", property, canonical.get());
        unit(change.value().map(Quantity::unit), "/change/value", property, canonical.get());
        unit(
                change.uncertainty().map(Quantity::unit),
                "/change/uncertainty",
                property,
                canonical.get());
        change.times()
                .ifPresent(times -> {
                    unit(times.unit(), "/change/times", property, canonical.get());
                    if (times.unit().isEmpty() && hasOtherZeros(canonical.get())) {
                        throw new InvalidEvent(
                                "/change/times",
                                "A factor for (%s) says nothing without a unit: scales of it have different zeros."
                                        .formatted(property),
                                "add \"unit\": \"°C\" or \"K\".");
                    }
                });
        if (change.uncertainty().filter(u -> u.value().signum() < 0).isPresent()) {
            throw new InvalidEvent("/change/uncertainty", "The uncertainty is negative.", "");
        }
    }

    private boolean hasOtherZeros(Unit canonical) {
        return ontology.units().stream()
                .anyMatch(unit -> unit.sameDimension(canonical) && unit.offset().signum() != 0);
    }

    private void unit(Optional<Term> unit, String pointer, Term property, Unit canonical) {
        if (unit.isEmpty()) {
            return;
        }
        var found = ontology.findUnit(unit.get().curie());
        if (found.isEmpty() || !found.get().sameDimension(canonical)) {
            throw new InvalidEvent(
                    pointer + "/unit",
                    "The unit (%s) cannot be used for (%s).".formatted(unit.get(), property),
                    "%s (%s).".formatted(canonical.symbol(), canonical.term().curie()));
        }
    }

    private void unknownTerm(String pointer, String what, Term term) {
        var near = ontology.suggestions(term);
        throw new InvalidEvent(
                pointer,
                "The %s (%s) is not in the ontology.".formatted(what, term),
                near.isEmpty() ? "" : "one of " + String.join(", ", near) + ".");
    }
}
