package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.PageRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Values that an answer leaves out because they are large, and gives elsewhere
/// (`meta.partial_data_links`): fetched and put where they belong, if they are small enough and on
/// the same host. A value that is not fetched keeps its link; why is told once for all of a kind.
final class PartialData {
    /// The setting of how large a value may be.
    static final String SETTING = "partial-data";

    private static final String LINKS = "partial_data_links";
    private static final long USUAL = 4L << 20;
    private static final int MOST_PARTS = 100;

    private final HttpSource http;
    private final long most;
    private final Map<String, Left> left = new LinkedHashMap<>();

    PartialData(HttpSource http, ImportOptions options) {
        this.http = http;
        this.most =
                options.setting(SETTING).filter(text -> text.strip().equals("none")).isPresent()
                        ? 0
                        : HttpSettings.mebibytes(options, SETTING, USUAL);
    }

    /// Values that were not fetched for one reason.
    private record Left(String first, String property, String why, int count) {
        Finding finding() {
            return new Finding(
                    first,
                    "The values of %s that %d structures give elsewhere were not fetched: %s."
                            .formatted(property, count, why));
        }
    }

    /// A value, or why there is none.
    private record Fetched(Optional<ArrayNode> value, String why) {
        static Fetched not(String why) {
            return new Fetched(Optional.empty(), why);
        }
    }

    /// Fetches what an entry leaves out.
    ///
    /// @param from the answer it stands in
    void fetch(URI from, Found.Resource found) {
        if (!(found.json() instanceof ObjectNode resource)
                || !(resource.at("/meta/" + LINKS) instanceof ObjectNode links)) {
            return;
        }
        var attributes = resource.path("attributes") instanceof ObjectNode own ? own : resource;
        for (var property : List.copyOf(links.propertyNames())) {
            if (!attributes.path(property).isMissingNode() && !attributes.path(property).isNull()) {
                continue;
            }
            var fetched = fetched(from, links.path(property));
            if (fetched.value().isPresent()) {
                attributes.set(property, fetched.value().get());
                links.remove(property);
            } else {
                left.merge(
                        property + " " + fetched.why(),
                        new Left(found.place(), property, fetched.why(), 1),
                        (old, _) ->
                                new Left(old.first(), old.property(), old.why(), old.count() + 1));
            }
        }
        if (links.isEmpty()) {
            var meta = (ObjectNode) resource.get("meta");
            meta.remove(LINKS);
            if (meta.isEmpty()) {
                resource.remove("meta");
            }
        }
    }

    /// Why values were not fetched.
    List<Finding> findings() {
        return left.values().stream().map(Left::finding).toList();
    }

    private Fetched fetched(URI from, JsonNode offered) {
        var formats = new ArrayList<String>();
        for (var one : offered) {
            var format = one.path("format").asString("");
            formats.add(format);
            if (format.equals("jsonlines") && one.path("link").isString()) {
                return most == 0
                        ? Fetched.not("the setting (%s) says so".formatted(SETTING))
                        : read(from, one.get("link").stringValue());
            }
        }
        return Fetched.not(
                "they are in no format that is read (%s), only jsonlines is"
                        .formatted(String.join(", ", formats)));
    }

    private Fetched read(URI from, String link) {
        var lines = new PartialLines();
        long free = most;
        var next = Optional.of(link);
        try {
            for (int part = 0; next.isPresent(); part++) {
                if (part == MOST_PARTS) {
                    return Fetched.not("they come in more than %d parts".formatted(MOST_PARTS));
                }
                var uri = http.follow(from, next.get());
                int limit = (int) Math.min(free + 1, 1 << 30);
                var bytes = http.stream(PageRequest.get(uri), body -> body.readNBytes(limit));
                free -= bytes.length;
                if (free < 0) {
                    return Fetched.not(
                            String.format(
                                    Locale.ROOT,
                                    "they are larger than %,d bytes; maybe raise %s",
                                    most,
                                    SETTING));
                }
                next = lines.read(bytes, uri.toString());
            }
            return new Fetched(Optional.of(lines.value()), "");
        } catch (RefusedEntry e) {
            return Fetched.not(
                    "they cannot be read; the first: [%s] %s"
                            .formatted(e.place(), oneLine(e.problem())));
        } catch (UnreadableSource e) {
            return Fetched.not("they cannot be had; the first: " + oneLine(e.text()));
        }
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").replaceFirst("[.]$", "");
    }
}
