package dev.lodestone.importers.http;

import dev.lodestone.importers.UnreadableSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What is wrong with an answer, in words.
final class Problems {
    private static final int LONGEST = 200;

    private final HttpKey key;
    private final HttpSettings settings;

    Problems(HttpKey key, HttpSettings settings) {
        this.key = key;
        this.settings = settings;
    }

    UnreadableSource status(URI uri, int status, byte[] body, Optional<Duration> wait) {
        return new UnreadableSource(
                uri.toString(),
                "The server answered with status %d%s%s."
                        .formatted(
                                status,
                                quoted(body),
                                wait.map(time -> " and asks to wait " + seconds(time) + " s")
                                        .orElse("")),
                maybe(status));
    }

    UnreadableSource contentType(URI uri, int status, String type, byte[] body) {
        return new UnreadableSource(
                uri.toString(),
                "The answer (status %d) is not JSON but (%s)%s."
                        .formatted(status, type, quoted(body)),
                "the address is that of a page for people, or something between here and the"
                        + " server answers in its place.");
    }

    UnreadableSource malformed(URI uri, int status, String why, byte[] body, boolean cutOff) {
        return new UnreadableSource(
                uri.toString(),
                "The answer (status %d, %,d bytes) %s (%s)%s."
                        .formatted(
                                status,
                                body.length,
                                cutOff ? "is JSON that was cut off" : "is not proper JSON",
                                why,
                                quoted(body)),
                cutOff
                        ? "ask for smaller pages, or run the import again: it goes on where it"
                                + " stopped."
                        : "");
    }

    UnreadableSource tooDeep(URI uri) {
        return new UnreadableSource(
                uri.toString(),
                "The JSON of the answer is nested more than %d deep.".formatted(settings.deepest()),
                "raise max-depth, if the source is to be trusted.");
    }

    UnreadableSource tooLarge(URI uri) {
        return new UnreadableSource(
                uri.toString(),
                "The answer is larger than %,d bytes.".formatted(settings.largestBody()),
                "ask for smaller pages, or raise max-body.");
    }

    UnreadableSource late(URI uri, long bytes, Throwable cause) {
        return new UnreadableSource(
                uri.toString(),
                "The answer was not complete after %s s; %,d bytes had come."
                        .formatted(seconds(settings.deadline()), bytes),
                "raise deadline, ask for smaller pages, or run the import again: it goes on where"
                        + " it stopped.",
                cause);
    }

    UnreadableSource broken(URI uri, Throwable cause) {
        var why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.toString();
        return new UnreadableSource(
                uri.toString(),
                "The connection failed (%s).".formatted(key.without(why)),
                "the server is down, or there is no network. Run the import again later: it goes"
                        + " on where it stopped.",
                cause);
    }

    private String maybe(int status) {
        return switch (status) {
            case 401, 403 -> keyMaybe();
            case 400, 422 -> "a parameter of the query is misspelt.";
            case 404, 410 -> "the address is misspelt, or the source has moved.";
            case 429, 503 ->
                    "the server is busy: run the import again later; it goes on where it stopped.";
            default ->
                    status >= 500 ? "run the import again later: it goes on where it stopped." : "";
        };
    }

    private String keyMaybe() {
        var name = key.variable();
        if (name.isEmpty()) {
            return "the source is not open to everybody, or gives no pages as large as were asked for.";
        }
        return key.isPresent()
                ? "the key in %s is wrong or has no access.".formatted(name)
                : "a key is needed: put it into %s, or its file's path into %s_FILE."
                        .formatted(name, name);
    }

    private String quoted(byte[] body) {
        var words = firstWords(new String(body, StandardCharsets.UTF_8));
        return words.isEmpty() ? " and no text" : ": \"" + key.without(words) + "\"";
    }

    /// The beginning of a text, without tags and the things between them that people do not see.
    static String firstWords(String text) {
        var seen =
                text.substring(0, Math.min(text.length(), 1 << 14))
                        .replaceAll("(?is)<(script|style|head)\\b.*?</\\1\\s*>", " ")
                        .replaceAll("(?s)<!--.*?-->", " ")
                        .replaceAll("<[A-Za-z/!?][^>]*>?", " ")
                        .replace("&nbsp;", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST) + " ...";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0)
                .replaceFirst("\\.0$", "");
    }
}
