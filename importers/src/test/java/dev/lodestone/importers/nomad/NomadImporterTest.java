package dev.lodestone.importers.nomad;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lodestone.events.AgentType;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Mode;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SamplesMerged;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NomadImporterTest {
    private static final String RECORDINGS = "nomad/api-recordings/";
    private static final ImportOptions RESTRICTED = ImportOptions.DEFAULT.withRestricted();

    private final NomadImporter importer = new NomadImporter();

    @TempDir Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void theExampleSampleIsReachedFromItsChemicalsAndItsProcesses() {
        bench.run(importer, shared("nomad/eln"));

        var merged = bench.each(SamplesMerged.class).findFirst().orElseThrow();
        assertThat(merged.result().names())
                .containsExactly(
                        new ScopedName("nomad-upload-eln", "001"),
                        new ScopedName("nomad-upload-eln/name", "ELN example sample"));
        var chemicals =
                bench.each(SampleRegistered.class).flatMap(r -> r.samples().stream()).toList();
        assertThat(merged.inputs())
                .extracting(SamplesMerged.Input::sample)
                .containsExactlyInAnyOrderElementsOf(
                        chemicals.stream().map(c -> c.sample()).toList());
        assertThat(chemicals)
                .extracting(chemical -> chemical.names().getFirst().name())
                .containsExactly("0024", "0023", "0025");
        assertThat(bench.each(MaterialRegistered.class))
                .extracting(material -> material.formula().orElseThrow())
                .containsExactly("Cu2Se", "Sn2Se", "ZnSe");
        assertThat(bench.each(SampleProcessed.class))
                .allSatisfy(process ->
                        assertThat(process.participants().samples())
                                .containsExactly(merged.result().sample()));
    }

    @Test
    void theEvaporationHasItsTimeInstrumentAndFile() {
        bench.run(importer, shared("nomad/eln"));

        var evaporation = process("process/pvd_evaporation");
        assertThat(evaporation.process()).isEqualTo(Term.of("lsk:PhysicalVapourDeposition"));
        assertThat(evaporation.occurrence().labTime().instant())
                .contains(Instant.parse("2022-05-10T07:20:00Z"));
        var instrument = bench.each(InstrumentRegistered.class).findFirst().orElseThrow();
        assertThat(instrument.name()).isEqualTo("PVD-P");
        assertThat(evaporation.occurrence().instruments()).containsExactly(instrument.instrument());
        assertThat(evaporation.files()).hasSize(1);
        assertThat(evaporation.files().getFirst().name()).isEqualTo("PVDProcess.csv");
    }

    @Test
    void theAnnealingHasTheUnitsOfItsSchema() {
        bench.run(importer, shared("nomad/eln"));

        var annealing = process("process/hotplate_annealing");
        assertThat(annealing.process()).isEqualTo(Term.of("lsk:Annealing"));
        var temperature = value(annealing.parameters(), "lsp:annealingTemperature");
        assertThat(temperature.quantity().orElseThrow().value()).isEqualByComparingTo("373.15");
        assertThat(temperature.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:K"));
        assertThat(temperature.mode()).contains(Mode.SETPOINT);
        var time = value(annealing.parameters(), "lsp:annealingTime");
        assertThat(time.quantity().orElseThrow().value()).isEqualByComparingTo("60");
        assertThat(time.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:SEC"));
        assertThat(annealing.occurrence().labTime().instant())
                .contains(Instant.parse("2022-05-10T07:22:00Z"));
    }

    @Test
    void descriptionsAreKeptWithoutTheirImages() {
        var report = bench.run(importer, shared("nomad/eln"));

        var verbatim =
                verbatim(bench.records(InstrumentRegistered.class).findFirst().orElseThrow());
        assertThat(verbatim.get("data.description"))
                .startsWith("<p><img src=")
                .contains("image left out: image/jpeg")
                .hasSizeLessThan(300);
        assertThat(report.dropped())
                .extracting(ImportReport.Dropped::field)
                .contains("data.description");
        assertThat(verbatim).containsEntry("data.lab_id", "I-02");
    }

    @Test
    void theStepsOfAWorkflowKeepTheirOrder() {
        bench.run(importer, shared("nomad/workflow"));

        assertThat(steps("simple.archive.yaml"))
                .containsExactly(
                        "GeometryOpt after []", "GroundStateCalculation after [GeometryOpt]");
        assertThat(steps("composed.archive.yaml"))
                .containsExactly(
                        "GeometryOpt after []", "GroundStateCalculation after [GeometryOpt]");
        assertThat(steps("nested.archive.yaml"))
                .containsExactly(
                        "GeometryOpt/task 1 after []",
                        "GeometryOpt/task 2 after [GeometryOpt/task 1]",
                        "GeometryOpt/task 3 after [GeometryOpt/task 2]",
                        "GroundStateCalculation after [GeometryOpt/task 3]");
        assertThat(steps("geom_opt.archive.yaml")).hasSize(3);
        assertThat(plan("composed.archive.yaml").steps().getFirst().target())
                .contains("../upload/raw/geom_opt.archive.yaml#/workflow2");
        assertThat(plan("simple.archive.yaml").inputs())
                .containsExactly(
                        "input system: ../upload/raw/geom_opt.archive.yaml#/run/0/system/0");
    }

    @Test
    void referencesOfAWorkflowThatLeadNowhereAreTold() {
        var report = bench.run(importer, shared("nomad/workflow"));

        assertThat(report.refused()).isEmpty();
        assertThat(dangling(report)).hasSize(8);
        assertThat(dangling(report))
                .contains(
                        "simple.archive.yaml#/workflow2/outputs/1/section",
                        "geom_opt.archive.yaml#/workflow2/tasks/2/outputs/0/section");
        assertThat(report.findings())
                .anyMatch(f ->
                        f.what().contains("(geom_opt.archive.yaml) has no (3) at (/run/0/system)"))
                .noneMatch(f -> f.what().contains("system/-1"));
    }

    @Test
    void everyWrongReferenceIsToldWithFileAndPointer() {
        var report = bench.run(importer, shared("nomad/tabular"));

        assertThat(dangling(report))
                .containsExactly(
                        "correct-reference.data.archive.yaml#/data/test_1",
                        "lost-reference.data.archive.yaml#/data/test_1",
                        "wrong-path.data.archive.yaml#/data/test_1",
                        "wrong-upload-id.data.archive.yaml#/data/test_1");
        assertThat(report.findings())
                .anyMatch(f -> f.what().contains("wrong_entry_id"))
                .anyMatch(f -> f.what().contains("the upload (wrong_upload_id)"));
        assertThat(report.entries().read()).isEqualTo(8);
        assertThat(bench.each(SampleRegistered.class).flatMap(r -> r.samples().stream()))
                .extracting(sample -> sample.names().getFirst().name())
                .containsExactly("Sample1");
    }

    @Test
    void aReferenceByIdFindsTheFileThatWouldHaveIt() throws IOException {
        var upload = Files.createDirectory(directory.resolve("up"));
        Files.writeString(upload.resolve("a.archive.json"), "{\"data\":{\"contents\":[{}]}}");
        var id = NomadEntry.idOf("u1", "a.archive.json");
        Files.writeString(
                upload.resolve("b.archive.json"),
                """
                {"data":{"right":"../uploads/u1/archive/%s#data/contents/0",
                         "wrong":"../uploads/u1/archive/%s#data/contents/1",
                         "other":"../uploads/u2/archive/%s#data"}}\
                """
                        .formatted(id, id, id));

        assertThat(dangling(bench.run(importer, upload)))
                .containsExactly("b.archive.json#/data/wrong", "b.archive.json#/data/other");
    }

    @Test
    void withoutADefinitionNoUnitIsSupposed() {
        var report = bench.run(importer, shared("nomad/catalysis"));

        var values = bench.each(ValuesAsserted.class).findFirst().orElseThrow().values();
        var surface = value(values, "lsp:specificSurfaceArea").quantity().orElseThrow();
        assertThat(surface.unit()).isEqualTo(Term.of("lsu:Unknown"));
        assertThat(surface.value()).isEqualByComparingTo("117.8");
        var copper = value(values, "lsp:massFraction");
        assertThat(copper.species()).contains("Cu");
        assertThat(copper.quantity().orElseThrow().value()).isEqualByComparingTo("0.55");
        assertThat(report.findings())
                .anyMatch(f ->
                        f.place().equals("catalysis_sample.archive.json#/data/surface/surface_area")
                                && f.what().contains("unit is not known"));
        assertThat(report.refused()).isEmpty();
        assertThat(bench.all().toString()).doesNotContain("Julia Schumann");
    }

    @Test
    void theTimeOfProcessingIsNotATimeOfTheLaboratory() {
        var report = bench.run(importer, shared(RECORDINGS + "entry__eln-author.json"), RESTRICTED);

        assertThat(report.findings())
                .anyMatch(f ->
                        f.place().endsWith("/data/datetime")
                                && f.what().contains("2024-09-10T12:00:26.260767"));
        assertThat(process("process/pvd_evaporation").occurrence().labTime().instant())
                .contains(Instant.parse("2022-05-10T07:20:00Z"));
        var annealing = process("process/hotplate_annealing");
        assertThat(
                        value(annealing.parameters(), "lsp:annealingTemperature")
                                .quantity()
                                .orElseThrow()
                                .unit())
                .isEqualTo(Term.of("unit:K"));
    }

    @Test
    void aSimulationHasValuesInSiUnits() {
        bench.run(
                importer,
                shared(RECORDINGS + "uploads__archive_browser_test_vasp.json.gz"),
                RESTRICTED);

        var simulation = bench.each(SimulationPerformed.class).findFirst().orElseThrow();
        assertThat(simulation.method()).isEqualTo(Term.of("lsk:StaticCalculation"));
        assertThat(simulation.names())
                .containsExactly(new ScopedName("nomad/entry", "1WGSYo1RrGFEIcM17Re4kjHC7k6p"));
        var a = value(simulation.results(), "lsp:latticeParameterA").quantity().orElseThrow();
        assertThat(a.value()).isEqualByComparingTo("7.730372534156079e-10");
        assertThat(a.unit()).isEqualTo(Term.of("unit:M"));
        var energy = value(simulation.results(), "lsp:totalEnergy").quantity().orElseThrow();
        assertThat(energy.value()).isEqualByComparingTo("-1.3893980273911905e-17");
        assertThat(energy.unit()).isEqualTo(Term.of("unit:J"));
        assertThat(value(simulation.conditions(), "lsp:exchangeCorrelationFunctional").concept())
                .contains(Term.of("lsk:PBE"));
        assertThat(value(simulation.results(), "lsp:latticeParameterA").basis())
                .isEqualTo(HowKnown.SIMULATED);
        assertThat(simulation.files()).hasSize(1);
        assertThat(bench.each(AgentRegistered.class))
                .filteredOn(agent -> agent.agentType() == AgentType.SOFTWARE)
                .extracting(AgentRegistered::name)
                .containsExactly("VASP");
    }

    @Test
    void recordingsAreCountedToTheLastAnswer() {
        var expected =
                Map.ofEntries(
                        entry("entry__dft.json", List.of(2L, 1L)),
                        entry("entry__eln-author.json", List.of(7L, 1L)),
                        entry("search__inputrange-init.json", List.of(6L, 0L)),
                        entry("search__searchpage.json.gz", List.of(91L, 14L)),
                        entry("uploads__archive_browser_test_Sample.json.gz", List.of(73L, 2L)),
                        entry("uploads__archive_browser_test_vasp.json.gz", List.of(114L, 1L)),
                        entry("uploads__archive_logs_test.json", List.of(1L, 1L)),
                        entry("uploads__multiple_entries.json", List.of(10L, 6L)),
                        entry("uploads__uploadspage.json", List.of(6L, 0L)));
        expected.forEach((file, counts) -> {
            try (var own = new TestLog(directory.resolve(file))) {
                var entries = own.run(importer, shared(RECORDINGS + file), RESTRICTED).entries();
                assertThat(List.of(entries.read(), entries.mapped())).as(file).isEqualTo(counts);
                assertThat(entries.read())
                        .as(file)
                        .isEqualTo(entries.mapped() + entries.alreadyKnown() + entries.refused());
                var again = own.run(importer, shared(RECORDINGS + file), RESTRICTED);
                assertThat(again.records().written()).as(file).isZero();
            }
        });
    }

    @Test
    void allRecordingsTogetherGiveEveryEntryOnce() {
        var report = bench.run(importer, shared("nomad/api-recordings"), RESTRICTED);

        assertThat(report.entries().read()).isEqualTo(309);
        assertThat(report.entries().eventless())
                .as("on a first import nothing else is known")
                .isPositive()
                .isEqualTo(report.entries().alreadyKnown());
        assertThat(report.entries().mapped()).isEqualTo(25);
        assertThat(bench.each(SimulationPerformed.class)).hasSize(16);
        assertThat(bench.each(SampleMeasured.class)).hasSize(1);
        assertThat(bench.all())
                .filteredOn(record -> record.toString().contains("Scheidgen"))
                .isNotEmpty()
                .allMatch(record -> record.stated() instanceof AgentRegistered);
    }

    @Test
    void whatIsNotPublishedStaysOutUnlessItIsAskedFor() {
        var report = bench.run(importer, shared("nomad/api-recordings"));

        assertThat(report.entries().read()).isEqualTo(309);
        assertThat(report.entries().mapped()).isEqualTo(15);
        assertThat(report.refused())
                .hasSize(11)
                .allMatch(refusal -> refusal.problem().endsWith("is not published."))
                .allMatch(refusal -> refusal.place().endsWith("/metadata/published"));
        assertThat(bench.all()).allMatch(record -> record.draft().access().equals("public"));
    }

    @Test
    void theSecondImportWritesNothing() {
        for (var upload : List.of("eln", "workflow", "tabular", "catalysis")) {
            var first = bench.run(importer, shared("nomad/" + upload));
            var again = bench.run(importer, shared("nomad/" + upload));
            assertThat(again.records().written()).as(upload).isZero();
            assertThat(again.entries().read()).as(upload).isEqualTo(first.entries().read());
        }
    }

    @Test
    void aProcessEntryHasTheUnitsOfItsOwnSchema() throws URISyntaxException {
        var ours =
                Path.of(
                        Objects.requireNonNull(
                                        NomadImporterTest.class.getResource("/corpora/nomad"))
                                .toURI());

        bench.run(importer, ours);

        var sintering = process("process/sintering");
        assertThat(sintering.process()).isEqualTo(Term.of("lsk:Sintering"));
        assertThat(sintering.occurrence().labTime().instant())
                .contains(Instant.parse("2026-01-02T02:04:05Z"));
        var temperature = value(sintering.parameters(), "lsp:setTemperature").quantity();
        assertThat(temperature.orElseThrow().unit()).isEqualTo(Term.of("unit:DEG_C"));
        var duration = value(sintering.parameters(), "lsp:duration").quantity();
        assertThat(duration.orElseThrow().unit()).isEqualTo(Term.of("unit:HR"));
        assertThat(bench.run(importer, ours).records().written()).isZero();
    }

    @Test
    void oneLaboratoryIdOfTwoSamplesIsTold() throws IOException {
        var upload = Files.createDirectory(directory.resolve("twins"));
        for (var name : List.of("a", "b")) {
            Files.writeString(
                    upload.resolve(name + ".archive.json"),
                    """
                    {"data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"7","name":"%s"}}\
                    """
                            .formatted(name));
        }

        var report = bench.run(importer, upload);

        assertThat(report.findings())
                .extracting(finding -> finding.toString())
                .containsExactly(
                        "[a.archive.json#/data/lab_id] The laboratory id (7) is that of (b.archive.json) too.",
                        "[b.archive.json#/data/lab_id] The laboratory id (7) is that of (a.archive.json) too.");
        assertThat(bench.each(SampleRegistered.class)).hasSize(2);
    }

    @Test
    void oneProcessHasManySamplesAndAnEntryUnderEmbargoStaysOut() throws IOException {
        var upload = Files.createDirectory(directory.resolve("batch"));
        for (var name : List.of("a", "b")) {
            Files.writeString(
                    upload.resolve(name + ".archive.json"),
                    """
                    {"data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"%s"}}\
                    """
                            .formatted(name));
        }
        Files.writeString(
                upload.resolve("p.archive.yaml"),
                """
                data:
                  m_def: nomad.datamodel.metainfo.basesections.Process
                  name: heat
                  method: annealing
                  datetime: 2026-01-02T03:04:05Z
                  end_time: 2026-01-02T04:04:05Z
                  duration: 3600
                  samples:
                    - reference: ../upload/raw/a.archive.json#/data
                    - reference: ../upload/raw/b.archive.json#/data
                    - lab_id: c
                """);
        Files.writeString(
                upload.resolve("secret.archive.json"),
                """
                {"metadata":{"with_embargo":true,"license":"CC BY 4.0"},
                 "data":{"m_def":"nomad.datamodel.metainfo.basesections.CompositeSystem","lab_id":"x"}}\
                """);

        var report = bench.run(importer, upload);

        var heat = process("process/annealing");
        assertThat(heat.participants().samples()).hasSize(3);
        assertThat(heat.occurrence().labTime().from())
                .contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.refused())
                .extracting(refusal -> refusal.problem())
                .containsExactly("The entry (secret.archive.json) is under embargo.");

        bench.run(importer, upload, new ImportOptions(false, false, false, true, Map.of()));
        assertThat(bench.records(SampleRegistered.class))
                .extracting(record -> record.draft().access())
                .contains("embargo");
    }

    private SampleProcessed process(String role) {
        return (SampleProcessed) byRole(role).stated();
    }

    private RecordedEvent byRole(String role) {
        return bench.all().stream()
                .filter(r ->
                        r.draft()
                                .source()
                                .flatMap(s -> s.key())
                                .filter(k -> k.endsWith("#" + role))
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + role));
    }

    private WorkflowPlanned plan(String file) {
        return bench.records(WorkflowPlanned.class)
                .filter(r ->
                        r.draft()
                                .source()
                                .orElseThrow()
                                .key()
                                .orElseThrow()
                                .equals(file + "#workflow"))
                .map(r -> (WorkflowPlanned) r.stated())
                .findFirst()
                .orElseThrow();
    }

    private List<String> steps(String file) {
        return plan(file).steps().stream()
                .map(step -> step.step() + " after " + step.after())
                .toList();
    }

    private static List<String> dangling(ImportReport report) {
        return report.findings().stream()
                .filter(finding -> finding.what().contains("leads nowhere"))
                .map(finding -> finding.place())
                .toList();
    }

    private static Map<String, String> verbatim(RecordedEvent record) {
        return record.draft().source().orElseThrow().verbatim();
    }
}
