package dev.lodestone.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.Effect;
import dev.lodestone.events.EventId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables whose rows are about parts of a sample, and columns that say less than they seem to.
class SpecimensTest {
    private static final String MAPPING =
            """
            mapping: our-specimens
            version: 1
            source: {title: Written by us}
            file: {missing: [Unknown]}
            sample:
              key: [alloy]
              mayLack: [grain]
              name: "{alloy}[, grains of {grain} µm]"
            row:
              replicates: true
              specimen: {cut: lsk:Cutting, form: lsk:TensileSpecimen, after: [annealing]}
            events:
              annealing: {kind: process, type: lsk:Annealing, of: sample, after: [registration]}
              structure: {kind: values, of: sample, after: [annealing]}
              irradiation: {kind: process, type: lsk:Irradiation, of: row, notIf: {dose: 0}}
              test: {kind: measurement, type: lsk:TensileTest, of: row, effect: consumes, after: [irradiation]}
              hardness: {kind: measurement, type: lsk:HardnessTest, of: row}
            otherColumns: {verbatimIn: specimen}
            columns:
              alloy: {verbatimIn: registration}
              annealed: {in: annealing, as: parameter, property: lsp:annealingTemperature, unit: °C, words: keep}
              grain: {in: structure, as: result, property: lsp:grainSize, unit: µm}
              dose: {in: irradiation, as: parameter, property: lsp:irradiationDose, unit: dpa}
              heat: {in: test, alsoIn: [hardness], as: condition, property: lsp:testTemperature, unit: °C}
              strength: {in: test, as: result, property: lsp:yieldStrength, unit: MPa}
              hardness: {in: hardness, as: result, property: lsp:hardnessVickers, unit: "lsu:Unknown"}
            """;
    private static final String TABLE =
            """
            alloy,annealed,grain,dose,heat,strength,hardness,operator
            A,900,12,0,23,300,150,first shift
            A,900,12,5,23,420,,second shift
            A,900,30,,23,250,,
            B,red heat,,,23,,,
            """;

    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private ImportReport run(String mapping, String table) throws IOException {
        return log.run(
                Importers.named("csv"),
                Files.writeString(directory.resolve("t.csv"), table),
                ImportOptions.DEFAULT.with(
                        "mapping",
                        Files.writeString(directory.resolve("m.yaml"), mapping).toString()));
    }

    private static Map<String, String> verbatim(RecordedEvent record) {
        return record.draft().source().orElseThrow().verbatim();
    }

