package dev.lodestone.importers.nomad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.Occurrence.PlanStep;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SourceRef;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What entries of NOMAD say of other entries: plans and who carried them out, experiments,
/// collections, analyses, parts of samples.
class NomadPlansTest {
    private static final String BASE = "nomad.datamodel.metainfo.basesections.";

    @TempDir private Path directory;
    private Path upload = Path.of("");
    private TestLog log;

    @BeforeEach
    void open() throws IOException {
        log = new TestLog(directory.resolve("log"));
        upload = Files.createDirectory(directory.resolve("upload"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatCarriedOutATaskSaysWhichAndComesAfterWhatItTookFrom() throws IOException {
        simulation(
                "relax",
                "\"workflow2\":{\"name\":\"Relaxation\",\"outputs\":[{\"section\":\"#/run/0/system/-1\"}]},");
        simulation("static", "");
        simulation("bands", "");
        study();

        var report = run();

        assertThat(report.refused()).isEmpty();
        var plan = plan("study.archive.json");
        assertThat(plan.steps().stream().map(step -> step.step() + " after " + step.after()))
                .containsExactly(
                        "Relaxation after []",
                        "Static after [Relaxation]",
                        "Bands after [Relaxation]");
        var relaxed = simulated("relax");
        assertThat(relaxed.stated().occurrence().executes())
                .contains(new PlanStep(plan.workflow(), "Relaxation"));
        for (var task : List.of("static", "bands")) {
            assertThat(simulated(task).stated().occurrence().labTime().after())
                    .containsExactly(relaxed.draft().event());
        }
        assertThat(simulated("bands").stated().occurrence().executes())
                .contains(new PlanStep(plan.workflow(), "Bands"));
        assertThat(run().records().written()).isZero();
    }

    @Test
    void aPlanThatIsImportedAfterItsTasksIsCarriedOutByThemToo() throws IOException {
        simulation("relax", "");
        simulation("static", "");
        simulation("bands", "");
        run();
        study();

        run();

        var plan = plan("study.archive.json");
        assertThat(log.stated(SimulationPerformed.class))
                .hasSize(3)
                .allMatch(s ->
                        s.occurrence()
                                .executes()
                                .map(PlanStep::workflow)
                                .filter(plan.workflow()::equals)
                                .isPresent());
    }

    @Test
    void whatTwoPlansHaveAsATaskSaysNeitherAndIsTold() throws IOException {
        simulation("relax", "");
        simulation("static", "");
        simulation("bands", "");
        study();
        Files.copy(upload.resolve("study.archive.json"), upload.resolve("again.archive.json"));

        var report = run();

        assertThat(log.stated(SimulationPerformed.class))
                .allMatch(s -> s.occurrence().executes().isEmpty());
        assertThat(report.findings())
                .anyMatch(f ->
                        f.what()
                                .startsWith(
                                        "It carries out steps of 2 plans (again.archive.json, study"));
    }

    @Test
    void theStepsOfAProcessAreTheTasksThatNomadMadeOfThem() throws IOException {
        sample("s", "");
        write(
                "p",
                """
                {"data":{"m_def":"%sProcess","method":"sintering","samples":[{"reference":"../upload/raw/s.archive.json#/data"}],
                  "steps":[{"name":"heat"},{"name":"cool"}]},
                 "workflow2":{"tasks":[{"name":"heat"},{"name":"cool"}]}}
                """
                        .formatted(BASE));
        write(
                "e",
                """
                {"data":{"m_def":"%sExperiment","name":"E7","steps":[
                  {"name":"sinter","activity":"../upload/raw/p.archive.json#/data"}]}}
                """
                        .formatted(BASE));

        run();

        var plan = plan("p.archive.json");
        assertThat(
                        log.stated(SampleProcessed.class).stream()
                                .map(p -> p.occurrence().executes().orElseThrow()))
                .containsExactly(
                        new PlanStep(plan("e.archive.json").workflow(), "sinter"),
                        new PlanStep(plan.workflow(), "heat"),
                        new PlanStep(plan.workflow(), "cool"));
    }

    @Test
    void anExperimentGroupsActivitiesInTheirOrder() throws IOException {
        sample("s", "");
        activity("p", "Process", "annealing", "");
        activity("m", "Measurement", "xrd", "");
        write(
                "e",
                """
                {"data":{"m_def":"%sExperiment","name":"E7","steps":[
                  {"name":"heat","activity":"../upload/raw/p.archive.json#/data"},
                  {"name":"look","activity":"../upload/raw/m.archive.json#/data"}]}}
                """
                        .formatted(BASE));

        var report = run();

        assertThat(report.refused()).isEmpty();
        var plan = plan("e.archive.json");
        assertThat(plan.title()).isEqualTo("E7");
        assertThat(plan.steps().stream().map(step -> step.step() + " after " + step.after()))
                .containsExactly("heat after []", "look after [heat]");
        assertThat(log.stated(SampleProcessed.class).getFirst().occurrence().executes())
                .contains(new PlanStep(plan.workflow(), "heat"));
        var process = log.records(SampleProcessed.class).findFirst().orElseThrow();
        var look = log.stated(SampleMeasured.class).getFirst().occurrence();
        assertThat(look.executes()).contains(new PlanStep(plan.workflow(), "look"));
        assertThat(look.labTime().after()).containsExactly(process.draft().event());
    }

    @Test
    void aCollectionIsNoSampleButAWordOfItsMembers() throws IOException {
        sample("a", "");
        sample("b", "");
        write(
                "batch",
                """
                {"data":{"m_def":"%sCollection","name":"Batch 9","entities":[
                  {"reference":"../upload/raw/a.archive.json#/data"},{"reference":"../upload/raw/b.archive.json#/data"}]}}
                """
                        .formatted(BASE));
        write("empty", "{\"data\":{\"m_def\":\"%sCollection\",\"name\":\"none\"}}".formatted(BASE));

        var report = run();

        assertThat(log.stated(SampleRegistered.class)).hasSize(2);
        var word = log.stated(Annotated.class).getFirst();
        assertThat(word.samples()).hasSize(2);
        assertThat(word.tags()).containsExactly("collection");
        assertThat(word.text()).isEqualTo("Members of the collection Batch 9.");
        assertThat(report.refused())
                .extracting(refusal -> refusal.problem())
                .containsExactly(
                        "The collection (empty.archive.json) names no sample that is among what was read.");
    }

    @Test
    void anAnalysisIsOfTheSamplesThatItsInputsAreAbout() throws IOException {
        sample("s", "");
        activity("m", "Measurement", "xrd", "\"data_file\":\"m.csv\",");
        Files.writeString(upload.resolve("m.csv"), "angle,counts\n1,2\n");
        write(
                "fit",
                """
                {"data":{"m_def":"%sAnalysis","inputs":[{"reference":"../upload/raw/m.archive.json#/data"}],
                  "outputs":[{"name":"peak 1"}]}}
                """
                        .formatted(BASE));
        write(
                "lost",
                "{\"data\":{\"m_def\":\"%sAnalysis\",\"inputs\":[{\"name\":\"?\"}]}}"
                        .formatted(BASE));

        var report = run();

        var analysis = log.stated(AnalysisPerformed.class).getFirst();
        assertThat(analysis.subject().sample())
                .contains(
                        log.stated(SampleRegistered.class)
                                .getFirst()
                                .samples()
                                .getFirst()
                                .sample());
        assertThat(analysis.method()).isEqualTo(Term.of("lsk:CurveAnalysis"));
        assertThat(analysis.inputs()).extracting(file -> file.name()).containsExactly("m.csv");
        assertThat(report.refused())
                .extracting(refusal -> refusal.place())
                .containsExactly("lost.archive.json#/data/inputs");
    }

    @Test
    void aPartIsTakenOfTheSampleThatItNamesOrThatNamesIt() throws IOException {
        sample(
                "wafer",
                """
                ,"child_samples":[{"reference":"../upload/raw/left.archive.json#/data"},
                                  {"reference":"../upload/raw/right.archive.json#/data"}]
                """);
        sample(
                "left",
                ",\"parent_sample\":{\"reference\":\"../upload/raw/wafer.archive.json#/data\"}");
        sample("right", "");

        var report = run();

        assertThat(report.refused()).isEmpty();
        var splits = log.stated(SampleSplit.class);
        assertThat(splits).hasSize(2).allMatch(split -> !split.parentConsumed());
        assertThat(splits.stream().map(split -> split.parts().getFirst().names().getFirst().name()))
                .containsExactlyInAnyOrder("left", "right");
        assertThat(splits.stream().map(SampleSplit::parent).distinct()).hasSize(1);
        assertThat(log.stated(SampleRegistered.class)).hasSize(2);
        assertThat(run().records().written()).isZero();
    }

    @Test
    void aTimeOfProcessingWithoutAZoneIsNoDayOfTheLaboratory() throws IOException {
        sample("s", "");
        timed("filled", "2026-03-04T05:06:07.890123");
        timed("dated", "2026-03-03T05:06:07");

        var report = run();

        assertThat(measured("filled").occurrence().labTime().date()).isEmpty();
        assertThat(measured("filled").occurrence().labTime().earliest()).isEmpty();
        assertThat(measured("dated").occurrence().labTime().date())
                .contains(LocalDate.of(2026, 3, 3));
        assertThat(report.findings())
                .filteredOn(f -> f.what().contains("is that of NOMAD's processing"))
                .extracting(f -> f.place())
                .containsExactly("filled.archive.json#/data/datetime");
    }

    @Test
    void timesOfProcessingWithoutAZoneAreThoseOfTheServer() throws IOException {
        sample("s", "");
        timed("near", "2026-03-04T06:06:30+01:00");
        timed("far", "2026-03-04T05:06:30+01:00");

        run();

        assertThat(measured("near").occurrence().labTime().instant()).isEmpty();
        assertThat(measured("far").occurrence().labTime().instant())
                .contains(Instant.parse("2026-03-04T04:06:30Z"));
    }

    private void timed(String name, String datetime) throws IOException {
        write(
                name,
                """
                {"metadata":{"entry_create_time":"2026-03-04T05:06:07.990000"},
                 "data":{"m_def":"%sMeasurement","method":"xrd","datetime":"%s",
                  "samples":[{"reference":"../upload/raw/s.archive.json#/data"}]}}
                """
                        .formatted(BASE, datetime));
    }

    private SampleMeasured measured(String name) {
        return (SampleMeasured) of(name + ".archive.json#measurement/xrd").stated();
    }

    private void study() throws IOException {
        write(
                "study",
                """
                {"workflow2":{"name":"study",
                  "inputs":[{"section":"../upload/raw/relax.archive.json#/run/0/system/0"}],
                  "tasks":[
                  {"name":"Relaxation","task":"../upload/raw/relax.archive.json#/workflow2",
                   "outputs":[{"section":"../upload/raw/relax.archive.json#/run/0/system/1"}]},
                  {"name":"Static","inputs":[{"section":"../upload/raw/relax.archive.json#/run/0/system/-1"}],
                   "outputs":[{"section":"../upload/raw/static.archive.json#/run/0/calculation/0"}]},
                  {"name":"Bands","inputs":[{"section":"../upload/raw/relax.archive.json#/run/0/system/-1"}],
                   "outputs":[{"section":"../upload/raw/bands.archive.json#/run/0/calculation/0"}]}]}}
                """);
    }

    private void simulation(String name, String more) throws IOException {
        write(
                name,
                """
                {%s "results":{"material":{"material_id":"m-%s","chemical_formula_reduced":"Si"},
                  "method":{"method_name":"DFT","simulation":{"program_name":"VASP"}}},
                 "run":[{"system":[{},{}],"calculation":[{}]}]}
                """
                        .formatted(more, name));
    }

    private void sample(String name, String more) throws IOException {
        write(
                name,
                "{\"data\":{\"m_def\":\"%sCompositeSystem\",\"lab_id\":\"%s\"%s}}"
                        .formatted(BASE, name, more));
    }

    private void activity(String name, String type, String method, String more) throws IOException {
        write(
                name,
                """
                {"data":{"m_def":"%s%s","method":"%s",%s
                  "samples":[{"reference":"../upload/raw/s.archive.json#/data"}]}}
                """
                        .formatted(BASE, type, method, more));
    }

    private void write(String name, String archive) throws IOException {
        Files.writeString(upload.resolve(name + ".archive.json"), archive);
    }

    private ImportReport run() {
        return log.run(new NomadImporter(), upload);
    }

    private WorkflowPlanned plan(String file) {
        return (WorkflowPlanned) of(file + "#workflow").stated();
    }

    private RecordedEvent simulated(String name) {
        return of(name + ".archive.json#simulation");
    }

    private RecordedEvent of(String key) {
        return log.live().stream()
                .filter(r ->
                        r.draft().source().flatMap(SourceRef::key).filter(key::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }
}
