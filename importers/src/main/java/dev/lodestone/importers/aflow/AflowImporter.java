package dev.lodestone.importers.aflow;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
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
import tools.jackson.databind.JsonNode;

/// Reads answers of AFLUX, from files or from the service.
public final class AflowImporter implements Importer {
    static final String QUERY = "query";
    static final String KEYWORDS = "keywords";

    @Override
    public String name() {
        return "aflow";
    }

    @Override
    public String title() {
        return "AFLOW";
    }

    @Override
    public String description() {
        return "Answers of AFLOW's search interface AFLUX, from the service or saved: a material for"
                + " every row, with the values of those keywords that have a term.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*/");
    }

    @Override
    public Optional<URI> service() {
        return Optional.of(URI.create("https://aflow.org/API/aflux/v1.0/"));
    }

    @Override
    public Map<String, String> settings() {
        return HttpSettings.and(
                Map.of(
                        QUERY,
                        "which rows of the service, in the words of AFLUX, such as"
                                + " species(Si,O),nspecies(2),Egap(6*); all unless given",
                        KEYWORDS,
                        "which keywords the service gives besides those of the query; all that"
                                + " have a term unless given",
                        HttpSettings.PAGE_SIZE,
                        "rows of a page, up to 1000; 100 unless given"));
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        if (location instanceof SourceLocation.Online(var uri)) {
            return PagedReading.open(new AflowService(uri, context), context);
        }
        HttpSettings.refuse(settings().keySet(), context.options());
        var path = location.path();
        var files = JsonFiles.under(path);
        return new RowsReading(
                path,
                files,
                describe(path.toString(), JsonFiles.sha256(files)),
                AflowImporter::rows,
                AflowMapping::map);
    }

    static SourceDescription describe(String locator, String sha256) {
        return new SourceDescription(
                AflowMapping.SOURCE,
                "AFLOW",
                locator,
                sha256,
                Optional.empty(),
                Optional.of("10.1016/j.commatsci.2012.02.002"),
                Optional.empty(),
                Optional.of("S. Curtarolo et al., Comput. Mater. Sci. 58, 227 (2012)"),
                "aflow 1",
                false);
    }

    private static List<Row> rows(JsonNode json, String place, Consumer<Finding> odd) {
        var answer = AflowAnswer.of(json, place);
        answer.total()
                .ifPresent(total -> {
                    if (total != answer.rows().size()) {
                        odd.accept(
                                new Finding(
                                        place,
                                        "The answer has %d of %d rows; the other pages are not in it."
                                                .formatted(answer.rows().size(), total)));
                    }
                });
        return answer.rows();
    }
}
