package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.states.EquivalenceRules;
import dev.lodestone.query.states.RulesReader;
import dev.lodestone.query.states.StateEquivalence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The states of a sample, and which of them count as the same.
@Command(
        name = "states",
        description = {
            "Tell the states of a sample, in classes of those that rules count as the same.",
            "The events that separate the classes are told, and what was found of each."
        },
        mixinStandardHelpOptions = true)
final class StatesCommand extends StoreVerb {
    private static final String STRICT = "strict";

    @Parameters(paramLabel = "SAMPLE", description = "An id, an IRI, a lab name, or scope:name.")
    private String sample = "";

    @Option(
            names = "--rules",
            paramLabel = "FILE|strict",
            defaultValue = STRICT,
            description =
                    "Equivalence rules as JSON; strict: one state for each event that changes state (default: ${DEFAULT-VALUE}).")
    private String rules = STRICT;

    @Mixin private AsOf asOf = new AsOf();

    @Override
    protected int run(Store store) throws Exception {
        var chosen =
                rules.equals(STRICT)
                        ? EquivalenceRules.STRICT
                        : RulesReader.read(
                                Files.readString(resolved(Path.of(rules)), StandardCharsets.UTF_8),
                                rules);
        var states =
                new StateEquivalence(asOf.queries(store), store.settings().base())
                        .of(sample, chosen);
        tell(states, states::text);
        return 0;
    }
}
