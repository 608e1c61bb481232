package dev.lodestone.importers.perovskite;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.FileProblems;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.nomad.NomadEntry;
import dev.lodestone.importers.nomad.NomadUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The archives of a directory being read. All of them are held at once, because any may refer to
/// any other; things come before what is said of them.
final class PerovskiteReading implements SourceReading {
    private final SourceDescription source;
    private final Laboratory laboratory;
    private final List<SourceEntry> refused;

    private PerovskiteReading(
            SourceDescription source, Laboratory laboratory, List<SourceEntry> refused) {
        this.source = source;
        this.laboratory = laboratory;
        this.refused = List.copyOf(refused);
    }

    static PerovskiteReading open(Path path, ImportOptions options) {
        boolean whole = Files.isDirectory(path);
        var root = whole ? path : path.toAbsolutePath().resolveSibling("");
        var files = whole ? files(path) : List.of(path.toAbsolutePath());
        var archives = files.stream().filter(PerovskiteReading::isArchive).toList();
        if (archives.isEmpty()) {
            throw new UnreadableSource(
                    path.toString(),
                    "There is no archive (*.archive.yaml, *.archive.json) here.",
                    "it is another directory.");
        }
        var entries = new ArrayList<PerovskiteEntry>();
        var refused = new ArrayList<SourceEntry>();
        for (var file : archives) {
            try {
                entries.add(read(file, name(root, file)));
            } catch (RefusedEntry e) {
                refused.add(SourceEntry.refused(e));
            }
        }
        entries.sort(
                Comparator.comparing(PerovskiteEntry::kind).thenComparing(PerovskiteEntry::key));
        var besides = new TreeMap<String, Path>();
        files.forEach(file -> besides.put(name(root, file), file));
        var called =
                options.setting(PerovskiteImporter.UPLOAD)
                        .orElse(String.valueOf(root.toAbsolutePath().getFileName()));
        var id = new SourceId("perovskite-" + called.replaceAll("[^A-Za-z0-9._~-]", "-"));
        return new PerovskiteReading(
                new SourceDescription(
                        id,
                        "Perovskite cell laboratory, " + called,
                        path.toString(),
                        JsonFiles.sha256(archives),
                        Optional.empty(),
                        Optional.empty(),
                        options.setting(PerovskiteImporter.LICENCE),
                        Optional.empty(),
                        "perovskite 1",
                        whole && !options.part()),
                new Laboratory(
                        id,
                        new NomadUpload(
                                entries.stream().map(PerovskiteEntry::archive).toList(), besides),
                        entries),
                refused);
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return Stream.concat(laboratory.entries().stream().map(this::entry), refused.stream())
                .iterator();
    }

    @Override
    public void close() {}

    private SourceEntry entry(PerovskiteEntry entry) {
        return SourceEntry.of(entry.archive().place(), () -> map(entry));
    }

    private MappedEntry map(PerovskiteEntry entry) {
        var into = new Collected(entry, laboratory);
        duplicates(into);
        return switch (entry.kind()) {
            case MATERIAL -> new ThingMapping(into).material();
            case COMPOSITION -> new ThingMapping(into).composition();
            case SUBSTRATE -> new ThingMapping(into).substrate();
            case SOLUTION -> new SolutionMapping(into).map();
            case CELL_AREA -> new ThingMapping(into).cellArea();
            case DEPOSITION -> new DepositionMapping(into).map();
        };
    }

    private void duplicates(Collected into) {
        into.entry()
                .labId()
                .ifPresent(id ->
                        laboratory.entries().stream()
                                .filter(other -> !other.equals(into.entry()))
                                .filter(other -> other.labId().filter(id::equals).isPresent())
                                .forEach(other ->
                                        into.find(
                                                "/data/lab_id",
                                                "The laboratory id (%s) is that of (%s) too."
                                                        .formatted(id, other.key()))));
    }

    private static PerovskiteEntry read(Path file, String name) {
        if (JsonFiles.read(file, name) instanceof ObjectNode archive) {
            return PerovskiteEntry.of(new NomadEntry(name, name, archive));
        }
        throw new RefusedEntry(name, "An archive is an object of sections.", "it is another file.");
    }

    private static boolean isArchive(Path file) {
        return String.valueOf(file.getFileName())
                .toLowerCase(Locale.ROOT)
                .matches(".*\\.archive\\.(json|ya?ml)");
    }

    private static List<Path> files(Path directory) {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableSource(
                    directory.toString(), FileProblems.problem("directory", e), "", e);
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
