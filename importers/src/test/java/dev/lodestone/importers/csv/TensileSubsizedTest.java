package dev.lodestone.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensileSubsizedTest {
    private static final String WORKBOOK =
            "tensile-subsized/Tensile_Properties_of_Sub-sized_Specimens.xlsx";

    @TempDir private Path directory;
    private TestLog log;
    private Path workbook;

    @BeforeEach
    void open() {
        workbook = TestLog.shared(WORKBOOK);
        log = new TestLog(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        if (log != null) {
            log.close();
        }
    }

    private ImportReport importWorkbook() {
        return log.run(Importers.named("tensile-subsized"), workbook);
    }

    private static List<Value> of(List<Value> values, String property) {
        return values.stream().filter(value -> value.property().equals(Term.of(property))).toList();
    }

    @Test
    void everyRowIsASpecimenOfASampleWithOneGrainSize() {
        var report = importWorkbook();
        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().read())
                .isEqualTo(
                        report.entries().mapped()
                                + report.entries().alreadyKnown()
                                + report.entries().refused());
        assertThat(report.entries().read()).isEqualTo(1050);

        var splits = log.stated(SampleSplit.class);
        var samples = log.stated(SampleRegistered.class);
        assertThat(splits).hasSize((int) report.entries().mapped());
        assertThat(samples).hasSize(321);
        assertThat(splits).extracting(SampleSplit::parent).hasSizeGreaterThan(samples.size());
        var grains =
                log.stated(ValuesAsserted.class).stream()
                        .flatMap(event -> of(event.values(), "lsp:grainSize").stream())
                        .toList();
        assertThat(new HashSet<>(samples)).hasSize(samples.size());
        assertThat(grains).hasSizeLessThan(samples.size());
        assertThat(grains)
                .filteredOn(value -> value.asRecorded().equals("31.6"))
                .hasSizeBetween(1, 30);
    }

    @Test
    void theFiguresOfThePaperAreThere() {
        importWorkbook();
        var results =
                log.stated(SampleMeasured.class).stream()
                        .flatMap(event -> event.results().stream())
                        .toList();
        assertThat(of(results, "lsp:yieldStrength")).hasSize(590);
        assertThat(of(results, "lsp:ultimateTensileStrength")).hasSize(489);
        assertThat(of(results, "lsp:uniformElongation")).hasSize(253);
        assertThat(of(results, "lsp:elongationAtFracture")).hasSize(536);
        assertThat(results)
                .allSatisfy(value -> assertThat(value.basis()).isEqualTo(HowKnown.EXTRACTED));
        assertThat(log.stated(SampleMeasured.class))
                .allSatisfy(event -> assertThat(event.effect()).isEqualTo(Effect.CONSUMES));
    }

    @Test
    void aDoseOfNothingIsNoIrradiationAndStaysText() {
        importWorkbook();
        var irradiated =
                log.stated(SampleProcessed.class).stream()
                        .filter(event -> event.process().equals(Term.of("lsk:Irradiation")))
                        .toList();
        assertThat(irradiated).hasSize(317 - 130);
        assertThat(irradiated)
                .allSatisfy(event ->
                        assertThat(
                                        of(event.parameters(), "lsp:irradiationDose")
                                                .getFirst()
                                                .asRecorded())
                                .isNotEqualTo("0"));
        var kept =
                log.records(SampleSplit.class)
                        .filter(record ->
                                "0"
                                        .equals(
                                                record.draft()
                                                        .source()
                                                        .orElseThrow()
                                                        .verbatim()
                                                        .get("Irradiation Dose (dpa)")))
                        .toList();
        assertThat(kept).hasSize(130);
    }

    @Test
    void whatIsOddIsToldAndKept() {
        var report = importWorkbook();
        assertThat(report.findings())
                .extracting(Finding::toString)
                .anySatisfy(finding ->
                        assertThat(finding).contains("(150-400ppm)").contains("kept as text"))
                .anySatisfy(
                        finding -> assertThat(finding).contains("add up to 100.74, not to 100"));
        assertThat(
                        log.stated(ValuesAsserted.class).stream()
                                .flatMap(event -> event.values().stream())
                                .flatMap(value -> value.findings().stream().flatMap(List::stream)))
                .contains(Term.of("lsk:CompositionDoesNotSum"));
    }

    @Test
    void theSecondImportChangesNothing() {
        importWorkbook();
        long head = log.head();
        var again = importWorkbook();
        assertThat(log.head()).isEqualTo(head);
        assertThat(again.entries().mapped()).isZero();
        assertThat(again.entries().alreadyKnown()).isEqualTo(1050);
    }
}
