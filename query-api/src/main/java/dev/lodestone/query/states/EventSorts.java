package dev.lodestone.query.states;

import dev.lodestone.ontology.Kind;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.LodestoneException.Incorrect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sorts of events as questions name them: a kind (`lsk:Coating`, `coating`), which stands for
/// narrower kinds too, or a class of events (`ls:Storage`).
public final class EventSorts {
    private static final List<Scheme> OF_EVENTS = List.of(Scheme.PROCESS, Scheme.METHOD);

    private EventSorts() {}

    /// The kind or class that a word means.
    ///
    /// @throws Incorrect with the nearest names
    public static Term named(String word) {
        return find(word)
                .orElseThrow(() -> {
                    var near = Ontology.lodestone().suggestions(word.strip());
                    return new Incorrect(
                            "event-sort",
                            "The sort of event (%s) is not known.\nMaybe %s."
                                    .formatted(
                                            word,
                                            near.isEmpty()
                                                    ? "ls:Storage or lsk:Coating"
                                                    : String.join(", ", near)),
                            Map.of("sort", word, "suggestions", near));
                });
    }

    /// The kind or class that a word means, if it means one.
    public static Optional<Term> find(String word) {
        var ontology = Ontology.lodestone();
        if (word.contains(":")) {
            try {
                return Optional.of(Term.of(word)).filter(EventSorts::isOfEvents);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return OF_EVENTS.stream()
                .flatMap(scheme -> ontology.findKind(scheme, word).stream())
                .map(Kind::term)
                .findFirst();
    }

    /// Whether an event of a kind, with these classes, is of a sort.
    public static boolean is(Term kind, Collection<String> classes, Term sort) {
        if (classes.contains(sort.iri())) {
            return true;
        }
        var ontology = Ontology.lodestone();
        var at = Optional.of(kind);
        while (at.isPresent()) {
            if (at.get().equals(sort)) {
                return true;
            }
            at = at.flatMap(ontology::findKind).flatMap(Kind::parent);
        }
        return false;
    }

    private static boolean isOfEvents(Term term) {
        var ontology = Ontology.lodestone();
        return ontology.findKind(term).filter(kind -> OF_EVENTS.contains(kind.scheme())).isPresent()
                || term.equals(Vocabulary.EVENT)
                || ontology.superclasses(term).contains(Vocabulary.EVENT);
    }
}
