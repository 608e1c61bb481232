package dev.lodestone.query.http;

import dev.lodestone.query.records.Records;
import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.SparqlFormat.Shape;
import dev.lodestone.query.sparql.StatementText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `/api/v1/records/{record}`: what was written, or in a graph format what it says by itself.
final class RecordRoutes {
    private final Doors doors;
    private final Records records;

    RecordRoutes(Doors doors) {
        this.doors = doors;
        this.records = new Records(doors.log(), doors.iris());
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/records/{record}", this::record));
    }

    private void record(Exchange exchange) throws IOException {
        var id = exchange.path("record");
        var offered = new ArrayList<>(List.of("application/json", "text/plain"));
        for (var format : SparqlFormat.of(Shape.GRAPH)) {
            offered.add(format.mediaTypes().getFirst());
        }
        var type =
                Negotiation.choose(offered, exchange.header("Accept"))
                        .orElseThrow(() -> exchange.notAcceptable(String.join(", ", offered)));
        if (type.equals("application/json") || type.equals("text/plain")) {
            exchange.tell(records.record(id));
            return;
        }
        var format = SparqlFormat.find(Shape.GRAPH, type).orElseThrow();
        var statements = records.statements(id);
        exchange.set(Exchange.BASIS, doors.log().head().toString());
        exchange.set("Vary", "Accept");
        StatementText.write(
                statements, records.iri(id), format, exchange.begin(format.contentType()));
        exchange.end();
    }
}
