package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.optimade.Found.Included;
import dev.lodestone.importers.optimade.Found.InfoPage;
import dev.lodestone.importers.optimade.Found.Meta;
import dev.lodestone.importers.optimade.Found.Odd;
import dev.lodestone.importers.optimade.Found.Resource;
import dev.lodestone.importers.optimade.Found.Unreadable;
import dev.lodestone.importers.optimade.Found.Url;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One answer of a server: a page of entries, a single entry, or what it says of itself.
public final class ResponsePage {
    private static final Set<String> OF_AN_ANSWER =
            Set.of("data", "included", "links", "meta", "errors", "jsonapi");

    private final String place;
    private final JsonNode tree;
    private final List<String> oddities = new ArrayList<>();

    private ResponsePage(String place, JsonNode tree) {
        this.place = place;
        this.tree = tree;
    }

    /// All that stands in an answer.
    static List<Found> read(JsonNode tree, String place) {
        return new ResponsePage(place, tree).found();
    }

    /// Where the next page is: `links.next` as text, or as an object with `href`; some servers call
    /// it `next_page`. Nothing else tells whether there is one.
    public static Optional<String> next(JsonNode tree) {
        return url(tree.at("/links/next")).or(() -> url(tree.at("/links/next_page")));
    }

    private static Optional<String> url(JsonNode link) {
        var href = link.isObject() ? link.path("href") : link;
        return href.isString() && !href.stringValue().isBlank()
                ? Optional.of(href.stringValue())
                : Optional.empty();
    }

    private List<Found> found() {
        var found = new ArrayList<Found>();
        if (tree.isArray()) {
            oddities.add("it is a bare list, without meta");
            entries(tree, place + "#", Optional.empty(), found);
        } else if (tree.isObject() && tree.path("errors").isArray() && !tree.has("data")) {
            found.add(new Unreadable(error()));
        } else if (tree.isObject() && (tree.has("data") || tree.has("meta"))) {
            answer(found);
        } else {
            found.add(new Unreadable(notAnAnswer()));
        }
        if (!oddities.isEmpty()) {
            found.addFirst(
                    new Odd(
                            new Finding(
                                    place,
                                    "The answer is not as OPTIMADE wants it: %s. Read all the same."
                                            .formatted(String.join("; ", oddities)))));
        }
        return found;
    }

    private void answer(List<Found> found) {
        var meta = tree.path("meta");
        checkMeta(meta);
        checkLinks();
        found.add(new Meta(meta));
        next(tree).ifPresent(url -> found.add(new Url(url)));
        url(tree.at("/links/base_url")).ifPresent(url -> found.add(new Url(url)));
        var data = tree.path("data");
        var prefix =
                Optional.of(meta.at("/provider/prefix").asString("")).filter(p -> !p.isEmpty());
        if (isInfo(data)) {
            found.add(new InfoPage(data));
        } else if (data.isArray()) {
            entries(data, place + "#/data", prefix, found);
        } else if (data.isObject()) {
            found.add(new Resource(place + "#/data", data, prefix));
        } else if (data.isNull()) {
            oddities.add("there is no such entry (data is null)");
        } else {
            found.add(new Unreadable(notAnAnswer()));
        }
        var included = tree.path("included");
        for (int i = 0; i < included.size(); i++) {
            found.add(new Included(place + "#/included/" + i, included.get(i)));
        }
        if (hasErrors(tree)) {
            oddities.add("it has errors beside its data (%s)".formatted(errors(tree)));
        }
    }

    private static void entries(
            JsonNode list, String at, Optional<String> prefix, List<Found> found) {
        for (int i = 0; i < list.size(); i++) {
            found.add(new Resource(at + "/" + i, list.get(i), prefix));
        }
    }

    /// An answer of `/info` has attributes of the whole database; older answers of
    /// `/info/structures` have neither type nor id.
    static boolean isInfo(JsonNode data) {
        return data.path("type").asString("").equals("info")
                || (!data.has("type") && data.path("properties").isObject());
    }

    private void checkMeta(JsonNode meta) {
        var missing = new ArrayList<String>();
        for (var needed : List.of("api_version", "query/representation", "more_data_available")) {
            if (meta.at("/" + needed).isMissingNode()) {
                missing.add("meta." + needed.replace('/', '.'));
            }
        }
        if (!meta.at("/provider/prefix").isString()) {
            missing.add("meta.provider.prefix");
        }
        if (!missing.isEmpty()) {
            oddities.add("it has no " + String.join(", ", missing));
        }
        var version = meta.path("api_version").asString("");
        if (version.startsWith("v")) {
            oddities.add("meta.api_version (%s) begins with v".formatted(version));
        }
        var time = meta.path("time_stamp");
        if (!time.isMissingNode() && !isTime(time)) {
            oddities.add("meta.time_stamp (%s) is not a time".formatted(Entry.abridged(time)));
        }
        for (var warning : meta.path("warnings")) {
            oddities.add(
                    "the server warns (%s)"
                            .formatted(warning.path("detail").asString(warning.toString())));
        }
    }

    private void checkLinks() {
        var links = tree.path("links");
        var next = links.path("next");
        if (!next.isMissingNode() && !next.isNull() && url(next).isEmpty()) {
            oddities.add("links.next (%s) is not a URL".formatted(Entry.abridged(next)));
        }
        if (links.has("next_page")) {
            oddities.add("links.next_page should be links.next");
        }
        if (links.has("previous")) {
            oddities.add("links.previous should be links.prev");
        }
        if (hasMoreSomewhere(tree)) {
            oddities.add("it says that more data are available, but not where");
        }
        for (var name : tree.propertyNames()) {
            if (!OF_AN_ANSWER.contains(name)) {
                oddities.add("it has a field (%s), which is not read".formatted(name));
            }
        }
    }

    /// Whether a time is written as the specification wants it (RFC 3339).
    static boolean isTime(JsonNode time) {
        try {
            return time.isString() && OffsetDateTime.parse(time.stringValue()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private RefusedEntry error() {
        return new RefusedEntry(
                place + "#/errors",
                "The answer is an error (%s).".formatted(errors(tree)),
                "the question was wrong, or the server was down; ask again.");
    }

    /// Whether an answer tells of errors, perhaps beside its data.
    static boolean hasErrors(JsonNode tree) {
        return tree.path("errors").isArray() && !tree.path("errors").isEmpty();
    }

    /// Whether an answer says that more data are available, but not where.
    static boolean hasMoreSomewhere(JsonNode tree) {
        return tree.at("/meta/more_data_available").asBoolean(false)
                && tree.path("data").isArray()
                && next(tree).isEmpty();
    }

    /// The errors of an answer, in the server's words.
    static String errors(JsonNode tree) {
        return String.join(
                "; ",
                tree.path("errors")
                        .valueStream()
                        .map(error ->
                                error.path("detail")
                                        .asString(error.path("title").asString(error.toString())))
                        .toList());
    }

    private RefusedEntry notAnAnswer() {
        return new RefusedEntry(
                place,
                "This is not an answer of OPTIMADE; its fields are (%s)."
                        .formatted(
                                String.join(", ", tree.propertyNames().stream().limit(8).toList())),
                "it is a page of another interface of the database.");
    }
}
