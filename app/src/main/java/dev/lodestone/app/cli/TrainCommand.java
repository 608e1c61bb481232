package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.app.Training;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Freezes a training set, fits models to it and records what they predict for the rows kept out.
@Command(
        name = "train",
        description = {
            "Train models on the cathode data, and record what they predict.",
            "The data are frozen as a training set; a random forest and k nearest neighbours are fitted to it,",
            "and asked for the samples kept out."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand extends StoreVerb {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the split and the models (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--hold-out",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Share of the samples kept out (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--without-imputed",
            description = "Leave the primary particle size and every imputed value out.")
    private boolean withoutImputed;

    @Override
    protected int run(Store store) throws Exception {
        List<Training.Fitted> fitted = new Training(store).run(seed, share, withoutImputed);
        if (json()) {
            out().println(WholeJson.write(fitted));
        } else {
            for (var model : fitted) {
                out().printf(
                                "%s: model %s, %,d rows of %,d samples; %,d predictions for %,d samples kept out%n",
                                model.name(),
                                model.model(),
                                model.rows(),
                                model.samples(),
                                model.predictions(),
                                model.heldOut());
                model.scores()
                        .forEach((score, value) -> out().printf("  %-12s %s%n", score, value));
            }
        }
        return 0;
    }
}
