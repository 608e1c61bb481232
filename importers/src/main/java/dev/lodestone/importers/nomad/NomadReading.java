package dev.lodestone.importers.nomad;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An upload, or answers of the API, being read. Any entry may refer to any other, so all files are
/// gone through before the first is mapped; only what entries are called is held of them.
final class NomadReading implements SourceReading {
    private final SourceDescription source;
    private final ArchiveFiles files;
    private final EntryMapping mapping;

    private NomadReading(SourceDescription source, ArchiveFiles files, EntryMapping mapping) {
        this.source = source;
        this.files = files;
        this.mapping = mapping;
    }

    static NomadReading open(Path path, ImportOptions options) {
        boolean whole = Files.isDirectory(path);
        var root = whole ? path : path.toAbsolutePath().resolveSibling("");
        var beside = whole ? files(path) : List.of(path.toAbsolutePath());
        var archives =
                beside.stream().filter(file -> isArchive(file.getFileName().toString())).toList();
        if (archives.isEmpty()) {
            throw new UnreadableSource(
                    path.toString(),
                    "There is no archive (*.archive.json, *.archive.yaml) here.",
                    "it is another directory.");
        }
        var read = new ArchiveFiles();
        try {
            archives.forEach(file -> read.add(name(root, file), file));
            read.complete();
        } catch (RuntimeException e) {
            read.close();
            throw e;
        }
        boolean deployment = read.heads().stream().anyMatch(head -> head.id().isPresent());
        var nomad =
                deployment
                        ? NomadEntries.deployment(options)
                        : new NomadSource(uploadId(root, options), false);
        var upload = new NomadUpload(read.lookup(), besides(root, beside));
        return new NomadReading(
                describe(
                        nomad,
                        deployment ? "NOMAD" : "NOMAD upload " + root.getFileName(),
                        path.toString(),
                        JsonFiles.sha256(archives),
                        read.version(),
                        whole && !deployment && !options.part()),
                read,
                new EntryMapping(upload, nomad, read.accounts(), options.restricted()));
    }

    /// Where entries are from, however they are read.
    static SourceDescription describe(
            NomadSource nomad,
            String title,
            String location,
            String sha256,
            Optional<String> version,
            boolean whole) {
        return new SourceDescription(
                nomad.id(),
                title,
                location,
                sha256,
                version,
                Optional.empty(),
                nomad.deployment() ? Optional.of(NomadSource.LICENCE) : Optional.empty(),
                nomad.deployment()
                        ? Optional.of("the authors of each entry, with a link to it")
                        : Optional.empty(),
                "nomad 2",
                whole);
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        var entries =
                files.heads().stream()
                        .map(head ->
                                SourceEntry.of(head.place(), () -> mapping.map(files.read(head))));
        var others =
                Stream.concat(
                        files.without().stream().map(NomadEntries::empty),
                        files.refused().stream().map(SourceEntry::refused));
        return Stream.concat(entries, others).iterator();
    }

    @Override
    public void close() {
        files.close();
    }

    private static SourceId uploadId(Path root, ImportOptions options) {
        return NomadEntries.id(
                "nomad-upload-"
                        + options.setting(NomadImporter.UPLOAD)
                                .orElse(String.valueOf(root.toAbsolutePath().getFileName())));
    }

    private static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(\\.json|\\.archive\\.ya?ml)(\\.gz)?");
    }

    private static List<Path> files(Path directory) {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableSource(
                    directory.toString(), "The directory cannot be read (%s).".formatted(e), "", e);
        }
    }

    private static Map<String, Path> besides(Path root, List<Path> files) {
        var besides = new TreeMap<String, Path>();
        files.forEach(file -> besides.put(name(root, file), file));
        return besides;
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
