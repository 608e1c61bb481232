package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.Json;
import dev.lodestone.query.audit.AuditHtml;
import dev.lodestone.query.audit.AuditText;
import dev.lodestone.query.audit.PredictionAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a prediction stands on, and whether it still would be made.
@Command(
        name = "audit",
        description =
                "Follow a prediction to its model, training rows, cells, samples, events and sources.",
        mixinStandardHelpOptions = true)
final class AuditCommand extends StoreVerb {
    @Parameters(
            paramLabel = "PREDICTION",
            description = "As `predictions` lists it: {record}-{n}, its IRI, or its beginning.")
    private String prediction = "";

    @Option(names = "--all", description = "Print every training row.")
    private boolean all;

    @Option(names = "--html", description = "Print the page.")
    private boolean html;

    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) {
        var report = new PredictionAudit(store.log(), store.iris()).audit(prediction);
        String text;
        if (json()) {
            text = Json.write(report);
        } else if (html) {
            text = AuditHtml.of(report);
        } else {
            text = AuditText.of(report, all ? Integer.MAX_VALUE : AuditText.ROWS);
        }
        out().println(text);
        return 0;
    }
}
