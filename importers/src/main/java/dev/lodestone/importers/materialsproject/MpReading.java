package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.SourceReading;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.importers.materialsproject.MpDocument.ComputedEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ElectrodeEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ProvenanceEntry;
import dev.lodestone.importers.materialsproject.MpDocument.RecipeEntry;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ThermoEntry;
import dev.lodestone.importers.synthesis.RecipeMapping;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Files of the Materials Project being read. They are gone through once to learn which task
/// belongs to which material and how it was calculated, then for the materials, then for what other
/// documents say of them, and then for the tasks, because a document may stand before the material
/// it is about.
final class MpReading implements SourceReading {
    private final List<Path> files;
    private final Path root;
    private final ImportOptions options;
    private final SourceDescription source;
    private final AtHand atHand;

    /// What the files hold, known before any of it is mapped.
    ///
    /// @param runTypes of the tasks; empty text where a task does not state it
    /// @param groups the material that a task is grouped in
    /// @param registered the materials whose summaries will be imported
    /// @param turns which turns each file has documents for
    private record AtHand(
            Map<MpId, String> runTypes,
            Map<MpId, MpId> groups,
            Set<MpId> registered,
            Map<Path, Set<Turn>> turns) {}

    /// The order of reading.
    private enum Turn {
        /// Materials, and what cannot be told.
        MATERIALS,
        /// What other documents say of them, and recipes.
        ABOUT_MATERIALS,
        TASKS;

        static Turn of(Found found) {
            return found.document().map(Turn::turn).orElse(MATERIALS);
        }

        private static Turn turn(MpDocument document) {
            return switch (document) {
                case SummaryEntry _ -> MATERIALS;
                case ThermoEntry _,
                        ProvenanceEntry _,
                        ElectrodeEntry _,
                        ComputedEntry _,
                        RecipeEntry _ ->
                        ABOUT_MATERIALS;
                case TaskEntry _ -> TASKS;
            };
        }
    }

    private MpReading(
            Path root,
            List<Path> files,
            ImportOptions options,
            AtHand atHand,
            Optional<String> version) {
        this.root = root;
        this.files = files;
        this.options = options;
        this.atHand = atHand;
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
                        "materials-project 2",
                        false);
    }

    static MpReading open(Path root, List<Path> files, ImportOptions options) {
        var atHand = new AtHand(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        var versions = new TreeSet<String>();
        for (var file : files) {
            var turns = EnumSet.noneOf(Turn.class);
            documents(root, file)
                    .forEach(found -> {
                        turns.add(Turn.of(found));
                        found.document()
                                .ifPresent(document -> {
                                    version(document).ifPresent(versions::add);
                                    learn(document, options, atHand);
                                });
                    });
            atHand.turns().put(file, turns);
        }
        atHand.groups().keySet().retainAll(atHand.runTypes().keySet());
        return new MpReading(
                root,
                files,
                options,
                atHand,
                versions.size() == 1 ? Optional.of(versions.first()) : Optional.empty());
    }

    private static void learn(MpDocument document, ImportOptions options, AtHand atHand) {
        if (document instanceof TaskEntry task) {
            atHand.runTypes().put(task.task(), TaskMapping.runType(task).orElse(""));
        } else if (document instanceof SummaryEntry summary && isWanted(summary, options)) {
            atHand.registered().add(summary.material());
            summary.tasks().forEach(task -> atHand.groups().put(task, summary.material()));
        }
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
                                .filter(file ->
                                        atHand.turns().getOrDefault(file, Set.of()).contains(turn))
                                .flatMap(file -> documents(root, file))
                                .filter(found -> Turn.of(found) == turn))
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
                return MpReading.this.map(found.read().get());
            }
        };
    }

    private MappedEntry map(MpDocument document) {
        if (!isWanted(document, options)) {
            throw new RefusedEntry(
                    document.place() + "/builder_meta/license",
                    "The %s is under a non-commercial licence (BY-NC).".formatted(named(document)),
                    "ask for restricted entries.");
        }
        var mapped =
                switch (document) {
                    case SummaryEntry summary ->
                            SummaryMapping.map(
                                    summary,
                                    task ->
                                            Optional.ofNullable(atHand.runTypes().get(task))
                                                    .filter(type -> !type.isEmpty()));
                    case ThermoEntry thermo ->
                            ThermoMapping.map(
                                    thermo, atHand.registered().contains(thermo.material()));
                    case ProvenanceEntry provenance ->
                            ProvenanceMapping.map(
                                    provenance,
                                    atHand.registered().contains(provenance.material()));
                    case ElectrodeEntry electrode -> ElectrodeMapping.map(electrode);
                    case ComputedEntry entry ->
                            ComputedEntryMapping.map(
                                    entry, atHand.registered().contains(entry.material()));
                    case RecipeEntry recipe ->
                            RecipeMapping.map(SummaryMapping.SOURCE, recipe.json(), recipe.place());
                    case TaskEntry task ->
                            TaskMapping.map(
                                    task, id -> Optional.ofNullable(atHand.groups().get(id)));
                };
        return document.nonCommercial() ? restricted(mapped) : mapped;
    }

    /// The same with each record under the licence that forbids commercial use.
    private static MappedEntry restricted(MappedEntry entry) {
        return new MappedEntry(
                entry.items().stream().map(item -> item.licensed("CC BY-NC 4.0")).toList(),
                entry.mappedFields(),
                entry.dropped(),
                entry.findings());
    }

    private static String named(MpDocument document) {
        return switch (document) {
            case SummaryEntry summary -> "material (%s)".formatted(summary.material());
            case ThermoEntry thermo -> "energy of (%s)".formatted(thermo.material());
            case ProvenanceEntry entry -> "provenance of (%s)".formatted(entry.material());
            case ElectrodeEntry electrode -> "electrode (%s)".formatted(electrode.battery());
            case ComputedEntry entry -> "computed entry of (%s)".formatted(entry.task());
            case RecipeEntry _ -> "recipe";
            case TaskEntry task -> "task (%s)".formatted(task.task());
        };
    }

    private static boolean isWanted(MpDocument document, ImportOptions options) {
        return options.restricted() || !document.nonCommercial();
    }

    private static Optional<String> version(MpDocument document) {
        return Stream.of("/builder_meta/database_version", "/builder_meta/build_date")
                .map(at -> document.json().at(at).asString(""))
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
    }
}
