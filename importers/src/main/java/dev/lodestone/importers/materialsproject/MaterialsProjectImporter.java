package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.HttpSettings;
import dev.lodestone.importers.http.PagedReading;
import dev.lodestone.importers.http.Since;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        if (!Files.exists(path)) {
            throw new UnreadableSource(
                    path.toString(), "There is no such file.", "the path is misspelt.");
        }
        return MpReading.open(path, files(path), context);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var walk = Files.walk(path)) {
            var files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> isJson(file.getFileName().toString()))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new UnreadableSource(
                        path.toString(), "The directory holds no JSON file.", "it is another one.");
            }
            return files;
        } catch (IOException e) {
            throw new UnreadableSource(
                    path.toString(), "The directory cannot be read (%s).".formatted(e), "", e);
        }
    }

    private static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.jsonl?(\\.gz)?");
    }
}
