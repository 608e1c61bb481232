package dev.lodestone.query.http;

import dev.lodestone.query.balance.SampleBalance;
import dev.lodestone.query.history.Samples;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `/api/v1/samples`: which there are, and what they are.
final class SampleRoutes {
    private static final String PATH = "/api/v1/samples";

    private final Doors doors;
    private final HttpOptions options;
    private final Samples samples;
    private final AskedGraph graph;

    SampleRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.samples = new Samples(doors.queries(), doors.iris().base());
        this.graph = new AskedGraph(doors, options);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::list),
                Route.get(PATH + "/{sample}", this::sample).orAsOf(),
                Route.get(PATH + "/{sample}/balance", this::balance).orAsOf());
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

    private void balance(Exchange exchange) throws IOException {
        graph.tell(
                exchange,
                asked -> new SampleBalance(asked, doors.iris().base()).of(exchange.path("sample")));
    }

    private void sample(Exchange exchange) throws IOException {
        graph.tell(
                exchange,
                asked -> new Samples(asked, doors.iris().base()).about(exchange.path("sample")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
