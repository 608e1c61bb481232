package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.SparqlService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which state of the graph a verb asks.
final class AsOf {
    @Option(
            names = "--as-of",
            paramLabel = "POS",
            description = {
                "As it was known at this log position. The log is replayed up to there,",
                "in memory: 100,000 records at most, fewer on a small heap."
            })
    private @Nullable Long position;

    /// Whether an earlier one was asked for.
    boolean isGiven() {
        return position != null;
    }

    /// The graph at the position given, else as it is now.
    GraphQueries queries(Store store) throws InterruptedException {
        return position == null ? store.queries() : store.queriesAsOf(position);
    }

    /// What SPARQL answers at the position given, else now.
    <T> T sparql(Store store, Function<SparqlService, T> question) throws InterruptedException {
        if (position != null) {
            return store.past().at(position, graph -> question.apply(store.sparql().on(graph)));
        }
        store.awaitGraph();
        return question.apply(store.sparql());
    }
}
