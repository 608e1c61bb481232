package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Properties of a thing that are asked for together. One is made once and used for many things:
/// two are the same only if they are the same object.
public final class Aspect {
    private final Set<String> iris;
    private final List<Term> properties;

    private Aspect(List<Term> properties) {
        this.properties = properties;
        this.iris = properties.stream().map(Term::iri).collect(Collectors.toUnmodifiableSet());
    }

    /// The aspect that consists of these.
    public static Aspect of(Term... properties) {
        return new Aspect(List.of(properties));
    }

    boolean has(String property) {
        return iris.contains(property);
    }

    List<Term> properties() {
        return properties;
    }
}
