package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.sparql.GraphQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which state of the graph a verb asks.
final class AsOf {
    @Option(
            names = "--as-of",
            paramLabel = "POS",
            description = "As it was known at this log position.")
    private @Nullable Long position;

    /// Whether an earlier one was asked for.
    boolean isGiven() {
        return position != null;
    }

    /// The graph at the position given, else as it is now.
    GraphQueries queries(Store store) throws InterruptedException {
        return position == null ? store.queries() : store.queriesAsOf(new LogPosition(position));
    }
}
