package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.balance.SampleBalance;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.history.SampleLineage;
import dev.lodestone.query.history.Samples;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `/api/v1/samples` and what is asked of one of them.
final class SampleRoutes {
    private static final String PATH = "/api/v1/samples";

    private final Doors doors;
    private final HttpOptions options;
    private final Samples samples;
    private final SampleHistory history;
    private final SampleLineage lineage;
    private final SampleBalance balance;

    SampleRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        var base = doors.iris().base();
        this.samples = new Samples(doors.queries(), base);
        this.history = new SampleHistory(doors.queries(), base);
        this.lineage = new SampleLineage(doors.queries(), base);
        this.balance = new SampleBalance(doors.queries(), base);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::list),
                Route.get(PATH + "/{sample}", this::sample),
                Route.get(PATH + "/{sample}/history", this::history),
                Route.get(PATH + "/{sample}/lineage", this::lineage),
                Route.get(PATH + "/{sample}/balance", this::balance));
    }

    private void list(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        var search = exchange.query("search").orElse("");
        var page = samples.list(search, exchange.query("after").orElse(""));
        page.next()
                .ifPresent(next ->
                        exchange.set(
                                "Link",
                                "<%s?search=%s&after=%s>; rel=\"next\""
                                        .formatted(PATH, encoded(search), encoded(next))));
        exchange.tell(page);
    }

    private void sample(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(samples.about(exchange.path("sample")));
    }

    private void history(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(history.of(exchange.path("sample")));
    }

    private void balance(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(balance.of(exchange.path("sample")));
    }

    private void lineage(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        var depth =
                exchange.query("depth").map(SampleRoutes::depth).orElse(SampleLineage.USUAL_DEPTH);
        exchange.tell(lineage.of(exchange.path("sample"), directions(exchange), depth));
    }

    private static Set<Direction> directions(Exchange exchange) {
        return switch (exchange.query("direction").orElse("both")) {
            case "up" -> EnumSet.of(Direction.UP);
            case "down" -> EnumSet.of(Direction.DOWN);
            case "both" -> EnumSet.allOf(Direction.class);
            default ->
                    throw new Incorrect(
                            "direction",
                            "The direction (%s) is not known.\nMaybe up, down or both."
                                    .formatted(exchange.query("direction").orElse("")));
        };
    }

    private static int depth(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Incorrect("depth", "The depth (%s) is not a whole number.".formatted(text));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
