package dev.lodestone.importers.oqmd;

import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.QueryText;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers as OQMD gives them, of rows of our own. Rows that are sorted are cut to a page before
/// they are counted, as its interface does.
public final class OqmdAnswers {
    public static final int ROWS = 25;

    private OqmdAnswers() {}

    /// A page, or one row.
    public static Answer answer(Asked asked) {
        var query = QueryText.of(asked.uri());
        var path = asked.uri().getPath();
        if (path.matches(".*/\\d+")) {
            return Answer.json(row(Integer.parseInt(path.replaceAll(".*/", "")) - 1_000));
        }
        int limit = number(query, "limit", 50);
        boolean sorted = query.has("sort_by");
        int offset = number(query, sorted ? "sort_offset" : "offset", 0);
        int to = Math.min(offset + limit, ROWS);
        int available = sorted ? Math.max(0, to - offset) : ROWS;
        var next =
                sorted || to >= ROWS
                        ? "null"
                        : "\"http://%s/oqmdapi/formationenergy?%s\""
                                .formatted(
                                        asked.headers().getFirst("Host"),
                                        query.with("offset", Integer.toString(to)));
        return Answer.json(page(offset, to, next, available, to < ROWS || offset > 0));
    }

    static String page(int from, int to, String next, int available, boolean more) {
        return """
        {"links": {"next": %s, "previous": null, "base_url": {"href": "http://example.org/oqmdapi"}},
         "resource": {}, "data": [%s],
         "meta": {"api_version": "1.0", "data_returned": %d, "data_available": %d, "more_data_available": %s},
         "response_message": "OK"}
        """
                .formatted(
                        next,
                        IntStream.range(from, to)
                                .mapToObj(OqmdAnswers::row)
                                .collect(Collectors.joining(",")),
                        to - from,
                        available,
                        more);
    }

    static String row(int i) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"AlNi%d\",\"entry_id\":%d,\"calculation_id\":%d,\"formationenergy_id\":%d,\"composition\":\"Al1 Ni%d\",\"delta_e\":-0.%d,\"stability\":0.0,\"band_gap\":0.0,\"fit\":\"standard\",\"calculation_label\":\"static\"}",
                i + 1,
                10 + i,
                100 + i,
                1_000 + i,
                i + 1,
                i + 1);
    }

    private static int number(QueryText query, String name, int otherwise) {
        return query.get(name).map(Integer::parseInt).orElse(otherwise);
    }
}
