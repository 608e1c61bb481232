package dev.lodestone.importers.oqmd;

import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.http.QueryText;
import dev.lodestone.importers.http.WebAddress;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The pages of OQMD: by `links.next`; where that is missing though there are more rows, counted on
/// by `offset`. Sorted rows are cut to one page before they are counted, so that they have no next
/// link; there `sort_offset` turns pages, until one is not full.
///
/// What an answer calls `data_returned` is its own size, and `more_data_available` is true on the
/// last page too; only `data_available` counts all rows.
record OqmdPaging(boolean sorted) implements Paging {
    private static final Set<String> OF_PAGES = Set.of("limit", "offset");

    @Override
    public JsonNode arranged(PageRequest asked, JsonNode answer) {
        if (!answer.has("entry_id")) {
            return answer;
        }
        var one = JsonNodeFactory.instance.objectNode();
        one.putArray("data").add(answer);
        return one;
    }

    @Override
    public Optional<PageRequest> next(PageRequest asked, JsonNode answer) {
        int rows = answer.path("data").size();
        if (rows == 0) {
            return Optional.empty();
        }
        var query = QueryText.of(asked.uri());
        if (sorted) {
            return rows < number(query, "limit")
                    ? Optional.empty()
                    : counted(asked, query, "sort_offset", rows);
        }
        var link = answer.at("/links/next").asString("");
        if (!link.isBlank()) {
            return Optional.of(PageRequest.get(followed(asked, link)));
        }
        return number(query, "offset") + rows < total(answer).orElse(0)
                ? counted(asked, query, "offset", rows)
                : Optional.empty();
    }

    @Override
    public OptionalLong total(JsonNode answer) {
        var all = answer.at("/meta/data_available");
        return !sorted && all.isIntegralNumber() && all.canConvertToLong() && all.longValue() >= 0
                ? OptionalLong.of(all.longValue())
                : OptionalLong.empty();
    }

    private static Optional<PageRequest> counted(
            PageRequest asked, QueryText query, String name, int rows) {
        var following = query.with(name, Long.toString(number(query, name) + rows));
        return Optional.of(PageRequest.get(following.on(asked.uri())));
    }

    /// The link, with those parameters of the question that it lacks: without its filter a question
    /// would go on with all rows.
    private static URI followed(PageRequest asked, String link) {
        try {
            var uri = WebAddress.of(link);
            var query = QueryText.of(uri);
            for (var parameter : QueryText.of(asked.uri()).parameters()) {
                if (!OF_PAGES.contains(parameter.name()) && !query.has(parameter.name())) {
                    query = query.with(parameter.name(), parameter.value());
                }
            }
            return query.on(uri);
        } catch (IllegalArgumentException e) {
            throw asked.noNext(link, e);
        }
    }

    private static long number(QueryText query, String name) {
        return query.get(name)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
