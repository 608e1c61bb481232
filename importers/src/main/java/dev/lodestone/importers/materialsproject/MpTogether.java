package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What documents that are read together know of each other: which task belongs to which material
/// and how it was calculated.
final class MpTogether {
    private final ImportOptions options;
    private final Map<MpId, String> runTypes = new HashMap<>();
    private final Map<MpId, MpId> materials = new HashMap<>();
    private final TreeSet<String> versions = new TreeSet<>();

    /// @param documents all of them
    MpTogether(Stream<Found> documents, ImportOptions options) {
        this.options = options;
        documents.flatMap(found -> found.document().stream()).forEach(this::add);
        materials.keySet().retainAll(runTypes.keySet());
    }

    /// Something that is a document, or fails to be one when it is asked for.
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

    /// The version of the database, if all documents are of one.
    Optional<String> version() {
        return versions.size() == 1 ? Optional.of(versions.first()) : Optional.empty();
    }

    /// A document as it is imported.
    SourceEntry entry(Found found) {
        return new SourceEntry() {
            @Override
            public String locator() {
                return found.place();
            }

            @Override
            public MappedEntry map() {
                return switch (found.read().get()) {
                    case SummaryEntry summary -> material(summary);
                    case TaskEntry task ->
                            TaskMapping.map(task, id -> Optional.ofNullable(materials.get(id)));
                };
            }
        };
    }

    /// The Materials Project, however it is read.
    static SourceDescription describe(String location, String sha256, Optional<String> version) {
        return new SourceDescription(
                SummaryMapping.SOURCE,
                "Materials Project",
                location,
                sha256,
                version,
                Optional.of("10.1063/1.4812323"),
                Optional.of("CC BY 4.0"),
                Optional.of(
                        "A. Jain et al., The Materials Project, APL Materials 1, 011002"
                                + " (2013), doi:10.1063/1.4812323"),
                "materials-project 1",
                false);
    }

    private void add(MpDocument document) {
        switch (document) {
            case TaskEntry task -> runTypes.put(task.task(), TaskMapping.runType(task).orElse(""));
            case SummaryEntry summary -> {
                version(summary).ifPresent(versions::add);
                if (isWanted(summary)) {
                    summary.tasks().forEach(task -> materials.put(task, summary.material()));
                }
            }
        }
    }

    private MappedEntry material(SummaryEntry summary) {
        if (!isWanted(summary)) {
            throw new RefusedEntry(
                    summary.place() + "/builder_meta/license",
                    "The material (%s) is under a non-commercial licence (BY-NC)."
                            .formatted(summary.material()),
                    "ask for restricted entries.");
        }
        return SummaryMapping.map(
                summary,
                task -> Optional.ofNullable(runTypes.get(task)).filter(type -> !type.isEmpty()));
    }

    private boolean isWanted(SummaryEntry summary) {
        return options.restricted() || !summary.nonCommercial();
    }

    private static Optional<String> version(SummaryEntry summary) {
        return Stream.of("/builder_meta/database_version", "/builder_meta/build_date")
                .map(at -> summary.json().at(at).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
