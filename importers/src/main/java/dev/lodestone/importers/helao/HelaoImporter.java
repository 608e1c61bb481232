package dev.lodestone.importers.helao;

import dev.lodestone.importers.FileProblems;
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
import java.util.Map;

/// Reads logs of laboratory stations that run HELAO.
public final class HelaoImporter implements Importer {
    private static final String LICENCE = "licence";

    @Override
    public String name() {
        return "helao";
    }

    @Override
    public String title() {
        return "HELAO laboratory log";
    }

    @Override
    public String description() {
        return "Zips of sequences that a HELAO station carried out: the plan, and every action with"
                + " its time, instrument, parameters and data files; a zip, or a directory of them.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.zip", "*/");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(LICENCE, "under which licence the log is given; it does not say so itself");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.existing();
        return HelaoReading.open(path, zips(path), context.options().setting(LICENCE));
    }

    private static List<Path> zips(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var list = Files.list(path)) {
            var zips =
                    list.filter(Files::isRegularFile)
                            .filter(file ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(".zip"))
                            .sorted()
                            .toList();
            if (zips.isEmpty()) {
                throw new UnreadableSource(
                        path.toString(),
                        "The directory holds no zip.",
                        "an unpacked sequence is meant; pack it again.");
            }
            return zips;
        } catch (IOException e) {
            throw new UnreadableSource(
                    path.toString(), FileProblems.problem("directory", e), "", e);
        }
    }
}
