package dev.lodestone.query.http;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests.
final class Requests {
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentSkipListMap<>();

    void count(String method, String path, int status, long took) {
        var route = "method=\"%s\",path=\"%s\"".formatted(method, path);
        counts.computeIfAbsent(route + ",status=\"" + status + "\"", _ -> new LongAdder())
                .increment();
        nanos.computeIfAbsent(route, _ -> new LongAdder()).add(took);
    }

    void write(StringBuilder out) {
        out.append("# HELP lodestone_http_requests_total Requests answered.\n");
        out.append("# TYPE lodestone_http_requests_total counter\n");
        counts.forEach((labels, n) ->
                out.append("lodestone_http_requests_total{%s} %d\n".formatted(labels, n.sum())));
        out.append("# HELP lodestone_http_seconds_total Time spent answering.\n");
        out.append("# TYPE lodestone_http_seconds_total counter\n");
        nanos.forEach((labels, n) ->
                out.append(
                        "lodestone_http_seconds_total{%s} %s\n".formatted(labels, n.sum() / 1e9)));
    }
}
