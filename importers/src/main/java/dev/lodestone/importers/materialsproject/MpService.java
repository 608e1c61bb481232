package dev.lodestone.importers.materialsproject;

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
import dev.lodestone.importers.http.QueryText;
import dev.lodestone.importers.http.Since;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The Materials Project as a web service. A page is read as a file of the same documents would be;
/// with it the calculations its materials name, if asked for.
final class MpService implements PagedSource {
    private static final int MOST = 1_000;
    private static final int TASKS_AT_ONCE = 10;

    private final MpAddress address;
    private final ImportOptions options;
    private final HttpSource http;
    private final MpPaging paging;
    private final int pageSize;
    private final boolean withTasks;

    MpService(URI given, ImportContext context) {
        this.options = context.options();
        this.address = MpAddress.of(given, options);
        this.pageSize =
                HttpSettings.pageSize(
                        options, address.collection().equals("tasks") ? 10 : 100, MOST);
        this.withTasks =
                HttpSettings.flag(options, MaterialsProjectImporter.TASKS)
                        && address.collection().equals("summary");
        this.paging =
                new MpPaging(
                        address.collection().equals("summary")
                                ? Since.of(options)
                                : Optional.empty());
        this.http =
                new HttpSource(
                        address.base(),
                        HttpKey.find(context, MaterialsProjectImporter.KEY, "X-API-KEY", ""),
                        HttpSettings.of(options),
                        context);
    }

    @Override
    public HttpSource http() {
        return http;
    }

    @Override
    public PageRequest first() {
        return PageRequest.get(address.first(pageSize));
    }

    @Override
    public String question() {
        return first().text() + "\n" + paging.since() + "\n" + withTasks;
    }

    @Override
    public MpPaging paging() {
        return paging;
    }

    /// The version the service tells of itself; a copy of it somewhere else need not tell any.
    @Override
    public Optional<String> version() {
        return http.jsonIfThere(PageRequest.get(address.base().resolve("heartbeat")))
                .map(heartbeat -> heartbeat.path("db_version").asString(""))
                .filter(version -> !version.isEmpty());
    }

    @Override
    public SourceDescription describe(Optional<String> version, String sha256) {
        return MpTogether.describe(
                address.query().on(address.at(address.collection())).toString(), sha256, version);
    }

    @Override
    public List<SourceEntry> entries(Page page) {
        var documents =
                new ArrayList<>(documents(page, document -> !paging.isBefore(document)).toList());
        if (withTasks) {
            documents.addAll(tasks(documents));
        }
        var together = new MpTogether(options);
        documents.forEach(found -> found.document().ifPresent(together::learn));
        return documents.stream().map(together::entry).toList();
    }

    private static Stream<Found> documents(Page page, Predicate<JsonNode> wanted) {
        return IntStream.range(0, page.entries().size())
                .filter(i -> wanted.test(page.entries().get(i)))
                .mapToObj(i -> found(page.entries().get(i), page.place(i)));
    }

    private static Found found(JsonNode document, String place) {
        return new Found(place, () -> MpDocument.of(document, place));
    }

    /// The calculations that materials of a page say their values came from.
    private List<Found> tasks(List<Found> materials) {
        var ids =
                materials.stream()
                        .flatMap(found -> found.document().stream())
                        .flatMap(document -> document.json().path("origins").valueStream())
                        .map(origin -> origin.path("task_id").asString(""))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + TASKS_AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + TASKS_AT_ONCE)))
                .flatMap(this::tasksOf)
                .toList();
    }

    private Stream<Found> tasksOf(List<String> ids) {
        var request =
                PageRequest.get(
                        new QueryText(List.of())
                                .with("task_ids", String.join(",", ids))
                                .with("_all_fields", "true")
                                .with("_limit", Integer.toString(ids.size()))
                                .on(address.at("tasks")));
        var page = new Page(1, request, paging.pointer(), http.json(request));
        if (!page.entries().isArray()) {
            throw new UnreadableSource(
                    request.uri().toString(), "The answer has no list at (/data).", "");
        }
        return documents(page, _ -> true);
    }
}
