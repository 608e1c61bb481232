package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.history.SampleHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What happened to a sample, in the order of its life.
@Command(
        name = "history",
        description = "Tell what happened to a sample, in the order of its life.",
        mixinStandardHelpOptions = true)
final class HistoryCommand extends StoreVerb {
    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Option(
            names = "--as-of",
            paramLabel = "POS",
            description = "As it was known at this log position.")
    private @Nullable Long asOf;

    @Override
    protected int run(Store store) throws Exception {
        var graph = asOf == null ? store.queries() : store.queriesAsOf(new LogPosition(asOf));
        var story = new SampleHistory(graph, store.settings().base()).of(sample);
        out().println(json() ? dev.lodestone.query.Json.write(story) : story.text());
        return 0;
    }
}
