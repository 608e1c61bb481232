package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.ontology.ShapeReport;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the SHACL shapes over what holds now.
@Command(
        name = "check",
        description = "Check what holds now against the shapes of the ontology (SHACL).",
        mixinStandardHelpOptions = true)
final class CheckCommand extends StoreVerb {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Print at most so many violations (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    protected int run(Store store) throws Exception {
        store.awaitGraph();
        ShapeReport report = store.rdf().check();
        if (json()) {
            out().println(WholeJson.write(report));
        } else if (report.conforms()) {
            out().println("Everything that holds now conforms to the shapes.");
        } else {
            out().printf("%,d violations:%n", report.violations().size());
            report.violations().stream()
                    .collect(
                            Collectors.groupingBy(
                                    ShapeReport.Violation::shape, Collectors.counting()))
                    .forEach((shape, n) -> out().printf("  %,6d of %s%n", n, shape));
            report.violations().stream()
                    .limit(limit)
                    .forEach(v ->
                            out().printf(
                                            "%s %s: %s%n",
                                            v.focusNode(), v.path().orElse(""), v.message()));
        }
        return report.conforms() ? 0 : 1;
    }
}
