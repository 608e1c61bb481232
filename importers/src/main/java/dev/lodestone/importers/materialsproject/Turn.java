package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.materialsproject.MpDocument.ComputedEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ElectrodeEntry;
import dev.lodestone.importers.materialsproject.MpDocument.MagnetismEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ProvenanceEntry;
import dev.lodestone.importers.materialsproject.MpDocument.RecipeEntry;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import dev.lodestone.importers.materialsproject.MpDocument.ThermoEntry;
import java.util.Optional;

/// The order of reading files, because a document may stand before the material it is about.
enum Turn {
    /// Materials, and what cannot be told.
    MATERIALS,
    /// What other documents say of them, and recipes.
    ABOUT_MATERIALS,
    TASKS;

    static Turn of(Optional<MpDocument> document) {
        return document.map(Turn::of).orElse(MATERIALS);
    }

    private static Turn of(MpDocument document) {
        return switch (document) {
            case SummaryEntry _ -> MATERIALS;
            case ThermoEntry _,
                    MagnetismEntry _,
                    ProvenanceEntry _,
                    ElectrodeEntry _,
                    ComputedEntry _,
                    RecipeEntry _ ->
                    ABOUT_MATERIALS;
            case TaskEntry _ -> TASKS;
        };
    }
}
