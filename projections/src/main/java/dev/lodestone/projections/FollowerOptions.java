package dev.lodestone.projections;

import java.time.Duration;

/// How a graph follows the log.
///
/// @param linger how long records are gathered for one transaction, unless somebody waits for them
/// @param batch how many records are translated at a time; a graph that is behind by more takes
///   several such batches in one transaction, if that suits it
/// @param rebuildBeyond a graph that is behind by more records than this is built anew instead,
///   where that is sooner done ({@link Backlog})
/// @param firstRetry how long to wait after a failure that may pass; doubled each time
/// @param lastRetry how long to wait at most
public record FollowerOptions(
        Duration linger, int batch, int rebuildBeyond, Duration firstRetry, Duration lastRetry) {
    public static final FollowerOptions DEFAULT =
            new FollowerOptions(
                    Duration.ofMillis(250),
                    1_000,
                    5_000,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(30));
}
