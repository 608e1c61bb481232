package dev.lodestone.importers.oqmd;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.PagedReading;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.json.RowsReading;
import dev.lodestone.importers.json.RowsReading.Row;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Reads answers of OQMD's own interface, from files or from the service.
public final class OqmdImporter implements Importer {
    static final String QUERY = "query";
    static final String FILTER = "filter";
    static final String THREE_DECIMALS =
            "OQMD's own interface gives sites with three decimals only; its OPTIMADE interface gives them in full.";

    @Override
    public String name() {
        return "oqmd";
    }

    @Override
    public String title() {
        return "Open Quantum Materials Database";
    }

    @Override
    public String description() {
        return "Rows of OQMD's REST interface (/oqmdapi/formationenergy), from the service or saved:"
                + " a material with its structure, formation energy, stability and band gap.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*/");
    }

    @Override
    public Optional<URI> service() {
        return Optional.of(URI.create("https://oqmd.org/oqmdapi/formationenergy"));
    }

    @Override
    public Map<String, String> settings() {
        return HttpSettings.and(
                Map.of(
                        QUERY,
                        "which rows of the service: parameters of its API, such as"
                                + " composition=Fe-O&noduplicate=True; all unless given",
                        FILTER,
                        "which rows of the service, in its filter language, such as"
                                + " stability<0.05 AND element_set=(Fe-Mn),O",
                        HttpSettings.PAGE_SIZE,
                        "rows of a page, up to 1000; 100 unless given"));
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        if (location instanceof SourceLocation.Online(var uri)) {
            return PagedReading.open(new OqmdService(uri, context), context);
        }
        HttpSettings.refuse(settings().keySet(), context.options());
        var path = location.path();
        var files = JsonFiles.under(path);
        return new RowsReading(
                path,
                files,
                describe(path.toString(), JsonFiles.sha256(files)),
                OqmdImporter::rows,
                OqmdMapping::map);
    }

    static SourceDescription describe(String locator, String sha256) {
        return new SourceDescription(
                OqmdMapping.SOURCE,
                "Open Quantum Materials Database",
                locator,
                sha256,
                Optional.empty(),
                Optional.of("10.1007/s11837-013-0755-4"),
                Optional.of("CC BY 4.0"),
                Optional.of(
                        "J. E. Saal et al., JOM 65, 1501 (2013); S. Kirklin et al., npj"
                                + " Comput. Mater. 1, 15010 (2015)"),
                "oqmd 1",
                false);
    }

    /// A list of rows, the answer of the interface, or one row.
    private static List<Row> rows(JsonNode answer, String place, Consumer<Finding> odd) {
        var data = answer.path("data");
        List<Row> rows;
        if (answer.isArray()) {
            rows = rows(answer, place + "#");
        } else if (data.isArray()) {
            rows = rows(data, place + "#/data");
            more(answer, place, rows.size(), odd);
        } else if (data.isObject()) {
            rows = List.of(new Row(place + "#/data", data));
        } else if (answer.has("entry_id")) {
            rows = List.of(new Row(place + "#", answer));
        } else {
            throw new RefusedEntry(
                    place,
                    "This is not an answer of OQMD; its fields are (%s)."
                            .formatted(
                                    String.join(
                                            ", ",
                                            answer.propertyNames().stream().limit(8).toList())),
                    "it is a page of another interface.");
        }
        if (rows.stream().anyMatch(row -> row.json().path("sites").isArray())) {
            odd.accept(new Finding(place, THREE_DECIMALS));
        }
        return rows;
    }

    private static List<Row> rows(JsonNode list, String at) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Row(at + "/" + i, list.get(i)))
                .toList();
    }

    /// What the answer counts as returned is its own size, and "more data" are said to be available
    /// on the last page too; only the total and the link tell.
    private static void more(JsonNode answer, String place, int rows, Consumer<Finding> odd) {
        var all = answer.at("/meta/data_available");
        if (all.isIntegralNumber() && all.longValue() > rows) {
            odd.accept(
                    new Finding(
                            place,
                            "The answer has %d of %d rows; the other pages are not in it."
                                    .formatted(rows, all.longValue())));
        }
    }
}
