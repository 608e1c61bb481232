package dev.lodestone.query.http;

import dev.lodestone.query.places.ContainerContents;
import dev.lodestone.query.places.SampleWhereabouts;
import java.io.IOException;
import java.util.List;

/// `/api/v1/samples/{sample}/whereabouts`: where a sample is and who has it;
/// `/api/v1/containers/{container}/contents`: what stands in a container.
final class PlaceRoutes {
    private final Doors doors;
    private final HttpOptions options;
    private final SampleWhereabouts whereabouts;
    private final ContainerContents contents;

    PlaceRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
        this.whereabouts = new SampleWhereabouts(doors.queries(), doors.iris().base());
        this.contents = new ContainerContents(doors.queries(), doors.iris().base());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/samples/{sample}/whereabouts", this::whereabouts),
                Route.get("/api/v1/containers/{container}/contents", this::contents));
    }

    private void whereabouts(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(whereabouts.of(exchange.path("sample")));
    }

    private void contents(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(contents.of(exchange.path("container"), Asked.yes(exchange, "deep")));
    }
}
