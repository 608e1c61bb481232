package dev.lodestone.importers;

import dev.lodestone.importers.http.HttpKey;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.PagedReading;
import dev.lodestone.importers.http.PagedSource;
import dev.lodestone.importers.http.Paging;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Lines behind a URL, in pages that lead to each other, and a server's answers with them.
final class LinesOnline implements Importer {
    static final int SAMPLES = 420;
    static final int A_PAGE = 10;

    static int offset(Asked asked) {
        return Integer.parseInt(asked.uri().getQuery().replaceFirst(".*offset=", ""));
    }

    static Answer page(Asked asked) {
        return page(asked, "v1", true);
    }

    static Answer page(Asked asked, String version, boolean well) {
        if (!well) {
            return Answer.of(404, "text/plain", "gone");
        }
        int offset = offset(asked);
        var lines =
                IntStream.range(offset, offset + A_PAGE)
                        .mapToObj(i -> "\"s" + i + "=n" + i + "\"")
                        .collect(Collectors.joining(","));
        int next = offset + A_PAGE;
        return Answer.json(
                "{\"data\": [%s], \"meta\": {\"version\": \"%s\", \"total\": %d%s}}"
                        .formatted(
                                lines,
                                version,
                                SAMPLES,
                                next < SAMPLES ? ", \"next\": \"?offset=" + next + "\"" : ""));
    }

    @Override
    public String name() {
        return "lines-online";
    }

    @Override
    public String title() {
        return "Lines";
    }

    @Override
    public String description() {
        return "For tests.";
    }

    @Override
    public List<String> accepts() {
        return List.of();
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var uri = ((SourceLocation.Online) location).uri();
        var settings =
                HttpSettings.of(
                        context.options().with("allow-private", "true").with("attempts", "2"));
        return PagedReading.open(
                new Lines(uri, new HttpSource(uri, HttpKey.none(), settings, context)), context);
    }

    private record Lines(URI uri, HttpSource http) implements PagedSource {
        @Override
        public PageRequest first() {
            return PageRequest.get(uri);
        }

        @Override
        public Paging paging() {
            return new Paging() {
                @Override
                public Optional<PageRequest> next(PageRequest asked, JsonNode answer) {
                    return Optional.of(answer.at("/meta/next"))
                            .filter(JsonNode::isString)
                            .map(link ->
                                    PageRequest.get(http.follow(asked.uri(), link.asString())));
                }

                @Override
                public Optional<String> version(JsonNode answer) {
                    return answer.at("/meta/version").asStringOpt();
                }

                @Override
                public OptionalLong total(JsonNode answer) {
                    return answer.at("/meta/total").asLongOpt();
                }
            };
        }

        @Override
        public SourceDescription describe(Optional<String> version, String sha256) {
            return new SourceDescription(
                    LinesImporter.SOURCE,
                    "Lines",
                    uri.toString(),
                    sha256,
                    version,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "lines-online 1",
                    true);
        }

        @Override
        public List<SourceEntry> entries(Page page) {
            return IntStream.range(0, page.entries().size())
                    .mapToObj(i -> new LinesImporter().line(page.entries().get(i).asString()))
                    .toList();
        }
    }
}
