package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.Json;
import dev.lodestone.query.audit.Predictions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The predictions there are.
@Command(
        name = "predictions",
        description = "List predictions, with what turned out and whether they are stale.",
        mixinStandardHelpOptions = true)
final class PredictionsCommand extends StoreVerb {
    @Option(names = "--sample", paramLabel = "SAMPLE", description = "Only of this sample.")
    private @Nullable String sample;

    @Option(names = "--model", paramLabel = "MODEL", description = "Only by this model.")
    private @Nullable String model;

    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) {
        var listing =
                new Predictions(store.log())
                        .list(Optional.ofNullable(sample), Optional.ofNullable(model));
        if (json()) {
            out().println(Json.write(listing));
            return 0;
        }
        out().printf(
                        "%,d predictions, as of log position %d%n",
                        listing.predictions().size(), listing.basis());
        for (var line : listing.predictions()) {
            out().printf(
                            "%-39s %s: %s predicted%s%s, by %s, stale? %s%n",
                            line.id(),
                            line.subjectName().or(line::subject).orElse("no sample"),
                            line.predicted(),
                            line.actual().map(actual -> ", " + actual + " found").orElse(""),
                            line.error().map(error -> " (" + error + ")").orElse(""),
                            line.modelName(),
                            line.stale());
        }
        return 0;
    }
}
