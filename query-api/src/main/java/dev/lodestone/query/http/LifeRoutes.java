package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.SampleChanges;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.history.SampleLineage;
import dev.lodestone.query.history.SampleTimeline;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is asked of the life of a sample.
final class LifeRoutes {
    private static final String SAMPLE = "/api/v1/samples/{sample}";

    private final Doors doors;
    private final HttpOptions options;
    private final String base;
    private final AskedGraph graph;
    private final SampleChanges changes;

    LifeRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.base = doors.iris().base();
        this.graph = new AskedGraph(doors, options);
        this.changes = new SampleChanges(doors.queries(), base);
    }

    List<Route> routes() {
        return List.of(
                Route.get(SAMPLE + "/history", this::history).orAsOf(),
                Route.get(SAMPLE + "/timeline", this::timeline).orAsOf(),
                Route.get(SAMPLE + "/changes", this::changes),
                Route.get(SAMPLE + "/lineage", this::lineage).orAsOf());
    }

    private void history(Exchange exchange) throws IOException {
        graph.tell(exchange, asked -> new SampleHistory(asked, base).of(exchange.path("sample")));
    }

    private void timeline(Exchange exchange) throws IOException {
        var ancestors = Asked.yes(exchange, "ancestors");
        graph.tell(
                exchange,
                asked -> new SampleTimeline(asked, base).of(exchange.path("sample"), ancestors));
    }

    private void changes(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(
                changes.of(
                        exchange.path("sample"),
                        Asked.whole(exchange, "from", 0),
                        Asked.whole(exchange, "to", Long.MAX_VALUE)));
    }

    private void lineage(Exchange exchange) throws IOException {
        var sample = exchange.path("sample");
        int depth = small(exchange, "depth", SampleLineage.USUAL_DEPTH);
        int limit = small(exchange, "limit", SampleLineage.USUAL_PAGE);
        var after = exchange.query("after");
        var directions = directions(exchange);
        var whole = after.isEmpty() && exchange.query("limit").isEmpty();
        var answer =
                graph.ask(
                        exchange,
                        asked -> {
                            var lineage = new SampleLineage(asked, base);
                            return whole
                                    ? lineage.of(sample, directions, depth)
                                    : lineage.page(sample, directions, depth, after, limit);
                        });
        answer.next()
                .ifPresent(next ->
                        exchange.set(
                                "Link",
                                "</api/v1/samples/%s/lineage?direction=%s&depth=%d&limit=%d&after=%s%s>; rel=\"next\""
                                        .formatted(
                                                URLEncoder.encode(sample, StandardCharsets.UTF_8)
                                                        .replace("+", "%20"),
                                                exchange.query("direction").orElse("both"),
                                                depth,
                                                limit,
                                                next,
                                                AskedGraph.again(exchange))));
        exchange.tell(answer);
    }

    private static int small(Exchange exchange, String name, int otherwise) {
        return Math.clamp(Asked.whole(exchange, name, otherwise), -1, Integer.MAX_VALUE);
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
}
