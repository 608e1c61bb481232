package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.QueryText;
import dev.lodestone.importers.http.Since;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/// Which documents of the service are asked for.
///
/// @param base what comes before `materials/`, with a slash at its end
/// @param query its parameters, but for those of a page
record MpAddress(URI base, MpCollection collection, QueryText query) {
    private static final Pattern COLLECTION = Pattern.compile("(.*/)materials/([^/]+)/?");
    private static final Set<String> OF_PAGES =
            Set.of("_limit", "_skip", "_page", "_per_page", "_pagination_token");

    /// Reads an address with the options.
    ///
    /// @throws UnreadableSource if a setting is not of its kind
    static MpAddress of(URI given, ImportOptions options) {
        var path = given.getRawPath() == null ? "" : given.getRawPath();
        var named = COLLECTION.matcher(path);
        boolean isNamed = named.matches();
        var basePath = isNamed ? named.group(1) : path.endsWith("/") ? path : path + "/";
        var set = options.setting(MaterialsProjectImporter.COLLECTION);
        var collection =
                set.isPresent()
                        ? MpCollection.of(
                                set.get(), "setting " + MaterialsProjectImporter.COLLECTION)
                        : isNamed
                                ? MpCollection.of(named.group(2), given.toString())
                                : MpCollection.SUMMARY;
        var query =
                QueryText.of(given)
                        .and(
                                QueryText.parse(
                                        options.setting(MaterialsProjectImporter.QUERY).orElse(""),
                                        "query"));
        query.parameters().forEach(parameter -> check(parameter.name()));
        return new MpAddress(
                given.resolve(basePath), collection, completed(collection, query, options));
    }

    /// The address of its first page.
    URI first(int pageSize) {
        return query.with("_limit", Integer.toString(pageSize)).on(at(collection));
    }

    /// The address of a collection.
    URI at(MpCollection other) {
        return base.resolve("materials/" + other.text() + "/");
    }

    /// Whether deprecated documents are to be asked for after all others.
    boolean deprecatedLast() {
        return collection.hidesDeprecated() && !query.has(MpPaging.DEPRECATED);
    }

    private static QueryText completed(
            MpCollection collection, QueryText query, ImportOptions options) {
        var all = query;
        if (collection.takesFields() && !all.has("_fields") && !all.has("_all_fields")) {
            all = all.with("_all_fields", "true");
        }
        if (options.restricted() && collection == MpCollection.SUMMARY && !all.has("license")) {
            all = all.with("license", "All");
        }
        var since = Since.of(options);
        if (since.isPresent() && !collection.takesSince()) {
            throw new UnreadableSource(
                    "setting " + Since.NAME,
                    "The service does not tell which documents of (%s) are new."
                            .formatted(collection.text()),
                    "leave it out: what is known already is not recorded again.");
        }
        if (collection == MpCollection.TASKS) {
            return since.isPresent() ? all.with("last_updated_min", since.get().toString()) : all;
        }
        var order = collection.order(since.isPresent());
        return order.isPresent() ? all.with("_sort_fields", order.get()) : all;
    }

    private static void check(String name) {
        if (OF_PAGES.contains(name)) {
            throw new UnreadableSource(
                    "query",
                    "Pages are turned by the import; (%s) cannot be set.".formatted(name),
                    "use --limit for fewer documents, --set page-size=N for smaller pages.");
        }
        if (name.matches("(?i)(x[-_])?api[-_]?key|token")) {
            throw new UnreadableSource(
                    "query",
                    "A key is not given as a parameter, where it would get into the records.",
                    "put it into %s.".formatted(MaterialsProjectImporter.KEY));
        }
    }
}
