package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.history.SampleChanges;
import dev.lodestone.query.history.SampleHistory;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What happened to a sample, in the order of its life.
@Command(
        name = "history",
        description = "Tell what happened to a sample, in the order of its life.",
        mixinStandardHelpOptions = true)
final class HistoryCommand extends StoreVerb {
    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Mixin private AsOf asOf = new AsOf();

    @Option(
            names = "--between",
            arity = "2",
            paramLabel = "POS",
            description = "What was recorded after the first log position, up to the second.")
    private List<Long> between = List.of();

    @Override
    protected int run(Store store) throws Exception {
        if (!between.isEmpty()) {
            return changes(store);
        }
        var graph = asOf.queries(store);
        var story = new SampleHistory(graph, store.settings().base()).of(sample);
        tell(story, story::text);
        return 0;
    }

    private int changes(Store store) throws InterruptedException {
        if (asOf.isGiven() || between.size() != 2) {
            throw new ParameterException(
                    commandLine(),
                    "Either as of one position, or between two.\nMaybe `history SAMPLE --between N M`.");
        }
        var changes =
                new SampleChanges(store.queries(), store.settings().base())
                        .of(sample, between.getFirst(), between.getLast());
        tell(changes, changes::text);
        return 0;
    }
}
