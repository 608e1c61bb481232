package dev.lodestone.importers.aflow;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.http.WebAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The pages of AFLUX: `$paging(n,k)` is the n-th page of k rows. Where an answer does not tell how
/// many rows there are, the pages end with the first one that is empty: a page may be shorter than
/// it was asked to be though it is not the last.
record AflowPaging() implements Paging {
    private static final Pattern PAGE = Pattern.compile("\\$paging\\(([0-9]+),");
    private static final String ORIGINAL = "answer";

    /// The directive for the first page.
    static String first(int rows) {
        return "$paging(1," + rows + ")";
    }

    /// The answer as it came.
    static JsonNode original(JsonNode arranged) {
        return arranged.path(ORIGINAL);
    }

    @Override
    public JsonNode arranged(PageRequest asked, JsonNode answer) {
        var arranged = JsonNodeFactory.instance.objectNode();
        var rows = arranged.putArray("data");
        arranged.set(ORIGINAL, answer);
        try {
            AflowAnswer.of(answer, asked.uri().toString())
                    .rows()
                    .forEach(row -> rows.add(row.json()));
        } catch (RefusedEntry e) {
            throw new UnreadableSource(e.place(), e.problem(), e.maybe(), e);
        }
        return arranged;
    }

    @Override
    public Optional<PageRequest> next(PageRequest asked, JsonNode arranged) {
        var answer = AflowAnswer.of(original(arranged), "");
        var page = PAGE.matcher(asked.uri().toString());
        if (answer.rows().isEmpty()
                || answer.last() >= answer.total().orElse(Long.MAX_VALUE)
                || !page.find()) {
            return Optional.empty();
        }
        var next = Long.toString(Long.parseLong(page.group(1)) + 1);
        return Optional.of(
                PageRequest.get(
                        WebAddress.of(
                                asked.uri().toString().substring(0, page.start(1))
                                        + next
                                        + asked.uri().toString().substring(page.end(1)))));
    }

    @Override
    public OptionalLong total(JsonNode arranged) {
        return AflowAnswer.of(original(arranged), "").total();
    }
}
