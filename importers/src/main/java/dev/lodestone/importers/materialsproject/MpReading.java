package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Files of the Materials Project being read. They are gone through once to learn which task
/// belongs to which material and how it was calculated, then for the materials, and then for the
/// tasks, because a task may stand before the material it is grouped in.
final class MpReading implements SourceReading {
    private final List<Path> files;
    private final Path root;
    private final ImportOptions options;
    private final SourceDescription source;
    private final Map<MpId, String> runTypes;
    private final Map<MpId, MpId> materials;

    private MpReading(
            Path root,
            List<Path> files,
            ImportOptions options,
            Map<MpId, String> runTypes,
            Map<MpId, MpId> materials,
            Optional<String> version) {
        this.root = root;
        this.files = files;
        this.options = options;
        this.runTypes = runTypes;
        this.materials = materials;
        this.source =
                new SourceDescription(
                        SummaryMapping.SOURCE,
                        "Materials Project",
                        root.toString(),
                        JsonFiles.sha256(files),
                        version,
                        Optional.of("10.1063/1.4812323"),
                        Optional.of("CC BY 4.0"),
                        Optional.of(
                                "A. Jain et al., The Materials Project, APL Materials 1, 011002"
                                        + " (2013), doi:10.1063/1.4812323"),
                        "materials-project 1",
                        false);
    }

    static MpReading open(Path root, List<Path> files, ImportOptions options) {
        var runTypes = new HashMap<MpId, String>();
        var groups = new HashMap<MpId, MpId>();
        var versions = new TreeSet<String>();
        for (var file : files) {
            documents(root, file)
                    .flatMap(found -> found.document().stream())
                    .forEach(document -> {
                        switch (document) {
                            case TaskEntry task ->
                                    runTypes.put(task.task(), TaskMapping.runType(task).orElse(""));
                            case SummaryEntry summary -> {
                                version(summary).ifPresent(versions::add);
                                if (isWanted(summary, options)) {
                                    summary.tasks()
                                            .forEach(task -> groups.put(task, summary.material()));
                                }
                            }
                        }
                    });
        }
        groups.keySet().retainAll(runTypes.keySet());
        return new MpReading(
                root,
                files,
                options,
                runTypes,
                groups,
                versions.size() == 1 ? Optional.of(versions.first()) : Optional.empty());
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
                .map(this::entry)
                .iterator();
    }

    @Override
    public void close() {}

    private SourceEntry entry(Found found) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return found.place();
            }

            @Override
            public MappedEntry map() {
                return switch (found.read().get()) {
                    case SummaryEntry summary -> {
                        if (!isWanted(summary, options)) {
                            throw new RefusedEntry(
                                    summary.place() + "/builder_meta/license",
                                    "The material (%s) is under a non-commercial licence (BY-NC)."
                                            .formatted(summary.material()),
                                    "ask for restricted entries.");
                        }
                        yield SummaryMapping.map(
                                summary,
                                task ->
                                        Optional.ofNullable(runTypes.get(task))
                                                .filter(type -> !type.isEmpty()));
                    }
                    case TaskEntry task ->
                            TaskMapping.map(task, id -> Optional.ofNullable(materials.get(id)));
                };
            }
        };
    }

    private static boolean isWanted(SummaryEntry summary, ImportOptions options) {
        return options.restricted() || !summary.nonCommercial();
    }

    private static Optional<String> version(SummaryEntry summary) {
        return Stream.of("/builder_meta/database_version", "/builder_meta/build_date")
                .map(at -> summary.json().at(at).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Stream<Found> documents(Path root, Path file) {
        return MpFile.documents(
                file,
                root.equals(file)
                        ? file.getFileName().toString()
                        : root.relativize(file).toString());
    }

    /// Something in a file that is a document, or fails to be one when it is asked for.
    record Found(String place, Supplier<MpDocument> read) {
        Optional<MpDocument> document() {
            try {
                return Optional.of(read.get());
            } catch (RefusedEntry e) {
                return Optional.empty();
            }
        }

        boolean isTask() {
            return document().filter(TaskEntry.class::isInstance).isPresent();
        }
    }
}
