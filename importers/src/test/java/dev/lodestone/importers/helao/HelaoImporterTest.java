package dev.lodestone.importers.helao;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Outcome;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelaoImporterTest {
    private static final String REAL = "lab-event-log";
    private static final String ZERO_KOH = "151200__CCSI_validation_KOH_procedure__zeroKOH";

    private final HelaoImporter importer = new HelaoImporter();

    @TempDir Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void twoSequencesBecomeAHundredAndThirtyTwoActionsOfTwoSamples() {
        var report = bench.run(importer, shared(REAL));

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().read()).isEqualTo(2 + 132);
        assertThat(report.records().byKind())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "WorkflowPlanned", 2L,
                                "SampleRegistered", 2L,
                                "AgentRegistered", 1L,
                                "InstrumentRegistered", 5L,
                                "SampleStored", 44L,
                                "SampleProcessed", 82L,
                                "SampleMeasured", 6L));
        assertThat(report.dropped())
                .anySatisfy(dropped -> {
                    assertThat(dropped.field()).isEqualTo("*.progress");
                    assertThat(dropped.count()).isEqualTo(10);
                });
        assertThat(bench.stated(SampleRegistered.class))
                .extracting(registered -> registered.samples().getFirst().names().getFirst())
                .contains(new ScopedName("HTE-CCSI-01", ZERO_KOH));
    }

    @Test
    void timesAreExactBecauseTheDataFilesProveTheZone() {
        var report = bench.run(importer, shared(REAL));

        assertThat(report.findings())
                .filteredOn(finding -> finding.what().contains("38 data files"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.what()).contains("UTC-08:00"));
        var first =
                bench.each(SampleMeasured.class)
                        .filter(m -> m.files().getFirst().name().equals("CO2-20.20.0.0__0.hlo"))
                        .findFirst()
                        .orElseThrow();
        assertThat(first.occurrence().labTime().instant())
                .contains(Instant.parse("2023-01-11T23:12:38.995139Z"));
        assertThat(first.method()).isEqualTo(Term.of("lsk:GasAnalysis"));
        assertThat(value(first.conditions(), "lsp:duration").asRecorded()).isEqualTo("300");
        assertThat(first.results()).hasSize(2);
        assertThat(first.results())
                .allSatisfy(result -> {
                    assertThat(result.species()).contains("CO2");
                    assertThat(result.count()).hasValue(261);
                });
    }

    @Test
    void anExperimentOfAnotherSequenceIsFound() {
        var report = bench.run(importer, shared(REAL).resolve(ZERO_KOH + ".zip"));

        assertThat(report.findings())
                .anySatisfy(finding ->
                        assertThat(finding.what())
                                .contains(
                                        "CCSI_sub_initialization_end_state",
                                        "another sequence",
                                        "150923__CCSI_initialization__nolabel"))
                .anySatisfy(finding ->
                        assertThat(finding.what()).contains("calls the sequence a dummy"))
                .anySatisfy(finding -> assertThat(finding.what()).contains("name no sample"));
    }

    @Test
    void actionsCarryOutTheStepsOfThePlan() {
        bench.run(importer, shared(REAL).resolve(ZERO_KOH + ".zip"));

        var plan = bench.stated(WorkflowPlanned.class).getFirst();
        assertThat(plan.title()).isEqualTo("CCSI_validation_KOH_procedure, zeroKOH");
        assertThat(plan.steps())
                .extracting(WorkflowPlanned.Step::step)
                .startsWith("1 CCSI_sub_liquidfill_syringes", "2 CCSI_sub_drain_and_clean");
        assertThat(bench.each(SampleProcessed.class))
                .allSatisfy(process ->
                        assertThat(process.occurrence().executes().orElseThrow().workflow())
                                .isEqualTo(plan.workflow()));
    }

    @Test
    void importedAgainItWritesNothing() {
        bench.run(importer, shared(REAL));
        long head = bench.head();

        var again = bench.run(importer, shared(REAL));

        assertThat(again.run()).isEmpty();
        assertThat(again.entries().alreadyKnown()).isEqualTo(134);
        assertThat(bench.head()).isEqualTo(head);
    }

    @Test
    void ourOwnSequenceSaysWhatItDid() throws Exception {
        var report = bench.run(importer, packed(text -> text));

        assertThat(report.refused()).isEmpty();
        assertThat(addsUp(report)).isTrue();
        assertThat(report.entries().read()).isEqualTo(5);
        var infusion =
                bench.stated(SampleProcessed.class).stream()
                        .filter(p -> p.process().equals(Term.of("lsk:Dispensing")))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        value(infusion.parameters(), "lsp:dispensedVolume")
                                .quantity()
                                .orElseThrow()
                                .unit())
                .isEqualTo(Term.of("unit:MicroL"));
        assertThat(value(infusion.parameters(), "lsp:liquidFlowRate").asRecorded())
                .isEqualTo("250");
        assertThat(infusion.occurrence().labTime().instant())
                .contains(Instant.parse("2024-01-02T17:00:01Z"));
        assertThat(infusion.occurrence().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(infusion.occurrence().executes().orElseThrow().step()).isEqualTo("2 fill");
        var wait = bench.stated(SampleStored.class).getFirst();
        assertThat(value(wait.conditions(), "lsp:duration").quantity().orElseThrow().unit())
                .isEqualTo(Term.of("unit:SEC"));
        assertThat(bench.stated(InstrumentRegistered.class))
                .extracting(InstrumentRegistered::name)
                .contains("SYRINGE1 of TEST-01", "CO2SENSOR of TEST-01");
    }

    @Test
    void theLowestAndTheHighestReadingAreTakenAndTheFileIsKept() throws Exception {
        bench.run(importer, packed(text -> text));

        var measured = bench.stated(SampleMeasured.class).getFirst();
        assertThat(measured.results())
                .extracting(
                        result -> result.statistic().orElseThrow().curie(),
                        result -> result.asRecorded(),
                        result -> result.locator().orElse("").replaceFirst(".*:", ""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lsk:Minimum", "90400", "9"),
                        org.assertj.core.groups.Tuple.tuple("lsk:Maximum", "91000", "8"));
        var file = measured.files().getFirst();
        assertThat(bench.files().verify(file.sha256())).isTrue();
    }

    @Test
    void anActionThatIsNotKnownFailedAndNamesItsSampleIsKeptAsItIs() throws Exception {
        var report = bench.run(importer, packed(text -> text));

        var blink =
                bench.stated(SampleProcessed.class).stream()
                        .filter(p -> p.process().equals(Term.of("lsk:MaterialsProcessing")))
                        .findFirst()
                        .orElseThrow();
        assertThat(blink.occurrence().outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(blink.occurrence().reason()).contains("error code timeout");
        var named =
                bench.stated(SampleRegistered.class).stream()
                        .flatMap(registered -> registered.samples().stream())
                        .filter(s ->
                                s.names().contains(new ScopedName("helao", "TEST-01__liquid_7")))
                        .findFirst()
                        .orElseThrow();
        assertThat(blink.participants().samples()).containsExactly(named.sample());
        assertThat(report.findings())
                .anySatisfy(f -> assertThat(f.what()).contains("(gone.hlo) is not in the zip"))
                .anySatisfy(f -> assertThat(f.what()).contains("What (blink) is"));
        assertThat(verbatim("/4__0__blink/"))
                .containsEntry("action_params", "{\"on\":1,\"lamp\":7}")
                .containsEntry("samples_in.0.sample_type", "liquid");
    }

    @Test
    void withoutAProofOfTheZoneOnlyTheDayAndTheOrderAreTaken() throws Exception {
        var report =
                bench.run(
                        importer,
                        packed(text -> text.replaceFirst("(?m)^epoch_ns: .*$", "no_epoch: true")));

        var wait = bench.stated(SampleStored.class).getFirst();
        assertThat(wait.occurrence().labTime().instant()).isEmpty();
        assertThat(wait.occurrence().labTime().date()).isPresent();
        assertThat(wait.occurrence().labTime().order()).hasValue(2);
        assertThat(report.findings())
                .anySatisfy(
                        f -> assertThat(f.what()).contains("no data file counts from the epoch"));
    }

    @Test
    void aChangedActionIsACorrection() throws Exception {
        bench.run(importer, packed(text -> text));

        var report =
                bench.run(
                        importer,
                        packed(text -> text.replace("volume_uL: 2150", "volume_uL: 2135")));

        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(report.records().fresh()).isZero();
        assertThat(bench.all())
                .filteredOn(record -> record.draft().body() instanceof RecordCorrected)
                .hasSize(1);
    }

    @Test
    void anActionWithoutAnIdIsRefusedWithItsPlace() throws Exception {
        var report =
                bench.run(
                        importer,
                        packed(text ->
                                text.replace(
                                        "action_uuid: 33333333-0000-4000-8000-000000000001", "")));

        assertThat(addsUp(report)).isTrue();
        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().getFirst().place())
                .startsWith("sequence.zip!/20240102.090000000000__fill/0__0__infuse/")
                .endsWith("-act.yml#/action_uuid");
    }

    @Test
    void anActionThatIsNoYamlIsRefusedAndTheOthersAreNot() throws Exception {
        var report =
                bench.run(
                        importer,
                        packed(text -> text.contains("waittime") ? "file_type: [action" : text));

        assertThat(report.refused()).hasSize(1);
        assertThat(report.entries().read()).isEqualTo(5);
        assertThat(addsUp(report)).isTrue();
    }

    @Test
    void aZipThatIsNoSequenceIsAnsweredWithWhatIsDue() throws Exception {
        var zip = directory.resolve("other.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }

        assertThatThrownBy(() -> bench.run(importer, zip))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("One file *-seq.yml is due in the zip; there are 0.");
    }

    @Test
    void aNameThatLeadsOutOfTheZipIsRefused() throws Exception {
        var zip = directory.resolve("evil.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../x-seq.yml"));
        }

        assertThatThrownBy(() -> bench.run(importer, zip))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("leads out of the zip");
    }

    @Test
    void aZipThatWasCutOffIsRefusedAndTheNextIsRead() throws Exception {
        var zips = Files.createDirectories(directory.resolve("zips"));
        var whole = packed(text -> text);
        Files.copy(whole, zips.resolve("b.zip"));
        var bytes = Files.readAllBytes(whole);
        Files.write(zips.resolve("a.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        var report = bench.run(importer, zips);

        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().getFirst().place()).isEqualTo("a.zip");
        assertThat(report.entries().mapped()).isEqualTo(5);
    }

    /// What is kept as text of the action in a folder.
    private Map<String, String> verbatim(String folder) {
        return bench.live().stream()
                .flatMap(record -> record.draft().source().stream())
                .filter(from -> from.locator().filter(at -> at.contains(folder)).isPresent())
                .filter(from -> from.key().filter(key -> key.endsWith("#action")).isPresent())
                .map(dev.lodestone.events.SourceRef::verbatim)
                .findFirst()
                .orElseThrow();
    }

    private static boolean addsUp(ImportReport report) {
        var entries = report.entries();
        return entries.read() == entries.mapped() + entries.alreadyKnown() + entries.refused();
    }

    /// Our own sequence as a zip, each of its files changed first.
    private Path packed(UnaryOperator<String> change) throws IOException, URISyntaxException {
        var home =
                Path.of(
                        Objects.requireNonNull(
                                        HelaoImporterTest.class.getResource(
                                                "/corpora/helao/sequence"))
                                .toURI());
        var files = new TreeMap<String, String>();
        try (var walk = Files.walk(home)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        home.relativize(file).toString().replace('\\', '/'),
                        change.apply(Files.readString(file)));
            }
        }
        var zip = directory.resolve("sequence.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
