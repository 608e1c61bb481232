package dev.lodestone.query.history;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.Optional;

/// Where a sample comes from, or what came of it.
///
/// @param basis the log position it is true at
/// @param links nearest first
/// @param cut whether the depth or the size limit left something out
public record Lineage(long basis, SampleSummary sample, List<Link> links, boolean cut)
        implements Told {
    /// Which way to look.
    public enum Direction {
        /// To what the sample was made from.
        UP,
        /// To what was made from it.
        DOWN
    }

    /// One step from a sample to another.
    ///
    /// @param depth steps from the sample asked about, from 1
    /// @param what the split or merge, in words
    /// @param orderAssumed whether its place in the parent's life rests on a tie
    public record Link(
            Direction direction,
            int depth,
            String parent,
            String child,
            String label,
            Optional<String> what,
            Optional<String> event,
            Optional<String> record,
            Optional<Long> position,
            boolean orderAssumed) {}

    /// For people: a tree in each direction.
    @Override
    public String text() {
        var out = new StringBuilder();
        out.append("Sample ")
                .append(sample.label())
                .append(" (")
                .append(sample.iri())
                .append(")\n");
        out.append("As of log position ").append(basis).append(".\n");
        for (var direction : Direction.values()) {
            var some = links.stream().filter(link -> link.direction() == direction).toList();
            if (!some.isEmpty()) {
                out.append(direction == Direction.UP ? "\nMade from\n" : "\nGave\n");
                some.forEach(link -> line(out, link));
            }
        }
        if (links.isEmpty()) {
            out.append("No split or merge is known.\n");
        }
        if (cut) {
            out.append("There is more beyond the limit; ask for a greater depth.\n");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Link link) {
        out.repeat("  ", link.depth());
        out.append(link.label());
        link.what().ifPresent(what -> out.append(", by ").append(what));
        link.event().ifPresent(event -> out.append(" · event ").append(Samples.id(event)));
        link.position().ifPresent(position -> out.append(" · position ").append(position));
        out.append(link.orderAssumed() ? " · order assumed\n" : "\n");
    }
}
