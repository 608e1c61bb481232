package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.plans.Deviations;
import java.io.IOException;
import java.util.List;

/// `/api/v1/deviations`: what was done against what was planned.
final class DeviationRoutes {
    private final AskedGraph graph;
    private final String base;

    DeviationRoutes(Doors doors, HttpOptions options) {
        this.graph = new AskedGraph(doors, options);
        this.base = doors.iris().base();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/deviations", this::deviations).orAsOf());
    }

    private void deviations(Exchange exchange) throws IOException {
        var of =
                exchange.query("of")
                        .orElseThrow(() ->
                                new Incorrect(
                                        "deviations-of",
                                        "The question does not say of what.\nMaybe ?of=workflow/… or ?of= with a sample."));
        var beyond = percent(exchange.query("beyond").orElse("0"));
        graph.tell(exchange, asked -> new Deviations(asked, base).of(of, beyond));
    }

    private static double percent(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Incorrect(
                    "beyond",
                    "The parameter beyond (%s) is not a number.\nMaybe 5, for 5 %%."
                            .formatted(text));
        }
    }
}
