package dev.lodestone.importers.http;

import dev.lodestone.importers.UnreadableSource;
import java.net.URI;
import java.util.Optional;

/// A question to a service.
///
/// @param body JSON to be sent by POST; without one it is a GET
public record PageRequest(URI uri, Optional<String> body) {
    /// A GET.
    public static PageRequest get(URI uri) {
        return new PageRequest(uri, Optional.empty());
    }

    /// A POST of JSON.
    public static PageRequest post(URI uri, String json) {
        return new PageRequest(uri, Optional.of(json));
    }

    /// What tells it from others.
    public String text() {
        return body.map(json -> uri + "\n" + json).orElseGet(uri::toString);
    }

    /// What is said where the answer's link to the next page is none.
    public UnreadableSource noNext(String link, IllegalArgumentException why) {
        return new UnreadableSource(
                uri.toString(),
                "The link to the next page (%s) is not an address.".formatted(link),
                "the server is at fault; what was read up to here is kept.",
                why);
    }
}
