package dev.lodestone.importers.synthesis;

import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import java.nio.file.Files;
import java.util.List;

/// Reads files of synthesis recipes mined from papers.
public final class SynthesisRecipesImporter implements Importer {
    @Override
    public String name() {
        return "synthesis-recipes";
    }

    @Override
    public String title() {
        return "Text-mined synthesis recipes";
    }

    @Override
    public String description() {
        return "Recipes mined from papers (Kononova et al.), as released or as rows: each a plan"
                + " with precursors, target and operations, which nobody is known to have carried"
                + " out.";
    }

    @Override
    public List<String> accepts() {
        return List.of("*.json", "*.json.gz", "*.jsonl", "*.jsonl.gz");
    }

    @Override
    public SourceReading open(SourceLocation location, ImportContext context) {
        var path = location.path();
        if (!Files.exists(path)) {
            throw new UnreadableSource(
                    path.toString(), "There is no such file.", "the path is misspelt.");
        } else if (Files.isDirectory(path)) {
            throw new UnreadableSource(
                    path.toString(), "This is a directory, not a file.", "give one of its files.");
        }
        return RecipesReading.open(path);
    }
}
