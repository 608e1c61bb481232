package dev.lodestone.projections.rdf;

import java.time.Duration;

/// How an RDF graph looks after its files.
///
/// @param copyAfter a closed copy is kept when the graph has come this many positions further since
///   the last one
/// @param compactAbove files smaller than this many bytes are never compacted
/// @param compactAtGrowth files are compacted when they have grown by this factor since they were
///   built
/// @param readersMayTake how long closing waits for questions under way
public record Tdb2Options(
        long copyAfter, long compactAbove, int compactAtGrowth, Duration readersMayTake) {
    public static final Tdb2Options DEFAULT =
            new Tdb2Options(50_000, 1L << 30, 4, Duration.ofSeconds(30));
}
