package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.compare.Comparison;
import dev.lodestone.query.compare.Courses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// Two samples, plans or events side by side, or one at two positions of the log.
@Command(
        name = "diff",
        description = {
            "Put two samples, plans or events side by side, step by step.",
            "Steps are matched in order; values that differ are told with units made equal.",
            "Or one of them as it was known at two positions of the log."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand extends StoreVerb {
    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "A sample (id, IRI, lab name, scope:name), workflow/… or event/….")
    private String a = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "What to compare with.")
    private @Nullable String b;

    @Option(
            names = "--ancestors",
            description = "Count what was done to what a sample was made of too.")
    private boolean ancestors;

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "Without B: A as known at this position …")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "M",
            description = "… against A as known at this one (default: the end of the log).")
    private @Nullable Long to;

    @Override
    protected int run(Store store) throws Exception {
        var comparison = compare(store);
        tell(comparison, comparison::text);
        return 0;
    }

    private Comparison compare(Store store) throws InterruptedException {
        var base = store.settings().base();
        if (b != null && from == null && to == null) {
            return new Courses(store.queries(), base).compare(a, b, ancestors);
        }
        if (b != null || from == null) {
            throw new ParameterException(
                    commandLine(),
                    "Either A and B are compared, or A with itself from a position.\nMaybe `diff A B`, or `diff A --from N --to M`.");
        }
        var then = new Courses(store.queriesAsOf(from), base);
        var later = new Courses(to == null ? store.queries() : store.queriesAsOf(to), base);
        return Comparison.of(then.of(a, ancestors), later.of(a, ancestors));
    }
}
