package dev.lodestone.projections.translate;

import dev.lodestone.ontology.Kind;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Property;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.ontology.UnknownTerm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the translation asks of the ontology, remembered, since it asks the same for every event.
/// Thread-safe.
final class Words {
    private final Ontology ontology;
    private final Map<Term, List<Node>> types = new ConcurrentHashMap<>();
    private final Map<Term, Optional<Property>> properties = new ConcurrentHashMap<>();
    private final Map<Term, Optional<Unit>> units = new ConcurrentHashMap<>();
    private final Map<Term, Optional<Kind>> kinds = new ConcurrentHashMap<>();
    private final Map<Term, Set<Term>> keyParameters = new ConcurrentHashMap<>();

    Words(Ontology ontology) {
        this.ontology = ontology;
    }

    /// A class and all above it.
    List<Node> types(Term type) {
        return types.computeIfAbsent(
                type,
                t -> {
                    var all = new LinkedHashSet<Node>();
                    all.add(Nodes.iri(t));
                    ontology.superclasses(t).forEach(above -> all.add(Nodes.iri(above)));
                    return List.copyOf(all);
                });
    }

    Optional<Property> property(Term term) {
        return properties.computeIfAbsent(term, ontology::findProperty);
    }

    Optional<Kind> kind(Term term) {
        return kinds.computeIfAbsent(term, ontology::findKind);
    }

    Optional<Unit> unit(Term term) {
        return units.computeIfAbsent(
                term,
                t -> {
                    try {
                        return Optional.of(ontology.unit(t));
                    } catch (UnknownTerm unknown) {
                        return Optional.empty();
                    }
                });
    }

    /// The parameters that a kind, or the broader kinds it belongs to, put in the index.
    Set<Term> keyParameters(Term kind) {
        return keyParameters.computeIfAbsent(
                kind,
                term -> {
                    var all = new LinkedHashSet<Term>();
                    var seen = new LinkedHashSet<Term>();
                    var next = kind(term);
                    while (next.isPresent() && seen.add(next.get().term())) {
                        all.addAll(next.get().keyParameters());
                        next = next.get().parent().flatMap(this::kind);
                    }
                    return Set.copyOf(all);
                });
    }

    /// The class of events of a kind, if it is one below the class that the kind of event has
    /// anyway.
    Term eventClass(Term kind, Term least) {
        return kind(kind)
                .flatMap(Kind::eventClass)
                .filter(c -> ontology.superclasses(c).contains(least))
                .orElse(least);
    }
}
