package dev.lodestone.importers.optimade;

import dev.lodestone.importers.UnreadableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// An index of databases: the answer of `/links` of a provider, or of the consortium.
record OptimadeIndex(List<Database> databases) {
    /// A database of an index.
    ///
    /// @param aggregate whether it holds real data and may be read with others: `ok`, `test`, `no`
    record Database(String id, String name, String url, String aggregate) {}

    /// Reads an answer of `/links`: the databases below it, or, in the list of providers, beside
    /// it.
    static OptimadeIndex of(JsonNode answer) {
        var databases = new ArrayList<Database>();
        for (var link : answer.path("data")) {
            var attributes = link.path("attributes").isObject() ? link.path("attributes") : link;
            var type = attributes.path("link_type").asString("");
            var url = url(attributes);
            if (url.isPresent() && (type.equals("child") || type.equals("external"))) {
                databases.add(
                        new Database(
                                link.path("id").asString(""),
                                attributes.path("name").asString(""),
                                url.get(),
                                attributes.path("aggregate").asString("ok")));
            }
        }
        return new OptimadeIndex(List.copyOf(databases));
    }

    /// The database that is meant: the one that was asked for, or the only one with real data.
    ///
    /// @throws UnreadableSource with the choices
    Database choose(String place, Optional<String> asked) {
        var fit =
                databases.stream()
                        .filter(database ->
                                asked.map(database.id()::equals)
                                        .orElse(database.aggregate().equals("ok")))
                        .toList();
        if (fit.size() == 1) {
            return fit.getFirst();
        }
        throw new UnreadableSource(
                place,
                databases.isEmpty()
                        ? "This is an index of databases, and it names none that can be read."
                        : "This is an index of several databases%s."
                                .formatted(
                                        asked.map(id -> ", none of them (" + id + ")").orElse("")),
                databases.isEmpty()
                        ? "its provider has not opened a database yet."
                        : "name one with --set database=: %s."
                                .formatted(
                                        databases.stream()
                                                .map(d ->
                                                        d.id() + " (" + d.name() + ", " + d.url()
                                                                + ")")
                                                .collect(Collectors.joining("; "))));
    }

    /// A link in words: its id and where it leads.
    static String words(JsonNode link) {
        return link.path("id").asString("")
                + url(link.path("attributes")).map(url -> " at " + url).orElse(", without address");
    }

    private static Optional<String> url(JsonNode attributes) {
        var url = attributes.path("base_url");
        var text = url.isObject() ? url.path("href").asString("") : url.asString("");
        return Optional.of(text).filter(t -> !t.isBlank());
    }
}
