package dev.lodestone.query.sparql;

import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.projections.rdf.ReplayedGraph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.Meaning;
import dev.lodestone.query.Basis;
import dev.lodestone.query.LodestoneException.Busy;
import dev.lodestone.query.LodestoneException.Incorrect;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/// The graph as it was at earlier positions: the log replayed into memory, once for all who ask for
/// the same position, and kept as long as there is room. Safe for many threads.
public final class PastGraphs implements AutoCloseable {
    private final EventLog log;
    private final Supplier<Meaning> meanings;
    private final Iris iris;
    private final PastLimits limits;
    private final PastRoom room;
    private final LongAdder replays = new LongAdder();

    /// @param meanings gives a meaning of the log for one replay
    public PastGraphs(EventLog log, Supplier<Meaning> meanings, Iris iris, PastLimits limits) {
        this.log = log;
        this.meanings = meanings;
        this.iris = iris;
        this.limits = limits;
        this.room = new PastRoom(limits);
    }

    /// Asks the graph as it was at a position, which stays in memory until the question is
    /// answered.
    ///
    /// @throws Incorrect if there is no such position, or it is too far to be replayed
    /// @throws Busy if there is no room in time
    public <T> T at(long position, Function<GraphReader, T> question) {
        var past = room.lease(checked(position));
        try {
            var graph = past.graph().isPresent() ? past.graph().get() : replay(past);
            return question.apply(reader(graph));
        } finally {
            room.release(past);
        }
    }

    /// Reads the graph as it was at a position, which may be replayed anew for each reading.
    ///
    /// @throws Incorrect if there is no such position, or it is too far to be replayed
    public GraphReader reader(long position) {
        checked(position);
        return new GraphReader() {
            @Override
            public <T> T read(Reading<T> reading) {
                return at(position, graph -> graph.read(reading));
            }
        };
    }

    /// How often the log was replayed.
    public long replays() {
        return replays.sum();
    }

    /// How many records the graphs in memory hold together.
    public long records() {
        return room.records();
    }

    private static GraphReader reader(ReplayedGraph graph) {
        return new GraphReader() {
            @Override
            public <T> T read(Reading<T> reading) {
                return graph.read(snapshot ->
                        reading.of(snapshot.dataset(), new Basis(snapshot.basis().position())));
            }
        };
    }

    private LogPosition checked(long position) {
        var head = log.head();
        if (position < 0 || position > head.value()) {
            throw new Incorrect(
                    "as-of",
                    "%s\nMaybe one from 0 to %s."
                            .formatted(
                                    position < 0
                                            ? "Position (%d) is before the log, which begins at 0."
                                                    .formatted(position)
                                            : "Position (%d) is not reached: the log ends at %s."
                                                    .formatted(position, head),
                                    head),
                    Map.of("position", position, "head", head.value()));
        }
        if (position > limits.records()) {
            throw new Incorrect(
                    "as-of-limit",
                    """
                    Position (%d) is beyond what is replayed in memory (%d records).
                    Maybe ask for an earlier one, or as of now; a larger heap has room for more.\
                    """
                            .formatted(position, limits.records()),
                    Map.of("position", position, "limitRecords", limits.records()));
        }
        return new LogPosition(position);
    }

    private ReplayedGraph replay(PastRoom.Past past) {
        Optional<ReplayedGraph> graph = Optional.empty();
        try {
            replays.increment();
            var meaning = new EndedWith(meanings.get(), room::isClosed);
            graph = Optional.of(ReplayedGraph.asOf(meaning, iris, past.position()));
            return graph.get();
        } catch (EndedWith.Ended e) {
            throw PastRoom.closing();
        } finally {
            room.replayed(past, graph);
        }
    }

    /// Ends the replays under way. Questions that are being answered still may be.
    @Override
    public void close() {
        room.close();
    }
}
