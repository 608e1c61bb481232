package dev.lodestone.query.history;

import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds materials: by IRI, by id, by a name somebody gave them, or by formula.
public final class Materials {
    private static final int MOST_NAMED = 8;

    private final GraphQueries graph;
    private final String base;

    /// @param base of the IRIs, without a trailing slash
    public Materials(GraphQueries graph, String base) {
        this.graph = graph;
        this.base = base;
    }

    /// A sample and a material as they were found.
    ///
    /// @param linked whether the sample is known to represent the material
    public record Pair(String sample, String material, boolean linked) {
        /// The sample's id.
        public String sampleId() {
            return Samples.id(sample);
        }

        /// The material's id.
        public String materialId() {
            return Samples.id(material);
        }
    }

    /// Finds both.
    ///
    /// @throws NotFound if a word means nothing
    /// @throws Conflict if a word means several things, with the candidates
    public Pair pair(String sample, String material) {
        return graph.ask(session -> {
            var sampleIri = new Samples(graph, base).find(session, sample);
            var materialIri = find(session, material);
            boolean linked =
                    session
                            .rows("sample-summary", Map.of("sample", new Parameter.Iri(sampleIri)))
                            .stream()
                            .flatMap(row -> row.text("material").stream())
                            .anyMatch(materialIri::equals);
            return new Pair(sampleIri, materialIri, linked);
        });
    }

    /// The IRI of the material that a word means. An id wins over a name, as it is nobody else's.
    private String find(Session session, String word) {
        if (word.isBlank() || word.chars().anyMatch(Character::isISOControl)) {
            throw new Incorrect(
                    "material-name", "The material's name is empty or holds control signs.");
        }
        var iri =
                word.startsWith(base + "/")
                        ? word
                        : base
                                + "/material/"
                                + URLEncoder.encode(word, StandardCharsets.UTF_8)
                                        .replace("%7E", "~");
        var rows =
                session.rows(
                        "find-material",
                        Map.of("iri", new Parameter.Iri(iri), "word", new Parameter.Text(word)));
        var found = rows.stream().map(row -> row.get("material")).distinct().toList();
        if (found.contains(iri)) {
            return iri;
        } else if (found.size() == 1) {
            return found.getFirst();
        } else if (found.isEmpty()) {
            throw new NotFound(
                    "material-unknown",
                    """
                    There is no material (%s) at position %s.
                    Maybe it is known by another name, or was not imported yet.\
                    """
                            .formatted(word, session.basis()),
                    Map.of("material", word));
        }
        var candidates = candidates(rows);
        throw new Conflict(
                "material-ambiguous",
                """
                The name (%s) means %d materials.
                Maybe one of %s%s.\
                """
                        .formatted(
                                word,
                                found.size(),
                                candidates.stream()
                                        .limit(MOST_NAMED)
                                        .collect(Collectors.joining(", ")),
                                candidates.size() > MOST_NAMED ? ", ..." : ""),
                Map.of("candidates", candidates));
    }

    private static List<String> candidates(List<Row> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.get("material"),
                                java.util.TreeMap::new,
                                Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> Samples.id(e.getKey()) + described(e.getValue()))
                .toList();
    }

    private static String described(List<Row> rows) {
        var formula = rows.stream().flatMap(row -> row.text("formula").stream()).findFirst();
        var name =
                rows.stream()
                        .flatMap(row ->
                                row
                                        .text("scope")
                                        .map(scope -> scope + ":" + row.get("name"))
                                        .stream())
                        .findFirst();
        return name.or(() -> formula)
                .map(n ->
                        " (%s%s)"
                                .formatted(
                                        n,
                                        name.isPresent()
                                                ? formula.map(f -> ", " + f).orElse("")
                                                : ""))
                .orElse("");
    }
}
