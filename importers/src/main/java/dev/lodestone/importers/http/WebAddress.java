package dev.lodestone.importers.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.regex.Pattern;

/// Addresses as people and servers write them, with signs that no address may hold.
public final class WebAddress {
    private static final Pattern NOT_IN_ONE = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]");

    private WebAddress() {}

    /// The address that is meant.
    ///
    /// @throws IllegalArgumentException if it is none even so
    public static URI of(String text) {
        return URI.create(encoded(text.strip()));
    }

    /// What no address may hold, and many a text does, as percent signs.
    static String encoded(String text) {
        return NOT_IN_ONE
                .matcher(text)
                .replaceAll(found -> URLEncoder.encode(found.group(), UTF_8).replace("+", "%20"));
    }
}
