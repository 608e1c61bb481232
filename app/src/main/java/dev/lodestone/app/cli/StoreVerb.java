package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A verb that works on a data directory: in this process, or in the one that owns the directory.
/// Data goes to [#out()], everything else to [#err()], and relative paths are the caller's.
public abstract class StoreVerb implements Callable<Integer> {
    /// The store the verb runs on, bound by whoever runs it.
    public static final ScopedValue<Store> STORE = ScopedValue.newInstance();

    /// The caller's working directory.
    public static final ScopedValue<Path> DIRECTORY = ScopedValue.newInstance();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "lodestone-data",
            description = "The data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("lodestone-data");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// Does it.
    ///
    /// @return the exit code: 0 done, 1 refused or failed
    protected abstract int run(Store store) throws Exception;

    /// How the store is to be opened when the verb opens it itself.
    public Store.Needs needs() {
        return Store.Needs.GRAPH;
    }

    @Override
    public final Integer call() throws Exception {
        return run(STORE.get());
    }

    /// The data directory, as the caller means it.
    public final Path dataDirectory() {
        return resolved(data);
    }

    /// Whether JSON was asked for.
    protected final boolean json() {
        return json;
    }

    /// A path as the caller means it.
    protected final Path resolved(Path path) {
        return DIRECTORY.orElse(Path.of("").toAbsolutePath()).resolve(path).normalize();
    }

    /// The parsed command line, for complaints about usage.
    protected final picocli.CommandLine commandLine() {
        return spec.commandLine();
    }

    /// Where data go.
    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// Prints an answer: as JSON if that was asked for, or else in words.
    protected final void tell(Object answer, Supplier<String> words) {
        out().println(json ? Json.write(answer) : words.get());
    }

    /// Where everything else goes.
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
