package dev.lodestone.importers.nomad;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.PageRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/// The names of authors, whom archives name by their accounts alone. Without them an import goes
/// on: the accounts stand for them.
final class NomadUsers {
    private static final int AT_ONCE = 50;

    private final HttpSource http;
    private final URI api;

    /// @param api the address that ends in `/api/v1`
    NomadUsers(HttpSource http, URI api) {
        this.http = http;
        this.api = api;
    }

    /// Asks for the names that are missing.
    ///
    /// @return what went wrong
    Optional<Finding> name(Accounts accounts) {
        var missing = accounts.nameless();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            var some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            try {
                http.jsonIfThere(PageRequest.get(address(some)))
                        .ifPresent(answer ->
                                accounts.note(
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .set("authors", answer.path("data"))));
            } catch (UnreadableSource e) {
                return Optional.of(
                        new Finding(
                                api + "/users",
                                "The names of authors cannot be had: "
                                        + e.text().lines().findFirst().orElse("")));
            }
        }
        return Optional.empty();
    }

    private URI address(List<String> accounts) {
        return URI.create(
                accounts.stream()
                        .map(account ->
                                "user_id=" + URLEncoder.encode(account, UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("&", api + "/users?", "")));
    }
}
