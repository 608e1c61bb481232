package dev.lodestone.importers.http;

import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// How the pages of a service follow each other: by counting, by a value to go on after, by a link.
/// Stateless: the next question follows from the last one and its answer, so that a reading can be
/// taken up anywhere.
///
/// That pages do not repeat and links do not lead to other hosts is seen to elsewhere ([PageWalk]).
public interface Paging {
    /// Where the entries of an answer stand: `/data`.
    default String pointer() {
        return "/data";
    }

    /// An answer in the form that is read here, with a list at [#pointer()]; as it is unless the
    /// service answers in another.
    ///
    /// @throws dev.lodestone.importers.UnreadableSource if it is no answer of the service
    default JsonNode arranged(PageRequest asked, JsonNode answer) {
        return answer;
    }

    /// The question for the page after this one; none after the last.
    Optional<PageRequest> next(PageRequest asked, JsonNode answer);

    /// The version of the service's data as a page tells it, where it does.
    default Optional<String> version(JsonNode answer) {
        return Optional.empty();
    }

    /// What a page says that leaves open whether its entries are all that should be there, in
    /// words; nothing where it says nothing of the kind.
    default Optional<String> doubt(JsonNode answer) {
        return Optional.empty();
    }

    /// How many entries all pages have together as a page tells it, where it does.
    default OptionalLong total(JsonNode answer) {
        return OptionalLong.empty();
    }
}
