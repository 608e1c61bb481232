package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.impact.EventTimes;
import dev.lodestone.query.impact.Impact;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `/api/v1/impact`: what rests on an event, an instrument or a source.
final class ImpactRoutes {
    private static final String PATH = "/api/v1/impact";

    private final Doors doors;
    private final HttpOptions options;
    private final Impact impact;

    ImpactRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.impact = new Impact(doors.queries(), doors.iris().base());
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::impact));
    }

    private void impact(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        var of =
                exchange.query("of")
                        .orElseThrow(() ->
                                new Incorrect(
                                        "impact-of",
                                        "The question does not say of what.\nMaybe ?of=event/…, ?of=instrument/… or ?of=source/…."));
        int limit = number(exchange, "limit", Impact.USUAL_PAGE);
        boolean count = exchange.query("count").filter("true"::equals).isPresent();
        var page =
                impact.page(
                        of,
                        number(exchange, "after", 0),
                        limit,
                        count,
                        EventTimes.of(exchange.query("from"), exchange.query("to")));
        page.next()
                .ifPresent(next ->
                        exchange.set(
                                "Link",
                                "<%s?of=%s&after=%d&limit=%d%s%s>; rel=\"next\""
                                        .formatted(
                                                PATH,
                                                encoded(of),
                                                next,
                                                limit,
                                                again(exchange, "from"),
                                                again(exchange, "to"))));
        exchange.tell(page);
    }

    private static String again(Exchange exchange, String name) {
        return exchange.query(name).map(text -> "&" + name + "=" + encoded(text)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int number(Exchange exchange, String name, int otherwise) {
        var text = exchange.query(name);
        try {
            return text.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new Incorrect(
                    "page",
                    "The parameter %s (%s) is not a whole number."
                            .formatted(name, text.orElse("")));
        }
    }
}
