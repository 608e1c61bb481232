package dev.lodestone.importers.http;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where to go on.
///
/// @param next the first page that is not recorded yet
/// @param pages how many are
/// @param entries how many they have
/// @param lastPage the hash of the last page's entries; empty at the start
/// @param sha256 over the entries of all pages so far; empty at the start
/// @param version of the service's data; empty if unknown
record PageCheckpoint(
        PageRequest next, int pages, long entries, String lastPage, String sha256, String version) {
    static PageCheckpoint start(PageRequest first) {
        return new PageCheckpoint(first, 0, 0, "", "", "");
    }

    PageCheckpoint ofVersion(String of) {
        return new PageCheckpoint(next, pages, entries, lastPage, sha256, of);
    }

    String json() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("next", next.uri().toString());
        next.body().ifPresent(body -> node.put("body", body));
        node.put("pages", pages);
        node.put("entries", entries);
        node.put("lastPage", lastPage);
        node.put("sha256", sha256);
        node.put("version", version);
        return node.toString();
    }

    /// Reads it back; absent where it is not what was written, since then all is read again.
    static Optional<PageCheckpoint> read(String json) {
        try {
            var node = JsonFiles.parse(json, "checkpoint");
            if (!node.path("next").isString() || !node.path("pages").isInt()) {
                return Optional.empty();
            }
            return Optional.of(
                    new PageCheckpoint(
                            new PageRequest(
                                    URI.create(node.path("next").stringValue()),
                                    Optional.of(node.path("body"))
                                            .filter(JsonNode::isString)
                                            .map(JsonNode::stringValue)),
                            node.path("pages").intValue(),
                            node.path("entries").asLong(0),
                            node.path("lastPage").asString(""),
                            node.path("sha256").asString(""),
                            node.path("version").asString("")));
        } catch (RefusedEntry | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
