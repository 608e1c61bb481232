package dev.lodestone.ontology;

import java.util.List;
import java.util.Optional;

/// An entry of one of the open lists: a technique, a form, an outcome. A new one is a row in the
/// Turtle, not a class.
///
/// @param parent the broader kind
/// @param eventClass the structural class of events of this kind, e.g. ls:ImageAcquisition
/// @param requiredParameters an event of this kind is refused without them
/// @param keyParameters they are indexed on the sample and on each participant
/// @param level of a component kind, the scale it is found at (M3I3 Table 2)
/// @param componentClass of a component kind, lsk:Major (repeating) or lsk:Minor (random, sparse)
/// @param aliases other names people use
public record Kind(
        Term term,
        String label,
        String definition,
        Scheme scheme,
        Optional<Term> parent,
        Optional<Term> eventClass,
        List<Term> requiredParameters,
        List<Term> keyParameters,
        Optional<StructureLevel> level,
        Optional<Term> componentClass,
        List<String> aliases) {
    public Kind {
        requiredParameters = List.copyOf(requiredParameters);
        keyParameters = List.copyOf(keyParameters);
        aliases = List.copyOf(aliases);
    }
}
