package dev.lodestone.query.history;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.Things;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Goes through splits and merges, level by level, each level in the order of IRIs. A sample costs
/// one look into the graph, and none before its level is reached.
final class LineageWalk {
    /// What a walk passes over.
    ///
    /// @param from the sample it was reached from
    /// @param to the sample reached
    record Edge(Direction direction, int depth, String from, String to) {
        static final Comparator<Edge> ORDER =
                Comparator.comparing(Edge::direction)
                        .thenComparingInt(Edge::depth)
                        .thenComparing(Edge::to)
                        .thenComparing(Edge::from);
    }

    private static final Aspect PARENTS = Aspect.of(Vocabulary.DERIVED_FROM_SAMPLE);

    private final Things things;
    private final Direction direction;
    private final Set<String> seen = new HashSet<>();
    private List<String> level;
    private int depth;

    LineageWalk(Things things, Direction direction, String start) {
        this.things = things;
        this.direction = direction;
        this.level = List.of(start);
        seen.add(start);
    }

    /// The next level; empty where there is none.
    List<Edge> next() {
        depth++;
        var edges = new ArrayList<Edge>();
        for (var sample : level) {
            neighbours(sample)
                    .forEach(other -> edges.add(new Edge(direction, depth, sample, other)));
        }
        edges.sort(Edge.ORDER);
        var reached = new ArrayList<String>();
        edges.stream().map(Edge::to).filter(seen::add).forEach(reached::add);
        level = reached;
        return edges;
    }

    /// Whether there is another level.
    boolean hasNext() {
        return level.stream().anyMatch(sample -> !neighbours(sample).isEmpty());
    }

    private List<String> neighbours(String sample) {
        return direction == Direction.UP
                ? things.of(sample, PARENTS).all(Vocabulary.DERIVED_FROM_SAMPLE)
                : things.to(Vocabulary.DERIVED_FROM_SAMPLE, sample);
    }
}
