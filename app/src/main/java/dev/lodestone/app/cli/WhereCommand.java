package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.places.SampleWhereabouts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Where a sample is, and who has it.
@Command(
        name = "where",
        description = {
            "Tell where a sample is, and who has it.",
            "That is the place, the containers around it, who has and had it, since when, and which event says so."
        },
        mixinStandardHelpOptions = true)
final class WhereCommand extends StoreVerb {
    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var graph = asOf.queries(store);
        var there = new SampleWhereabouts(graph, store.settings().base()).of(sample);
        tell(there, there::text);
        return 0;
    }
}
