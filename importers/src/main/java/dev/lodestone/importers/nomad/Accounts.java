package dev.lodestone.importers.nomad;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Who stands behind the accounts that entries name. Archives name authors by their accounts alone,
/// search hits with their names; what any answer says holds for all that are read with it.
final class Accounts {
    /// Where metadata name authors, the first of them first.
    static final List<String> FIELDS =
            List.of("authors", "main_author", "coauthors", "entry_coauthors");

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    /// Notes the names that an entry's metadata give.
    void note(JsonNode metadata) {
        for (var field : FIELDS) {
            var node = metadata.path(field);
            if (node.isArray()) {
                node.forEach(this::author);
            } else {
                author(node);
            }
        }
    }

    private void author(JsonNode author) {
        id(author)
                .ifPresent(id -> {
                    seen.add(id);
                    name(author).ifPresent(name -> names.putIfAbsent(id, name));
                });
    }

    /// The accounts of which no name is known, in the order first met.
    List<String> nameless() {
        return seen.stream().filter(id -> !names.containsKey(id)).toList();
    }

    /// The name of an account.
    Optional<String> name(String account) {
        return Optional.ofNullable(names.get(account));
    }

    /// The account of an author.
    static Optional<String> id(JsonNode author) {
        return text(author.isObject() ? author.path("user_id") : author);
    }

    /// The name of an author, where it stands there; an e-mail address is none.
    static Optional<String> name(JsonNode author) {
        return text(author.path("name"))
                .or(() ->
                        text(author.path("last_name"))
                                .map(last ->
                                        text(author.path("first_name"))
                                                .map(first -> first + " " + last)
                                                .orElse(last)))
                .filter(name -> !Prose.hasAddress(name));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isString)
                .map(text -> text.stringValue().strip())
                .filter(text -> !text.isEmpty());
    }
}
