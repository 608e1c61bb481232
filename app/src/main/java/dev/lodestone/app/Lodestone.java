package dev.lodestone.app;

import dev.lodestone.app.cli.CommandHints;
import dev.lodestone.app.cli.StoreVerb;
import dev.lodestone.app.cli.StoreVerb.WithoutStore;
import dev.lodestone.app.cli.Verbs;
import dev.lodestone.app.control.ControlClient;
import dev.lodestone.events.InvalidEvent;
import dev.lodestone.events.intake.FileRefused;
import dev.lodestone.events.intake.Refused;
import dev.lodestone.events.intake.UnresolvedSample;
import dev.lodestone.events.log.DataDirectoryLock;
import dev.lodestone.events.log.LogException;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.projections.GraphUnavailable;
import dev.lodestone.query.LodestoneException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The way in. Parses the command line, finds out who owns the data directory, and has the verb run
/// there or here. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
public final class Lodestone {
    /// Held, so that its level is not forgotten: the library tells of every tree it grows.
    private static final Logger LEARNING = Logger.getLogger("org.tribuo");

    private Lodestone() {}

    /// Runs one verb and exits.
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        LEARNING.setLevel(Level.WARNING);
        int exit = run(List.of(arguments), Path.of("").toAbsolutePath(), out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /// Runs one verb in this process or the owner's.
    ///
    /// @param directory the caller's working directory
    /// @return the exit code
    public static int run(
            List<String> arguments, Path directory, PrintWriter out, PrintWriter err) {
        var line = commandLine(out, err);
        line.setExecutionStrategy(parsed ->
                storeVerb(parsed)
                        .map(verb -> runThereOrHere(verb, parsed, arguments, out, err))
                        .orElseGet(() -> new CommandLine.RunLast().execute(parsed)));
        return ScopedValue.where(StoreVerb.DIRECTORY, directory)
                .call(() -> line.execute(arguments.toArray(String[]::new)));
    }

    /// Runs one verb on a store that is open in this process.
    ///
    /// @return the exit code
    public static int run(
            Store store, List<String> arguments, Path directory, PrintWriter out, PrintWriter err) {
        var line = commandLine(out, err);
        try {
            return ScopedValue.where(StoreVerb.DIRECTORY, directory)
                    .where(StoreVerb.STORE, store)
                    .call(() -> line.execute(arguments.toArray(String[]::new)));
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Verbs())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((failure, _) -> {
                    var failed = failure.getCommandLine();
                    if (failed.getParent() == null
                            && failed.getParseResult().originalArgs().isEmpty()) {
                        failed.usage(failed.getErr());
                        return failed.getCommandSpec().exitCodeOnInvalidInput();
                    }
                    failed.getErr().println(failure.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(
                            failure, failed.getErr());
                    failed.getErr()
                            .printf("See `%s --help`.%n", failed.getCommandSpec().qualifiedName());
                    failed.getErr().flush();
                    return failed.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, failed, parsed) -> {
                    failed.getErr().println(message(failure));
                    failed.getErr().flush();
                    return 1;
                });
    }

    private static Optional<StoreVerb> storeVerb(ParseResult parsed) {
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return !last.isUsageHelpRequested()
                        && last.commandSpec().userObject() instanceof StoreVerb verb
                ? Optional.of(verb)
                : Optional.empty();
    }

    private static int runThereOrHere(
            StoreVerb verb,
            ParseResult parsed,
            List<String> arguments,
            PrintWriter out,
            PrintWriter err) {
        if (verb.needs() == Store.Needs.NOTHING) {
            return new CommandLine.RunLast().execute(parsed);
        }
        var data = verb.dataDirectory();
        try {
            var missing = DataDirectories.missing(data, verb.withoutStore());
            if (missing.isPresent()) {
                err.println(missing.get());
                return 1;
            }
            if (verb.withoutStore() == WithoutStore.TRY && !DataDirectories.holdsStore(data)) {
                return DataDirectories.inPassing(empty -> runHere(verb, empty, parsed, err));
            }
            var owner = DataDirectoryLock.readOwner(data);
            return owner.isPresent()
                    ? runThere(data, owner.get(), arguments, out, err)
                    : runHere(verb, data, parsed, err);
        } catch (IOException | LogException e) {
            err.println(message(e));
            return 1;
        }
    }

    private static int runHere(StoreVerb verb, Path data, ParseResult parsed, PrintWriter err)
            throws IOException {
        try (var store = Store.open(data, verb.needs(), err::println)) {
            return ScopedValue.where(StoreVerb.STORE, store)
                    .call(() -> new CommandLine.RunLast().execute(parsed));
        }
    }

    private static int runThere(
            Path data, String owner, List<String> arguments, PrintWriter out, PrintWriter err)
            throws IOException {
        var sent = new ArrayList<>(arguments);
        Optional<Path> input = Optional.empty();
        int dash = sent.indexOf("-");
        if (dash >= 0) {
            input = Optional.of(Files.createTempFile("lodestone-", ".input"));
            Files.copy(System.in, input.get(), StandardCopyOption.REPLACE_EXISTING);
            sent.set(dash, input.get().toString());
        }
        try {
            var exit = ControlClient.run(data, sent, out, err);
            if (exit.isEmpty()) {
                err.println(
                        """
                        The data directory (%s) is in use by (%s), which takes no calls.
                        Maybe wait until it is done.\
                        """
                                .formatted(data, owner));
            }
            return exit.orElse(1);
        } finally {
            if (input.isPresent()) {
                Files.deleteIfExists(input.get());
            }
        }
    }

    /// What a person is told of a failure: words, never a stack trace. What nobody foresaw is named
    /// as a fault of ours, with where it was.
    public static String message(Throwable failure) {
        return switch (failure) {
            case LodestoneException known -> CommandHints.text(known);
            case LogException known -> String.valueOf(known.getMessage());
            case InvalidEvent known -> String.valueOf(known.getMessage());
            case UnreadableSource known -> known.text();
            case Refused known -> String.valueOf(known.getMessage());
            case FileRefused known -> String.valueOf(known.getMessage());
            case UnresolvedSample known -> String.valueOf(known.getMessage());
            case GraphUnavailable known -> String.valueOf(known.getMessage());
            case IllegalArgumentException known -> String.valueOf(known.getMessage());
            case IOException known -> "%s: %s".formatted(plainName(known), known.getMessage());
            default ->
                    "A fault in Lodestone: %s (%s), at %s.\nMaybe report it with this line."
                            .formatted(
                                    failure.getClass().getSimpleName(),
                                    failure.getMessage(),
                                    Arrays.stream(failure.getStackTrace())
                                            .filter(frame ->
                                                    frame.getClassName()
                                                            .startsWith("dev.lodestone"))
                                            .findFirst()
                                            .map(StackTraceElement::toString)
                                            .orElse("an unknown place"));
        };
    }

    private static String plainName(IOException failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException _ -> "There is no such file";
            case java.nio.file.AccessDeniedException _ -> "This user may not read or write";
            default -> "Reading or writing failed";
        };
    }
}
