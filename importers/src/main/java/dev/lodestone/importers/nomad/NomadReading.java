package dev.lodestone.importers.nomad;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An upload, or answers of the API, being read. All of it is held at once, because any entry may
/// refer to any other.
final class NomadReading implements SourceReading {
    private static final Set<String> SECTIONS =
            Set.of("data", "definitions", "metadata", "results", "run", "workflow", "workflow2");

    private final SourceDescription source;
    private final List<SourceEntry> entries;

    private NomadReading(SourceDescription source, List<SourceEntry> entries) {
        this.source = source;
        this.entries = List.copyOf(entries);
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
        var answers = new ApiAnswers();
        var entries = new ArrayList<NomadEntry>();
        var others = new ArrayList<SourceEntry>();
        for (var file : archives) {
            var name = name(root, file);
            try {
                take(name, JsonFiles.read(file, name), answers, entries);
            } catch (RefusedEntry e) {
                others.add(SourceEntry.refused(e));
            }
        }
        entries.addAll(answers.entries());
        boolean deployment = entries.stream().anyMatch(entry -> entry.entryId().isPresent());
        var nomad =
                deployment
                        ? NomadEntries.deployment(options)
                        : new NomadSource(uploadId(root, options), false);
        var upload = new NomadUpload(entries, besides(root, beside));
        var mapping = new EntryMapping(upload, nomad, options.restricted());
        var all = new ArrayList<>(NomadEntries.of(entries, mapping, answers));
        all.addAll(others);
        return new NomadReading(
                describe(
                        nomad,
                        deployment ? "NOMAD" : "NOMAD upload " + root.getFileName(),
                        path.toString(),
                        JsonFiles.sha256(archives),
                        NomadEntries.version(entries),
                        whole && !deployment && !options.part()),
                all);
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
        return entries.iterator();
    }

    @Override
    public void close() {}

    private static SourceId uploadId(Path root, ImportOptions options) {
        return NomadEntries.id(
                "nomad-upload-"
                        + options.setting(NomadImporter.UPLOAD)
                                .orElse(String.valueOf(root.toAbsolutePath().getFileName())));
    }

    private static void take(
            String name, JsonNode tree, ApiAnswers answers, List<NomadEntry> entries) {
        if (ApiAnswers.isAnswer(tree)) {
            answers.add(name, tree);
        } else if (tree instanceof ObjectNode archive && SECTIONS.stream().anyMatch(archive::has)) {
            var mainfile =
                    archive.at("/metadata/mainfile").asString(name.replaceFirst("\\.gz$", ""));
            entries.add(new NomadEntry(name, mainfile, archive));
        } else {
            throw new RefusedEntry(
                    name,
                    "This is no NOMAD archive: it has none of the sections "
                            + SECTIONS.stream().sorted().collect(Collectors.joining(", "))
                            + ".",
                    "it is data that an archive refers to.");
        }
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
