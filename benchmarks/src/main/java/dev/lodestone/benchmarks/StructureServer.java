package dev.lodestone.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// An OPTIMADE server on this machine whose structures are made when they are asked for, always the
/// same.
final class StructureServer implements AutoCloseable {
    private static final Pattern OFFSET = Pattern.compile("page_offset=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("page_limit=(\\d+)");

    private final int structures;
    private final HttpServer server;

    StructureServer(int structures) throws IOException {
        this.structures = structures;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        var address = server.getAddress();
        return URI.create(
                "http://%s:%d/"
                        .formatted(address.getAddress().getHostAddress(), address.getPort()));
    }

    private void answer(HttpExchange asked) throws IOException {
        try (asked) {
            var text =
                    switch (asked.getRequestURI().getPath()) {
                        case "/v1/info" ->
                                "{\"data\":{\"type\":\"info\",\"id\":\"/\",\"attributes\":{\"api_version\":\"1.2.0\"}},%s}"
                                        .formatted(meta());
                        case "/v1/structures" -> page(asked.getRequestURI());
                        default -> "";
                    };
            var body = text.getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", "application/json");
            asked.sendResponseHeaders(
                    body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            asked.getResponseBody().write(body);
        }
    }

    private String page(URI asked) {
        var query = String.valueOf(asked.getQuery());
        int from = number(OFFSET, query, 0);
        int limit = number(LIMIT, query, 100);
        int to = Math.min(from + limit, structures);
        var text = new StringBuilder("{\"data\":[");
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ",").append(structure(i));
        }
        var next =
                to < structures
                        ? "\"%sv1/structures?page_offset=%d&page_limit=%d\""
                                .formatted(uri(), to, limit)
                        : "null";
        return text.append("],\"links\":{\"next\":")
                .append(next)
                .append("},")
                .append(meta())
                .append('}')
                .toString();
    }

    private static int number(Pattern pattern, String query, int otherwise) {
        var matcher = pattern.matcher(query);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private static String structure(int n) {
        double a = 3 + 3 * new SplittableRandom(n).nextDouble();
        return String.format(
                Locale.ROOT,
                """
                {"type":"structures","id":"s%1$d","attributes":{"immutable_id":"s%1$d","last_modified":"2026-01-05T10:00:00Z",\
                "elements":["Cl","Na"],"nelements":2,"elements_ratios":[0.5,0.5],"chemical_formula_descriptive":"NaCl",\
                "chemical_formula_reduced":"ClNa","chemical_formula_anonymous":"AB","dimension_types":[1,1,1],\
                "nperiodic_dimensions":3,"lattice_vectors":[[0,%2$.6f,%2$.6f],[%2$.6f,0,%2$.6f],[%2$.6f,%2$.6f,0]],\
                "cartesian_site_positions":[[0,0,0],[%2$.6f,%2$.6f,%2$.6f]],"nsites":2,\
                "species":[{"name":"Na","chemical_symbols":["Na"],"concentration":[1.0]},{"name":"Cl","chemical_symbols":["Cl"],"concentration":[1.0]}],\
                "species_at_sites":["Na","Cl"],"structure_features":[],"_oqmd_band_gap":%3$.4f,"_oqmd_delta_e":-%2$.5f}}\
                """,
                n,
                a,
                a * 1.5);
    }

    private String meta() {
        return """
        "meta":{"api_version":"1.2.0","query":{"representation":"/structures"},"more_data_available":false,\
        "data_returned":%d,"provider":{"name":"OQMD","description":"made for measurements","prefix":"oqmd"}}\
        """
                .formatted(structures);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