    @Test
    void rowsOfOneSampleAreSpecimensCutFromIt() throws IOException {
        var report = run(MAPPING, TABLE);
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(4, 4, 0, 0));
        assertThat(log.stated(SampleRegistered.class))
                .flatExtracting(SampleRegistered::samples)
                .flatExtracting(sample -> sample.names().stream().map(ScopedName::name).toList())
                .containsExactly("A, grains of 12 µm", "A, grains of 30 µm", "B");
        assertThat(log.stated(SampleSplit.class)).hasSize(4);
        assertThat(log.stated(SampleSplit.class).stream().map(SampleSplit::parent).distinct())
                .hasSize(3);
        var annealing = log.records(SampleProcessed.class).findFirst().orElseThrow().event();
        assertThat(log.stated(SampleSplit.class).getFirst().occurrence().labTime().after())
                .containsExactly(annealing);
    }

    @Test
    void whatHappensInARowHappensToItsSpecimen() throws IOException {
        run(MAPPING, TABLE);
        var split = log.stated(SampleSplit.class).get(1);
        var specimen = split.parts().getFirst().sample();
        var test =
                log.stated(SampleMeasured.class).stream()
                        .filter(event -> event.participants().samples().contains(specimen))
                        .findFirst()
                        .orElseThrow();
        assertThat(test.effect()).isEqualTo(Effect.CONSUMES);
        assertThat(TestLog.value(test.results(), "lsp:yieldStrength").asRecorded())
                .isEqualTo("420");
        EventId irradiation =
                log.records(SampleProcessed.class)
                        .filter(record ->
                                ((SampleProcessed) record.stated())
                                        .process()
                                        .equals(Term.of("lsk:Irradiation")))
                        .findFirst()
                        .orElseThrow()
                        .event();
        assertThat(test.occurrence().labTime().after()).contains(irradiation);
        assertThat(log.stated(ValuesAsserted.class)).hasSize(2);
    }

    @Test
    void whatARowSaysDidNotHappenIsNoEventAndItsCellsStayWithTheSpecimen() throws IOException {
        run(MAPPING, TABLE);
        assertThat(log.stated(SampleProcessed.class))
                .filteredOn(event -> event.process().equals(Term.of("lsk:Irradiation")))
                .hasSize(1);
        var splits = log.records(SampleSplit.class).toList();
        assertThat(verbatim(splits.getFirst()))
                .containsEntry("dose", "0")
                .containsEntry("operator", "first shift");
        assertThat(verbatim(splits.getLast())).containsEntry("heat", "23");
    }

    @Test
    void aConditionCanBelongToTwoMeasurements() throws IOException {
        run(MAPPING, TABLE);
        var first =
                log.stated(SampleMeasured.class).stream()
                        .filter(event ->
                                event.participants()
                                        .samples()
                                        .contains(
                                                log.stated(SampleSplit.class)
                                                        .getFirst()
                                                        .parts()
                                                        .getFirst()
                                                        .sample()))
                        .toList();
        assertThat(first).hasSize(2);
        assertThat(first)
                .allSatisfy(event ->
                        assertThat(
                                        TestLog.value(event.conditions(), "lsp:testTemperature")
                                                .asRecorded())
                                .isEqualTo("23"));
    }

    @Test
    void wordsInAColumnOfNumbersAreKeptAndToldWhereTheMappingSaysSo() throws IOException {
        var report = run(MAPPING, TABLE);
        assertThat(report.findings())
                .extracting(Finding::toString)
                .anySatisfy(finding ->
                        assertThat(finding)
                                .contains("row 5, column annealed")
                                .contains("(red heat)")
                                .contains("kept as text"));
        assertThat(log.records(SampleProcessed.class))
                .anySatisfy(record ->
                        assertThat(verbatim(record)).containsEntry("annealed", "red heat"));

        var refusing = run(MAPPING.replace(", words: keep", ""), TABLE.replace("900", "910"));
        assertThat(refusing.refused()).hasSize(1);
    }

    @Test
    void whatCannotBeHeldByAnyEventIsNamed() throws IOException {
        var report =
                run(
                        """
                        mapping: our-tests
                        version: 1
                        source: {title: Written by us}
                        file: {decimal: point}
                        sample: {key: [alloy]}
                        events:
                          test: {kind: measurement, type: lsk:TensileTest, of: row, after: [registration]}
                        columns:
                          alloy: {identity: true}
                          strength: {in: test, as: result, property: lsp:yieldStrength, unit: MPa}
                          remark: {verbatimIn: test}
                          day: {timeOf: test}
                        """,
                        "alloy,strength,remark,day\nA,,broke early,2026-01-02\n");
        assertThat(report.dropped())
                .extracting(dropped -> new DroppedField(dropped.field(), dropped.why()))
                .contains(
                        new DroppedField(
                                "remark", "its row has no result it could be a condition of"),
                        new DroppedField("day", "the time of an event it does not tell"));
    }

    @Test
    void aChangedCellIsACorrectionOfItsSpecimensEvents() throws IOException {
        var mapping = MAPPING.replace("replicates: true", "key: [operator]");
        mapping = mapping.replace("columns:\n", "columns:\n  operator: {identity: true}\n");
        run(mapping, TABLE);
        long head = log.head();
        assertThat(run(mapping, TABLE).entries().alreadyKnown()).isEqualTo(4);
        assertThat(log.head()).isEqualTo(head);
        assertThat(run(mapping, TABLE.replace("420", "425")).records().corrected()).isEqualTo(1);
    }

    @Test
    void mistakesOfTheMappingAreErrors() {
        assertThatThrownBy(() -> run(MAPPING.replace("{dose: 0}", "{does: 0}"), TABLE))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("There is no column (does).");
        assertThatThrownBy(() -> run(MAPPING.replace("cut: lsk:Cutting, ", ""), TABLE))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("The setting (cut) is missing.");
        assertThatThrownBy(() -> run(MAPPING.replace("replicates: true", ""), TABLE))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("Nothing tells the specimens of a sample apart.");
        assertThatThrownBy(() ->
                        run(MAPPING.replace("alsoIn: [hardness]", "alsoIn: [hardnes]"), TABLE))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("There is no event (hardnes).");
        assertThatThrownBy(() -> run(MAPPING.replaceAll(" +specimen: \\{cut.*\n", ""), TABLE))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("but rows have none");
    }
}
