package dev.lodestone.query.http;

import dev.lodestone.query.LodestoneException.Forbidden;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unsupported;
import dev.lodestone.query.sparql.SparqlFormat;
import dev.lodestone.query.sparql.SparqlFormat.Shape;
import dev.lodestone.query.sparql.SparqlRequest;
import dev.lodestone.query.sparql.StatementText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// `/sparql`, as the SPARQL 1.1 Protocol has it, for queries.
final class SparqlRoutes {
    private static final String PATH = "/sparql";

    private final Doors doors;
    private final AskedGraph graph;

    SparqlRoutes(Doors doors, HttpOptions options) {
        this.doors = doors;
        this.graph = new AskedGraph(doors, options);
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get).orAsOf(), Route.post(PATH, this::post).orAsOf());
    }

    private void get(Exchange exchange) throws IOException {
        if (!exchange.hasQuery()) {
            describe(exchange);
            return;
        }
        var fields = besides(exchange);
        fields.put("query", exchange.queryAll("query"));
        fields.put("update", exchange.queryAll("update"));
        answer(exchange, fields);
    }

    private void post(Exchange exchange) throws IOException {
        switch (exchange.contentType()) {
            case "application/x-www-form-urlencoded" -> {
                var fields = Form.read(exchange.text());
                exchange.queryAll(AskedGraph.AS_OF)
                        .forEach(position ->
                                fields.computeIfAbsent(AskedGraph.AS_OF, _ -> new ArrayList<>())
                                        .add(position));
                answer(exchange, fields);
            }
            case "application/sparql-query" -> {
                var fields = besides(exchange);
                fields.put("query", List.of(exchange.text()));
                answer(exchange, fields);
            }
            case "application/sparql-update" -> throw readOnly();
            default ->
                    throw new Unsupported(
                            "media-type",
                            """
                            A body of type (%s) is not taken here.
                            Maybe application/sparql-query, or a form with query=.\
                            """
                                    .formatted(exchange.contentType()),
                            Map.of());
        }
    }

    /// What a URL may say besides the question itself.
    private static Map<String, List<String>> besides(Exchange exchange) {
        var fields = new HashMap<String, List<String>>();
        for (var name :
                List.of(
                        "default-graph-uri",
                        "named-graph-uri",
                        "format",
                        "output",
                        "results",
                        AskedGraph.AS_OF)) {
            fields.put(name, exchange.queryAll(name));
        }
        return fields;
    }

    private void answer(Exchange exchange, Map<String, List<String>> fields) throws IOException {
        if (!all(fields, "update").isEmpty()) {
            throw readOnly();
        }
        var queries = all(fields, "query");
        if (queries.size() != 1) {
            throw new Incorrect(
                    "sparql-protocol",
                    "The request has %d queries, and needs one.\nMaybe the parameter query= is missing."
                            .formatted(queries.size()));
        }
        var request =
                new SparqlRequest(
                        queries.getFirst(),
                        all(fields, "default-graph-uri"),
                        all(fields, "named-graph-uri"),
                        format(exchange, fields),
                        doors.sparql().limits());
        var outcome =
                graph.sparql(
                        exchange,
                        all(fields, AskedGraph.AS_OF),
                        sparql ->
                                sparql.answer(
                                        request,
                                        (basis, format) -> {
                                            exchange.set(Exchange.BASIS, basis.toString());
                                            exchange.set("Vary", "Accept");
                                            return exchange.begin(format.contentType());
                                        }));
        if (outcome.cut()) {
            exchange.trailer(Exchange.CUT, "true");
        }
        exchange.end();
    }

    /// Accept decides, unless it is a browser's, which accepts pages; then a parameter does.
    private static Function<Shape, SparqlFormat> format(
            Exchange exchange, Map<String, List<String>> fields) {
        var accept = exchange.header("Accept");
        var byParameter =
                accept.isEmpty()
                        || accept.get().contains("text/html")
                        || accept.get().strip().equals("*/*");
        return shape -> {
            var asked =
                    Stream.of("format", "output", "results")
                            .flatMap(name -> all(fields, name).stream())
                            .flatMap(name -> SparqlFormat.find(shape, name).stream())
                            .findFirst();
            if (byParameter && asked.isPresent()) {
                return asked.get();
            }
            return chosen(exchange, shape, asked);
        };
    }

    private static SparqlFormat chosen(
            Exchange exchange, Shape shape, java.util.Optional<SparqlFormat> asked) {
        var formats = SparqlFormat.of(shape);
        var offered =
                Stream.concat(
                                formats.stream().map(format -> format.mediaTypes().getFirst()),
                                formats.stream().flatMap(format -> format.mediaTypes().stream()))
                        .distinct()
                        .toList();
        return Negotiation.choose(offered, exchange.header("Accept"))
                .flatMap(type -> SparqlFormat.find(shape, type))
                .or(() -> asked)
                .orElseThrow(() -> exchange.notAcceptable(String.join(", ", offered)));
    }

    private void describe(Exchange exchange) throws IOException {
        if (exchange.header("Accept").filter(accept -> accept.contains("text/html")).isPresent()) {
            exchange.redirect("/#sparql");
            return;
        }
        var format = chosen(exchange, Shape.GRAPH, java.util.Optional.empty());
        exchange.set("Vary", "Accept");
        exchange.set(Exchange.BASIS, doors.queries().position().toString());
        StatementText.convert(
                ServiceDescription.turtle(exchange.endpoint()),
                format,
                exchange.begin(format.contentType()));
        exchange.end();
    }

    private static Forbidden readOnly() {
        return new Forbidden(
                "sparql-read-only",
                """
                The store is not changed by SPARQL: what is recorded is an event.
                Maybe send the event to POST /api/v1/events.\
                """,
                Map.of());
    }

    private static List<String> all(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of());
    }
}
