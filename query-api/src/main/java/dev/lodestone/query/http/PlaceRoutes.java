package dev.lodestone.query.http;

import dev.lodestone.query.places.ContainerContents;
import dev.lodestone.query.places.SampleWhereabouts;
import java.io.IOException;
import java.util.List;

/// `/api/v1/samples/{sample}/whereabouts`: where a sample is and who has it;
/// `/api/v1/containers/{container}/contents`: what stands in a container.
final class PlaceRoutes {
    private final AskedGraph graph;
    private final String base;

    PlaceRoutes(Doors doors, HttpOptions options) {
        this.graph = new AskedGraph(doors, options);
        this.base = doors.iris().base();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/samples/{sample}/whereabouts", this::whereabouts).orAsOf(),
                Route.get("/api/v1/containers/{container}/contents", this::contents).orAsOf());
    }

    private void whereabouts(Exchange exchange) throws IOException {
        graph.tell(
                exchange, asked -> new SampleWhereabouts(asked, base).of(exchange.path("sample")));
    }

    private void contents(Exchange exchange) throws IOException {
        var deep = Asked.yes(exchange, "deep");
        graph.tell(
                exchange,
                asked -> new ContainerContents(asked, base).of(exchange.path("container"), deep));
    }
}
