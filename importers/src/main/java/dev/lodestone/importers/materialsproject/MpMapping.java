package dev.lodestone.importers.materialsproject;

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
import java.util.Optional;

/// Documents of any kind as they are imported.
final class MpMapping {
    private MpMapping() {}

    /// A document as it is imported.
    ///
    /// @param together what the documents read together with it know
    static SourceEntry entry(Found found, MpTogether together) {
        return SourceEntry.of(found.place(), () -> map(found.read(), together));
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
                "materials-project 3",
                false);
    }

    private static MappedEntry map(MpDocument document, MpTogether together) {
        if (!together.isWanted(document)) {
            throw new RefusedEntry(
                    document.place() + document.nonCommercialField(),
                    "The %s is under a non-commercial licence (BY-NC).".formatted(named(document)),
                    "ask for restricted entries.");
        }
        var mapped =
                switch (document) {
                    case SummaryEntry summary ->
                            SummaryMapping.map(summary, together.runTypes())
                                    .bearing(together.bearings(summary));
                    case ThermoEntry thermo ->
                            ThermoMapping.map(thermo, together.isRegistered(thermo.material()));
                    case MagnetismEntry magnetism ->
                            MagnetismMapping.map(
                                    magnetism, together.isRegistered(magnetism.material()));
                    case ProvenanceEntry provenance ->
                            ProvenanceMapping.map(
                                    provenance, together.isRegistered(provenance.material()));
                    case ElectrodeEntry electrode -> ElectrodeMapping.map(electrode);
                    case ComputedEntry entry ->
                            ComputedEntryMapping.map(
                                    entry, together.isRegistered(entry.material()));
                    case RecipeEntry recipe ->
                            RecipeMapping.map(SummaryMapping.SOURCE, recipe.json(), recipe.place());
                    case TaskEntry task -> task(task, together.materialOf(task.task()), together);
                };
        return document.nonCommercial() ? restricted(mapped) : mapped;
    }

    /// The same with each record under the licence that forbids commercial use.
    private static MappedEntry restricted(MappedEntry entry) {
        return new MappedEntry(
                entry.items().stream().map(item -> item.licensed("CC BY-NC 4.0")).toList(),
                entry.mappedFields(),
                entry.dropped(),
                entry.findings(),
                entry.bearings());
    }

    private static MappedEntry task(TaskEntry task, Optional<MpId> material, MpTogether together) {
        return TaskMapping.map(task, material, material.filter(together::isRegistered).isPresent())
                .bearing(together.bearings(task));
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
}
