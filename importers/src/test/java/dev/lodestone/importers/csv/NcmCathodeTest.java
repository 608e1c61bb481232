package dev.lodestone.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LearningEvent.ModelTrained;
import dev.lodestone.events.LearningEvent.ValuesPredicted;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NcmCathodeTest {
    @TempDir private Path directory;
    private TestLog log;
    private Path sheet;

    @BeforeEach
    void open() {
        sheet = TestLog.shared("ncm-cathode/ncm_datasheet_mice.csv");
        log = new TestLog(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        if (log != null) {
            log.close();
        }
    }

    private ImportReport importSheet() {
        return log.run(Importers.named("ncm-cathode"), sheet);
    }

    @Test
    void theSheetIs182SamplesAnd403MeasurementsAndFiveRowsTwice() {
        var report = importSheet();
        assertThat(report.refused()).isEmpty();
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(408, 403, 5, 0));
        assertThat(report.records().byKind())
                .isEqualTo(
                        Map.of(
                                "SampleRegistered", 182L,
                                "SampleProcessed", 182L,
                                "ValuesAsserted", 182L + 403L,
                                "SampleMeasured", 403L));
        assertThat(log.stated(SampleRegistered.class)).hasSize(182);
        assertThat(log.stated(SampleMeasured.class)).hasSize(403);
        assertThat(log.head()).isEqualTo(182 * 3 + 403 * 2 + 1);
        assertThat(report.run()).isPresent();
    }

    @Test
    void imputedCellsAreToldFromOthers() {
        importSheet();
        var sizes =
                log.stated(ValuesAsserted.class).stream()
                        .flatMap(e -> e.values().stream())
                        .filter(v -> v.property().equals(Term.of("lsp:primaryParticleSize")))
                        .toList();
        assertThat(sizes).hasSize(403);
        assertThat(sizes).filteredOn(v -> v.basis() == HowKnown.IMPUTED).hasSize(358);
        assertThat(sizes)
                .filteredOn(v -> v.basis() == HowKnown.UNVERIFIED)
                .hasSize(45)
                .allMatch(v -> v.quantity().orElseThrow().value().scale() <= 5);
        assertThat(
                        log.live().stream()
                                .flatMap(r -> NumberedValue.of(r.stated()).stream())
                                .map(NumberedValue::value)
                                .filter(v -> v.basis() == HowKnown.MEASURED))
                .isEmpty();
    }

    @Test
    void everyCellIsOneValueThatSaysWhereItStands() {
        importSheet();
        var row =
                log.live().stream()
                        .filter(r ->
                                r.draft()
                                        .source()
                                        .flatMap(SourceRef::locator)
                                        .filter("row 2"::equals)
                                        .isPresent())
                        .flatMap(r -> NumberedValue.of(r.stated()).stream())
                        .map(NumberedValue::value)
                        .toList();
        assertThat(row)
                .extracting(v -> v.locator().orElseThrow() + "=" + v.asRecorded())
                .containsExactlyInAnyOrder(
                        "row 2, column Ni=0.6",
                        "row 2, column Co=0.2",
                        "row 2, column Mn=0.2",
                        "row 2, column sec_size=0.4",
                        "row 2, column prim_size=0.3951995",
                        "row 2, column sin_temp=800",
                        "row 2, column sin_t=15",
                        "row 2, column cut_off=4.3",
                        "row 2, column m_temp=25",
                        "row 2, column c_rate=0.1",
                        "row 2, column Dis_cap=171.9");
    }

    @Test
    void fourSinteringTemperaturesAreFlaggedAndKept() {
        var report = importSheet();
        assertThat(report.findings())
                .extracting(Finding::place)
                .containsExactlyInAnyOrder(
                        "row 121, column sin_temp",
                        "row 197, column sin_temp",
                        "row 332, column sin_temp",
                        "row 333, column sin_temp");
        assertThat(report.findings())
                .extracting(Finding::what)
                .contains(
                        "The sintering temperature (100 °C) is outside the plausible range of 200 to 1800 °C; kept and flagged.");
    }

    @Test
    void processingIsKnownToComeBeforeTheMeasurement() {
        importSheet();
        var sintered = new HashSet<Object>();
        var registered = new HashSet<Object>();
        for (var record : log.live()) {
            switch (record.stated()) {
                case SampleRegistered _ -> registered.add(record.event());
                case SampleProcessed e -> {
                    assertThat(registered).containsAll(e.occurrence().labTime().after());
                    assertThat(e.occurrence().labTime().after()).hasSize(1);
                    sintered.add(record.event());
                }
                case SampleMeasured e -> {
                    assertThat(e.occurrence().labTime().after()).hasSize(1);
                    assertThat(sintered).containsAll(e.occurrence().labTime().after());
                }
                default -> {}
            }
        }
        assertThat(sintered).hasSize(182);
    }

    @Test
    void highCapacityBelow900DegreesIs104MeasurementsOf56Samples() {
        importSheet();
        var temperature = new HashMap<Object, BigDecimal>();
        log.stated(SampleProcessed.class)
                .forEach(e ->
                        temperature.put(
                                e.participants().samples().getFirst(),
                                number(e.parameters(), "lsp:sinteringTemperature")));
        var hits =
                log.stated(SampleMeasured.class).stream()
                        .filter(e ->
                                number(e.results(), "lsp:specificDischargeCapacity")
                                                .compareTo(new BigDecimal("200"))
                                        >= 0)
                        .map(e -> e.participants().samples().getFirst())
                        .filter(s ->
                                temperature
                                                .getOrDefault(s, BigDecimal.TEN.pow(6))
                                                .compareTo(new BigDecimal("900"))
                                        < 0)
                        .toList();
        assertThat(hits).hasSize(104);
        assertThat(new HashSet<>(hits)).hasSize(56);
    }

    private static BigDecimal number(List<Value> values, String property) {
        return values.stream()
                .filter(v -> v.property().equals(Term.of(property)))
                .findFirst()
                .flatMap(Value::quantity)
                .orElseThrow()
                .value();
    }

    @Test
    void theRunNamesLicenceAttributionAndCounts() {
        var report = importSheet();
        assertThat(log.stated(SourceImported.class))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.licence()).contains("MIT");
                    assertThat(run.doi()).contains("10.1016/j.nanoen.2022.107214");
                    assertThat(run.sha256().orElseThrow()).startsWith("66fbbb13f90724a7");
                    assertThat(run.counts()).containsEntry("entriesRead", 408L);
                    assertThat(run.wholeSource()).isTrue();
                });
        assertThat(report.text())
                .contains("Entries: 408 read = 403 mapped + 5 already known + 0 refused")
                .contains("licence MIT")
                .contains("total (408): the sum of Ni, Co, Mn");
        assertThat(report.json())
                .contains("\"alreadyKnown\" : 5")
                .contains("\"licence\" : \"MIT\"");
    }

    @Test
    void theSecondImportChangesNothing() {
        importSheet();
        long head = log.head();
        var again = importSheet();
        assertThat(log.head()).isEqualTo(head);
        assertThat(again.entries()).isEqualTo(new ImportReport.Entries(408, 0, 408, 0));
        assertThat(again.records().alreadyKnown()).isEqualTo(182 * 3 + 403 * 2);
        assertThat(again.run()).isEmpty();
    }

    @Test
    void aDryRunWritesNothingAndCountsTheSame() {
        var dry =
                log.run(Importers.named("ncm-cathode"), sheet, ImportOptions.DEFAULT.withDryRun());
        assertThat(log.head()).isZero();
        var real = importSheet();
        assertThat(dry.entries()).isEqualTo(real.entries());
        assertThat(dry.records().fresh()).isEqualTo(real.records().fresh());
        assertThat(dry.text()).contains("Dry run: nothing was written.");
    }

    @Test
    void theMappingIsASourceUnderTheNameCsvAsWell() {
        importSheet();
        long head = log.head();
        log.run(
                Importers.named("csv"),
                sheet,
                ImportOptions.DEFAULT.with("mapping", "ncm-cathode"));
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void aRowPutInTheMiddleChangesNothingElse() throws Exception {
        importSheet();
        long head = log.head();
        var lines = Files.readAllLines(sheet);
        lines.add(200, "0.6,0.2,0.2,0.4,0.5,800,15,4.3,25,5,1,120.5");
        var changed = Files.write(directory.resolve("changed.csv"), lines);
        var report = log.run(Importers.named("ncm-cathode"), changed);
        assertThat(report.records().fresh()).isEqualTo(2);
        assertThat(report.records().corrected()).isZero();
        assertThat(report.records().retracted()).isZero();
        assertThat(log.head()).isEqualTo(head + 3);
    }

    @Test
    void predictionsComeWithWhatTurnedOutAndWithoutTrainingRows() {
        var file = TestLog.shared("ncm-cathode/ncm_train_test_predictions.csv");
        var report = log.run(Importers.named("ncm-predictions"), file);
        assertThat(report.refused()).isEmpty();
        assertThat(log.stated(ModelTrained.class))
                .singleElement()
                .satisfies(m ->
                        assertThat(m.trainingRowsUnpublished().orElseThrow())
                                .startsWith("Training rows unpublished"));
        var sets = log.stated(ValuesPredicted.class);
        assertThat(sets).extracting(s -> s.predictions().size()).containsExactly(1612, 404);
        var first = sets.getFirst().predictions().getFirst();
        assertThat(first.subject()).isEmpty();
        assertThat(first.value().quantity().orElseThrow().value()).isEqualTo("155.34198");
        assertThat(first.value().asRecorded()).isEqualTo("[155.34198]");
        assertThat(first.actualValue().orElseThrow().asRecorded()).isEqualTo("158.5");
        long head = log.head();
        log.run(Importers.named("ncm-predictions"), file);
        assertThat(log.head()).isEqualTo(head);
    }
}
