package dev.lodestone.query.http;

import dev.lodestone.events.log.LogPosition;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.Unavailable;
import dev.lodestone.query.LodestoneException.Unsupported;
import dev.lodestone.query.Told;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request and its response.
final class Exchange {
    /// The log position an answer is true at.
    static final String BASIS = "Lodestone-Basis";

    /// The log position a reader wants the answer to be of, at least.
    static final String AWAIT = "Lodestone-Await";

    /// Says that rows are missing at the end of an answer: a header, or a trailer of a long one.
    static final String CUT = "Lodestone-Cut";

    private final RoutingContext context;
    private final String requestId;
    private final ResponseStream body;

    Exchange(RoutingContext context, String requestId) {
        this.context = context;
        this.requestId = requestId;
        this.body = new ResponseStream(context.response(), "HEAD".equals(method()));
        context.response().putHeader("Request-Id", requestId);
    }

    String method() {
        return context.request().method().name();
    }

    /// The address that was asked, without its query.
    String endpoint() {
        var address = context.request().absoluteURI();
        var end = address.indexOf('?');
        return (end < 0 ? address : address.substring(0, end)).replaceAll("[<>\"{}|^`\\\\ ]", "");
    }

    String requestId() {
        return requestId;
    }

    /// A part of the path.
    String path(String name) {
        return Optional.ofNullable(context.pathParam(name)).orElse("");
    }

    /// The only value of a query parameter.
    Optional<String> query(String name) {
        return queryAll(name).stream().findFirst();
    }

    List<String> queryAll(String name) {
        return List.copyOf(context.queryParams().getAll(name));
    }

    boolean hasQuery() {
        return !context.queryParams().isEmpty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name)).filter(h -> !h.isBlank());
    }

    /// The media type of the body without parameters, in lower case.
    String contentType() {
        return header("Content-Type")
                .map(type -> type.split(";", -1)[0].strip().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    /// The body as UTF-8.
    String text() {
        var charset =
                header("Content-Type")
                        .map(type -> type.toLowerCase(java.util.Locale.ROOT).replace("\"", ""))
                        .filter(type -> type.contains("charset="));
        if (charset.isPresent() && !charset.get().contains("charset=utf-8")) {
            throw new Unsupported(
                    "media-type", "The body must be UTF-8.", Map.of("contentType", charset.get()));
        }
        var buffer = context.body().buffer();
        var bytes = buffer == null ? new byte[0] : buffer.getBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Incorrect("body-encoding", "The body is not UTF-8.");
        }
    }

    void set(String header, String value) {
        context.response().putHeader(header, value);
    }

    void trailer(String name, String value) {
        if (body.begun()) {
            context.response().putTrailer(name, value);
        } else {
            set(name, value);
        }
    }

    void status(int status) {
        context.response().setStatusCode(status);
    }

    int status() {
        return context.response().getStatusCode();
    }

    /// Where a body of that type is written.
    OutputStream begin(String contentType) {
        set("Content-Type", contentType);
        return body;
    }

    void send(int status, String contentType, String text) throws IOException {
        status(status);
        begin(contentType).write(text.getBytes(StandardCharsets.UTF_8));
        end();
    }

    /// An answer, in the form that is asked for.
    void tell(Told answer) throws IOException {
        set(BASIS, Long.toString(answer.basis()));
        set("Vary", "Accept");
        var type =
                Negotiation.choose(
                                List.of("application/json", "text/plain"),
                                query("format")
                                        .map(Exchange::formatType)
                                        .or(() -> header("Accept")))
                        .orElseThrow(() -> notAcceptable("application/json, text/plain"));
        send(
                200,
                type.equals("text/plain") ? "text/plain; charset=utf-8" : type,
                type.equals("text/plain") ? answer.text() : Json.write(answer.content()));
    }

    void redirect(String to) throws IOException {
        set("Location", to);
        status(303);
        end();
    }

    void end() throws IOException {
        body.end();
    }

    /// Forgets a body of which nothing has been sent.
    void discard() {
        body.discard();
    }

    boolean begun() {
        return body.begun();
    }

    /// Breaks the connection off, so that nobody takes half an answer for a whole one.
    void breakOff() {
        context.request().connection().close();
    }

    Unsupported notAcceptable(String offered) {
        return new Unsupported(
                "not-acceptable",
                "None of (%s) is offered here.\nMaybe %s."
                        .formatted(
                                query("format")
                                        .map("format="::concat)
                                        .or(() -> header("Accept"))
                                        .orElse(""),
                                offered),
                Map.of("offered", offered));
    }

    /// Waits for the position that the reader asks for.
    void await(GraphWatch graphs, Duration longest) {
        var wanted = header(AWAIT);
        if (wanted.isEmpty()) {
            return;
        }
        LogPosition position;
        try {
            position = new LogPosition(Long.parseLong(wanted.get().strip()));
        } catch (IllegalArgumentException e) {
            throw new Incorrect(
                    "await-position",
                    "The header %s (%s) is not a log position.".formatted(AWAIT, wanted.get()));
        }
        try {
            if (!graphs.awaitReached(position, longest)) {
                throw new Unavailable(
                        "await-limit",
                        """
                        The graph has not reached position %s within %d ms.
                        Maybe try again later; /health/ready says how far it is.\
                        """
                                .formatted(position, longest.toMillis()),
                        Map.of("position", position.value(), "graphs", positions(graphs)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("closing", "The server is closing.", Map.of());
        }
    }

    private static Map<String, Object> positions(GraphWatch graphs) {
        var all = new java.util.TreeMap<String, Object>();
        graphs.readiness().forEach(graph -> all.put(graph.graph(), graph.position().value()));
        return all;
    }

    private static String formatType(String format) {
        return switch (format) {
            case "json" -> "application/json";
            case "text", "txt" -> "text/plain";
            default -> format;
        };
    }
}
