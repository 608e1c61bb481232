package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.correction.BatchPlan.Include;
import dev.lodestone.query.Json;
import dev.lodestone.query.corrections.Corrections;
import dev.lodestone.query.impact.Impact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Corrects many events by one rule, or undoes that.
@Command(
        name = "correct",
        description = {
            "Correct many events by one rule, all of them or none.",
            "Such as: a furnace's calibration was off all March. Each event is restated whole; the header that leads them undoes it."
        },
        mixinStandardHelpOptions = true)
final class CorrectCommand extends StoreVerb {
    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /// What is to be done.
    static final class What {
        @Option(
                names = "--batch",
                paramLabel = "RULE.json",
                description = "The rule: which events, and what changes.")
        private Optional<Path> rule = Optional.empty();

        @Option(
                names = "--undo",
                paramLabel = "HEADER",
                description = "Undo the batch that this record leads; needs --reason.")
        private Optional<String> header = Optional.empty();
    }

    @Option(names = "--dry-run", description = "Tell what would change; write nothing.")
    private boolean dryRun;

    @Option(
            names = "--undated",
            paramLabel = "include",
            description = "Correct events too whose lab time is not known to be inside.")
    private Optional<Word> undated = Optional.empty();

    @Option(
            names = "--corrected",
            paramLabel = "include",
            description = "Correct values too that were corrected before.")
    private Optional<Word> corrected = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the batch is undone.")
    private Optional<String> reason = Optional.empty();

    /// The one thing that may be said of what nobody can decide.
    enum Word {
        include
    }

    @Override
    public Store.Needs needs() {
        return dryRun ? Store.Needs.GRAPH : Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) throws Exception {
        if (what.rule.isEmpty() && what.header.isEmpty()) {
            throw new picocli.CommandLine.ParameterException(
                    commandLine(),
                    "Neither a rule nor a header is given.\nMaybe --batch RULE.json, or --undo HEADER --reason \"...\".");
        }
        var corrections = new Corrections(store.log(), store.intake());
        if (what.header.isPresent()) {
            return undo(corrections, RecordId.of(what.header.get()));
        }
        var request =
                corrections.read(
                        Files.readString(
                                resolved(what.rule.orElseThrow()), StandardCharsets.UTF_8));
        var include = new Include(undated.isPresent(), corrected.isPresent());
        var answer =
                dryRun
                        ? corrections.dryRun(
                                request,
                                include,
                                new Impact(store.queries(), store.settings().base()))
                        : corrections.correct(request, include);
        if (json()) {
            out().print(Json.write(answer));
        } else {
            out().print(answer.text());
        }
        return 0;
    }

    private int undo(Corrections corrections, RecordId header) {
        if (dryRun || reason.isEmpty()) {
            throw new picocli.CommandLine.ParameterException(
                    commandLine(),
                    dryRun
                            ? "An undo has no dry run.\nMaybe ask: lodestone impact record/"
                                    + header
                            : "An undo needs a reason.\nMaybe add --reason \"it was the other furnace\".");
        }
        var receipts = corrections.undo(header, reason.get());
        if (json()) {
            out().println(
                            WholeJson.write(
                                    Map.of(
                                            "header", header.toString(),
                                            "retraction", receipts.getFirst().record().toString(),
                                            "retractions", receipts.size())));
        } else {
            out().printf(
                            "The batch is undone, by %,d retractions.%nThe first is record/%s: retracting it brings the batch back.%n",
                            receipts.size(), receipts.getFirst().record());
        }
        return 0;
    }
}
