package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.Finding;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The Materials Project as a web service. A page is read as a file of the same documents would be;
/// with it the calculations its materials name, if asked for.
final class MpService implements PagedSource {
    private static final int TASKS_AT_ONCE = 10;
    private static final int GROUPS_AT_ONCE = 100;

    private final MpAddress address;
    private final ImportOptions options;
    private final MpHeld held;
    private final HttpSource http;
    private final MpPaging paging;
    private final int pageSize;
    private final boolean withTasks;
    private final List<Finding> findings = new ArrayList<>();

    MpService(URI given, ImportContext context) {
        this.options = context.options();
        this.held = new MpHeld(context.held());
        this.address = MpAddress.of(given, options);
        var collection = address.collection();
        this.pageSize =
                HttpSettings.pageSize(options, collection.usualPage(), collection.largestPage());
        this.withTasks =
                HttpSettings.flag(options, MaterialsProjectImporter.TASKS)
                        && collection == MpCollection.SUMMARY;
        this.paging =
                new MpPaging(
                        collection == MpCollection.TASKS ? Optional.empty() : Since.of(options),
                        address.deprecatedLast());
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
        return MpMapping.describe(
                address.query().on(address.at(address.collection())).toString(), sha256, version);
    }

    @Override
    public List<SourceEntry> entries(Page page) {
        var documents =
                new ArrayList<>(documents(page, document -> !paging.isBefore(document)).toList());
        if (withTasks) {
            documents.addAll(tasks(documents));
        }
        var together = new MpTogether(options, held);
        documents.forEach(found -> found.document().ifPresent(together::learn));
        if (address.collection() == MpCollection.TASKS) {
            learnGroups(together);
        }
        together.recall();
        compareCounts(page);
        return documents.stream().map(found -> MpMapping.entry(found, together)).toList();
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    /// Of a collection that is asked for twice, the whole is counted by nobody else.
    private void compareCounts(Page page) {
        if (!paging.deprecatedLast()) {
            return;
        }
        paging.missing(page.asked(), page.answer())
                .ifPresent(missing ->
                        findings.add(
                                new Finding(
                                        page.asked().uri().toString(),
                                        "The service counts %,d documents more than it gave."
                                                .formatted(missing))));
    }

    /// The materials of the tasks of a page: the service finds a material by any of its tasks.
    private void learnGroups(MpTogether together) {
        var tasks = together.ungrouped();
        for (int from = 0; from < tasks.size(); from += GROUPS_AT_ONCE) {
            var some = tasks.subList(from, Math.min(tasks.size(), from + GROUPS_AT_ONCE));
            http.jsonIfThere(PageRequest.get(groupsOf(some)))
                    .ifPresent(answer ->
                            answer.path("data")
                                    .valueStream()
                                    .forEach(group -> learn(group, together)));
        }
    }

    private URI groupsOf(List<MpId> tasks) {
        var query =
                new QueryText(List.of())
                        .with(
                                "material_ids",
                                tasks.stream().map(MpId::decimal).collect(Collectors.joining(",")))
                        .with("_fields", "material_id," + SummaryMapping.TASK_IDS)
                        .with("_limit", Integer.toString(tasks.size()));
        return (options.restricted() ? query.with("license", "All") : query)
                .on(address.at(MpCollection.SUMMARY));
    }

    private static void learn(JsonNode group, MpTogether together) {
        MpId.find(group.path("material_id").asString(""))
                .ifPresent(material ->
                        group.path(SummaryMapping.TASK_IDS)
                                .valueStream()
                                .flatMap(id -> MpId.find(id.asString("")).stream())
                                .forEach(task -> together.group(task, material)));
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
                                .on(address.at(MpCollection.TASKS)));
        var page = new Page(1, request, paging.pointer(), http.json(request));
        if (!page.entries().isArray()) {
            throw new UnreadableSource(
                    request.uri().toString(), "The answer has no list at (/data).", "");
        }
        return documents(page, _ -> true);
    }
}
