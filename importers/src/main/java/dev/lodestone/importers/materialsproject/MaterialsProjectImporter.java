package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reads documents of the Materials Project from files.
public final class MaterialsProjectImporter implements Importer {
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
        return "Documents of the Materials Project API, as answers or as files: materials with"
                + " their computed values, each joined to the calculation it came from where the"
                + " document names it; energies, provenance, insertion electrodes and recipes.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*.jsonl", "*.jsonl.gz", "*/");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.path();
        if (!Files.exists(path)) {
            throw new UnreadableSource(
                    path.toString(), "There is no such file.", "the path is misspelt.");
        }
        return MpReading.open(path, files(path), context.options());
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
