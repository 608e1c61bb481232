package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Saved answers or JSON Lines being read. They are gone through once to learn whose they are and
/// in which units, and then for the entries.
final class OptimadeReading implements SourceReading {
    private final OptimadeFiles found;
    private final FoundEntries entries;
    private final Background background;
    private final SourceDescription source;

    private OptimadeReading(
            OptimadeFiles found,
            FoundEntries entries,
            Background background,
            SourceDescription source) {
        this.found = found;
        this.entries = entries;
        this.background = background;
        this.source = source;
    }

    static OptimadeReading open(Path root, List<Path> files, ImportOptions options) {
        var background = new Background();
        try (var found = new OptimadeFiles(root, files, true)) {
            found.forEachRemaining(background::add);
        }
        var entries = FoundEntries.of(root.toString(), options, background);
        return new OptimadeReading(
                new OptimadeFiles(root, files, false),
                entries,
                background,
                entries.describe(
                        root.toString(),
                        JsonFiles.sha256(files),
                        background.whole() && files.size() == 1));
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return new Iterator<>() {
            private @Nullable SourceEntry ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && found.hasNext()) {
                    ahead = entries.entry(found.next()).orElse(null);
                }
                return ahead != null;
            }

            @Override
            public SourceEntry next() {
                var next = hasNext() ? Optional.ofNullable(ahead) : Optional.<SourceEntry>empty();
                ahead = null;
                return next.orElseThrow(NoSuchElementException::new);
            }
        };
    }

    @Override
    public List<Finding> findings() {
        return background.findings();
    }

    @Override
    public void close() {
        found.close();
    }
}
