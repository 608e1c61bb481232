package dev.lodestone.query.http;

import java.io.IOException;
import java.util.List;

/// `/api/v1/predictions` and the audit of one of them.
final class PredictionRoutes {
    private final Doors doors;
    private final HttpOptions options;

    PredictionRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.options = options;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/predictions", this::list),
                Route.get("/api/v1/predictions/{prediction}/audit", this::audit));
    }

    private void list(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(
                doors.audits().predictions(exchange.query("sample"), exchange.query("model")));
    }

    private void audit(Exchange exchange) throws IOException {
        exchange.await(doors.graphs(), options.longestAwait());
        exchange.tell(doors.audits().audit(exchange.path("prediction")));
    }
}
