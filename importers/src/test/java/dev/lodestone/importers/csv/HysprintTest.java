package dev.lodestone.importers.csv;

import static dev.lodestone.importers.csv.Workbooks.date;
import static dev.lodestone.importers.csv.Workbooks.number;
import static dev.lodestone.importers.csv.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HysprintTest {
    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private ImportReport run(Path file) {
        return log.run(Importers.named("hysprint"), file);
    }

    private Path workbook(String id) {
        return Workbooks.write(
                directory.resolve("20260102_experiment_file.xlsx"),
                List.of(
                        List.of(
                                text("Experiment Info"),
                                "",
                                "",
                                text("1: Cleaning UV-Ozone"),
                                text("2: Spin Coating"),
                                "",
                                "",
                                text("3: Evaporation"),
                                ""),
                        List.of(
                                text("Date"),
                                text(id),
                                text("Notes"),
                                text("UV-Ozone Time [s]"),
                                text("Rotation speed 1 [rpm]"),
                                text("Annealing time [min]"),
                                text("Notes"),
                                text("Thickness [nm]"),
                                text("Material name")),
                        List.of(
                                date("45559"),
                                text("HZB_Ours_1_1_C-1"),
                                text("a test"),
                                number("900"),
                                number("3000"),
                                number("10"),
                                text("cloudy"),
                                number("23"),
                                text("C60")),
                        List.of(
                                date("45559"),
                                text("HZB_Ours_1_1_C-2"),
                                "",
                                number("900"),
                                text("slow"),
                                "",
                                "",
                                "",
                                "")),
                List.of("A1:C1", "E1:G1", "H1:I1"));
    }

    private static Map<String, String> verbatim(RecordedEvent record) {
        return record.draft().source().orElseThrow().verbatim();
    }

    @Test
    void groupsAreStepsInTheOrderOfTheirNumbers() {
        var report = run(workbook("Nomad ID"));
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(2, 2, 0, 0));
        assertThat(log.stated(SampleProcessed.class))
                .extracting(step -> step.process().curie())
                .containsExactly(
                        "lsk:Cleaning",
                        "lsk:SpinCoating",
                        "lsk:ThermalEvaporation",
                        "lsk:Cleaning",
                        "lsk:SpinCoating");
        var steps = log.records(SampleProcessed.class).toList();
        List<EventId> before = steps.get(2).stated().occurrence().labTime().after();
        assertThat(before).contains(steps.get(0).event(), steps.get(1).event());
        var speed =
                TestLog.value(
                        ((SampleProcessed) steps.get(1).stated()).parameters(),
                        "lsp:rotationSpeed");
        assertThat(speed.asRecorded()).isEqualTo("3000");
        assertThat(speed.note()).contains("Rotation speed 1");
    }

    @Test
    void whatHasNoTermIsKeptWithItsStepOrItsSubstrate() {
        run(workbook("Nomad ID"));
        var substrate = log.records(SampleRegistered.class).findFirst().orElseThrow();
        assertThat(verbatim(substrate))
                .containsEntry("Date", "2024-09-24")
                .containsEntry("Experiment Info / Notes", "a test");
        var steps = log.records(SampleProcessed.class).toList();
        assertThat(verbatim(steps.get(1))).containsEntry("2: Spin Coating / Notes", "cloudy");
        assertThat(verbatim(steps.get(2))).containsEntry("Material name", "C60");
        assertThat(verbatim(steps.get(4))).containsEntry("Rotation speed 1 [rpm]", "slow");
    }

    @Test
    void aWorkbookWithoutSubstratesIsRefused() {
        assertThatThrownBy(() -> run(workbook("Sample number")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("The column (Nomad ID) is missing")
                .hasMessageContaining("import it as xlsx with a mapping");
        assertThat(log.head()).isZero();
    }

    @Test
    void theLaboratorysWorkbooksAreReadWholeAndOnce() {
        for (var name :
                List.of(
                        "20240915_test_experiment.xlsx",
                        "20250114_experiment_file.xlsx",
                        "excel_test_file.xlsx")) {
            var file = TestLog.shared("perovskite/lab/" + name);
            var report = run(file);
            assertThat(report.refused()).as(name).isEmpty();
            assertThat(report.entries().mapped()).as(name).isPositive();
            long head = log.head();
            assertThat(run(file).entries().mapped()).as(name).isZero();
            assertThat(log.head()).isEqualTo(head);
        }
        assertThat(log.stated(SampleProcessed.class))
                .extracting(SampleProcessed::process)
                .contains(
                        Term.of("lsk:InkjetPrinting"),
                        Term.of("lsk:AtomicLayerDeposition"),
                        Term.of("lsk:SputterDeposition"),
                        Term.of("lsk:Machining"));
    }
}
