package dev.lodestone.importers.aflow;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpKey;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.PagedSource;
import dev.lodestone.importers.http.Paging;
import dev.lodestone.importers.http.WebAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// AFLUX as a web service. Besides what the query finds, the keywords that have a term are asked
/// for, and rows come in the order of their identifiers, so that pages do not overlap.
final class AflowService implements PagedSource {
    private static final String PATH = "/API/aflux/v1.0/";
    private static final String ORDER = "auid";
    private static final int MOST = 1_000;

    private final URI base;
    private final Matchbook matchbook;
    private final int pageSize;
    private final HttpSource http;

    AflowService(URI given, ImportContext context) {
        var options = context.options();
        this.base = base(given);
        this.matchbook = matchbook(given, options);
        this.pageSize = HttpSettings.pageSize(options, 100, MOST);
        this.http = new HttpSource(base, HttpKey.none(), HttpSettings.of(options), context);
    }

    private static URI base(URI given) {
        var text = given.toString();
        int end = text.indexOf('?');
        var bare = WebAddress.of(end < 0 ? text : text.substring(0, end));
        var path = bare.getRawPath() == null ? "" : bare.getRawPath();
        if (path.contains("/optimade")) {
            throw new UnreadableSource(
                    text,
                    "This is AFLOW's OPTIMADE interface.",
                    "import it with optimade, or give an address such as https://aflow.org%s."
                            .formatted(PATH));
        }
        return path.isEmpty() || path.equals("/") ? bare.resolve(PATH) : bare;
    }

    private static Matchbook matchbook(URI given, ImportOptions options) {
        var inAddress = Optional.ofNullable(given.getQuery()).filter(text -> !text.isBlank());
        var inSetting = options.setting(AflowImporter.QUERY).filter(text -> !text.isBlank());
        if (inAddress.isPresent() && inSetting.isPresent()) {
            throw new UnreadableSource(
                    AflowImporter.QUERY,
                    "There is a query (%s), and another in the address (%s)."
                            .formatted(inSetting.get(), inAddress.get()),
                    "leave one of them out.");
        }
        var asked = Matchbook.parse(inSetting.or(() -> inAddress).orElse(""), AflowImporter.QUERY);
        return asked.by(ORDER).and(keywords(options));
    }

    private static List<String> keywords(ImportOptions options) {
        return options.setting(AflowImporter.KEYWORDS)
                .map(text ->
                        Matchbook.parse(
                                        String.join(
                                                ",",
                                                Arrays.asList(text.strip().split("[\\s,]+", -1))),
                                        AflowImporter.KEYWORDS)
                                .parts())
                .orElseGet(AflowKeyword::asked);
    }

    @Override
    public HttpSource http() {
        return http;
    }

    @Override
    public PageRequest first() {
        return PageRequest.get(
                address("%s,%s,format(json)".formatted(matchbook, AflowPaging.first(pageSize))));
    }

    /// Space groups are written `P4/nmm #129`.
    private URI address(String query) {
        return WebAddress.of(base + "?" + query.replace("%", "%25").replace("#", "%23"));
    }

    @Override
    public Paging paging() {
        return new AflowPaging();
    }

    @Override
    public SourceDescription describe(Optional<String> version, String sha256) {
        return AflowImporter.describe(address(matchbook.toString()).toString(), sha256);
    }

    @Override
    public List<SourceEntry> entries(Page page) {
        return AflowAnswer.of(AflowPaging.original(page.answer()), page.asked().uri().toString())
                .rows()
                .stream()
                .map(row -> SourceEntry.of(row.place(), () -> AflowMapping.map(row)))
                .toList();
    }
}
