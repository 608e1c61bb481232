package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.places.ContainerContents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What stands in a container.
@Command(
        name = "contents",
        description = {
            "Tell what stands in a container now: plate, box, fridge, room.",
            "Positions that two things stand at are told."
        },
        mixinStandardHelpOptions = true)
final class ContentsCommand extends StoreVerb {
    @Parameters(paramLabel = "CONTAINER", description = "An id, an IRI, or a name.")
    private String container = "";

    @Option(names = "--deep", description = "Also what stands in the containers in it.")
    private boolean deep;

    @Option(
            names = "--as-of",
            paramLabel = "POS",
            description = "As it was known at this log position.")
    private @Nullable Long asOf;

    @Override
    protected int run(Store store) throws Exception {
        var graph = asOf == null ? store.queries() : store.queriesAsOf(new LogPosition(asOf));
        var contents = new ContainerContents(graph, store.settings().base()).of(container, deep);
        out().println(json() ? dev.lodestone.query.Json.write(contents) : contents.text());
        return 0;
    }
}
