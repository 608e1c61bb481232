package dev.lodestone.query.sparql;

import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Properties of a thing that are asked for together. One is made once and used for many things:
/// two are the same only if they are the same object.
public final class Aspect {
    private final Map<String, Term> properties;

    private Aspect(Map<String, Term> properties) {
        this.properties = properties;
    }

    /// The aspect that consists of these.
    public static Aspect of(Term... properties) {
        return new Aspect(
                Stream.of(properties)
                        .collect(Collectors.toUnmodifiableMap(Term::iri, Function.identity())));
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    List<Term> properties() {
        return List.copyOf(properties.values());
    }
}
