package dev.lodestone.importers.tensile;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Effect;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleEvent.SampleIdentified;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleEvent.SampleTransported;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensileImporterTest {
    private static final String REAL = "tensile-42CrMoS4";

    private final TensileImporter importer = new TensileImporter();

    @TempDir Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void theDataSetBecomesTheLifeOfSeventyBlanks() {
        var report = bench.run(importer, shared(REAL));

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().read()).isEqualTo(1 + 5 + 1 + 70 + 11);
        assertThat(report.entries().mapped()).isEqualTo(88);
        assertThat(report.records().byKind())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("AgentRegistered", 2L),
                                Map.entry("MaterialRegistered", 1L),
                                Map.entry("InstrumentRegistered", 1L),
                                Map.entry("SampleRegistered", 1L),
                                Map.entry("SampleSplit", 71L),
                                Map.entry("SampleProcessed", 10L),
                                Map.entry("SampleTransported", 1L),
                                Map.entry("SampleIdentified", 81L),
                                Map.entry("SampleMeasured", 11L)));
        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.what()).contains("onto.ttl.gz"));
        assertThat(bench.stated(SampleTransported.class).getFirst().participants().samples())
                .hasSize(70);
    }

    @Test
    void blanksOfOneTemperatureAreOneHeatTreatment() {
        bench.run(importer, shared(REAL));

        var runs =
                bench.each(SampleProcessed.class)
                        .filter(run -> run.process().equals(Term.of("lsk:Austenitisation")))
                        .toList();
        assertThat(runs)
                .extracting(run ->
                        value(run.parameters(), "lsp:austenitisationTemperature").asRecorded())
                .containsExactly("850.0", "925.0", "1000.0", "1150.0", "1075.0");
        assertThat(runs).allSatisfy(run -> assertThat(run.participants().samples()).hasSize(14));
    }

    @Test
    void theTestHasItsValuesWithUnitsItsDayAndItsFile() throws Exception {
        bench.run(importer, shared(REAL));

        var test = test("46NT71.csv");
        assertThat(test.effect()).isEqualTo(Effect.CONSUMES);
        assertThat(test.occurrence().labTime().date()).contains(LocalDate.of(2022, 8, 18));
        assertThat(test.occurrence().labTime().instant()).isEmpty();
        var strength =
                value(test.results(), "lsp:ultimateTensileStrength").quantity().orElseThrow();
        assertThat(strength.asRecorded()).isEqualTo("1198.7319638417841");
        assertThat(strength.unit()).isEqualTo(Term.of("unit:MegaPA"));
        var area = value(test.results(), "lsp:crossSectionArea");
        assertThat(area.quantity().orElseThrow().unit()).isEqualTo(Term.of("unit:MilliM2"));
        assertThat(area.locator()).contains("46NT71.csv:8");
        assertThat(value(test.conditions(), "lsp:testTemperature").text()).contains("RT");
        var raw = test.files().getFirst();
        assertThat(raw.sha256()).startsWith("6ac0d161a37a4d0c");
        assertThat(
                        Files.mismatch(
                                bench.files().find(raw.sha256()).orElseThrow(),
                                shared(REAL).resolve("46NT71.csv")))
                .isEqualTo(-1L);
    }

    @Test
    void noLabTimeIsInventedAndTheOrderIsKnown() {
        bench.run(importer, shared(REAL));

        assertThat(bench.each(SampleSplit.class))
                .allSatisfy(split -> {
                    assertThat(split.occurrence().labTime().precision()).isEqualTo("OrderOnly");
                    assertThat(split.occurrence().labTime().after()).isNotEmpty();
                });
    }

    @Test
    void importedAgainItWritesNothing() {
        bench.run(importer, shared(REAL));
        long head = bench.head();

        var again = bench.run(importer, shared(REAL));

        assertThat(again.run()).isEmpty();
        assertThat(again.entries().alreadyKnown()).isEqualTo(88);
        assertThat(bench.head()).isEqualTo(head);
    }

    @Test
    void ourOwnFilesSayWhatIsMappedKeptAndDropped() throws Exception {
        var report = bench.run(importer, corpus());

        assertThat(report.refused()).isEmpty();
        assertThat(addsUp(report)).isTrue();
        assertThat(report.entries().read()).isEqualTo(1 + 2 + 1 + 3 + 1);
        assertThat(report.verbatim())
                .containsOnlyKeys(
                        "Material",
                        "Yield stress at 1% plastic strain",
                        "Heat treatment batch",
                        "remark",
                        "saw");
        assertThat(report.mapped())
                .containsKeys("aust_temp", "blank_id_iwt", "Ultimate tensile strength", "Date");
    }

    @Test
    void aChangedTemperatureIsACorrectionOfTheHeatTreatment() throws Exception {
        var copy = copy();
        bench.run(importer, copy);
        edit(copy, "written-by-us.json", "925.0", "930.0");

        var report = bench.run(importer, copy);

        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(report.records().fresh()).isZero();
        assertThat(bench.records(SampleProcessed.class))
                .anySatisfy(record ->
                        assertThat(record.draft().body()).isInstanceOf(RecordCorrected.class));
        assertThat(bench.stated(SampleProcessed.class))
                .filteredOn(run -> run.process().equals(Term.of("lsk:Austenitisation")))
                .extracting(run ->
                        value(run.parameters(), "lsp:austenitisationTemperature").asRecorded())
                .containsExactlyInAnyOrder("850.0", "930.0");
    }

    @Test
    void aChangedPartIsACorrectionOfTheCutting() throws Exception {
        var copy = copy();
        bench.run(importer, copy);
        edit(copy, "written-by-us.json", "X74", "X75");

        var report = bench.run(importer, copy);

        assertThat(report.refused()).isEmpty();
        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(bench.stated(SampleSplit.class)).hasSize(4);
    }

    @Test
    void aChangedCurveIsACorrectionOfTheTest() throws Exception {
        var copy = copy();
        bench.run(importer, copy);
        edit(copy, "X71.csv", "\t0.12\n", "\t0.13\n");

        assertThat(bench.run(importer, copy).records().corrected()).isEqualTo(1);
        assertThat(bench.stated(SampleMeasured.class)).hasSize(1);
    }

    @Test
    void aTestThatIsGoneIsWithdrawnUnlessTheDirectoryIsAPart() throws Exception {
        var copy = copy();
        bench.run(importer, copy);
        Files.delete(copy.resolve("X71.csv"));

        var part =
                bench.run(importer, copy, dev.lodestone.importers.ImportOptions.DEFAULT.withPart());
        assertThat(part.records().retracted()).isZero();
        bench.run(importer, copy);
        assertThat(bench.stated(SampleMeasured.class)).isEmpty();
    }

    @Test
    void aSpecimenThatTheTableDoesNotHaveIsRefusedWithItsLine() throws Exception {
        var copy = copy();
        edit(copy, "X71.csv", "Specimen ID:\tX71", "Specimen ID:\tX70");

        var report = bench.run(importer, copy);

        assertThat(addsUp(report)).isTrue();
        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().getFirst().place()).isEqualTo("X71.csv:2");
        assertThat(report.refused().getFirst().problem())
                .contains("(X70)", "production table", "written-by-us.json");
        assertThat(bench.stated(SampleSplit.class)).hasSize(4);
    }

    @Test
    void aFileThatWasCutOffIsRefusedAndTheOthersAreNot() throws Exception {
        var copy = copy();
        edit(copy, "X71.csv", "\t0.12\n", "");

        var report = bench.run(importer, copy);

        assertThat(report.refused().getFirst().place()).isEqualTo("X71.csv:17");
        assertThat(report.refused().getFirst().maybe()).contains("cut off");
    }

    @Test
    void aNumberWithADecimalCommaIsRefused() throws Exception {
        var copy = copy();
        edit(copy, "X71.csv", "1150.75", "1150,75");

        var refusal = bench.run(importer, copy).refused().getFirst();

        assertThat(refusal.place()).isEqualTo("X71.csv:7");
        assertThat(refusal.problem()).contains("(1150,75)");
    }

    @Test
    void aTableWithABadRowIsNotImportedAtAll() throws Exception {
        var copy = copy();
        edit(copy, "written-by-us.json", "\"aust_temp\": 925.0", "\"aust_temp\": \"hot\"");

        assertThatThrownBy(() -> bench.run(importer, copy))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("written-by-us.json#/2/aust_temp")
                .hasMessageContaining("\"hot\"")
                .hasMessageContaining("Maybe ");
        assertThat(bench.head()).isZero();
    }

    @Test
    void oneNameForTwoThingsIsRefused() throws Exception {
        var copy = copy();
        edit(copy, "written-by-us.json", "X9A", "X74");

        assertThatThrownBy(() -> bench.run(importer, copy))
                .hasMessageContaining("(X74) stands for two things");
    }

    @Test
    void aSingleMachineFileIsAnsweredWithWhatIsDue() throws Exception {
        var file = corpus().resolve("X71.csv");

        assertThatThrownBy(() -> bench.run(importer, file))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("One production table (*.json) is due here; there are 0.");
    }

    @Test
    void theNewNameIsGivenAfterTheDelivery() throws Exception {
        bench.run(importer, corpus());

        var names = bench.stated(SampleIdentified.class);
        assertThat(names)
                .extracting(name -> name.names().getFirst().toString())
                .anySatisfy(name -> assertThat(name).contains("X01"));
        assertThat(names).allSatisfy(n -> assertThat(n.occurrence().labTime().after()).hasSize(1));
    }

    private SampleMeasured test(String file) {
        return bench.each(SampleMeasured.class)
                .filter(test -> test.files().getFirst().name().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static boolean addsUp(ImportReport report) {
        var entries = report.entries();
        return entries.read() == entries.mapped() + entries.alreadyKnown() + entries.refused();
    }

    private static Path corpus() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                TensileImporterTest.class.getResource("/corpora/tensile-42crmos4"))
                        .toURI());
    }

    private Path copy() throws IOException, URISyntaxException {
        var copy = Files.createDirectories(directory.resolve("tensile"));
        try (Stream<Path> files = Files.list(corpus())) {
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
