package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceDescription;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ComputedEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ElectrodeEntry;
import dev.lodestone.importers.materialsproject.MpDocument.MagnetismEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ProvenanceEntry;
import dev.lodestone.importers.materialsproject.MpDocument.RecipeEntry;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ThermoEntry;
import dev.lodestone.importers.synthesis.RecipeMapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What documents that are read together know of each other: which task belongs to which material
/// and how it was calculated, and which materials are registered. To be told of all of them before
/// the first is mapped.
final class MpTogether {
    private final ImportOptions options;
    private final Map<MpId, String> runTypes = new HashMap<>();
    private final Map<MpId, MpId> groups = new HashMap<>();
    private final Set<MpId> registered = new HashSet<>();
    private final TreeSet<String> versions = new TreeSet<>();

    MpTogether(ImportOptions options) {
        this.options = options;
    }

    /// Takes note of a document, of which an outline is enough.
    void learn(MpDocument document) {
        version(document).ifPresent(versions::add);
        if (document instanceof TaskEntry task) {
            runTypes.put(task.task(), TaskMapping.runType(task).orElse(""));
        } else if (document instanceof SummaryEntry summary && isWanted(summary)) {
            registered.add(summary.material());
            summary.tasks().forEach(task -> groups.put(task, summary.material()));
        }
    }

    /// The version of the database, if all documents are of one.
    Optional<String> version() {
        return versions.size() == 1 ? Optional.of(versions.first()) : Optional.empty();
    }

    /// A document as it is imported.
    SourceEntry entry(Found found) {
        return SourceEntry.of(found.place(), () -> map(found.read()));
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
                "materials-project 2",
                false);
    }

    private MappedEntry map(MpDocument document) {
        if (!isWanted(document)) {
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
                                            Optional.ofNullable(runTypes.get(task))
                                                    .filter(type -> !type.isEmpty()));
                    case ThermoEntry thermo ->
                            ThermoMapping.map(thermo, registered.contains(thermo.material()));
                    case MagnetismEntry magnetism ->
                            MagnetismMapping.map(
                                    magnetism, registered.contains(magnetism.material()));
                    case ProvenanceEntry provenance ->
                            ProvenanceMapping.map(
                                    provenance, registered.contains(provenance.material()));
                    case ElectrodeEntry electrode -> ElectrodeMapping.map(electrode);
                    case ComputedEntry entry ->
                            ComputedEntryMapping.map(entry, registered.contains(entry.material()));
                    case RecipeEntry recipe ->
                            RecipeMapping.map(SummaryMapping.SOURCE, recipe.json(), recipe.place());
                    case TaskEntry task ->
                            TaskMapping.map(task, id -> Optional.ofNullable(groups.get(id)));
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
            case MagnetismEntry entry -> "magnetism of (%s)".formatted(entry.material());
            case ProvenanceEntry entry -> "provenance of (%s)".formatted(entry.material());
            case ElectrodeEntry electrode -> "electrode (%s)".formatted(electrode.battery());
            case ComputedEntry entry -> "computed entry of (%s)".formatted(entry.task());
            case RecipeEntry _ -> "recipe";
            case TaskEntry task -> "task (%s)".formatted(task.task());
        };
    }

    private boolean isWanted(MpDocument document) {
        return options.restricted() || !document.nonCommercial();
    }

    private static Optional<String> version(MpDocument document) {
        var built = document.json().path("builder_meta");
        return Optional.of(built.path("database_version").asString(""))
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(built.path("build_date").asString("")))
                .filter(text -> !text.isEmpty());
    }
}
