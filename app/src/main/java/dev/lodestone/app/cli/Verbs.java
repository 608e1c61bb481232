package dev.lodestone.app.cli;

import picocli.CommandLine.Command;

/// All verbs.
@Command(
        name = "lodestone",
        description = {
            "A provenance store for materials samples.",
            "Data go to standard output, everything else to standard error."
        },
        version = "lodestone 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            RecordCommand.class,
            CorrectCommand.class,
            ImportCommand.class,
            LinkCommand.class,
            EventsCommand.class,
            QueryCommand.class,
            SamplesCommand.class,
            HistoryCommand.class,
            TimelineCommand.class,
            LineageCommand.class,
            WhereCommand.class,
            ContentsCommand.class,
            BalanceCommand.class,
            DiffCommand.class,
            ImpactCommand.class,
            StatesCommand.class,
            ExposureCommand.class,
            DeviationsCommand.class,
            InverseCommand.class,
            TrainCommand.class,
            PredictionsCommand.class,
            AuditCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            StatusCommand.class
        })
public final class Verbs {}
