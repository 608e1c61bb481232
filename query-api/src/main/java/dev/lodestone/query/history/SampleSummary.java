package dev.lodestone.query.history;

import java.util.List;
import java.util.Optional;

/// Which sample is meant.
///
/// @param iri of the sample
/// @param id the end of the IRI
/// @param label a name it bears, else its id
/// @param names all names, as `scope:name`
/// @param kind its form: powder, film
/// @param lifecycle `Active`, `Consumed`, `Destroyed` …
/// @param material what it is a portion of
/// @param container where it sits, with its position
/// @param sameAs samples said to be the same
/// @param findings what was noticed about it
public record SampleSummary(
        String iri,
        String id,
        String label,
        List<String> names,
        Optional<String> kind,
        Optional<String> lifecycle,
        Optional<String> material,
        Optional<String> container,
        List<String> sameAs,
        List<String> findings) {}
