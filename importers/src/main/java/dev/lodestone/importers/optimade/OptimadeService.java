package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpKey;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.HttpSource;
import dev.lodestone.importers.http.Page;
import dev.lodestone.importers.http.PageRequest;
import dev.lodestone.importers.http.PagedReading;
import dev.lodestone.importers.http.PagedSource;
import dev.lodestone.importers.http.Paging;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A server that answers in OPTIMADE. Pages follow each other by `links.next`, as it is given.
final class OptimadeService implements PagedSource {
    private static final int INDEXES = 2;

    private final HttpSource http;
    private final Address address;
    private final ImportContext context;
    private final PartialData partial;
    private final Background background = new Background();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable FoundEntries entries;

    private OptimadeService(HttpSource http, Address address, ImportContext context) {
        this.http = http;
        this.address = address;
        this.context = context;
        this.partial = new PartialData(http, context.options());
        background.add(new Found.Url(address.base()));
    }

    /// Asks what the server says of itself, follows an index to the database that is meant, and
    /// reads the first page.
    ///
    /// @throws UnreadableSource if it cannot be read
    static SourceReading open(URI given, ImportContext context) {
        var uri = given;
        for (int i = 0; i < INDEXES; i++) {
            var service = connect(uri, context);
            try {
                var index = service.introduce();
                if (index.isEmpty()) {
                    return PagedReading.open(service, context);
                }
                var chosen =
                        index.get().choose(uri.toString(), context.options().setting("database"));
                uri = URI.create(chosen.url());
                service.http.close();
            } catch (RuntimeException e) {
                service.http.close();
                throw e;
            }
        }
        throw new UnreadableSource(
                given.toString(),
                "The index leads to another index (%s).".formatted(uri),
                "give the address of a database.");
    }

    private static OptimadeService connect(URI uri, ImportContext context) {
        var address = Address.of(uri, context.options());
        return new OptimadeService(
                new HttpSource(uri, HttpKey.none(), HttpSettings.of(context.options()), context),
                address,
                context);
    }

    /// Reads `/info` and `/info/structures`. Servers that do not answer them are read all the same.
    private Optional<OptimadeIndex> introduce() {
        var info = ask("/info");
        if (info.isEmpty()) {
            return Optional.empty();
        }
        if (info.get().at("/data/attributes/is_index").asBoolean(false)) {
            return Optional.of(OptimadeIndex.of(http.json(address.request("/links"))));
        }
        ask("/info/structures");
        return Optional.empty();
    }

    private Optional<JsonNode> ask(String path) {
        var request = address.request(path);
        try {
            var answer = http.json(request);
            ResponsePage.read(answer, request.uri().toString()).forEach(background::add);
            return Optional.of(answer);
        } catch (UnreadableSource e) {
            if (http.mayPass()) {
                throw e;
            }
            findings.add(
                    new Finding(
                            request.uri().toString(),
                            "The database does not say what it is (%s); its entries are read all the same."
                                    .formatted(e.text().lines().findFirst().orElse(""))));
            return Optional.empty();
        }
    }

    @Override
    public List<Finding> findings() {
        var all = new ArrayList<>(findings);
        all.addAll(background.findings());
        all.addAll(partial.findings());
        return all;
    }

    @Override
    public HttpSource http() {
        return http;
    }

    @Override
    public PageRequest first() {
        return address.first();
    }

    @Override
    public Paging paging() {
        return new NextLinks();
    }

    @Override
    public SourceDescription describe(Optional<String> version, String sha256) {
        return known().describe(address.first().uri().toString(), sha256, address.isWhole());
    }

    @Override
    public List<SourceEntry> entries(Page page) {
        var found = ResponsePage.read(page.answer(), page.asked().uri().toString());
        found.forEach(background::add);
        for (var one : found) {
            if (one instanceof Found.Resource resource) {
                partial.fetch(page.asked().uri(), resource);
            }
        }
        var known = known();
        return found.stream().flatMap(one -> known.entry(one).stream()).toList();
    }

    /// The database, told when the first page is there.
    private FoundEntries known() {
        var known = entries;
        if (known == null) {
            known = FoundEntries.of(address.base(), context.options(), background);
            entries = known;
        }
        return known;
    }
}
