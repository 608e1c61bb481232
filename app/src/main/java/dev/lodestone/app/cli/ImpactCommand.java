package dev.lodestone.app.cli;

import dev.lodestone.app.Store;
import dev.lodestone.query.Json;
import dev.lodestone.query.impact.Dependent;
import dev.lodestone.query.impact.EventTimes;
import dev.lodestone.query.impact.Impact;
import dev.lodestone.query.impact.ImpactPage;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What rests on an event, an instrument or a source.
@Command(
        name = "impact",
        description = {
            "Tell what rests on an event, an instrument or a source.",
            "That is samples, values, training sets, models and predictions, nearest first."
        },
        mixinStandardHelpOptions = true)
final class ImpactCommand extends StoreVerb {
    @Parameters(
            paramLabel = "THING",
            description = "An IRI, an id, or sort/id: event/…, instrument/…, source/….")
    private String thing = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + Impact.USUAL_PAGE,
            description = "How many to list; all are counted (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--all",
            description = "List all of them, one a line; with --json one object a line.")
    private boolean all;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = {
                "Of an instrument, agent, source or record: only events that may have happened",
                "since this day or moment."
            })
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "And up to this day or moment.")
    private Optional<String> to = Optional.empty();

    @Override
    protected int run(Store store) throws Exception {
        var impact = new Impact(store.queries(), store.settings().base());
        var times = EventTimes.of(from, to);
        if (all) {
            Consumer<Dependent> line =
                    json()
                            ? d -> out().println(Json.line(d))
                            : d ->
                                    out().printf(
                                                    "%s  %s  %s%n",
                                                    d.sort().words(1), d.iri(), d.label());
            var counts = impact.each(thing, times, line);
            err().println(ImpactPage.words(counts));
            return 0;
        }
        var page = impact.page(thing, 0, limit, true, times);
        tell(page, page::text);
        return 0;
    }
}
