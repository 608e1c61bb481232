package dev.lodestone.query.history;

import dev.lodestone.query.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a sample comes from, or what came of it.
///
/// @param basis the log position it is true at
/// @param links nearest first
/// @param groups the same links with siblings taken together; only where they were asked for
/// @param cut whether the depth or the size limit left something out
/// @param next where the next page of links begins; absent on the last
public record Lineage(
        long basis,
        SampleSummary sample,
        List<Link> links,
        List<Group> groups,
        boolean cut,
        Optional<String> next)
        implements Told {
    public Lineage {
        links = List.copyOf(links);
        groups = List.copyOf(groups);
    }

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
            boolean orderAssumed) {
        /// The sample it leads to.
        public String other() {
            return direction == Direction.UP ? parent : child;
        }
    }

    /// Samples that were made in the same way from the same sample or group, or from which it was
    /// made.
    ///
    /// @param number from 1, in this answer
    /// @param of the group they hang on; absent where it is the sample asked about
    /// @param ofLabel the one sample they all hang on, or how many
    /// @param what the kind of split or merge, in words
    /// @param noun "aliquot", "region", "blend", "input" or "parent"
    /// @param links how many links there are
    /// @param samples how many samples they lead to
    /// @param lifecycles how many of them are in which state of life
    /// @param events how many splits or merges it were
    /// @param orderAssumed how many of the links have a place that rests on a tie
    /// @param first the first few, in the order of their IRIs
    public record Group(
            int number,
            Optional<Integer> of,
            Direction direction,
            int depth,
            String ofLabel,
            Optional<String> what,
            String noun,
            long links,
            long samples,
            Map<String, Long> lifecycles,
            long events,
            long orderAssumed,
            List<Link> first) {}

    /// For people: a tree in each direction, siblings taken together where that was asked for.
    @Override
    public String text() {
        return LineageText.of(this);
    }
}
