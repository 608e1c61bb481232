package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.places.ContainerContents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var graph = asOf.queries(store);
        var contents = new ContainerContents(graph, store.settings().base()).of(container, deep);
        tell(contents, contents::text);
        return 0;
    }
}
