package dev.lodestone.importers.optimade;

import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A database of any number of structures of our own, as an OPTIMADE server gives it page by page.
final class OptimadePages {
    private final int structures;
    private final int onPage;

    OptimadePages(int structures, int onPage) {
        this.structures = structures;
        this.onPage = onPage;
    }

    static boolean isPage(Asked asked) {
        return asked.uri().getPath().equals("/v1/structures");
    }

    Answer answer(Asked asked) {
        return switch (asked.uri().getPath()) {
            case "/v1/info" ->
                    Answer.json(
                            "{\"data\":{\"type\":\"info\",\"id\":\"/\",\"attributes\":{\"api_version\":\"1.2.0\"}},%s}"
                                    .formatted(meta()));
            case "/v1/structures" ->
                    Answer.json(page(asked, "http://" + asked.headers().getFirst("Host")));
            default -> Answer.of(404, "text/plain", "nothing");
        };
    }

    private String page(Asked asked, String host) {
        var query = String.valueOf(asked.uri().getQuery());
        int from =
                query.contains("page_offset=")
                        ? Integer.parseInt(query.replaceAll(".*page_offset=(\\d+).*", "$1"))
                        : 0;
        int to = Math.min(from + onPage, structures);
        return "{\"data\":[%s],\"links\":{\"next\":%s},%s}"
                .formatted(
                        IntStream.range(from, to)
                                .mapToObj(OptimadePages::structure)
                                .collect(Collectors.joining(",")),
                        to < structures
                                ? "\"%s/v1/structures?page_offset=%d\"".formatted(host, to)
                                : "null",
                        meta());
    }

    private static String structure(int n) {
        return """
        {"type":"structures","id":"s%d","attributes":{"immutable_id":null,"last_modified":"2026-01-05T10:00:00Z",
          "elements":["Al"],"nelements":1,"elements_ratios":[1.0],"chemical_formula_descriptive":"Al",
          "chemical_formula_reduced":"Al","chemical_formula_anonymous":"A","dimension_types":[1,1,1],
          "nperiodic_dimensions":3,"lattice_vectors":[[4,0,0],[0,4,0],[0,0,%.4f]],
          "cartesian_site_positions":[[0,0,0]],"nsites":1,
          "species":[{"name":"Al","chemical_symbols":["Al"],"concentration":[1.0]}],
          "species_at_sites":["Al"],"structure_features":[]}}
        """
                .formatted(n, 3 + 9 * new SplittableRandom(n).nextDouble());
    }

    private String meta() {
        return """
        "meta":{"api_version":"1.2.0","query":{"representation":"/structures"},"more_data_available":false,
          "data_returned":%d,"provider":{"name":"OQMD","description":"ours","prefix":"oqmd"}}\
        """
                .formatted(structures);
    }
}
