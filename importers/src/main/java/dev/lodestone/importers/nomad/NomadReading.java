package dev.lodestone.importers.nomad;

import dev.lodestone.events.SourceId;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An upload, or answers of the API, being read. All of it is held at once, because any entry may
/// refer to any other.
final class NomadReading implements SourceReading {
    private static final Set<String> SECTIONS =
            Set.of("data", "definitions", "metadata", "results", "run", "workflow", "workflow2");

    private final SourceDescription source;
    private final NomadUpload upload;
    private final EntryMapping mapping;
    private final List<SourceEntry> others;

    private NomadReading(
            SourceDescription source,
            NomadUpload upload,
            EntryMapping mapping,
            List<SourceEntry> others) {
        this.source = source;
        this.upload = upload;
        this.mapping = mapping;
        this.others = List.copyOf(others);
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
        answers.without().forEach(answer -> others.add(empty(answer.place(), answer.what())));
        entries.addAll(answers.entries());
        boolean deployment = entries.stream().anyMatch(entry -> entry.entryId().isPresent());
        var id =
                deployment
                        ? options.setting(NomadImporter.DEPLOYMENT).orElse("nomad")
                        : "nomad-upload-"
                                + options.setting(NomadImporter.UPLOAD)
                                        .orElse(
                                                String.valueOf(
                                                        root.toAbsolutePath().getFileName()));
        var nomad =
                new NomadSource(new SourceId(id.replaceAll("[^A-Za-z0-9._~-]", "-")), deployment);
        var upload = new NomadUpload(entries, besides(root, beside));
        return new NomadReading(
                new SourceDescription(
                        nomad.id(),
                        deployment ? "NOMAD" : "NOMAD upload " + root.getFileName(),
                        path.toString(),
                        JsonFiles.sha256(archives),
                        version(entries),
                        Optional.empty(),
                        deployment ? Optional.of(NomadSource.LICENCE) : Optional.empty(),
                        deployment
                                ? Optional.of("the authors of each entry, with a link to it")
                                : Optional.empty(),
                        "nomad 1",
                        whole && !deployment && !options.part()),
                upload,
                new EntryMapping(upload, nomad, options.restricted()),
                others);
    }

    @Override
    public SourceDescription source() {
        return source;
    }

    @Override
    public Iterator<SourceEntry> entries() {
        return Stream.concat(upload.entries().stream().map(this::entry), others.stream())
                .iterator();
    }

    @Override
    public void close() {}

    private SourceEntry entry(NomadEntry entry) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return entry.place();
            }

            @Override
            public MappedEntry map() {
                return mapping.map(entry);
            }
        };
    }

    /// An answer without an entry: nothing to record, but counted.
    private static SourceEntry empty(String place, String what) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return place;
            }

            @Override
            public MappedEntry map() {
                return new MappedEntry(
                        List.of(),
                        Set.of(),
                        List.of(new DroppedField("an answer", what)),
                        List.of());
            }
        };
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

    private static Optional<String> version(List<NomadEntry> entries) {
        var versions =
                entries.stream()
                        .flatMap(entry -> entry.text("/metadata/nomad_version").stream())
                        .distinct()
                        .toList();
        return versions.size() == 1 ? Optional.of(versions.getFirst()) : Optional.empty();
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
