package dev.lodestone.query.history;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.history.LineageWalk.Edge;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The lineage of a sample through splits and merges, level by level.
public final class SampleLineage {
    /// How far a question goes unless it says so.
    public static final int USUAL_DEPTH = 20;

    /// How many links a page has unless it is said.
    public static final int USUAL_PAGE = 1000;

    private static final int LARGEST_PAGE = 10_000;
    private static final int MOST_GROUPED = 1_000_000;

    private final GraphQueries graph;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public SampleLineage(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
    }

    /// Tells the lineage: siblings taken together, and the first page of its links.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    /// @param directions one or both
    /// @param depth from 1; how many splits and merges to follow
    public Lineage of(String word, Set<Direction> directions, int depth) {
        checkDepth(depth);
        return graph.ask(session -> {
            var iri = samples.find(session, word);
            var facts = new LineageFacts(session.things());
            var groups = new LineageGroups(facts);
            var page = new Page(Optional.empty(), USUAL_PAGE);
            var grouped = new int[1];
            var cut =
                    walk(
                            session,
                            iri,
                            directions,
                            depth,
                            edge -> {
                                page.take(edge);
                                groups.add(edge);
                                return ++grouped[0] < MOST_GROUPED;
                            });
            return new Lineage(
                    session.basis().position().value(),
                    samples.summary(session, iri),
                    page.links(facts),
                    groups.groups(),
                    cut,
                    page.next());
        });
    }

    /// A page of the links. It walks no further than it must.
    ///
    /// @param after the `next` of the page before; empty to begin
    /// @param limit how many links to tell, from 1 to 10,000
    public Lineage page(
            String word, Set<Direction> directions, int depth, Optional<String> after, int limit) {
        checkDepth(depth);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Incorrect(
                    "page",
                    "A page of %d links is not possible.\nMaybe from 1 to %,d."
                            .formatted(limit, LARGEST_PAGE));
        }
        var cursor = after.map(LineageCursor::read);
        return graph.ask(session -> {
            var iri = samples.find(session, word);
            var page = new Page(cursor, limit);
            var cut = walk(session, iri, directions, depth, page::take);
            return new Lineage(
                    session.basis().position().value(),
                    samples.summary(session, iri),
                    page.links(new LineageFacts(session.things())),
                    List.of(),
                    cut && page.next().isEmpty(),
                    page.next());
        });
    }

    /// Hands over every link, in the order of the pages.
    ///
    /// @return whether the depth left something out
    public boolean each(String word, Set<Direction> directions, int depth, Consumer<Link> to) {
        checkDepth(depth);
        return graph.ask(session -> {
            var facts = new LineageFacts(session.things());
            return walk(
                    session,
                    samples.find(session, word),
                    directions,
                    depth,
                    edge -> {
                        to.accept(facts.link(edge));
                        return true;
                    });
        });
    }

    /// A line for people, indented by the depth.
    public static String line(Link link) {
        return LineageText.line(link);
    }

    /// @param wants is handed each link until it wants no more
    /// @return whether something was left out
    private static boolean walk(
            Session session,
            String start,
            Set<Direction> directions,
            int depth,
            Predicate<Edge> wants) {
        var cut = false;
        for (var direction : Direction.values()) {
            if (!directions.contains(direction)) {
                continue;
            }
            var walk = new LineageWalk(session.things(), direction, start);
            var level = walk.next();
            for (int d = 1; !level.isEmpty(); d++) {
                for (var edge : level) {
                    if (!wants.test(edge)) {
                        return true;
                    }
                }
                if (d == depth) {
                    cut |= walk.hasNext();
                    break;
                }
                level = walk.next();
            }
        }
        return cut;
    }

    private static void checkDepth(int depth) {
        if (depth < 1 || depth > 1000) {
            throw new Incorrect(
                    "depth", "The depth (%d) is not between 1 and 1000.".formatted(depth));
        }
    }

    private static final class Page {
        private final Optional<Edge> after;
        private final int limit;
        private final List<Edge> edges = new ArrayList<>();
        private boolean more;

        Page(Optional<Edge> after, int limit) {
            this.after = after;
            this.limit = limit;
        }

        /// @return whether it can take another
        boolean take(Edge edge) {
            if (after.filter(last -> Edge.ORDER.compare(edge, last) <= 0).isPresent()) {
                return true;
            }
            if (edges.size() == limit) {
                more = true;
                return false;
            }
            edges.add(edge);
            return true;
        }

        List<Link> links(LineageFacts facts) {
            return edges.stream().map(facts::link).toList();
        }

        Optional<String> next() {
            return more ? Optional.of(LineageCursor.after(edges.getLast())) : Optional.empty();
        }
    }
}
