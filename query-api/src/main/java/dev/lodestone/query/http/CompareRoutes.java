package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.compare.Courses;
import java.io.IOException;
import java.util.List;

/// `/api/v1/diff`: two samples, plans or events side by side.
final class CompareRoutes {
    private final Doors doors;
    private final HttpOptions options;
    private final Courses courses;

    CompareRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.courses = new Courses(doors.queries(), doors.iris().base());
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/diff", this::diff));
    }

    private void diff(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(
                courses.compare(
                        side(exchange, "a"),
                        side(exchange, "b"),
                        Asked.yes(exchange, "ancestors")));
    }

    private static String side(Exchange exchange, String name) {
        return exchange.query(name)
                .orElseThrow(() ->
                        new Incorrect(
                                "diff-of",
                                "The question does not say what %s is.\nMaybe ?a=…&b=…: a sample, workflow/… or event/…."
                                        .formatted(name)));
    }
}
