package dev.lodestone.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerovskiteDatabaseTest {
    @TempDir private Path directory;
    private TestLog log;
    private Path table;

    @BeforeEach
    void open() {
        table = TestLog.shared("perovskite/perovskite_database_rows_8.csv");
        log = new TestLog(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        if (log != null) {
            log.close();
        }
    }

    private ImportReport importTable(Path file) {
        return log.run(Importers.named("perovskite-database"), file);
    }

    @Test
    void aDeviceIsItsLayersItsAnnealingAndItsCurves() {
        var report = importTable(table);
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(8, 8, 0, 0));
        assertThat(log.stated(SampleRegistered.class)).hasSize(8);
        assertThat(log.stated(SampleMeasured.class)).hasSize(8);
        var first = log.stated(SampleMeasured.class).getFirst();
        assertThat(first.method()).isEqualTo(Term.of("lsk:SolarCellTest"));
        assertThat(TestLog.value(first.conditions(), "lsp:irradiance").quantity()).isPresent();
        assertThat(TestLog.value(first.results(), "lsp:fillFactor").basis())
                .isEqualTo(HowKnown.EXTRACTED);
        var annealing =
                log.stated(SampleProcessed.class).stream()
                        .filter(event -> event.process().equals(Term.of("lsk:Annealing")))
                        .toList();
        assertThat(annealing).hasSize(8);
        assertThat(
                        TestLog.value(annealing.getFirst().parameters(), "lsp:annealingTemperature")
                                .asRecorded())
                .isEqualTo("100");
        assertThat(log.stated(ValuesAsserted.class))
                .anySatisfy(event ->
                        assertThat(TestLog.value(event.values(), "lsp:reportedIn").asRecorded())
                                .isEqualTo("10.1039/c3ee40810h"));
    }

    @Test
    void listsOfLayersAreKeptAsTheyAreAndTold() {
        var report = importTable(table);
        var deposition =
                log.records(SampleProcessed.class)
                        .filter(record ->
                                record.draft()
                                        .source()
                                        .orElseThrow()
                                        .verbatim()
                                        .containsKey("ETL_thickness"))
                        .toList();
        assertThat(deposition).hasSizeBetween(6, 8);
        assertThat(
                        deposition
                                .getFirst()
                                .draft()
                                .source()
                                .orElseThrow()
                                .verbatim()
                                .get("ETL_thickness"))
                .startsWith("nan | ");
        assertThat(report.findings())
                .extracting(Finding::toString)
                .anySatisfy(finding ->
                        assertThat(finding).contains("ETL_thickness").contains("kept as text"));
    }

    @Test
    void noColumnIsLostAndMarksOfNothingAreCounted() {
        var report = importTable(table);
        var registered = log.records(SampleRegistered.class).findFirst().orElseThrow();
        assertThat(registered.draft().source().orElseThrow().verbatim())
                .containsEntry("Cell_architecture", "nip")
                .containsEntry("Cell_number_of_cells_per_substrate", "0")
                .containsEntry("Perovskite_composition_a_ions", "MA")
                .doesNotContainKey("Ref_name_of_person_entering_the_data");
        assertThat(report.dropped())
                .anySatisfy(dropped -> {
                    assertThat(dropped.field()).isEqualTo("Cell_semitransparent_wavelength_range");
                    assertThat(dropped.why()).contains("nan; nan");
                    assertThat(dropped.count()).isEqualTo(8);
                });
    }

    @Test
    void theSecondImportChangesNothingAndAChangedValueIsACorrection() throws IOException {
        importTable(table);
        long head = log.head();
        assertThat(importTable(table).entries().alreadyKnown()).isEqualTo(8);
        assertThat(log.head()).isEqualTo(head);

        var changed = Files.readString(table).replaceFirst(",12\\.3,", ",12.4,");
        var report =
                importTable(
                        Files.writeString(directory.resolve("perovskite_database.csv"), changed));
        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(log.all())
                .anySatisfy(record ->
                        assertThat(record.draft().body()).isInstanceOf(RecordCorrected.class));
    }
}
