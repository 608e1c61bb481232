package dev.lodestone.importers.optimade;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Since;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a database answers, and what is asked of it.
///
/// @param base without a version
/// @param versioned with one
/// @param first the question for the first page of entries
/// @param isWhole whether all structures are asked for
record Address(String base, String versioned, PageRequest first, boolean isWhole) {
    private static final int USUAL_PAGE = 50;
    private static final Pattern FORM =
            Pattern.compile(
                    "(https?://[^?#]+?)(/v[0-9][0-9.]*)?(/(?:structures|references)/?(\\?[^#]*)?)?/*");
    private static final List<String> TYPES = List.of("structures", "references");

    /// The setting that tells which entries to ask for.
    static final String ENTRIES = "entries";

    /// From a base URL, with or without version, or the URL of a query for entries, which is asked
    /// as it is given.
    ///
    /// @throws UnreadableSource if it is neither
    static Address of(URI uri, ImportOptions options) {
        var matcher = FORM.matcher(uri.toString());
        if (!matcher.matches()) {
            throw new UnreadableSource(
                    uri.toString(),
                    "This is neither the base URL of a database nor a query for its entries.",
                    "write https://HOST/PATH, without /v1 or with it.");
        }
        var base = matcher.group(1).replaceFirst("/+$", "");
        var version = matcher.group(2) == null ? "/v1" : matcher.group(2);
        var filter = filter(options);
        if (matcher.group(4) != null) {
            filter.ifPresent(text -> {
                throw new UnreadableSource(
                        uri.toString(),
                        "The address is a query already, and there is a filter (%s) besides."
                                .formatted(text),
                        "write the filter into the query, or give the base URL.");
            });
            return new Address(base, base + version, PageRequest.get(uri), false);
        }
        var type = type(options);
        var query = new StringBuilder("/" + type + "?page_limit=").append(pageLimit(options));
        filter.ifPresent(text -> query.append("&filter=").append(encoded(text)));
        return new Address(
                base,
                base + version,
                PageRequest.get(URI.create(base + version + query)),
                filter.isEmpty() && type.equals(TYPES.getFirst()));
    }

    /// What of the database is asked for: by the filter, and by when it was changed last.
    private static Optional<String> filter(ImportOptions options) {
        var given = options.setting("filter");
        var since = Since.of(options).map("last_modified >= \"%s\""::formatted);
        return since.isEmpty()
                ? given
                : Optional.of(
                        given.map(text -> "(%s) AND %s".formatted(text, since.get()))
                                .orElse(since.get()));
    }

    private static String type(ImportOptions options) {
        var type = options.setting(ENTRIES).orElse(TYPES.getFirst());
        if (!TYPES.contains(type)) {
            throw new UnreadableSource(
                    "setting " + ENTRIES,
                    "(%s) is no type of entries that is read.".formatted(type),
                    "one of " + String.join(", ", TYPES) + ".");
        }
        return type;
    }

    /// A question beside the entries: `/info`.
    PageRequest request(String path) {
        return PageRequest.get(URI.create(versioned + path));
    }

    private static int pageLimit(ImportOptions options) {
        var text = options.setting("page-limit");
        if (text.filter(t -> !t.matches("[1-9][0-9]{0,4}")).isPresent()) {
            throw new UnreadableSource(
                    "setting page-limit",
                    "(%s) is not a number of entries from 1 to 99999.".formatted(text.get()),
                    "write page-limit=50.");
        }
        return text.map(Integer::parseInt).orElse(USUAL_PAGE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
