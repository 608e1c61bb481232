package dev.lodestone.query.http;

import dev.lodestone.projections.Readiness;
import dev.lodestone.query.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// For those who run the server: is it alive, is it ready, how much does it do.
final class HealthRoutes {
    private final Doors doors;
    private final HttpOptions options;
    private final Requests requests;

    HealthRoutes(Doors doors, HttpOptions options, Requests requests) {
        this.doors = doors;
        this.options = options;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health/live", HealthRoutes::live),
                Route.get("/health/ready", this::ready),
                Route.get("/metrics", this::metrics),
                Route.get("/openapi.json", HealthRoutes::openApi));
    }

    /// How one graph stands.
    record Graph(String graph, boolean ready, long position, long head, long lag, String state) {}

    /// How the server stands.
    record Ready(boolean ready, List<Graph> graphs) {}

    private static void live(Exchange exchange) throws IOException {
        exchange.send(200, "application/json", "{\"live\": true}\n");
    }

    private void ready(Exchange exchange) throws IOException {
        var graphs = doors.graphs().readiness().stream().map(this::graph).toList();
        var ready = !graphs.isEmpty() && graphs.stream().allMatch(Graph::ready);
        exchange.set("Cache-Control", "no-store");
        exchange.send(ready ? 200 : 503, "application/json", Json.write(new Ready(ready, graphs)));
    }

    private Graph graph(Readiness readiness) {
        var following = readiness.state() instanceof Readiness.Following;
        return new Graph(
                readiness.graph(),
                following && readiness.lag() <= options.readyLag(),
                readiness.position().value(),
                readiness.head().value(),
                readiness.lag(),
                readiness.state().text());
    }

    private void metrics(Exchange exchange) throws IOException {
        var out = new StringBuilder();
        gauge(out, "lodestone_log_head", "The last position of the log.");
        out.append("lodestone_log_head %d\n".formatted(doors.log().head().value()));
        var graphs = doors.graphs().readiness();
        gauge(out, "lodestone_graph_position", "How far a graph has followed the log.");
        graphs.forEach(g -> line(out, "lodestone_graph_position", g, g.position().value()));
        gauge(out, "lodestone_graph_lag", "How many records a graph is behind.");
        graphs.forEach(g -> line(out, "lodestone_graph_lag", g, g.lag()));
        gauge(out, "lodestone_graph_ready", "Whether a graph is ready.");
        graphs.forEach(g -> line(out, "lodestone_graph_ready", g, graph(g).ready() ? 1 : 0));
        gauge(out, "lodestone_heap_bytes", "Memory in use on the heap.");
        var runtime = Runtime.getRuntime();
        out.append(
                "lodestone_heap_bytes %d\n"
                        .formatted(runtime.totalMemory() - runtime.freeMemory()));
        gauge(out, "lodestone_past_records", "Records in graphs of earlier positions in memory.");
        out.append("lodestone_past_records %d\n".formatted(doors.past().records()));
        out.append(
                """
                # HELP lodestone_replays_total How often the log was replayed for an earlier position.
                # TYPE lodestone_replays_total counter
                lodestone_replays_total %d
                """
                        .formatted(doors.past().replays()));
        requests.write(out);
        exchange.send(200, "text/plain; version=0.0.4; charset=utf-8", out.toString());
    }

    private static void gauge(StringBuilder out, String name, String help) {
        out.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
    }

    private static void line(StringBuilder out, String name, Readiness graph, long value) {
        out.append("%s{graph=\"%s\"} %d\n".formatted(name, graph.graph(), value));
    }

    private static void openApi(Exchange exchange) throws IOException {
        exchange.send(200, "application/json", resource("openapi.json"));
    }

    static String resource(String name) throws IOException {
        try (var in = HealthRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The resource %s is missing.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
