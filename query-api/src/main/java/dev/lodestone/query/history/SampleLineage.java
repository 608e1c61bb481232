package dev.lodestone.query.history;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lineage of a sample through splits and merges, level by level.
public final class SampleLineage {
    /// How far a question goes unless it says so.
    public static final int USUAL_DEPTH = 20;

    private static final int MOST_LINKS = 10_000;

    private final GraphQueries graph;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public SampleLineage(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
    }

    /// Tells the lineage.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    /// @param directions one or both
    /// @param depth from 1; how many splits and merges to follow
    public Lineage of(String word, Set<Direction> directions, int depth) {
        if (depth < 1 || depth > 1000) {
            throw new Incorrect(
                    "depth", "The depth (%d) is not between 1 and 1000.".formatted(depth));
        }
        return graph.ask(session -> {
            var iri = samples.find(session, word);
            var walk = new Walk(session, depth);
            for (var direction : Direction.values()) {
                if (directions.contains(direction)) {
                    walk.follow(iri, direction);
                }
            }
            return new Lineage(
                    session.basis().position().value(),
                    samples.summary(session, iri),
                    walk.links,
                    walk.cut);
        });
    }

    private static final class Walk {
        private final Session session;
        private final int depth;
        private final List<Link> links = new ArrayList<>();
        private boolean cut;

        Walk(Session session, int depth) {
            this.session = session;
            this.depth = depth;
        }

        void follow(String start, Direction direction) {
            var query = direction == Direction.UP ? "sample-parents" : "sample-children";
            var seen = new HashSet<>(Set.of(start));
            var level = List.of(start);
            for (var d = 1; !level.isEmpty(); d++) {
                var next = new ArrayList<String>();
                for (var sample : level) {
                    var rows = session.rows(query, Map.of("sample", new Parameter.Iri(sample)));
                    if (!rows.isEmpty() && (d > depth || links.size() >= MOST_LINKS)) {
                        cut = true;
                        return;
                    }
                    for (var row : rows) {
                        links.add(link(direction, d, sample, row));
                        if (seen.add(row.get("other"))) {
                            next.add(row.get("other"));
                        }
                    }
                }
                level = next;
            }
        }

        private static Link link(Direction direction, int depth, String from, Row row) {
            var other = row.get("other");
            var up = direction == Direction.UP;
            var position = row.whole("position");
            return new Link(
                    direction,
                    depth,
                    up ? other : from,
                    up ? from : other,
                    row.text("label").orElseGet(() -> Samples.id(other)),
                    row.text("kind").map(Samples::local),
                    row.text("event"),
                    row.text("record"),
                    position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty(),
                    row.isTrue("orderAssumed"));
        }
    }
}
