package dev.lodestone.importers.nomad;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.QueryText;
import dev.lodestone.importers.http.Since;
import dev.lodestone.importers.json.JsonFiles;
import java.net.URI;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of NOMAD: whole archives of the entries that a query finds, by their ids, so that
/// new entries do not shift the pages.
final class NomadQuestion {
    private static final String PATH = "entries/archive/query";
    private static final int MOST = 1_000;
    private static final Set<String> OWNERS =
            Set.of("public", "visible", "all", "shared", "user", "staging");

    /// What is newer than a time: processed since, which also an old upload may be; or published
    /// since, before which the public sees nothing of it.
    private static final List<String> CHANGED = List.of("last_processing_time", "publish_time");

    private NomadQuestion() {}

    /// The first page.
    ///
    /// @param base of the API, ending in `/api/v1`; or the address of the query itself
    /// @throws UnreadableSource if a setting is not of its kind
    static PageRequest first(URI base, ImportOptions options) {
        var question = JsonNodeFactory.instance.objectNode();
        question.put("owner", owner(options));
        question.set("query", query(options));
        question.putObject("pagination")
                .put("page_size", HttpSettings.pageSize(options, 20, MOST))
                .put("order_by", "entry_id")
                .put("order", "asc");
        question.set(
                "required",
                options.setting(NomadImporter.REQUIRED)
                        .map(text -> json(text, NomadImporter.REQUIRED))
                        .orElseGet(() -> JsonNodeFactory.instance.stringNode("*")));
        return PageRequest.post(address(base), question.toString());
    }

    /// The API that a query is asked of.
    static URI api(URI base) {
        var query = address(base).toString();
        return URI.create(query.substring(0, query.length() - PATH.length() - 1));
    }

    private static URI address(URI base) {
        var text = base.toString();
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new UnreadableSource(
                    text, "A query is not part of the address.", "give it with --query.");
        }
        return text.endsWith("/" + PATH)
                ? base
                : URI.create(text.endsWith("/") ? text + PATH : text + "/" + PATH);
    }

    private static String owner(ImportOptions options) {
        var owner = options.setting(NomadImporter.OWNER).orElse("public");
        if (OWNERS.contains(owner)) {
            return owner;
        }
        throw new UnreadableSource(
                "setting " + NomadImporter.OWNER,
                "There is no owner (%s).".formatted(owner),
                "one of " + String.join(", ", OWNERS.stream().sorted().toList()) + ".");
    }

    private static ObjectNode query(ImportOptions options) {
        var text = options.setting(NomadImporter.QUERY).map(String::strip).orElse("");
        var query = text.startsWith("{") ? object(text) : pairs(text);
        var since = Since.of(options);
        if (since.isEmpty()) {
            return query;
        }
        var both = JsonNodeFactory.instance.objectNode();
        var all = both.putArray("and");
        if (!query.isEmpty()) {
            all.add(query);
        }
        var either = all.addObject().putArray("or");
        for (var time : CHANGED) {
            either.addObject().putObject(time).put("gte", since.get().toString());
        }
        return both;
    }

    /// `name=value&name=value`: a name that comes more than once has a list.
    private static ObjectNode pairs(String text) {
        var query = JsonNodeFactory.instance.objectNode();
        for (var pair : QueryText.parse(text, "query").parameters()) {
            var before = query.get(pair.name());
            if (before == null) {
                query.put(pair.name(), pair.value());
            } else if (before.isArray()) {
                before.asArray().add(pair.value());
            } else {
                query.putArray(pair.name()).add(before).add(pair.value());
            }
        }
        return query;
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) json(text, NomadImporter.QUERY);
    }

    private static JsonNode json(String text, String setting) {
        try {
            return text.strip().startsWith("{") || text.strip().startsWith("\"")
                    ? JsonFiles.parse(text, setting)
                    : JsonNodeFactory.instance.stringNode(text.strip());
        } catch (RefusedEntry e) {
            throw new UnreadableSource(
                    e.place(),
                    "The setting is no JSON (%s).".formatted(e.problem()),
                    "put it into single quotes, so that the shell leaves it as it is.",
                    e);
        }
    }
}
