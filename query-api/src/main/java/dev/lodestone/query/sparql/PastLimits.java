package dev.lodestone.query.sparql;

import dev.lodestone.projections.rdf.ReplayedGraph;
import java.time.Duration;

/// How much of the past is kept in memory and worked out at a time.
///
/// @param records of all graphs in memory together, those included that are being replayed
/// @param graphs in memory
/// @param replays at a time
/// @param waiting how many questions wait for a replay; another one is refused
/// @param patience how long they wait
public record PastLimits(long records, int graphs, int replays, int waiting, Duration patience) {
    /// What a record takes in memory, by and large, with its forty statements.
    private static final long BYTES = 25_000;

    public PastLimits {
        if (records < 1 || records > ReplayedGraph.MOST || graphs < 1 || replays < 1) {
            throw new IllegalArgumentException(
                    "The limits (%d records, %d graphs, %d replays) must be above zero, and the records at most %d."
                            .formatted(records, graphs, replays, ReplayedGraph.MOST));
        }
    }

    /// As many records as one graph may have, if they fit in half of the heap: of short logs
    /// several graphs, of a long one one.
    ///
    /// @param heap its bytes
    public static PastLimits within(long heap) {
        return new PastLimits(
                Math.clamp(heap / 2 / BYTES, 1, ReplayedGraph.MOST),
                8,
                2,
                16,
                Duration.ofSeconds(5));
    }

    /// Within the heap of this process.
    public static PastLimits usual() {
        return within(Runtime.getRuntime().maxMemory());
    }
}
