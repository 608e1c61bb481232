package dev.lodestone.importers.http;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.Waiting;
import dev.lodestone.importers.json.JsonFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A service that is read over HTTP: one host, with a deadline and a limit for every answer, and
/// new attempts at what may pass. For one thread.
public final class HttpSource implements AutoCloseable {
    private static final int BLANKS = 64;

    private final SourceHost host;
    private final HttpSettings settings;
    private final Waiting waiting;
    private final ImportProgress progress;
    private final RandomGenerator random;
    private final Problems problems;
    private final ObjectMapper json;
    private final Exchange exchange;
    private boolean mayPass;

    /// @param base an address of the source; nothing is read from another host
    /// @throws UnreadableSource if it is no address of a web service
    public HttpSource(URI base, HttpKey key, HttpSettings settings, ImportContext context) {
        this.host = new SourceHost(base, settings.allowPrivate());
        this.settings = settings;
        this.waiting = context.waiting();
        this.progress = context.progress();
        this.random = context.random();
        this.problems = new Problems(key, settings);
        this.json = JsonFiles.json(settings.deepest(), settings.largestBody());
        this.exchange = new Exchange(host, key, settings, problems);
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

    /// The JSON that answers a request; absent where there is none and never will be, as of an
    /// address that a service need not have.
    ///
    /// @throws UnreadableSource where it may be there later
    public Optional<JsonNode> jsonIfThere(PageRequest request) {
        try {
            return Optional.of(json(request));
        } catch (UnreadableSource e) {
            if (mayPass) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// Reads an answer of any type while it arrives, so that it needs not fit into memory.
    ///
    /// @throws UnreadableSource if it cannot be read to its end, after all attempts
    public <T> T stream(PageRequest request, BodyReader<T> reader) {
        return retrying(request, (_, body) -> reader.read(body));
    }

    /// Whether what the last request failed of may be gone later: a server that is busy or down.
    public boolean mayPass() {
        return mayPass;
    }

    @Override
    public void close() {
        exchange.close();
    }

    private <T> T retrying(PageRequest request, Exchange.AnswerReader<T> reader) {
        var retries = new Retries(settings, random);
        mayPass = false;
        while (true) {
            try {
                return exchange.attempt(request, reader);
            } catch (Passing e) {
                mayPass = true;
                var wait = retries.after(e.retryAfter()).orElseThrow(e::problem);
                mayPass = false;
                progress.waiting(wait, e.problem().text().lines().findFirst().orElse(""));
                try {
                    waiting.pause(wait);
                } catch (InterruptedException stop) {
                    throw Exchange.interrupted(request.uri(), stop);
                }
            }
        }
    }

    private JsonNode parse(HttpResponse<InputStream> response, InputStream in)
            throws IOException, Passing {
        var uri = response.uri();
        int status = response.statusCode();
        var type = response.headers().firstValue("Content-Type").orElse("");
        var body = new BufferedInputStream(in);
        if (!isJson(type) && !beginsAsJson(body)) {
            throw problems.contentType(uri, status, type, Exchange.beginning(body));
        }
        var bytes = body.readAllBytes();
        if (isBlank(bytes)) {
            throw new Passing(problems.empty(uri, status), Optional.empty());
        }
        try {
            return json.readTree(bytes);
        } catch (UnexpectedEndOfInputException e) {
            throw new Passing(
                    problems.malformed(uri, status, e.getOriginalMessage(), bytes, true),
                    Optional.empty());
        } catch (StreamConstraintsException e) {
            throw e.getOriginalMessage().contains("nesting depth")
                    ? problems.tooDeep(uri)
                    : problems.malformed(uri, status, e.getOriginalMessage(), bytes, false);
        } catch (JacksonException e) {
            throw problems.malformed(uri, status, e.getOriginalMessage(), bytes, false);
        }
    }

    /// Whether it can be JSON that is sent as something else, as small servers do.
    private static boolean beginsAsJson(BufferedInputStream body) throws IOException {
        body.mark(BLANKS + 1);
        int first = body.read();
        for (int i = 0; i < BLANKS && first >= 0 && first <= ' '; i++) {
            first = body.read();
        }
        body.reset();
        return first == '{' || first == '[';
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isJson(String type) {
        var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() || bare.equals("application/json") || bare.endsWith("+json");
    }
}
