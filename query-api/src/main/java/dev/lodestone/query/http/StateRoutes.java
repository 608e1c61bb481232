package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unsupported;
import dev.lodestone.query.exposure.SampleExposure;
import dev.lodestone.query.states.EquivalenceRules;
import dev.lodestone.query.states.RulesReader;
import dev.lodestone.query.states.StateEquivalence;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `/api/v1/samples/{sample}/states`: the states of a sample, strictly or by the rules in the body;
/// `/api/v1/samples/{sample}/exposure`: for how long a condition held for it.
final class StateRoutes {
    private static final String PATH = "/api/v1/samples/{sample}/states";

    private final AskedGraph graph;
    private final String base;

    StateRoutes(Doors doors, HttpOptions options) {
        this.graph = new AskedGraph(doors, options);
        this.base = doors.iris().base();
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::strict).orAsOf(),
                Route.post(PATH, this::byRules).orAsOf(),
                Route.get("/api/v1/samples/{sample}/exposure", this::exposure).orAsOf());
    }

    private void strict(Exchange exchange) throws IOException {
        tell(exchange, EquivalenceRules.STRICT);
    }

    private void byRules(Exchange exchange) throws IOException {
        if (!exchange.contentType().equals("application/json")) {
            throw new Unsupported(
                    "media-type",
                    "Rules are application/json, not (%s).".formatted(exchange.contentType()),
                    Map.of());
        }
        tell(exchange, RulesReader.read(exchange.text(), "body"));
    }

    private void tell(Exchange exchange, EquivalenceRules rules) throws IOException {
        graph.tell(
                exchange,
                asked -> new StateEquivalence(asked, base).of(exchange.path("sample"), rules));
    }

    private void exposure(Exchange exchange) throws IOException {
        var above =
                exchange.query("above")
                        .orElseThrow(() ->
                                new Incorrect(
                                        "exposure-above",
                                        "The question does not say which condition.\nMaybe ?above=relativeHumidity>40 %, percent-encoded."));
        graph.tell(
                exchange,
                asked ->
                        new SampleExposure(asked, base)
                                .of(exchange.path("sample"), above, exchange.query("before")));
    }
}
