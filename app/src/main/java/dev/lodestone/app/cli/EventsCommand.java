package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.events.log.LogPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints the events of the log as they were recorded, one a line: what `record` reads.
@Command(
        name = "events",
        description = "Print recorded events as JSON Lines, as `record` reads them.",
        mixinStandardHelpOptions = true)
final class EventsCommand extends StoreVerb {
    @Option(
            names = "--after",
            paramLabel = "POS",
            defaultValue = "0",
            description = "Begin after this position (default: ${DEFAULT-VALUE}).")
    private long after;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    private long limit = Long.MAX_VALUE;

    @Override
    public Store.Needs needs() {
        return Store.Needs.LOG;
    }

    @Override
    protected int run(Store store) {
        try (var entries = store.log().read(new LogPosition(after), store.log().head())) {
            for (long n = 0; n < limit && entries.hasNext(); n++) {
                out().println(entries.next().payload());
            }
        }
        out().flush();
        return 0;
    }
}
