package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport.Dropped;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialsProjectImporterTest {
    private static final String SUMMARY = "materials-project/summary_mp-149_2022-10-05.json";
    private static final String TASKS = "materials-project/test_si_tasks.json.gz";

    private final MaterialsProjectImporter importer = new MaterialsProjectImporter();

    @TempDir Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void theBandGapOf2022IsJoinedToTheTaskItsDocumentNamesOutsideOrigins() {
        var report = bench.run(importer, shared(SUMMARY));

        assertThat(report.refused()).isEmpty();
        var electronic = values("values/electronic_structure");
        var gap = value(electronic.values(), "lsp:bandGap");
        assertThat(gap.quantity().orElseThrow().value()).isEqualByComparingTo("0.6105");
        assertThat(gap.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:EV"));
        assertThat(gap.basis()).isEqualTo(HowKnown.SIMULATED);
        assertThat(gap.note()).contains("indirect");
        assertThat(electronic.computedBy()).contains(task("mp-1057384"));
        assertThat(electronic.originUnknown()).isEmpty();
        assertThat(electronic.subject()).isEqualTo(Subject.of(new MaterialId("mp-149")));
    }

    @Test
    void theFunctionalThatTheDocumentDoesNotStateIsMarkedAsAssumed() {
        bench.run(importer, shared(SUMMARY));

        var functional =
                value(
                        values("values/electronic_structure").conditions(),
                        "lsp:exchangeCorrelationFunctional");
        assertThat(functional.concept()).contains(Term.of("lsk:PBE"));
        assertThat(functional.basis()).isEqualTo(HowKnown.ASSUMED);
        assertThat(functional.note().orElseThrow()).startsWith("Not stated in the document.");
    }

    @Test
    void emptyOriginsAreToldInWords() {
        bench.run(importer, shared(SUMMARY));

        for (var role : List.of("structure", "thermo", "magnetism", "elasticity", "dielectric")) {
            var values = values("values/" + role);
            assertThat(values.computedBy()).as(role).isEmpty();
            assertThat(values.originUnknown())
                    .as(role)
                    .contains("origin unknown: \"origins\" is empty");
        }
    }

    @Test
    void aSummaryOf2022BecomesTheMaterialAndItsGroupsOfValues() {
        var report = bench.run(importer, shared(SUMMARY));

        assertThat(report.entries().read()).isEqualTo(1);
        assertThat(report.records().byKind())
                .containsOnly(
                        java.util.Map.entry("MaterialRegistered", 1L),
                        java.util.Map.entry("ValuesAsserted", 10L));
        var material = bench.each(MaterialRegistered.class).findFirst().orElseThrow();
        assertThat(material.material()).isEqualTo(new MaterialId("mp-149"));
        assertThat(material.formula()).contains("Si");
        assertThat(material.names())
                .containsExactly(
                        new ScopedName("materials-project", "mp-149"),
                        new ScopedName("materials-project", "mp-ft"));
        assertThat(material.structure().orElseThrow().role()).contains("structure");
        assertThat(number("values/elasticity", "lsp:bulkModulus")).isEqualTo("83.0113");
        assertThat(number("values/elasticity", "lsp:shearModulusReuss")).isEqualTo("59.3714");
        assertThat(number("values/thermo", "lsp:energyAboveHull")).isEqualTo("0.0");
        assertThat(number("values/magnetism", "lsp:totalMagnetization")).isEqualTo("0.0006133");
        assertThat(number("values/dielectric", "lsp:refractiveIndex")).isEqualTo("3.60602");
        var structure = values("values/structure");
        assertThat(structure.components()).hasSize(1);
        assertThat(value(structure.values(), "lsp:latticeParameterA").component()).hasValue(1);
        assertThat(value(structure.values(), "lsp:crystalSystem").concept())
                .contains(Term.of("lsk:Cubic"));
        assertThat(number("values/structure", "lsp:massDensity")).isEqualTo("2.28119");
    }

    @Test
    void whatTheSummaryComputesHasTermsAtItsScale() {
        bench.run(importer, shared(SUMMARY));

        assertThat(number("values/dielectric", "lsp:ionicRelativePermittivity")).isEqualTo("0.0");
        assertThat(number("values/dielectric", "lsp:electronicRelativePermittivity"))
                .isEqualTo("13.0034");
        assertThat(number("values/elasticity", "lsp:universalElasticAnisotropy"))
                .isEqualTo("0.301431");
        assertThat(number("values/thermo", "lsp:equilibriumReactionEnergyPerAtom"))
                .isEqualTo("0.0");
        var surfaces = values("values/surface_properties");
        assertThat(surfaces.components())
                .containsExactly(new StructuralComponent(Term.of("lsk:PrimaryParticle")));
        var energy = value(surfaces.values(), "lsp:weightedSurfaceEnergy");
        assertThat(energy.component()).hasValue(1);
        assertThat(energy.quantity().orElseThrow().value()).isEqualByComparingTo("1.32737");
        assertThat(energy.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:J-PER-M2"));
        assertThat(number(surfaces.values(), "lsp:weightedWorkFunction")).isEqualTo("4.7276");
        assertThat(value(values("values/magnetism").values(), "lsp:magneticOrdering").concept())
                .contains(Term.of("lsk:NonMagnetic"));
        assertThat(
                        value(values("values/electronic_structure").values(), "lsp:bandGapKind")
                                .concept())
                .contains(Term.of("lsk:IndirectGap"));
        var provenance = values("values/provenance");
        assertThat(value(provenance.values(), "lsp:experimentalStatus").concept())
                .contains(Term.of("lsk:ExperimentallyObserved"));
        assertThat(value(provenance.values(), "lsp:databaseEntry").text()).contains("icsd-60388");
        assertThat(provenance.originUnknown()).isEmpty();
    }

    @Test
    void theSitesOfTheStructureAreKeptAsAFile() throws Exception {
        bench.run(importer, shared(SUMMARY));

        var structure =
                bench.each(MaterialRegistered.class)
                        .findFirst()
                        .orElseThrow()
                        .structure()
                        .orElseThrow();
        var kept = Files.readString(bench.files().find(structure.sha256()).orElseThrow());
        assertThat(bench.files().verify(structure.sha256())).isTrue();
        assertThat(kept).hasSize((int) structure.bytes()).contains("\"sites\":[{", "\"Si\"");
    }

    @Test
    void whatHasNoTermIsKeptOrNamed() {
        var report = bench.run(importer, shared(SUMMARY));

        var verbatim =
                bench.records(MaterialRegistered.class)
                        .findFirst()
                        .orElseThrow()
                        .draft()
                        .source()
                        .orElseThrow()
                        .verbatim();
        assertThat(verbatim)
                .containsEntry("surface_anisotropy", "0.0464837")
                .containsEntry("e_ij_max", "null")
                .hasEntrySatisfying(
                        "builder_meta",
                        text -> assertThat(text).contains("\"database_version\":null"))
                .containsEntry("is_stable", "true")
                .doesNotContainKeys(
                        "band_gap", "batch_id", "_id", "theoretical", "ordering", "e_ionic");
        assertThat(report.dropped())
                .extracting(Dropped::field)
                .contains("_id")
                .doesNotContain("structure.sites");
        assertThat(report.mapped()).containsKeys("band_gap", "structure", "dos.total.[].band_gap");
    }

    @Test
    void aTaskIsASimulationUnderItsConditions() {
        var report = bench.run(importer, shared(TASKS));

        assertThat(report.entries().read()).isEqualTo(4);
        assertThat(report.records().byKind())
                .containsEntry("SimulationPerformed", 4L)
                .containsEntry("MaterialRegistered", 4L);
        var first = simulation("mp-cmxxl");
        assertThat(first.names())
                .containsExactly(
                        new ScopedName("materials-project/task", "mp-1141021"),
                        new ScopedName("materials-project/task", "mp-cmxxl"));
        assertThat(first.occurrence().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(first.occurrence().labTime().instant().orElseThrow())
                .hasToString("2018-12-19T04:52:24.295008Z");
        assertThat(value(first.conditions(), "lsp:exchangeCorrelationFunctional").concept())
                .contains(Term.of("lsk:PBE"));
        assertThat(value(first.conditions(), "lsp:taskType").text()).contains("DFPT Dielectric");
        assertThat(number(first.conditions(), "lsp:energyCutoff")).isEqualTo("1000.0");
        assertThat(number(first.conditions(), "lsp:kPointDensity")).isEqualTo("4096");
        assertThat(number(first.results(), "lsp:totalEnergy")).isEqualTo("-43.40037625");
        assertThat(number(first.results(), "lsp:bandGap")).isEqualTo("0.853400000000001");
        assertThat(number(first.results(), "lsp:fermiEnergy")).isEqualTo("5.59881976");
        assertThat(first.results()).extracting(Value::basis).containsOnly(HowKnown.SIMULATED);
        assertThat(simulation("mp-ft").method()).isEqualTo(Term.of("lsk:StructureRelaxation"));
        assertThat(simulation("mp-ddzda").method()).isEqualTo(Term.of("lsk:StaticCalculation"));
        assertThat(simulation("mp-dryyt").method()).isEqualTo(Term.of("lsk:DFT"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.what().contains("in no summary at hand"))
                .hasSize(4);
        assertThat(report.dropped()).extracting(Dropped::field).contains("dir_name", "tags");
        assertThat(bench.all().toString()).doesNotContain("ioanis", "nersc.gov");
    }

    @Test
    void bothFilesTogetherJoinTheDensityOfStatesToItsTaskAcrossTheSpellings() throws IOException {
        var both = directory.resolve("both");
        Files.createDirectory(both);
        Files.copy(shared(TASKS), both.resolve("a_tasks.json.gz"));
        Files.copy(shared(SUMMARY), both.resolve("summary.json"));

        bench.run(importer, both);

        var dos = values("values/dos.total.1");
        var simulation =
                bench.records(SimulationPerformed.class)
                        .filter(r ->
                                ((SimulationPerformed) r.stated())
                                        .names()
                                        .toString()
                                        .contains("mp-dryyt"))
                        .findFirst()
                        .orElseThrow();
        assertThat(dos.computedBy()).contains(simulation.event());
        assertThat(value(dos.conditions(), "lsp:runType").text()).contains("GGA");
        assertThat(value(dos.conditions(), "lsp:exchangeCorrelationFunctional").basis())
                .isEqualTo(HowKnown.RECORDED);
        assertThat(number("values/dos.total.1", "lsp:bandGap")).isEqualTo("0.8164");
        assertThat(bench.each(SimulationPerformed.class))
                .extracting(SimulationPerformed::subject)
                .containsOnly(Subject.of(new MaterialId("mp-149")));
        assertThat(bench.each(MaterialRegistered.class)).hasSize(1);
    }

    @Test
    void originsJoinAcrossTheSpellingsWhereverTheTaskIsImported() throws Exception {
        bench.run(importer, ours());
        bench.run(importer, shared(TASKS));

        assertThat(values("values/structure").computedBy()).contains(task("mp-149"));
        assertThat(values("values/magnetism").computedBy()).contains(task("mp-149"));
        assertThat(values("values/electronic_structure").computedBy()).contains(task("mp-1440634"));
        assertThat(bench.records(SimulationPerformed.class))
                .extracting(record -> record.event())
                .contains(task("mp-ft"), task("mp-ddzda"));
        assertThat(values("values/elasticity").originUnknown())
                .contains(
                        "origin unknown: \"origins\" names no task for elasticity, only for"
                                + " structure, electronic_structure, magnetism");
        assertThat(number("values/elasticity", "lsp:bulkModulus")).isEqualTo("83.0113");
    }

    @Test
    void nullNotANumberAndMissingAreToldApart() throws Exception {
        bench.run(importer, ours());

        var verbatim =
                bench.records(MaterialRegistered.class)
                        .findFirst()
                        .orElseThrow()
                        .draft()
                        .source()
                        .orElseThrow()
                        .verbatim();
        assertThat(verbatim).containsEntry("cbm", "null").containsEntry("vbm", "NaN");
        assertThat(verbatim).doesNotContainKey("efermi");
        assertThat(values("values/electronic_structure").values())
                .extracting(Value::property)
                .containsExactly(Term.of("lsp:bandGap"), Term.of("lsp:bandGapKind"));
    }

    @Test
    void anEntryWithoutItsIdentifierIsRefusedWithItsPlace() throws Exception {
        var report = bench.run(importer, ours());

        assertThat(report.entries().read()).isEqualTo(3);
        assertThat(report.refused())
                .extracting(refusal -> refusal.place())
                .contains("written-by-us-summary-2025.json#/data/2/material_id");
    }

    @Test
    void nonCommercialEntriesComeOnlyWhenAskedFor() throws Exception {
        var report = bench.run(importer, ours());
        assertThat(report.refused())
                .anyMatch(r -> r.problem().contains("mp-1141022") && r.problem().contains("BY-NC"));

        bench.run(
                importer, ours(), new ImportOptions(false, false, false, true, java.util.Map.of()));
        assertThat(bench.records(MaterialRegistered.class))
                .extracting(record -> record.draft().source().orElseThrow().licence())
                .contains(java.util.Optional.of("CC BY-NC 4.0"));
    }

    @Test
    void aBatchOfGnomeIsNonCommercialThoughNoLicenceIsStated() throws IOException {
        var file =
                Files.writeString(
                        directory.resolve("gnome.json"),
                        """
                        {"data": [
                          {"builder_meta": {"batch_id": "gnome_r2scan_statics", "license": null},
                           "material_id": "mp-5", "nsites": 1, "band_gap": 0.1},
                          {"batch_id": "gnome_r2scan_statics",
                           "material_id": "mp-6", "nsites": 1, "band_gap": 0.1}
                        ]}
                        """);
        var report = bench.run(importer, file);

        assertThat(report.refused())
                .extracting(refusal -> refusal.place())
                .containsExactly(
                        "gnome.json#/data/0/builder_meta/batch_id", "gnome.json#/data/1/batch_id");
        assertThat(bench.head()).isZero();

        bench.run(importer, file, new ImportOptions(false, false, false, true, java.util.Map.of()));
        assertThat(bench.all())
                .filteredOn(record -> !(record.stated() instanceof SourceImported))
                .isNotEmpty()
                .allMatch(record ->
                        record.draft()
                                .source()
                                .orElseThrow()
                                .licence()
                                .equals(java.util.Optional.of("CC BY-NC 4.0")));
    }

    @Test
    void deprecationIsTold() throws Exception {
        var report = bench.run(importer, ours());

        assertThat(report.findings())
                .anyMatch(f -> f.what().contains("mp-149") && f.what().contains("regrouped"));
    }

    @Test
    void theSecondImportWritesNothing() {
        for (var file : List.of(SUMMARY, TASKS)) {
            bench.run(importer, shared(file));
        }
        var before = bench.all().size();

        for (var file : List.of(SUMMARY, TASKS)) {
            var again = bench.run(importer, shared(file));
            assertThat(again.records().written()).isZero();
            assertThat(again.entries().alreadyKnown()).isEqualTo(again.entries().read());
        }
        assertThat(bench.all()).hasSize(before);
    }

    @Test
    void theWholeCorpusIsCountedToTheLastDocument() {
        var report = bench.run(importer, shared("materials-project"));

        var entries = report.entries();
        assertThat(entries.read())
                .isEqualTo(entries.mapped() + entries.alreadyKnown() + entries.refused());
        assertThat(report.records().byKind()).containsEntry("SimulationPerformed", 4L);
        assertThat(report.refused())
                .allSatisfy(refusal -> assertThat(refusal.place()).contains("#"));
        assertThat(report.refused())
                .extracting(refusal -> refusal.problem())
                .anyMatch(problem -> problem.contains("a phonon document"))
                .anyMatch(problem -> problem.contains("The computed entry does not say its"));
        assertThat(entries.read()).isEqualTo(473);
        assertThat(entries.refused()).isEqualTo(51);
        // Two materials of the computed entries have a summary.
        assertThat(report.records().byKind()).containsEntry("MaterialRegistered", 401L);
        assertThat(report.records().byKind()).containsEntry("WorkflowPlanned", 2L);
    }

    @Test
    void anAnswerWithoutOriginsSaysSo() {
        bench.run(importer, shared("materials-project/api_materialsById.json"));

        assertThat(values("values/thermo").originUnknown())
                .contains("origin unknown: the document has no field \"origins\"");
        assertThat(value(values("values/structure").values(), "lsp:crystalSystem").concept())
                .contains(Term.of("lsk:Monoclinic"));
    }

    @Test
    void aFileThatIsNotJsonIsRefusedWithLineAndColumn() throws IOException {
        var file = Files.writeString(directory.resolve("cut.json"), "{\"data\": [{\"a\": 1,");

        var report = bench.run(importer, file);

        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().getFirst().place()).matches("cut\\.json:\\d+:\\d+");
        assertThatThrownBy(() -> bench.run(importer, directory.resolve("none.json")))
                .isInstanceOf(UnreadableSource.class);
    }

    private ValuesAsserted values(String role) {
        return bench.records(ValuesAsserted.class)
                .filter(r ->
                        r.draft().source().orElseThrow().key().orElseThrow().endsWith("#" + role))
                .map(r -> (ValuesAsserted) r.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + role));
    }

    private String number(String role, String property) {
        return number(values(role).values(), property);
    }

    private static String number(List<Value> values, String property) {
        return value(values, property).quantity().orElseThrow().value().toString();
    }

    private SimulationPerformed simulation(String name) {
        return bench.each(SimulationPerformed.class)
                .filter(s -> s.names().stream().anyMatch(n -> n.name().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    private static EventId task(String id) {
        return SummaryMapping.task(MpId.find(id).orElseThrow()).event();
    }

    private static Path ours() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                MaterialsProjectImporterTest.class.getResource(
                                        "/corpora/materials-project/written-by-us-summary-2025.json"))
                        .toURI());
    }
}
