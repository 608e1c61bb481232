package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.PagedReading;
import dev.lodestone.importers.http.Since;
import dev.lodestone.importers.json.JsonFiles;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads documents of the Materials Project, from files or from the service.
public final class MaterialsProjectImporter implements Importer {
    static final String KEY = "MP_API_KEY";
    static final String QUERY = "query";
    static final String COLLECTION = "collection";
    static final String TASKS = "tasks";

    @Override
    public String name() {
        return "materials-project";
    }

    @Override
    public String title() {
        return "Materials Project";
    }

    @Override
    public String description() {
        return "Documents of the Materials Project API, from the service or as files: materials"
                + " with their computed values, each joined to the calculation it came from where"
                + " the document names it; energies, provenance, insertion electrodes and recipes.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*.jsonl", "*.jsonl.gz", "*/");
    }

    @Override
    public Optional<URI> service() {
        return Optional.of(URI.create("https://api.materialsproject.org/"));
    }

    @Override
    public Map<String, String> settings() {
        return HttpSettings.and(
                Map.of(
                        QUERY,
                        "which documents of the service: parameters of its API, such as"
                                + " chemsys=Li-Fe-O&is_stable=true; all unless given",
                        COLLECTION,
                        "one of " + MpCollection.all() + "; summary unless given",
                        TASKS,
                        "true: with each material the calculations that its values came from",
                        Since.NAME,
                        "only documents updated since a date or time",
                        HttpSettings.PAGE_SIZE,
                        "documents of a page, up to 1000, of synthesis up to 10; unless given 100,"
                                + " of insertion_electrodes 20, of tasks and synthesis 10"));
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        if (location instanceof SourceLocation.Online(var uri)) {
            return PagedReading.open(new MpService(uri, context), context);
        }
        HttpSettings.refuse(settings().keySet(), context.options());
        var path = location.path();
        return MpReading.open(path, JsonFiles.under(path), context);
    }
}
