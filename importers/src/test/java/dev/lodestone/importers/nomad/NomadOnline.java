package dev.lodestone.importers.nomad;

import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.LocalServer.Responder;
import dev.lodestone.importers.json.JsonFiles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A server that answers as NOMAD does, and entries for it to have.
final class NomadOnline implements Responder {
    static final String PATH = "/api/v1/entries/archive/query";

    /// What it has, by entry id.
    final TreeMap<String, String> entries = new TreeMap<>();

    /// Which request it is too busy for; none if negative.
    int brokenAt = -1;

    /// As NOMAD does: by id, after the value that the last answer gave.
    @Override
    public Answer to(Asked asked, int number) {
        if (number == brokenAt) {
            return Answer.of(503, "text/html", "<html>Too busy</html>");
        }
        if (!asked.uri().getPath().equals(PATH)) {
            return Answer.of(404, "application/json", "{\"detail\": \"Not found.\"}");
        }
        var pagination = body(asked).path("pagination");
        int size = pagination.path("page_size").asInt();
        var found = new TreeMap<>(entries);
        found.values().removeIf(entry -> !isFound(body(asked).path("query"), entry));
        var rest = found.tailMap(pagination.path("page_after_value").asString(""), false);
        var page = new ArrayList<>(rest.keySet()).subList(0, Math.min(size, rest.size()));
        var next =
                page.size() < rest.size()
                        ? ", \"next_page_after_value\": \"" + page.getLast() + "\""
                        : "";
        return Answer.json(
                "{\"owner\": \"public\", \"pagination\": {\"total\": %d%s}, \"data\": [%s]}"
                        .formatted(
                                found.size(),
                                next,
                                page.stream().map(found::get).collect(Collectors.joining(","))));
    }

    /// Times as NOMAD compares them; what else a query says is true of every entry.
    private static boolean isFound(JsonNode query, String entry) {
        var archive = JsonFiles.parse(entry, "entry").path("archive");
        return query.properties().stream()
                .allMatch(part ->
                        switch (part.getKey()) {
                            case "and" ->
                                    part.getValue()
                                            .valueStream()
                                            .allMatch(all -> isFound(all, entry));
                            case "or" ->
                                    part.getValue()
                                            .valueStream()
                                            .anyMatch(any -> isFound(any, entry));
                            default ->
                                    !part.getValue().has("gte")
                                            || isSince(
                                                    archive.path("metadata")
                                                            .path(part.getKey())
                                                            .asString(""),
                                                    part.getValue().get("gte").asString());
                        });
    }

    private static boolean isSince(String time, String from) {
        return !time.isEmpty()
                && !OffsetDateTime.parse(time).toInstant().isBefore(Instant.parse(from));
    }

    static JsonNode body(Asked asked) {
        return JsonFiles.parse(asked.body(), "body");
    }

    static String timed(
            String id, String name, String uploaded, String processed, String published) {
        return """
        {"entry_id": "%s", "upload_id": "u", "archive": {
          "metadata": {"entry_id": "%s", "upload_id": "u", "mainfile": "%s.archive.json",
            "upload_create_time": "%s", "last_processing_time": "%s", "publish_time": "%s"},
          "data": {"m_def": "nomad.datamodel.metainfo.basesections.CompositeSystem",
                   "name": "%s", "lab_id": "L-%s"}}}
        """
                .formatted(id, id, id, uploaded, processed, published, name, id);
    }

    static String mixture(String id, String... components) {
        return """
        {"entry_id": "%s", "upload_id": "u", "archive": {
          "metadata": {"entry_id": "%s", "upload_id": "u", "mainfile": "%s.archive.json"},
          "data": {"m_def": "nomad.datamodel.metainfo.basesections.CompositeSystem",
                   "name": "%s", "components": [%s]}}}
        """
                .formatted(
                        id,
                        id,
                        id,
                        id,
                        Arrays.stream(components)
                                .map("{\"system\": \"../upload/archive/%s#/data\"}"::formatted)
                                .collect(Collectors.joining(",")));
    }

    static String sample(int i) {
        return """
        {"entry_id": "s%03d", "upload_id": "u%d", "archive": {
          "metadata": {"entry_id": "s%03d", "upload_id": "u%d", "mainfile": "s%d.archive.json"},
          "data": {"m_def": "nomad.datamodel.metainfo.basesections.CompositeSystem",
                   "name": "pellet %d", "lab_id": "P-%d"}}}
        """
                .formatted(i, i / 5, i, i / 5, i, i, i);
    }

    static String process(int i) {
        return """
        {"entry_id": "p%03d", "upload_id": "u%d", "archive": {
          "metadata": {"entry_id": "p%03d", "upload_id": "u%d", "mainfile": "p%d.archive.json"},
          "data": {"m_def": "nomad.datamodel.metainfo.basesections.Process",
                   "name": "sintering", "method": "sintering",
                   "datetime": "2026-01-02T03:04:05+01:00",
                   "samples": [{"reference": "../upload/archive/s%03d#/data"}]}}}
        """
                .formatted(i, i / 5, i, i / 5, i, i);
    }
}
