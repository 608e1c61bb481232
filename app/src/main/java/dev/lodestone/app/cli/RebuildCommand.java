package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Builds the graphs anew from the log, beside those that serve.
@Command(
        name = "rebuild",
        description = "Build the graphs anew from the log, beside those that serve, then swap.",
        mixinStandardHelpOptions = true)
final class RebuildCommand extends StoreVerb {
    @Option(names = "--compact", description = "Only compact the RDF graph.")
    private boolean compact;

    @Override
    protected int run(Store store) throws Exception {
        store.awaitGraph();
        if (compact) {
            store.rdf().compact();
        } else {
            store.projections().followers().forEach(follower -> follower.rebuild());
            store.awaitGraph();
        }
        store.projections()
                .readiness()
                .forEach(graph ->
                        out().printf(
                                        "%s: position %,d, %s%n",
                                        graph.graph(),
                                        graph.position().value(),
                                        graph.state().text()));
        return 0;
    }
}
