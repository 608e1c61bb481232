package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.http.QueryText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// The pages of the Materials Project: counted on by `_skip`, or by the token an answer gives. The
/// number of matches changes and counts documents that are not given, so a page that is full is
/// followed by another whatever the number is.
///
/// @param since where documents come newest first: the page that reaches back before it is the last
/// @param deprecatedLast whether deprecated documents, which are given only when asked for, are
///   asked for when all others are read
record MpPaging(Optional<Instant> since, boolean deprecatedLast) implements Paging {
    static final String DEPRECATED = "deprecated";

    @Override
    public JsonNode arranged(PageRequest asked, JsonNode answer) {
        checkErrors(asked, answer);
        return answer;
    }

    @Override
    public Optional<PageRequest> next(PageRequest asked, JsonNode answer) {
        var following = following(asked, answer);
        var query = QueryText.of(asked.uri());
        return following.isEmpty() && deprecatedLast && !query.has(DEPRECATED)
                ? Optional.of(
                        PageRequest.get(
                                query.without("_skip").with(DEPRECATED, "true").on(asked.uri())))
                : following;
    }

    /// The page after this one, of the same question.
    Optional<PageRequest> following(PageRequest asked, JsonNode answer) {
        var data = answer.path("data");
        var query = QueryText.of(asked.uri());
        var token = answer.at("/meta/pagination_token").asString("");
        if (data.isEmpty()
                || (token.isEmpty() && query.has("_pagination_token"))
                || isBefore(data.get(data.size() - 1))) {
            return Optional.empty();
        }
        if (!token.isEmpty()) {
            return Optional.of(
                    PageRequest.get(query.with("_pagination_token", token).on(asked.uri())));
        }
        long read = number(query, "_skip") + data.size();
        boolean full = data.size() >= number(query, "_limit");
        return full || read < total(answer).orElse(0)
                ? Optional.of(
                        PageRequest.get(query.with("_skip", Long.toString(read)).on(asked.uri())))
                : Optional.empty();
    }

    @Override
    public OptionalLong total(JsonNode answer) {
        var total = answer.at("/meta/total_doc");
        return since.isEmpty() && total.isIntegralNumber()
                ? OptionalLong.of(total.asLong())
                : OptionalLong.empty();
    }

    /// How many documents a question has more than it gave, if this is its last page.
    OptionalLong missing(PageRequest asked, JsonNode answer) {
        long read = number(QueryText.of(asked.uri()), "_skip") + answer.path("data").size();
        long counted = total(answer).orElse(0);
        return counted > read && following(asked, answer).isEmpty()
                ? OptionalLong.of(counted - read)
                : OptionalLong.empty();
    }

    /// Whether a document was last updated before the time asked for. Its time has no zone and is
    /// meant in UTC; one that cannot be read is taken for new.
    boolean isBefore(JsonNode document) {
        return since.filter(from ->
                        time(document.path("last_updated").asString(""))
                                .filter(at -> at.isBefore(from))
                                .isPresent())
                .isPresent();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(QueryText query, String name) {
        return query.get(name).map(Long::parseLong).orElse(0L);
    }

    private static void checkErrors(PageRequest asked, JsonNode answer) {
        var errors = answer.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            throw new UnreadableSource(
                    asked.uri().toString(),
                    "The service reports an error (%s)."
                            .formatted(
                                    errors.get(0)
                                            .path("message")
                                            .asString(errors.get(0).toString())),
                    "");
        }
    }
}
