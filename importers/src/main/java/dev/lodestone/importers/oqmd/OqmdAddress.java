package dev.lodestone.importers.oqmd;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.QueryText;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is asked of OQMD: rows of formation energies, or one of them.
///
/// @param uri without parameters
/// @param query its parameters, but for those of a page
record OqmdAddress(URI uri, QueryText query) {
    private static final String PATH = "/oqmdapi/formationenergy";
    private static final Pattern ROWS = Pattern.compile(".*/formationenergy(/[0-9]+)?");
    private static final Set<String> OF_PAGES = Set.of("limit", "offset", "sort_offset");

    /// Reads an address with the options.
    ///
    /// @throws UnreadableSource if a setting is not of its kind
    static OqmdAddress of(URI given, ImportOptions options) {
        var query =
                QueryText.of(given)
                        .and(
                                QueryText.parse(
                                        options.setting(OqmdImporter.QUERY).orElse(""),
                                        OqmdImporter.QUERY));
        query.parameters().forEach(parameter -> check(parameter.name()));
        var filter = options.setting(OqmdImporter.FILTER).map(String::strip);
        if (filter.isPresent() && query.has(OqmdImporter.FILTER)) {
            throw new UnreadableSource(
                    OqmdImporter.FILTER,
                    "There is a filter (%s), and another in the query (%s)."
                            .formatted(filter.get(), query.get(OqmdImporter.FILTER).orElseThrow()),
                    "leave one of them out.");
        }
        var all = filter.map(text -> query.with(OqmdImporter.FILTER, text)).orElse(query);
        return new OqmdAddress(rows(new QueryText(List.of()).on(given)), complete(all));
    }

    /// Whether it is that of a single row, which has no pages.
    boolean isOne() {
        return !uri.getRawPath().endsWith("formationenergy");
    }

    /// Whether rows are sorted, which changes how pages are counted.
    boolean isSorted() {
        return query.has("sort_by");
    }

    /// The address of its first page.
    URI first(int pageSize) {
        return isOne() ? query.on(uri) : query.with("limit", Integer.toString(pageSize)).on(uri);
    }

    private static URI rows(URI bare) {
        var path = bare.getRawPath() == null ? "" : bare.getRawPath().replaceFirst("/+$", "");
        if (ROWS.matcher(path).matches()) {
            return bare.resolve(path);
        } else if (path.contains("/optimade")) {
            throw new UnreadableSource(
                    bare.toString(),
                    "This is OQMD's OPTIMADE interface.",
                    "import it with optimade, or give an address such as https://oqmd.org%s."
                            .formatted(PATH));
        } else if (path.isEmpty() || path.endsWith("/oqmdapi")) {
            return bare.resolve(path.isEmpty() ? PATH : path + "/formationenergy");
        }
        throw new UnreadableSource(
                bare.toString(),
                "(%s) is not imported.".formatted(path),
                "give an address that ends in /oqmdapi/formationenergy.");
    }

    /// A row without its number is refused, so that is always asked for.
    private static QueryText complete(QueryText query) {
        return query.get("fields")
                .filter(fields -> !List.of(fields.split("\\s*,\\s*", -1)).contains("entry_id"))
                .map(fields -> query.with("fields", fields + ",entry_id"))
                .orElse(query);
    }

    private static void check(String name) {
        if (OF_PAGES.contains(name)) {
            throw new UnreadableSource(
                    OqmdImporter.QUERY,
                    "Pages are turned by the import; (%s) cannot be set.".formatted(name),
                    "use --limit for fewer rows, --set page-size=N for smaller pages.");
        }
    }
}
