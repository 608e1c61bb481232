package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.places.SampleWhereabouts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where a sample is, and who has it.
@Command(
        name = "where",
        description = {
            "Tell where a sample is: place, containers, who has it and who had it, since when,",
            "and which event says so."
        },
        mixinStandardHelpOptions = true)
final class WhereCommand extends StoreVerb {
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
        var there = new SampleWhereabouts(graph, store.settings().base()).of(sample);
        out().println(json() ? dev.lodestone.query.Json.write(there) : there.text());
        return 0;
    }
}
