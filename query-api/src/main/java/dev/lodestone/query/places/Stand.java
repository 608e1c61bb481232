package dev.lodestone.query.places;

import dev.lodestone.ontology.Kind;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.sparql.Row;
import java.util.Optional;

/// Something stands in a container.
///
/// @param container what it stands in
/// @param label what that is called
/// @param kind what that is: box, freezer
/// @param at the position in it
/// @param since when the event was that put it there
/// @param event that put it there
/// @param how the sort of that event
/// @param position of its record in the log
public record Stand(
        String container,
        String label,
        Optional<String> kind,
        Optional<String> at,
        LabMoment since,
        String event,
        String how,
        long position) {

    static Stand of(
            Row by, String container, String label, Optional<String> kind, String eventKind) {
        return new Stand(
                container,
                label,
                kind,
                by.text("containerPosition"),
                LabMoment.of(by),
                by.get("event"),
                sort(by.get(eventKind)),
                by.whole("position").orElseThrow());
    }

    /// A sort of event as people call it.
    static String sort(String iri) {
        var kind = new Term(iri);
        return Ontology.lodestone().findKind(kind).map(Kind::label).orElse(kind.localName());
    }

    String words() {
        return at.map(where -> where + " of ").orElse("") + label;
    }

    /// Since when, and how that is known.
    String known() {
        return "since " + since.words() + ", by " + how + " · position " + position;
    }
}
