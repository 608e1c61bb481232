package dev.lodestone.importers.http;

import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;

/// One attempt at a request: asked within the deadline, redirected only on the same host, read
/// within the limits.
final class Exchange implements AutoCloseable {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int MOST_REDIRECTS = 5;
    private static final int BODY_OF_AN_ERROR = 1 << 14;
    private static final String AGENT = "lodestone (provenance store; java.net.http)";
    private static final String ACCEPT =
            "application/json, application/vnd.api+json;q=0.9, */*;q=0.1";

    private final SourceHost host;
    private final HttpKey key;
    private final HttpSettings settings;
    private final Problems problems;
    private final HttpClient client;

    Exchange(SourceHost host, HttpKey key, HttpSettings settings, Problems problems) {
        this.host = host;
        this.key = key;
        this.settings = settings;
        this.problems = problems;
        this.client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.deadline())
                        .build();
    }

    /// Reads an answer that is not an error.
    @FunctionalInterface
    interface AnswerReader<T> {
        T read(HttpResponse<InputStream> response, InputStream body) throws IOException, Passing;
    }

    /// @throws Passing where another attempt may succeed
    /// @throws UnreadableSource where none will
    <T> T attempt(PageRequest request, AnswerReader<T> reader) throws Passing {
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
                        .header("Accept", ACCEPT)
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
        var headers = response.headers();
        var now = headers.firstValue("Date").flatMap(Retries::httpDate).orElseGet(Instant::now);
        var text = beginning(body);
        var wait =
                headers.firstValue("Retry-After")
                        .flatMap(header -> Retries.retryAfter(header, now))
                        .or(() -> Retries.requestDelay(text));
        var problem = problems.status(response.uri(), status, text, wait);
        if (!PASSING.contains(status)) {
            throw problem;
        }
        return new Passing(problem, wait);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /// As much of a body as an error message may need.
    static byte[] beginning(InputStream body) throws IOException {
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

    static UnreadableSource interrupted(URI uri, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UnreadableSource(
                uri.toString(),
                "The import was stopped.",
                "run it again: it goes on where it stopped.",
                e);
    }
}
