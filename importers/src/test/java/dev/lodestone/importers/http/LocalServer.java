package dev.lodestone.importers.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A web server on this machine that answers as it is told, well or badly.
public final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /// @param responder answers every request
    public LocalServer(Responder responder) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> respond(exchange, responder));
        server.start();
    }

    /// What was asked.
    public record Asked(String method, URI uri, String body, Headers headers) {}

    /// Answers a request.
    @FunctionalInterface
    public interface Responder {
        /// @param number of the request, from 1
        Answer to(Asked asked, int number);
    }

    /// How a body is sent.
    public enum Delivery {
        WHOLE,
        /// Half of it, and then nothing more.
        STALLED,
        /// Half of it, and then the connection is closed.
        CUT,
        /// Again and again.
        ENDLESS
    }

    /// An answer.
    public record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
        public static Answer json(String text) {
            return new Answer(
                    200,
                    Map.of("Content-Type", "application/json"),
                    text.getBytes(StandardCharsets.UTF_8),
                    Delivery.WHOLE);
        }

        public static Answer of(int status, String type, String text) {
            return json(text).status(status).with("Content-Type", type);
        }

        public Answer status(int other) {
            return new Answer(other, headers, body, delivery);
        }

        public Answer with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body, delivery);
        }

        public Answer delivered(Delivery other) {
            return new Answer(status, headers, body, other);
        }

        public Answer bytes(byte[] other) {
            return new Answer(status, headers, other, delivery);
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void respond(HttpExchange exchange, Responder responder) throws IOException {
        try (exchange) {
            var question =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8),
                            exchange.getRequestHeaders());
            int number;
            synchronized (asked) {
                asked.add(question);
                number = asked.size();
            }
            var answer = responder.to(question, number);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, answer);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body();
        boolean endless = answer.delivery() == Delivery.ENDLESS;
        exchange.sendResponseHeaders(
                answer.status(), endless ? 0 : body.length == 0 ? -1 : body.length);
        var out = exchange.getResponseBody();
        switch (answer.delivery()) {
            case WHOLE -> out.write(body);
            case CUT -> {
                out.write(Arrays.copyOf(body, body.length / 2));
                out.flush();
            }
            case STALLED -> {
                out.write(Arrays.copyOf(body, body.length / 2));
                out.flush();
                awaitClose();
            }
            case ENDLESS -> sendForEver(out, body);
        }
    }

    private void sendForEver(OutputStream out, byte[] body) throws IOException {
        while (closed.getCount() > 0) {
            out.write(body);
        }
    }

    /// Answers nothing until the server is closed.
    public void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
