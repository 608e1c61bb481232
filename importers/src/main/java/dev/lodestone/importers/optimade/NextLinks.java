package dev.lodestone.importers.optimade;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.http.WebAddress;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Pages that follow each other by `links.next`, as it is given; with no such link there is no next
/// page, whatever `more_data_available` says. Some servers leave the filter out of links that count
/// pages, and would go on with all their structures: there it is put back.
final class NextLinks implements Paging {
    private static final Pattern FILTER = Pattern.compile("[?&](filter=[^&#]*)");
    private static final Pattern COUNTS = Pattern.compile("[?&]page_(offset|number)=");

    @Override
    public Optional<PageRequest> next(PageRequest asked, JsonNode answer) {
        return ResponsePage.next(answer)
                .map(link -> PageRequest.get(uri(asked, filtered(asked.uri().toString(), link))));
    }

    /// Some servers answer with status 200, an error and no entries. Such an answer is no last
    /// page.
    @Override
    public JsonNode arranged(PageRequest asked, JsonNode answer) {
        if (ResponsePage.hasErrors(answer) && answer.path("data").isEmpty()) {
            throw new UnreadableSource(
                    asked.uri().toString(),
                    "The answer is an error (%s).".formatted(ResponsePage.errors(answer)),
                    "the question was wrong, or the server was down; what was read up to here is"
                            + " kept, and importing again goes on from there.");
        }
        return answer;
    }

    @Override
    public Optional<String> doubt(JsonNode answer) {
        if (ResponsePage.hasErrors(answer)) {
            return Optional.of(
                    "has errors beside its data (%s)".formatted(ResponsePage.errors(answer)));
        }
        return ResponsePage.hasMoreSomewhere(answer) && total(answer).isEmpty()
                ? Optional.of("says that more data are available, but not where")
                : Optional.empty();
    }

    @Override
    public OptionalLong total(JsonNode answer) {
        var total = answer.at("/meta/data_returned");
        return total.isIntegralNumber() && total.canConvertToLong() && total.longValue() >= 0
                ? OptionalLong.of(total.longValue())
                : OptionalLong.empty();
    }

    private static String filtered(String asked, String link) {
        var filter = FILTER.matcher(asked);
        boolean lost = filter.find() && COUNTS.matcher(link).find() && !FILTER.matcher(link).find();
        return lost ? link + "&" + filter.group(1) : link;
    }

    /// Servers repeat a filter as it was understood, with quotation marks and spaces.
    private static URI uri(PageRequest asked, String link) {
        try {
            return WebAddress.of(link);
        } catch (IllegalArgumentException e) {
            throw asked.noNext(link, e);
        }
    }
}
