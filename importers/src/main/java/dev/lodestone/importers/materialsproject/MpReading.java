package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Files of the Materials Project being read. They are gone through once to learn what documents
/// know of each other, then for the materials, then for what other documents say of them, and then
/// for the tasks.
final class MpReading implements SourceReading {
    private final List<Path> files;
    private final Path root;
    private final SourceDescription source;
    private final MpTogether together;
    private final Map<Path, Set<Turn>> turns;

    private MpReading(
            Path root, List<Path> files, MpTogether together, Map<Path, Set<Turn>> turns) {
        this.root = root;
        this.files = files;
        this.together = together;
        this.turns = turns;
        this.source =
                MpTogether.describe(root.toString(), JsonFiles.sha256(files), together.version());
    }

    static MpReading open(Path root, List<Path> files, ImportOptions options) {
        var together = new MpTogether(options);
        var turns = new HashMap<Path, Set<Turn>>();
        for (var file : files) {
            var ofFile = EnumSet.noneOf(Turn.class);
            documents(root, file)
                    .forEach(found -> {
                        ofFile.add(Turn.of(found));
                        together.learn(found);
                    });
            turns.put(file, ofFile);
        }
        return new MpReading(root, files, together, turns);
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return Stream.of(Turn.values())
                .flatMap(turn ->
                        files.stream()
                                .filter(file -> turns.getOrDefault(file, Set.of()).contains(turn))
                                .flatMap(file -> documents(root, file))
                                .filter(found -> Turn.of(found) == turn))
                .map(together::entry)
                .iterator();
    }

    @Override
    public void close() {}

    private static Stream<Found> documents(Path root, Path file) {
        return MpFile.documents(
                file,
                root.equals(file)
                        ? file.getFileName().toString()
                        : root.relativize(file).toString());
    }
}
