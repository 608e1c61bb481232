package dev.lodestone.importers.aflow;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.TestLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AflowImporterTest {
    private final AflowImporter importer = new AflowImporter();

    @TempDir private Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void aRowBecomesAMaterialWithItsValuesThoughAllOfThemAreTexts() throws Exception {
        var report = bench.run(importer, ours());

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().mapped()).isEqualTo(2);
        var material = bench.stated(MaterialRegistered.class).getFirst();
        assertThat(material.formula()).contains("BeO");
        assertThat(material.names())
                .containsExactly(new ScopedName("aflow", "aflow:0000000000000001"));
        var gap = value(values("electronic").values(), "lsp:bandGap");
        assertThat(gap.quantity().orElseThrow().value()).isEqualByComparingTo("6.85");
        assertThat(gap.note()).contains("insulator-direct");
        var warm = values("at-300-K");
        assertThat(value(warm.conditions(), "lsp:temperature").asRecorded()).isEqualTo("300K");
        assertThat(value(warm.conditions(), "lsp:runType").text()).contains("PAW_PBE");
        assertThat(value(values("structure").values(), "lsp:crystalSystem").concept().toString())
                .contains("Cubic");
    }

    @Test
    void aTextThatIsNoNumberIsKeptAsItIsAndTheMissingPagesAreTold() throws Exception {
        var report = bench.run(importer, ours());

        assertThat(bench.records(MaterialRegistered.class))
                .last()
                .satisfies(record ->
                        assertThat(record.draft().source().orElseThrow().verbatim())
                                .containsEntry("Egap", "\"null\"")
                                .containsEntry("agl_thermal_conductivity_300K", ""));
        assertThat(report.findings())
                .extracting(Finding::what)
                .contains("The answer has 2 of 3 rows; the other pages are not in it.");
    }

    @Test
    void aListOfTypedRowsAndAnEmptyAnswerAreReadAndARowWithoutItsIdentifierIsRefused()
            throws Exception {
        var pages = Files.createDirectory(directory.resolve("pages"));
        Files.writeString(pages.resolve("a.json"), "[]");
        Files.writeString(pages.resolve("b.json"), "{}");
        Files.writeString(
                pages.resolve("c.json"),
                """
                [{"auid":"aflow:00000000000000aa","compound":"Si2","Egap":0.61,"dft_type":["PAW_PBE"]},
                 {"compound":"Si2"},{"auid":"icsd:1"}]
                """);
        Files.writeString(pages.resolve("d.json"), "{\"data\":[],\"meta\":{}}");

        var report = bench.run(importer, pages);

        assertThat(report.entries().mapped()).isEqualTo(1);
        assertThat(report.refused())
                .extracting(refusal -> refusal.place())
                .containsExactly("c.json#/1/auid", "c.json#/2/auid", "d.json");
        assertThat(value(values("electronic").values(), "lsp:bandGap").asRecorded())
                .isEqualTo("0.61");
    }

    @Test
    void theRecordedPageIsCountedAndTheSecondImportWritesNothing() {
        var page = shared("other-databases/aflow/aflux_page1.json");
        var report = bench.run(importer, page);

        assertThat(report.entries().mapped()).isEqualTo(20);
        assertThat(report.refused()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::what)
                .contains("The answer has 20 of 912 rows; the other pages are not in it.");
        assertThat(bench.stated(MaterialRegistered.class)).hasSize(20);
        long head = bench.head();
        assertThat(bench.run(importer, page).run()).isEmpty();
        assertThat(bench.head()).isEqualTo(head);
    }

    private ValuesAsserted values(String group) {
        return bench.records(ValuesAsserted.class)
                .filter(r ->
                        r.draft()
                                .source()
                                .orElseThrow()
                                .key()
                                .orElseThrow()
                                .endsWith("#values/" + group))
                .map(r -> (ValuesAsserted) r.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + group));
    }

    private static Path ours() throws Exception {
        return Path.of(
                Objects.requireNonNull(
                                AflowImporterTest.class.getResource(
                                        "/corpora/aflow/written-by-us.json"))
                        .toURI());
    }
}
