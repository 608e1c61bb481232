package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.balance.SampleBalance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How much of a sample there is, and what it consists of.
@Command(
        name = "balance",
        description = {
            "Tell how much of a sample came in, what was taken and what remains.",
            "What it consists of by mass is told too, and what is not known."
        },
        mixinStandardHelpOptions = true)
final class BalanceCommand extends StoreVerb {
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
        var balance = new SampleBalance(graph, store.settings().base()).of(sample);
        out().println(json() ? dev.lodestone.query.Json.write(balance) : balance.text());
        return 0;
    }
}
