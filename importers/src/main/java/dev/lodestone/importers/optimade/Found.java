package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Something that stands in an answer or a file.
sealed interface Found {
    /// A resource object, which may be an entry.
    ///
    /// @param prefix which provider the answer says it is from
    record Resource(String place, JsonNode json, Optional<String> prefix) implements Found {}

    /// A resource object that the answer brings along because an entry refers to it.
    record Included(String place, JsonNode json) implements Found {}

    /// What the answer says of itself: `meta`.
    record Meta(JsonNode json) implements Found {}

    /// An answer of `/info` or `/info/structures`.
    record InfoPage(JsonNode json) implements Found {}

    /// A URL that the answer says it is from.
    record Url(String url) implements Found {}

    /// The first line of the JSON Lines of a whole database, with what it says of the database.
    record WholeDatabase(JsonNode meta) implements Found {}

    /// What cannot be read.
    record Unreadable(RefusedEntry why) implements Found {}

    /// Where the answer is not as the specification wants it.
    record Odd(Finding finding) implements Found {}
}
