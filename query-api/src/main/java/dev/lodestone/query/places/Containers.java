package dev.lodestone.query.places;

import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds containers, and what they stand in.
final class Containers {
    private final String base;

    Containers(String base) {
        this.base = base;
    }

    /// What a container stands in, from the nearest outwards.
    ///
    /// @param label what the container itself is called
    /// @param nested whether the way out leads back into itself
    record Path(String label, List<Stand> stands, boolean nested) {}

    /// The IRI of the container that a word means.
    ///
    /// @param word an IRI, an id or a name
    String find(Session session, String word) {
        var iri =
                word.startsWith(base + "/")
                        ? word
                        : base + "/container/" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        var found =
                session
                        .rows(
                                "find-container",
                                Map.of(
                                        "iri", new Parameter.Iri(iri),
                                        "word", new Parameter.Text(word)))
                        .stream()
                        .map(row -> row.get("container"))
                        .distinct()
                        .toList();
        if (found.contains(iri)) {
            return iri;
        } else if (found.isEmpty()) {
            throw new NotFound(
                    "container-unknown",
                    """
                    There is no container (%s) at position %s.
                    Maybe it was registered later or under another name.\
                    """
                            .formatted(word, session.basis()),
                    Map.of("container", word));
        } else if (found.size() > 1) {
            throw new Conflict(
                    "container-ambiguous",
                    "The name (%s) means %d containers.\nMaybe one of %s."
                            .formatted(word, found.size(), String.join(", ", found)),
                    Map.of("candidates", found));
        }
        return found.getFirst();
    }

    Path path(Session session, String container) {
        var rows = new LinkedHashMap<String, Row>();
        session.rows("container-path", Map.of("container", new Parameter.Iri(container)))
                .forEach(row -> rows.putIfAbsent(row.get("at"), row));
        var stands = new ArrayList<Stand>();
        var seen = new HashSet<String>();
        var at = container;
        while (seen.add(at)) {
            var row = rows.get(at);
            var outer = row == null ? null : row.text("inside").orElse(null);
            if (row == null || outer == null) {
                return new Path(label(rows, container), stands, false);
            }
            stands.add(
                    Stand.of(
                            row,
                            outer,
                            label(rows, outer),
                            rows.containsKey(outer)
                                    ? rows.get(outer).text("kindLabel")
                                    : java.util.Optional.empty(),
                            "eventKind"));
            at = outer;
        }
        return new Path(label(rows, container), stands, true);
    }

    private static String label(Map<String, Row> rows, String container) {
        var row = rows.get(container);
        return row == null ? id(container) : row.text("label").orElse(id(container));
    }

    static String id(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
