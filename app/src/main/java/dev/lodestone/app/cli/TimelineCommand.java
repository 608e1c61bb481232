package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.history.SampleTimeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The life of a sample, state by state.
@Command(
        name = "timeline",
        description = {
            "Tell the life of a sample state by state, in lab order.",
            "What made each state, what was found of it, and what had been planned."
        },
        mixinStandardHelpOptions = true)
final class TimelineCommand extends StoreVerb {
    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Option(
            names = "--ancestors",
            description = "Begin with what it was made of, each up to the split or merge.")
    private boolean ancestors;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var timeline =
                new SampleTimeline(asOf.queries(store), store.settings().base())
                        .of(sample, ancestors);
        tell(timeline, timeline::text);
        return 0;
    }
}
