package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.history.HistoryLine;
import dev.lodestone.query.history.Lineage;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.history.SampleLineage;
import dev.lodestone.query.history.SampleStory;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.sparql.CannedQuery;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/// Pages for people: the start, a sample, a prediction.
final class PageRoutes {
    /// Queries that answer without being given anything.
    static final List<String> EXAMPLES =
            List.of(
                    "high-capacity-sintered-cool",
                    "merged-library",
                    "composition-capacity",
                    "particle-size-range",
                    "stored-before-measured",
                    "dark-data",
                    "prediction-training-data",
                    "prediction-stale");

    private static final String HTML = "text/html; charset=utf-8";

    private static final String FORMATS =
            """
            <p><button>Ask</button> <label>as <select name="format"><option value="table">table</option><option value="csv">CSV</option><option value="json">JSON</option><option value="xml">XML</option></select></label></p>\
            """;

    private final Doors doors;
    private final Samples samples;
    private final SampleHistory history;
    private final SampleLineage lineage;

    PageRoutes(Doors doors) {
        this.doors = doors;
        var base = doors.iris().base();
        this.samples = new Samples(doors.queries(), base);
        this.history = new SampleHistory(doors.queries(), base);
        this.lineage = new SampleLineage(doors.queries(), base);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", this::start),
                Route.get("/style.css", PageRoutes::style),
                Route.get("/samples", this::search),
                Route.get("/samples/{sample}", this::sample),
                Route.get("/predictions/{prediction}", this::prediction));
    }

    private void start(Exchange exchange) throws IOException {
        exchange.set(Exchange.BASIS, doors.queries().position().toString());
        var examples =
                EXAMPLES.stream()
                        .map(CannedQuery::named)
                        .map(PageRoutes::example)
                        .collect(Collectors.joining());
        send(
                exchange,
                200,
                Html.page(
                        "Start",
                        HealthRoutes.resource("start.html")
                                .replace("<!-- position -->", doors.queries().position().toString())
                                .replace("<!-- examples -->", examples)));
    }

    private static String example(CannedQuery query) {
        return """
        <details><summary>%s</summary>
        <form action="/sparql" method="get">
        <textarea name="query" rows="%d" spellcheck="false" aria-label="Query">%s</textarea>
        %s
        </form></details>
        """
                .formatted(
                        Html.text(query.question()),
                        Math.min(24, query.text().lines().count() + 1),
                        Html.text(query.text()),
                        FORMATS);
    }

    private static void style(Exchange exchange) throws IOException {
        exchange.set("Cache-Control", "max-age=3600");
        exchange.send(200, "text/css; charset=utf-8", HealthRoutes.resource("style.css"));
    }

    private void search(Exchange exchange) throws IOException {
        var search = exchange.query("search").orElse("");
        var page = samples.list(search, exchange.query("after").orElse(""));
        var rows =
                page.samples().stream()
                        .map(one ->
                                "<tr><td><a href=\"/samples/%s\">%s</a></td><td>%s</td><td>%s</td></tr>%n"
                                        .formatted(
                                                encoded(one.id()),
                                                Html.text(one.label()),
                                                Html.text(one.kind().orElse("")),
                                                Html.text(one.lifecycle().orElse(""))))
                        .collect(Collectors.joining());
        var next =
                page.next()
                        .map(after ->
                                "<p><a href=\"/samples?search=%s&amp;after=%s\">more</a></p>"
                                        .formatted(encoded(search), encoded(after)))
                        .orElse("");
        exchange.set(Exchange.BASIS, Long.toString(page.basis()));
        send(
                exchange,
                200,
                Html.page(
                        "Samples",
                        """
                        <h1>Samples</h1>
                        <form action="/samples"><input name="search" value="%s" aria-label="Name"> <button>Search</button></form>
                        <table><thead><tr><th>Sample</th><th>Form</th><th>State</th></tr></thead><tbody>%s</tbody></table>%s
                        """
                                .formatted(Html.text(search), rows, next)));
    }

    private void sample(Exchange exchange) throws IOException {
        try {
            var word = exchange.path("sample");
            var story = history.of(word);
            var around = lineage.of(word, EnumSet.allOf(Lineage.Direction.class), 3);
            exchange.set(Exchange.BASIS, Long.toString(story.basis()));
            send(exchange, 200, Html.page("Sample " + story.sample().label(), page(story, around)));
        } catch (LodestoneException e) {
            problem(exchange, e);
        }
    }

    private static String page(SampleStory story, Lineage around) {
        var sample = story.sample();
        var out = new StringBuilder();
        out.append("<h1>Sample %s</h1>%n".formatted(Html.text(sample.label())));
        out.append(
                "<p class=\"quiet\">%s · %s · %s · as of log position %d · <a href=\"/api/v1/samples/%s/history\">JSON</a></p>%n"
                        .formatted(
                                Html.text(String.join(", ", sample.names())),
                                Html.text(sample.kind().orElse("form not known")),
                                Html.text(sample.lifecycle().orElse("")),
                                story.basis(),
                                encoded(sample.id())));
        if (!around.links().isEmpty()) {
            out.append("<h2>Comes from, and gave</h2><ul>");
            for (var link : around.links()) {
                var up = link.direction() == Lineage.Direction.UP;
                var other = up ? link.parent() : link.child();
                out.append(
                        "<li>%s <a href=\"/samples/%s\">%s</a>%s%s</li>%n"
                                .formatted(
                                        up ? "from" : "gave",
                                        encoded(last(other)),
                                        Html.text(link.label()),
                                        Html.text(link.what().map(w -> ", " + w).orElse("")),
                                        link.depth() > 1
                                                ? ", " + link.depth() + " steps away"
                                                : ""));
            }
            around.next().ifPresent(_ -> out.append("<li>and more</li>\n"));
            out.append("</ul>\n");
        }
        out.append("<h2>History</h2><ol class=\"history\">");
        story.events().forEach(line -> event(out, line));
        out.append("</ol>\n");
        return out.toString();
    }

    private static void event(StringBuilder out, HistoryLine line) {
        out.append(
                "<li><strong>%s</strong> <span class=\"quiet\">%s%s%s</span><ul>"
                        .formatted(
                                Html.text(line.what()),
                                Html.text(line.when().orElse("time not known")),
                                Html.text(
                                        line.by().stream()
                                                .map(who -> ", " + who)
                                                .collect(Collectors.joining())),
                                Html.text(line.outcome().map(how -> " — " + how).orElse(""))));
        line.details().forEach(detail -> out.append("<li>%s</li>".formatted(Html.text(detail))));
        line.parameters().forEach(value -> value(out, "", value));
        line.results().forEach(value -> value(out, "→ ", value));
        for (var was : line.was()) {
            out.append(
                    "<li class=\"was\">was %s until position %d (%s%s)</li>"
                            .formatted(
                                    Html.text(
                                            was.values().stream()
                                                    .map(v -> v.label() + " " + v.shown())
                                                    .collect(Collectors.joining("; "))),
                                    was.until(),
                                    Html.text(was.how()),
                                    Html.text(was.reason().map(why -> ": " + why).orElse(""))));
        }
        line.notes()
                .forEach(note ->
                        out.append("<li class=\"note\">%s</li>".formatted(Html.text(note))));
        out.append(
                "<li class=\"quiet\"><a href=\"/api/v1/events/%s\">event</a> · <a href=\"/api/v1/records/%s\">record</a> at position %d%s</li></ul></li>%n"
                        .formatted(
                                encoded(last(line.event())),
                                encoded(last(line.record())),
                                line.position(),
                                Html.text(line.source().map(from -> " · " + from).orElse(""))));
    }

    private static void value(StringBuilder out, String mark, ShownValue value) {
        var flagged = value.findings().isEmpty() ? "" : " class=\"flag\"";
        out.append("<li%s>%s%s</li>".formatted(flagged, mark, Html.text(value.text())));
    }

    private void prediction(Exchange exchange) throws IOException {
        try {
            var id = exchange.path("prediction");
            var audit = doors.audits().audit(id);
            exchange.set(Exchange.BASIS, Long.toString(audit.basis()));
            send(
                    exchange,
                    200,
                    Html.page(
                            "Prediction",
                            "%s<p class=\"quiet\"><a href=\"/api/v1/predictions/%s/audit\">JSON</a></p>"
                                    .formatted(audit.html(), encoded(id))));
        } catch (LodestoneException e) {
            problem(exchange, e);
        }
    }

    private static void problem(Exchange exchange, LodestoneException thrown) throws IOException {
        var problem = Problem.of(thrown);
        if (problem.ours()) {
            throw thrown;
        }
        send(
                exchange,
                problem.status(),
                Html.page(
                        problem.title(),
                        "<h1>%s</h1><pre>%s</pre>"
                                .formatted(
                                        Html.text(problem.title()), Html.text(problem.detail()))));
    }

    private static void send(Exchange exchange, int status, String page) throws IOException {
        exchange.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        exchange.set("X-Content-Type-Options", "nosniff");
        exchange.send(status, HTML, page);
    }

    private static String last(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
