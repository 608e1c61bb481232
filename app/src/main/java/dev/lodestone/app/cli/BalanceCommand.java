package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.balance.SampleBalance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var graph = asOf.queries(store);
        var balance = new SampleBalance(graph, store.settings().base()).of(sample);
        tell(balance, balance::text);
        return 0;
    }
}
