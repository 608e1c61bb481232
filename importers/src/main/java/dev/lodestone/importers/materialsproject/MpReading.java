package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.materialsproject.MpTogether.Found;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// Files of the Materials Project being read. They are gone through once to learn what documents
/// know of each other, then for the materials, and then for the tasks, because a task may stand
/// before the material it is grouped in.
final class MpReading implements SourceReading {
    private final List<Path> files;
    private final Path root;
    private final SourceDescription source;
    private final MpTogether together;

    private MpReading(Path root, List<Path> files, MpTogether together) {
        this.root = root;
        this.files = files;
        this.together = together;
        this.source =
                MpTogether.describe(root.toString(), JsonFiles.sha256(files), together.version());
    }

    static MpReading open(Path root, List<Path> files, ImportOptions options) {
        var documents = files.stream().flatMap(file -> documents(root, file));
        return new MpReading(root, files, new MpTogether(documents, options));
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return Stream.concat(
                        files.stream()
                                .flatMap(file -> documents(root, file))
                                .filter(found -> !found.isTask()),
                        files.stream().flatMap(file -> documents(root, file)).filter(Found::isTask))
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
