package dev.lodestone.importers.perovskite;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import java.util.List;
import java.util.Map;

/// Reads the archives of a perovskite cell laboratory: chemicals, solutions, substrates, cells and
/// depositions.
public final class PerovskiteImporter implements Importer {
    static final String UPLOAD = "upload";
    static final String LICENCE = "licence";

    @Override
    public String name() {
        return "perovskite";
    }

    @Override
    public String title() {
        return "Perovskite cell laboratory (NOMAD archives)";
    }

    @Override
    public String description() {
        return "Archives of the NOMAD plugin of a perovskite cell laboratory: chemicals, solutions,"
                + " substrates with their cells, and depositions step by step; a directory is read"
                + " whole, so that its entries find each other.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.archive.yaml", "*.archive.json", "*/");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                UPLOAD,
                "what to call the upload; the directory's name unless given",
                LICENCE,
                "under which licence the archives are given; they do not say so themselves");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.existing();
        return PerovskiteReading.open(path, context.options());
    }
}
