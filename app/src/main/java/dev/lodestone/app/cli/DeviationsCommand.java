package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.plans.Deviations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What was done against what was planned.
@Command(
        name = "deviations",
        description = {
            "Tell which steps of a plan were skipped, out of order, or off the plan.",
            "For a plan, on every sample; for a sample, of every plan that was followed on it."
        },
        mixinStandardHelpOptions = true)
final class DeviationsCommand extends StoreVerb {
    @Parameters(
            paramLabel = "WORKFLOW|SAMPLE",
            description =
                    "A workflow's IRI, id or title, for all samples; or a sample, for all its plans.")
    private String word = "";

    @Option(
            names = "--beyond",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description =
                    "Tell only values off by more than this, of the planned value in SI (default: ${DEFAULT-VALUE}).")
    private double beyond;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var told = new Deviations(asOf.queries(store), store.settings().base()).of(word, beyond);
        tell(told, told::text);
        return 0;
    }
}
