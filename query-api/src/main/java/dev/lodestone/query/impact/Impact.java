package dev.lodestone.query.impact;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.impact.Dependent.Sort;
import dev.lodestone.query.sparql.GraphLinks;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// What rests on an event, an instrument, a source, or anything else that others were made from:
/// samples, values, training sets, models and predictions, nearest first, each with the way it
/// hangs on it. The same state of the graph gives the same order.
public final class Impact {
    /// How many a page has unless it is said.
    public static final int USUAL_PAGE = 100;

    private static final int LARGEST_PAGE = 10_000;

    private final GraphQueries graph;
    private final String base;

    /// @param base of the IRIs, without a trailing slash
    public Impact(GraphQueries graph, String base) {
        this.graph = graph;
        this.base = base;
    }

    /// A page. It takes no more of a walk than it needs, unless everything is to be counted.
    ///
    /// @param word an IRI, an id, or `sort/id` (`instrument/furnace-2`)
    /// @param after how many to pass over
    /// @param limit how many to tell, up to 10,000
    public ImpactPage page(String word, int after, int limit, boolean count) {
        return page(word, after, limit, count, Optional.empty());
    }

    /// A page of what rests on the events of an instrument, agent or source within some lab times.
    ///
    /// @param times which events; those whose time is not known are among them
    public ImpactPage page(
            String word, int after, int limit, boolean count, Optional<EventTimes> times) {
        if (after < 0 || limit < 0 || limit > LARGEST_PAGE) {
            throw new Incorrect(
                    "page",
                    "A page after %d of %d is not possible.\nMaybe after 0 or more, and at most %,d at a time."
                            .formatted(after, limit, LARGEST_PAGE));
        }
        return graph.ask(session -> {
            var start = find(session, word);
            var walk = new ImpactWalk(session.links(), base, List.of(start), times);
            var counts = new EnumMap<Sort, Long>(Sort.class);
            var told = new ArrayList<Dependent>();
            long number = 0;
            var next = walk.next();
            while (next.isPresent() && (count || number < (long) after + limit)) {
                var dependent = next.get();
                counts.merge(dependent.sort(), 1L, Long::sum);
                if (number >= after && told.size() < limit) {
                    told.add(dependent);
                }
                number++;
                next = walk.next();
            }
            boolean whole = next.isEmpty();
            boolean last = whole && number <= (long) after + limit;
            return new ImpactPage(
                    session.basis().position().value(),
                    start,
                    told,
                    whole ? Optional.of(counts) : Optional.empty(),
                    last ? OptionalInt.empty() : OptionalInt.of(after + limit));
        });
    }

    /// Hands over every one of them, in the order of the pages.
    ///
    /// @return how many there were of each sort
    public Map<Sort, Long> each(String word, Consumer<Dependent> to) {
        return each(word, Optional.empty(), to);
    }

    /// The same within some lab times.
    ///
    /// @param times which events; those whose time is not known are among them
    public Map<Sort, Long> each(String word, Optional<EventTimes> times, Consumer<Dependent> to) {
        return graph.ask(session ->
                walk(
                        new ImpactWalk(session.links(), base, List.of(find(session, word)), times),
                        to));
    }

    /// How much rests on any of several things, each once.
    ///
    /// @param things by `sort/id`; those the graph does not know of have nothing that rests on them
    public Map<Sort, Long> countsOfAll(List<String> things) {
        var starts = things.stream().map(thing -> base + "/" + thing).toList();
        return graph.ask(session ->
                walk(new ImpactWalk(session.links(), base, starts, Optional.empty()), _ -> {}));
    }

    private static Map<Sort, Long> walk(ImpactWalk walk, Consumer<Dependent> to) {
        var counts = new EnumMap<Sort, Long>(Sort.class);
        for (var next = walk.next(); next.isPresent(); next = walk.next()) {
            counts.merge(next.get().sort(), 1L, Long::sum);
            to.accept(next.get());
        }
        return counts;
    }

    private String find(Session session, String word) {
        var links = session.links();
        var candidates =
                candidates(word).stream().filter(iri -> isKnown(links, iri)).distinct().toList();
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (candidates.isEmpty()) {
            throw new NotFound(
                    "thing-unknown",
                    """
                    There is nothing (%s) at position %s that anything could rest on.
                    Maybe give the IRI, or the sort too: event/…, instrument/…, source/….\
                    """
                            .formatted(word, session.basis()),
                    Map.of("of", word));
        }
        throw new Conflict(
                "thing-ambiguous",
                "The name (%s) means %d things.\nMaybe one of %s."
                        .formatted(word, candidates.size(), String.join(", ", candidates)),
                Map.of("candidates", candidates));
    }

    private List<String> candidates(String word) {
        if (word.startsWith(base + "/")) {
            return List.of(word);
        }
        var escaped =
                URLEncoder.encode(word, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
        var candidates = new ArrayList<String>();
        candidates.add(base + "/" + escaped);
        for (var folder : ImpactWalk.FOLDERS) {
            candidates.add(base + "/" + folder + "/" + escaped);
        }
        return candidates;
    }

    /// An event whose record holds no longer is known by its record.
    private static boolean isKnown(GraphLinks links, String iri) {
        return links.objects(iri, Vocabulary.RDF_TYPE).hasNext()
                || links.subjects(Vocabulary.DESCRIBES, iri).hasNext();
    }
}
