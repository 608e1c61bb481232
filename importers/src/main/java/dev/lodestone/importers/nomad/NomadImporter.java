package dev.lodestone.importers.nomad;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Reads NOMAD archives: an upload as a directory, one archive as a file, answers of the API.
public final class NomadImporter implements Importer {
    static final String UPLOAD = "upload";
    static final String DEPLOYMENT = "deployment";

    @Override
    public String name() {
        return "nomad";
    }

    @Override
    public String title() {
        return "NOMAD";
    }

    @Override
    public String description() {
        return "NOMAD archives: a directory is an upload and is read whole, so that its entries"
                + " find each other; samples with their processes, plans, and simulations.";
    }

    @Override
    public List<String> accepts() {
        return List.of(
                "*.archive.json", "*.archive.yaml", "*.archive.yml", "*.json", "*.json.gz", "*/");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                UPLOAD,
                "what to call an upload that is read as files; the directory's name unless given",
                DEPLOYMENT,
                "which NOMAD the entries' ids are of; nomad unless given");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.path();
        if (!Files.exists(path)) {
            throw new UnreadableSource(
                    path.toString(),
                    "There is no such file or directory.",
                    "the path is misspelt.");
        }
        return NomadReading.open(path, context.options());
    }
}
