package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.history.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which samples there are.
@Command(
        name = "samples",
        description = "List the samples, or those with a text in their name or IRI.",
        mixinStandardHelpOptions = true)
final class SamplesCommand extends StoreVerb {
    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "Part of a name or IRI; all samples unless given.")
    private String part = "";

    @Option(
            names = "--after",
            paramLabel = "IRI",
            defaultValue = "",
            description = "Go on after this sample.")
    private String after = "";

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var page = new Samples(asOf.queries(store), store.settings().base()).list(part, after);
        if (json()) {
            out().println(dev.lodestone.query.Json.write(page));
            return 0;
        }
        out().print(page.text());
        if (page.samples().isEmpty()) {
            err().println(
                            part.isEmpty()
                                    ? "There are no samples%s."
                                            .formatted(after.isEmpty() ? "" : " after that one")
                                    : "No sample has (%s) in its name or IRI.%nMaybe a shorter part of it."
                                            .formatted(part));
        }
        page.next().ifPresent(iri -> err().printf("There are more: --after %s%n", iri));
        return 0;
    }
}
