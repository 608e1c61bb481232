package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.ontology.Term;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Documents about magnetism, from files of our own in the shape of the published document model.
class MagnetismDocumentsTest extends DocumentsImport {
    private static final String MAGNETISM = "written-by-us-magnetism-2025.json";

    @Test
    void magnetizationAndOrderingAreJoinedToTheirCalculation() throws Exception {
        bench.run(importer, ours(MAGNETISM));

        var values = values("magnetism/mp-149#values");
        assertThat(number(values.values(), "lsp:totalMagnetization")).isEqualTo("0.8");
        assertThat(value(values.values(), "lsp:magneticOrdering").concept())
                .contains(Term.of("lsk:Ferromagnetic"));
        assertThat(values.computedBy()).contains(task("mp-ddzda"));
        assertThat(verbatim("magnetism/mp-149#values"))
                .containsEntry("total_magnetization_normalized_vol", "0.02")
                .containsEntry("num_magnetic_sites", "2")
                .containsKey("magmoms");
        assertThat(keys(MaterialRegistered.class)).containsExactly("magnetism/mp-149#material");
    }

    @Test
    void whatIsNotImportedIsRefusedWithItsPlaceAndItsReason() throws Exception {
        var report = bench.run(importer, ours(MAGNETISM));

        assertThat(report.refused())
                .extracting(refusal -> refusal.place() + ": " + refusal.problem())
                .containsExactlyInAnyOrder(
                        MAGNETISM
                                + "#/data/1: The magnetism document states neither a magnetization"
                                + " nor an ordering that is known.",
                        MAGNETISM
                                + "#/data/2/builder_meta/license: The magnetism of (mp-1234567) is"
                                + " under a non-commercial licence (BY-NC).",
                        MAGNETISM
                                + "#/data/3: This is a magnetism document of an old form, which"
                                + " does not say whether its identifier is that of a material or"
                                + " of a task.",
                        MAGNETISM + "#/data/4: This is a document of the property (phonon).",
                        MAGNETISM + "#/data/5: This is a phonon document.");
        var restricted =
                bench.run(importer, ours(MAGNETISM), ImportOptions.DEFAULT.withRestricted());
        assertThat(restricted.refused()).hasSize(4);
        assertThat(value(values("magnetism/mp-1234567#values").values(), "lsp:magneticOrdering"))
                .isNotNull();
    }

    @Test
    void aSummaryReadTogetherWithThemRegistersTheMaterialAlone() throws Exception {
        var both = Files.createDirectory(directory.resolve("both"));
        Files.copy(ours(MAGNETISM), both.resolve("a_magnetism.json"));
        Files.copy(ours("written-by-us-summary-2025.json"), both.resolve("summary.json"));

        bench.run(importer, both);

        assertThat(keys(MaterialRegistered.class)).containsExactly("material/mp-149#material");
        assertThat(values("magnetism/mp-149#values").subject())
                .isEqualTo(values("material/mp-149#values/structure").subject());
    }
}
