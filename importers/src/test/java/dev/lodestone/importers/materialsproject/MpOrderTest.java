package dev.lodestone.importers.materialsproject;

import static dev.lodestone.importers.TestLog.shared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What documents say of each other, in whatever order they are imported.
class MpOrderTest {
    private static final ImportOptions REMAP =
            new ImportOptions(false, true, false, false, java.util.Map.of());

    private final MaterialsProjectImporter importer = new MaterialsProjectImporter();

    @TempDir private Path directory;
    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("log"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void calculationsAndMaterialsMeanTheSameInEitherOrder() throws IOException {
        var meaning =
                inBothOrders(
                        summary("mp-1", "mp-7", "mp-1", "mp-7"), task("mp-7", "r2SCAN", "-5.4"));

        assertThat(MpMeaning.subjects(log)).containsExactly("mp-1");
        assertThat(meaning).noneMatch(line -> line.contains("mp-task-"));
        assertThat(log.stated(ValuesAsserted.class))
                .filteredOn(values -> values.computedBy().isPresent())
                .singleElement()
                .satisfies(values ->
                        assertThat(values.conditions())
                                .anyMatch(c -> c.toString().contains("lsk:R2SCAN")));
    }

    @Test
    void theRealDocumentsMeanTheSameInEitherOrder() throws IOException {
        var meaning =
                inBothOrders(
                        shared("materials-project/summary_mp-149_2022-10-05.json"),
                        shared("materials-project/test_si_tasks.json.gz"));

        assertThat(MpMeaning.subjects(log)).containsExactly("mp-149");
        assertThat(meaning).noneMatch(line -> line.contains("mp-task-"));
        assertThat(meaning)
                .filteredOn(line -> line.startsWith("material/mp-149#values/dos.total.1 "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"GGA\"").contains("mp-1686587"));
    }

    @Test
    void aTaskThatIsNamedOnlyWhereAValueComesFromMeansTheSameInEitherOrder() throws IOException {
        inBothOrders(summary("mp-1", "mp-7", "mp-1"), task("mp-7", "r2SCAN", "-5.4"));

        assertThat(MpMeaning.subjects(log)).containsExactly("mp-1");
    }

    @Test
    void documentsOfAllKindsMeanTheSameInEitherOrder() throws Exception {
        var files = new ArrayList<Path>();
        for (var name :
                List.of(
                        "written-by-us-summary-2025.json",
                        DocumentsImport.THERMO,
                        DocumentsImport.PROVENANCE,
                        DocumentsImport.ENTRIES,
                        DocumentsImport.ELECTRODES,
                        "written-by-us-magnetism-2025.json")) {
            files.add(DocumentsImport.ours(name));
        }
        files.add(task("mp-1440634", "r2SCAN", "-5.4"));
        try (var reversed = new TestLog(directory.resolve("reversed"))) {
            files.forEach(file -> log.run(importer, file));
            files.reversed().forEach(file -> reversed.run(importer, file));

            assertThat(MpMeaning.of(log)).isEqualTo(MpMeaning.of(reversed));
            assertThat(MpMeaning.of(log)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void aTaskFoundInALongListFindsItsMaterial() throws IOException {
        var tasks =
                IntStream.range(1_000_000, 1_000_400)
                        .mapToObj(i -> "mp-" + i)
                        .toArray(String[]::new);
        inBothOrders(summary("mp-1", "mp-1000399", tasks), task("mp-1000399", "GGA", "-5.4"));

        assertThat(MpMeaning.subjects(log)).containsExactly("mp-1");
    }

    @Test
    void importingAPartAgainTakesNothingBack() throws IOException {
        var summary = summary("mp-1", "mp-7", "mp-7");
        var task = task("mp-7", "GGA", "-5.4");
        run(task);
        run(summary);
        var meaning = MpMeaning.of(log);

        for (var again : List.of(task, summary, task)) {
            assertThat(run(again).run()).isEmpty();
        }
        assertThat(MpMeaning.of(log)).isEqualTo(meaning);

        run(task("mp-7", "GGA", "-5.5"));
        assertThat(MpMeaning.subjects(log)).containsExactly("mp-1");
        assertThat(MpMeaning.of(log)).anyMatch(line -> line.contains("-5.5"));
    }

    @Test
    void whatTheSummaryJoinedIsUndoneWithItsRunAndComesAgain() throws IOException {
        var summary = summary("mp-1", "mp-7", "mp-7");
        run(task("mp-7", "GGA", "-5.4"));
        var run = run(summary).run().orElseThrow();
        var meaning = MpMeaning.of(log);

        log.undo(run);
        assertThat(MpMeaning.subjects(log)).containsExactly("mp-task-mp-7");

        run(summary);
        assertThat(MpMeaning.of(log)).isEqualTo(meaning);
    }

    @Test
    void aTaskThatIsGroupedAnewIsCorrected() throws IOException {
        run(task("mp-7", "GGA", "-5.4"));
        run(summary("mp-1", "mp-7", "mp-7"));

        var report = run(summary("mp-2", "mp-7", "mp-7", "mp-8"));

        assertThat(report.records().corrected()).isEqualTo(2);
        assertThat(MpMeaning.subjects(log)).containsExactly("mp-2");
    }

    @Test
    void aMaterialThatBecameATaskOfAnotherIsKnownByItsNewIdentifier() throws IOException {
        run(summary("mp-9", "mp-9", "mp-9"));

        var moved = summary("mp-5", "mp-5", "mp-5", "mp-9");
        var report = run(moved);

        assertThat(report.findings())
                .anyMatch(f -> f.what().equals("The material (mp-9) is part of (mp-5) now."));
        assertThat(report.records().corrected()).isEqualTo(1);
        assertThat(log.stated(MaterialRegistered.class))
                .filteredOn(m -> m.material().value().equals("mp-9"))
                .singleElement()
                .satisfies(m ->
                        assertThat(m.names())
                                .contains(new ScopedName("materials-project/moved", "mp-5")));
        assertThat(run(moved).run()).isEmpty();

        run(summary("mp-9", "mp-9", "mp-9"));
        assertThat(log.stated(MaterialRegistered.class).toString())
                .doesNotContain("materials-project/moved");
    }

    @Test
    void mappingAnewLeavesJoinedWhatWasJoined() throws IOException {
        var task = task("mp-7", "GGA", "-5.4");
        run(task);
        run(summary("mp-1", "mp-7", "mp-7"));
        var meaning = MpMeaning.of(log);

        assertThat(log.run(importer, task, REMAP).records().written()).isZero();
        assertThat(MpMeaning.of(log)).isEqualTo(meaning);
    }

    private List<String> inBothOrders(Path one, Path other) throws IOException {
        try (var reversed = new TestLog(directory.resolve("reversed"))) {
            run(one);
            run(other);
            reversed.run(importer, other);
            reversed.run(importer, one);
            var meaning = MpMeaning.of(log);
            assertThat(MpMeaning.of(reversed)).isEqualTo(meaning);
            return meaning;
        }
    }

    private ImportReport run(Path file) {
        var report = log.run(importer, file);
        assertThat(report.refused()).isEmpty();
        return report;
    }

    private Path summary(String id, String origin, String... tasks) throws IOException {
        return Files.writeString(
                directory.resolve("summary-" + id + ".json"),
                """
                {"material_id": "%s", "formula_pretty": "Si", "nsites": 2, "band_gap": 0.6,
                 "origins": [{"name": "electronic_structure", "task_id": "%s"}], "task_ids": [%s]}
                """
                        .formatted(
                                id,
                                origin,
                                List.of(tasks).stream()
                                        .map(task -> '"' + task + '"')
                                        .collect(Collectors.joining(", "))));
    }

    private Path task(String id, String runType, String energy) throws IOException {
        return Files.writeString(
                directory.resolve("task-" + id + energy + ".json"),
                """
                {"task_id": "%s", "task_type": "Static", "run_type": "%s", "formula_pretty": "Si",
                 "nsites": 2, "output": {"energy": %s, "bandgap": 0.6}}
                """
                        .formatted(id, runType, energy));
    }
}
