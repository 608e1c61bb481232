package dev.lodestone.importers.perovskite;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Nature;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerovskiteImporterTest {
    private static final String REAL = "perovskite";
    private static final String SUBSTRATE = "5ffdda0f-eeb8-4d5b-85c4-aeab273418bd";

    private final PerovskiteImporter importer = new PerovskiteImporter();

    @TempDir Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void eightArchivesOfTheLaboratoryAreReadAndOtherArchivesAreRefusedByName() {
        var report = bench.run(importer, shared(REAL));

        assertThat(addsUp(report)).isTrue();
        assertThat(report.entries().mapped()).isEqualTo(8);
        assertThat(report.refused())
                .hasSize(5)
                .allSatisfy(refusal -> {
                    assertThat(refusal.place()).endsWith(".archive.json#/data/m_def");
                    assertThat(refusal.maybe()).contains("it belongs to another plugin");
                });
    }

    @Test
    void theSubstrateIsReachedFromItsDepositionThroughTheReference() {
        var report = bench.run(importer, shared(REAL));

        var substrate = sample("perovskite-perovskite", SUBSTRATE);
        var steps = bench.each(SampleProcessed.class).toList();
        assertThat(steps).hasSize(7);
        assertThat(steps)
                .allSatisfy(step ->
                        assertThat(step.participants().samples())
                                .containsExactly(substrate.sample()));
        assertThat(steps)
                .extracting(step -> step.process().curie())
                .containsExactly(
                        "lsk:Sonication",
                        "lsk:SpinCoating",
                        "lsk:SpinCoating",
                        "lsk:SpinCoating",
                        "lsk:SpinCoating",
                        "lsk:SpinCoating",
                        "lsk:ThermalEvaporation");
        assertThat(report.findings())
                .anySatisfy(finding ->
                        assertThat(finding.what())
                                .contains(
                                        "AI03_substrate.archive.yaml",
                                        "taken for (substrate.archive.yaml), which calls itself (AI03)"));
    }

    @Test
    void stepsHaveTheirDayAndTheirPlaceInTheRoutineBecauseTheTimesHaveNoZone() {
        bench.run(importer, shared(REAL));

        var fourth = bench.each(SampleProcessed.class).toList().get(3);
        assertThat(fourth.occurrence().labTime().date()).contains(LocalDate.of(2026, 5, 22));
        assertThat(fourth.occurrence().labTime().order()).hasValue(4);
        assertThat(fourth.occurrence().labTime().instant()).isEmpty();
        var temperature = value(fourth.parameters(), "lsp:annealingTemperature");
        assertThat(temperature.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:DEG_C"));
        var time = value(fourth.parameters(), "lsp:annealingTime");
        assertThat(time.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:MIN"));
        assertThat(
                        bench.records(SampleProcessed.class)
                                .toList()
                                .get(3)
                                .draft()
                                .source()
                                .orElseThrow()
                                .verbatim())
                .containsEntry("data.steps.3.timestamp", "2026-05-22T08:09:00")
                .containsKey("data.steps.3.deposition_parameters");
    }

    @Test
    void twoCellsAreRegionsOfTheSubstrateAndTwoAreFoundMissing() {
        var report = bench.run(importer, shared(REAL));

        var substrate = sample("perovskite-perovskite", SUBSTRATE);
        var cells =
                samples().stream()
                        .filter(description -> description.nature() == Nature.REGION)
                        .toList();
        assertThat(cells).hasSize(2);
        assertThat(cells)
                .allSatisfy(cell -> assertThat(cell.regionOf()).contains(substrate.sample()));
        assertThat(report.findings())
                .filteredOn(finding -> finding.what().contains("_sample.archive.yaml"))
                .filteredOn(finding -> finding.what().contains("leads nowhere"))
                .hasSize(2);
    }

    @Test
    void theInkIsMixedOfLots() {
        bench.run(importer, shared(REAL));

        var ink = bench.each(SamplesMerged.class).findFirst().orElseThrow();
        assertThat(ink.inputs()).hasSize(5);
        var lead = sample("perovskite-perovskite", "INV-PBI2");
        assertThat(ink.inputs())
                .filteredOn(input -> input.sample().equals(lead.sample()))
                .allSatisfy(input -> {
                    assertThat(input.amount().orElseThrow().asRecorded()).isEqualTo("922.0");
                    assertThat(input.amount().orElseThrow().unit())
                            .isEqualTo(Term.of("unit:MilliGM"));
                })
                .hasSize(1);
    }

    @Test
    void anImplausibleVolumeIsKeptAndFlagged() {
        var report = bench.run(importer, shared(REAL));

        assertThat(report.findings())
                .anySatisfy(finding ->
                        assertThat(finding.what()).contains("dispensed volume (1350.0 mL)"));
    }

    @Test
    void importedAgainItWritesNothing() {
        bench.run(importer, shared(REAL));
        long head = bench.head();

        var again = bench.run(importer, shared(REAL));

        assertThat(again.run()).isEmpty();
        assertThat(again.entries().alreadyKnown()).isEqualTo(8);
        assertThat(bench.head()).isEqualTo(head);
    }

    @Test
    void ourOwnArchivesSayWhatIsMappedKeptAndDropped() throws Exception {
        var report = bench.run(importer, copy());

        assertThat(report.refused()).isEmpty();
        assertThat(addsUp(report)).isTrue();
        assertThat(report.entries().read()).isEqualTo(6);
        assertThat(report.dropped())
                .extracting(ImportReport.Dropped::field)
                .containsExactlyInAnyOrder(
                        "data.components", "data.ref.name_of_person_entering_the_data");
        assertThat(report.verbatim())
                .containsKeys("data.purity", "data.handling", "data.perovskite.thickness");
        assertThat(bench.stated(MaterialRegistered.class))
                .anySatisfy(material -> assertThat(material.formula()).contains("MAPbI1.5Br1.5"));
    }

    @Test
    void aLaboratoryIdThatTwoEntriesHaveIsFound() throws Exception {
        var report = bench.run(importer, copy());

        assertThat(report.findings())
                .filteredOn(finding -> finding.what().startsWith("The laboratory id (sub-7)"))
                .hasSize(2);
    }

    @Test
    void valuesOfUnknownOriginAreUnverified() throws Exception {
        bench.run(importer, copy());

        assertThat(bench.stated(ValuesAsserted.class))
                .allSatisfy(asserted -> {
                    assertThat(asserted.originUnknown()).isPresent();
                    assertThat(asserted.values())
                            .allSatisfy(v -> assertThat(v.basis()).isEqualTo(HowKnown.UNVERIFIED));
                });
    }

    @Test
    void theSolutionThatAStepUsedIsNamed() throws Exception {
        bench.run(importer, copy());

        var coating = bench.each(SampleProcessed.class).toList().get(1);
        assertThat(value(coating.parameters(), "lsp:precursor").text()).contains("Ink");
    }

    @Test
    void aStepOfUnknownNameIsKeptWithAFinding() throws Exception {
        var report = bench.run(importer, copy());

        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.what()).contains("What (Moonlight) is"));
    }

    @Test
    void aChangedStepIsACorrection() throws Exception {
        var copy = copy();
        bench.run(importer, copy);
        edit(copy, "deposition.archive.yaml", "95.0", "90.0");

        var report = bench.run(importer, copy);

        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(report.records().fresh()).isZero();
    }

    @Test
    void aDepositionThatLeadsToNoSampleIsRefused() throws Exception {
        var copy = copy();
        Files.delete(copy.resolve("B07_substrate.archive.json"));

        var report = bench.run(importer, copy);

        assertThat(addsUp(report)).isTrue();
        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().getFirst().place())
                .isEqualTo("deposition.archive.yaml#/data/samples");
        assertThat(report.findings())
                .anySatisfy(finding ->
                        assertThat(finding.what()).contains("No substrate lists this cell"));
    }

    @Test
    void anArchiveThatIsNoYamlIsRefusedWithItsLine() throws Exception {
        var copy = copy();
        Files.writeString(copy.resolve("broken.archive.yaml"), "data:\n  name: [x\n");

        var report = bench.run(importer, copy);

        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().getFirst().place()).startsWith("broken.archive.yaml:");
    }

    @Test
    void aDirectoryWithoutArchivesIsAnsweredWithWhatIsDue() throws Exception {
        var empty = Files.createDirectories(directory.resolve("empty"));

        assertThatThrownBy(() -> bench.run(importer, empty))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("There is no archive");
    }

    private List<SampleDescription> samples() {
        return bench.stated(SampleRegistered.class).stream()
                .flatMap(registered -> registered.samples().stream())
                .toList();
    }

    private SampleDescription sample(String scope, String name) {
        return samples().stream()
                .filter(description -> description.names().contains(new ScopedName(scope, name)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean addsUp(ImportReport report) {
        var entries = report.entries();
        return entries.read() == entries.mapped() + entries.alreadyKnown() + entries.refused();
    }

    private Path copy() throws IOException, URISyntaxException {
        var home =
                Path.of(
                        Objects.requireNonNull(
                                        PerovskiteImporterTest.class.getResource(
                                                "/corpora/perovskite"))
                                .toURI());
        var copy = Files.createDirectories(directory.resolve("cells"));
        try (var files = Files.list(home)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    private static void edit(Path copy, String file, String from, String to) throws IOException {
        var text = Files.readString(copy.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(copy.resolve(file), text.replace(from, to));
    }
}
