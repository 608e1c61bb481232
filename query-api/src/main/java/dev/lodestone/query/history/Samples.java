package dev.lodestone.query.history;

import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.Told;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.Facts;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.sparql.Things;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds samples: by IRI, by id, or by lab name.
public final class Samples {
    private static final int PAGE = 100;

    private static final Aspect SAMPLE =
            Aspect.of(
                    Vocabulary.RDF_TYPE,
                    Vocabulary.RDFS_LABEL,
                    Vocabulary.IDENTIFIED_BY,
                    Vocabulary.HAS_KIND,
                    Vocabulary.LIFECYCLE,
                    Vocabulary.REPRESENTS,
                    Vocabulary.IN_CONTAINER,
                    Vocabulary.CONTAINER_POSITION,
                    Vocabulary.SAME_AS,
                    Vocabulary.FINDING);
    private static final Aspect NAME = Aspect.of(Vocabulary.NAME, Vocabulary.NAME_SCOPE);
    private static final Aspect LABEL = Aspect.of(Vocabulary.RDFS_LABEL);

    private final GraphQueries graph;
    private final String base;

    /// @param base of the IRIs, without a trailing slash
    public Samples(GraphQueries graph, String base) {
        this.graph = graph;
        this.base = base;
    }

    /// A page of samples.
    ///
    /// @param next the IRI to go on after; absent on the last page
    public record Page(long basis, List<Listed> samples, Optional<String> next) implements Told {
        @Override
        public String text() {
            return samples.stream()
                    .map(sample -> sample.label() + "  " + sample.iri() + "\n")
                    .collect(Collectors.joining());
        }
    }

    /// What a sample is.
    public record About(long basis, SampleSummary sample) implements Told {
        @Override
        public String text() {
            return "%s  %s%n%s%n"
                    .formatted(sample.label(), sample.iri(), String.join(", ", sample.names()));
        }
    }

    /// A sample of a list.
    public record Listed(
            String iri,
            String id,
            String label,
            Optional<String> kind,
            Optional<String> lifecycle) {}

    /// Samples in the order of their IRIs.
    ///
    /// @param search part of a name or IRI; empty for all
    /// @param after the IRI of the last one seen; empty to begin
    public Page list(String search, String after) {
        return graph.ask(session -> {
            var rows =
                    session.rows(
                            "samples",
                            Map.of(
                                    "after", new Parameter.Text(after),
                                    "search", new Parameter.Text(search.toLowerCase(Locale.ROOT))));
            var samples =
                    rows.stream()
                            .filter(row -> row.text("sample").isPresent())
                            .limit(PAGE)
                            .map(Samples::listed)
                            .toList();
            return new Page(
                    session.basis().position().value(),
                    samples,
                    rows.size() > PAGE ? Optional.of(samples.getLast().iri()) : Optional.empty());
        });
    }

    /// Everything known of a sample's identity.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    public About about(String word) {
        return graph.ask(session ->
                new About(
                        session.basis().position().value(), summary(session, find(session, word))));
    }

    /// The IRI of the sample that a word means.
    ///
    /// @throws NotFound if it means none
    /// @throws Conflict if it means several, with the candidates
    public String find(Session session, String word) {
        if (word.isBlank() || word.chars().anyMatch(c -> c < ' ')) {
            throw new Incorrect(
                    "sample-name", "The sample's name is empty or holds control signs.");
        }
        var iri = word.startsWith(base + "/") ? word : base + "/sample/" + escaped(word);
        if (session.things().of(iri, SAMPLE).has(Vocabulary.RDF_TYPE, Vocabulary.SAMPLE.iri())) {
            return iri;
        }
        var rows =
                session.rows(
                        "find-sample",
                        Map.of(
                                "iri", new Parameter.Iri(iri),
                                "word", new Parameter.Text(word)));
        var found = rows.stream().map(row -> row.get("sample")).distinct().toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new NotFound(
                    "sample-unknown",
                    """
                    There is no sample (%s) at position %s.
                    Maybe it was registered later or under another name: /api/v1/samples?search=… lists them.\
                    """
                            .formatted(word, session.basis()),
                    Map.of("sample", word));
        }
        var candidates =
                rows.stream()
                        .map(row ->
                                row.get("sample")
                                        + row.text("scope")
                                                .map(scope ->
                                                        " (%s:%s)"
                                                                .formatted(
                                                                        scope,
                                                                        row.text("name")
                                                                                .orElse("")))
                                                .orElse(""))
                        .distinct()
                        .toList();
        throw new Conflict(
                "sample-ambiguous",
                """
                The name (%s) means %d samples.
                Maybe one of %s.\
                """
                        .formatted(word, found.size(), String.join(", ", candidates)),
                Map.of("candidates", candidates));
    }

    /// Everything known of the identity of a sample that is known by its IRI.
    public SampleSummary summary(Session session, String iri) {
        var things = session.things();
        var sample = things.of(iri, SAMPLE);
        var kind = sample.least(Vocabulary.HAS_KIND);
        var material = sample.least(Vocabulary.REPRESENTS);
        return new SampleSummary(
                iri,
                id(iri),
                sample.least(Vocabulary.RDFS_LABEL).orElse(id(iri)),
                sample.all(Vocabulary.IDENTIFIED_BY).stream()
                        .flatMap(given -> name(things.of(given, NAME)).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                labelled(things, kind).or(() -> kind.map(Samples::local)),
                sample.least(Vocabulary.LIFECYCLE).map(Samples::local),
                labelled(things, material).or(() -> material),
                sample.least(Vocabulary.IN_CONTAINER)
                        .map(container ->
                                container
                                        + sample.least(Vocabulary.CONTAINER_POSITION)
                                                .map(at -> " at " + at)
                                                .orElse("")),
                sample.all(Vocabulary.SAME_AS),
                sample.all(Vocabulary.FINDING).stream().map(Samples::local).toList());
    }

    private static Optional<String> name(Facts given) {
        return given.least(Vocabulary.NAME_SCOPE)
                .flatMap(scope -> given.least(Vocabulary.NAME).map(name -> scope + ":" + name));
    }

    /// The end of an IRI.
    public static String id(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    static String local(String iri) {
        return new Term(iri).localName();
    }

    private static Listed listed(Row row) {
        var iri = row.get("sample");
        return new Listed(
                iri,
                id(iri),
                row.text("label").orElse(id(iri)),
                row.text("kind").map(Samples::local),
                row.text("lifecycle").map(Samples::local));
    }

    private static Optional<String> labelled(Things things, Optional<String> thing) {
        return thing.flatMap(iri -> things.of(iri, LABEL).least(Vocabulary.RDFS_LABEL));
    }

    /// A word that is no id makes no sample's IRI; it must only not break one.
    private static String escaped(String word) {
        return java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8);
    }
}
