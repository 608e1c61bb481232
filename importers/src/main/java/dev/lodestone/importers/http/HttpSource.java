package dev.lodestone.importers.http;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.Waiting;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A service that is read over HTTP: one host, with a deadline and a limit for every answer, and
/// new attempts at what may pass. For one thread.
public final class HttpSource implements AutoCloseable {
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final int MOST_REDIRECTS = 5;
    private static final int BODY_OF_AN_ERROR = 1 << 14;
    private static final String AGENT = "lodestone (provenance store; java.net.http)";

    private final SourceHost host;
    private final HttpKey key;
    private final HttpSettings settings;
    private final Waiting waiting;
    private final RandomGenerator random;
    private final Problems problems;
    private final ObjectMapper json;
    private final HttpClient client;

    /// @param base an address of the source; nothing is read from another host
    /// @throws UnreadableSource if it is no address of a web service
    public HttpSource(URI base, HttpKey key, HttpSettings settings, ImportContext context) {
        this.host = new SourceHost(base, settings.allowPrivate());
        this.key = key;
        this.settings = settings;
        this.waiting = context.waiting();
        this.random = context.random();
        this.problems = new Problems(key, settings);
        this.json = JsonFiles.json(settings.deepest(), settings.largestBody());
        this.client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.deadline())
                        .build();
    }

    /// Where a link of an answer leads.
    ///
    /// @throws UnreadableSource if that is another host
    public URI follow(URI from, String link) {
        return host.follow(from, link, "next link");
    }

    /// The JSON that answers a request.
    ///
    /// @throws UnreadableSource if there is none, after all attempts
    public JsonNode json(PageRequest request) {
        return retrying(request, (response, body) -> parse(response, body));
    }

    /// Reads an answer of any type while it arrives, so that it needs not fit into memory.
    ///
    /// @throws UnreadableSource if it cannot be read to its end, after all attempts
    public <T> T stream(PageRequest request, BodyReader<T> reader) {
        return retrying(request, (_, body) -> reader.read(body));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private interface AnswerReader<T> {
        T read(HttpResponse<InputStream> response, InputStream body) throws IOException, Passing;
    }

    private <T> T retrying(PageRequest request, AnswerReader<T> reader) {
        var retries = new Retries(settings, random);
        while (true) {
            try {
                return attempt(request, reader);
            } catch (Passing e) {
                var wait = retries.after(e.retryAfter()).orElseThrow(e::problem);
                try {
                    waiting.pause(wait);
                } catch (InterruptedException stop) {
                    throw interrupted(request.uri(), stop);
                }
            }
        }
    }

    private <T> T attempt(PageRequest request, AnswerReader<T> reader) throws Passing {
        var uri = request.uri();
        long end = System.nanoTime() + settings.deadline().toNanos();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var response = send(uri, request.body(), end);
            var redirect = redirect(uri, response, request.body().isPresent());
            if (redirect.isEmpty()) {
                return body(response, reader, end);
            }
            uri = redirect.get();
        }
        throw new UnreadableSource(
                request.uri().toString(),
                "The server redirects more than %d times, at last to (%s)."
                        .formatted(MOST_REDIRECTS, uri),
                "");
    }

    private HttpResponse<InputStream> send(URI uri, Optional<String> body, long end)
            throws Passing {
        boolean inPrivate = host.check(uri);
        var asked =
                HttpRequest.newBuilder(uri)
                        .header(
                                "Accept",
                                "application/json, application/vnd.api+json;q=0.9, */*;q=0.1")
                        .header("Accept-Encoding", "gzip")
                        .header("User-Agent", AGENT);
        key.headerValue()
                .ifPresent(value -> {
                    if (!inPrivate && !"https".equalsIgnoreCase(uri.getScheme())) {
                        throw new UnreadableSource(
                                uri.toString(),
                                "The key in %s would be sent without encryption."
                                        .formatted(key.variable()),
                                "write https://.");
                    }
                    asked.header(key.header(), value);
                });
        body.ifPresent(text ->
                asked.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text)));
        var answer = client.sendAsync(asked.build(), BodyHandlers.ofInputStream());
        try {
            return answer.get(left(end), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Passing(problems.late(uri, 0, e), Optional.empty());
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new Passing(problems.broken(uri, cause), Optional.empty());
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted(uri, e);
        }
    }

    private Optional<URI> redirect(URI uri, HttpResponse<InputStream> response, boolean posted) {
        int status = response.statusCode();
        var location = response.headers().firstValue("Location");
        if (status < 300 || status > 399 || location.isEmpty()) {
            return Optional.empty();
        }
        closeQuietly(response.body());
        var target = host.follow(uri, location.get(), "redirect");
        if (posted && status != 307 && status != 308) {
            throw new UnreadableSource(
                    uri.toString(),
                    "The server answers a query with status %d and leads to (%s)."
                            .formatted(status, target),
                    "give that address.");
        }
        return Optional.of(target);
    }

    private <T> T body(HttpResponse<InputStream> response, AnswerReader<T> reader, long end)
            throws Passing {
        var uri = response.uri();
        var raw = response.body();
        var late = new AtomicBoolean();
        var watch = new CompletableFuture<Void>();
        var watched =
                watch.orTimeout(left(end), TimeUnit.NANOSECONDS)
                        .exceptionally(_ -> {
                            late.set(true);
                            closeQuietly(raw);
                            return null;
                        });
        var counted = new LimitedBody(raw, settings.largestBody());
        try (raw) {
            var unzipped =
                    response.headers()
                                    .firstValue("Content-Encoding")
                                    .filter(coding -> coding.equalsIgnoreCase("gzip"))
                                    .isPresent()
                            ? new LimitedBody(new GZIPInputStream(counted), settings.largestBody())
                            : counted;
            if (response.statusCode() >= 300) {
                throw refusal(response, unzipped);
            }
            return reader.read(response, unzipped);
        } catch (Passing e) {
            throw late.get()
                    ? new Passing(problems.late(uri, counted.count(), e), Optional.empty())
                    : e;
        } catch (LimitedBody.TooLarge e) {
            throw problems.tooLarge(uri);
        } catch (IOException e) {
            throw new Passing(
                    late.get() ? problems.late(uri, counted.count(), e) : problems.broken(uri, e),
                    Optional.empty());
        } finally {
            watch.complete(null);
            watched.cancel(false);
        }
    }

    /// A status that is an error; thrown at once where another attempt is of no use.
    private Passing refusal(HttpResponse<InputStream> response, InputStream body)
            throws IOException {
        int status = response.statusCode();
        var problem = problems.status(response.uri(), status, beginning(body));
        if (!PASSING.contains(status)) {
            throw problem;
        }
        var headers = response.headers();
        var now = headers.firstValue("Date").flatMap(Retries::httpDate).orElseGet(Instant::now);
        return new Passing(
                problem,
                headers.firstValue("Retry-After").flatMap(text -> Retries.retryAfter(text, now)));
    }

    private JsonNode parse(HttpResponse<InputStream> response, InputStream in)
            throws IOException, Passing {
        var uri = response.uri();
        int status = response.statusCode();
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!isJson(type)) {
            throw problems.contentType(uri, status, type, beginning(in));
        }
        var bytes = in.readAllBytes();
        try {
            return json.readTree(bytes);
        } catch (UnexpectedEndOfInputException e) {
            throw new Passing(
                    problems.malformed(uri, status, e.getOriginalMessage(), bytes, true),
                    Optional.empty());
        } catch (StreamConstraintsException e) {
            throw problems.tooDeep(uri);
        } catch (JacksonException e) {
            throw problems.malformed(uri, status, e.getOriginalMessage(), bytes, false);
        }
    }

    private static boolean isJson(String type) {
        var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() || bare.equals("application/json") || bare.endsWith("+json");
    }

    private static byte[] beginning(InputStream body) throws IOException {
        return body.readNBytes(BODY_OF_AN_ERROR);
    }

    private static long left(long end) {
        return Math.max(1, end - System.nanoTime());
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // the connection is given up anyway
        }
    }

    private static UnreadableSource interrupted(URI uri, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UnreadableSource(
                uri.toString(),
                "The import was stopped.",
                "run it again: it goes on where it stopped.",
                e);
    }
}
