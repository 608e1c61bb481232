package dev.lodestone.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importers;
import dev.lodestone.importers.SuggestsMapping;
import dev.lodestone.importers.TestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the example of docs/sources/tables.md as it stands there, and drafts mappings for it.
class TablesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "sources", "tables.md");

    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("data"));
    }

    private static String block(String language) throws IOException {
        var found =
                Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(PAGE));
        assertThat(found.find()).as(language).isTrue();
        return found.group(1);
    }

    private ImportReport run(Path table, String mapping) throws IOException {
        var yaml = Files.writeString(directory.resolve("oven.yaml"), mapping);
        return log.run(
                Importers.named("csv"),
                table,
                ImportOptions.DEFAULT.with("mapping", yaml.toString()));
    }

    private static String draft(Path table) {
        return ((SuggestsMapping) Importers.named("csv")).suggest(table, Optional.empty());
    }

    @Test
    void theExampleDoesWhatThePageSays() throws IOException {
        var table = Files.writeString(directory.resolve("oven.csv"), block("csv"));
        var report = run(table, block("yaml"));
        assertThat(report.entries()).isEqualTo(new ImportReport.Entries(6, 4, 1, 1));
        assertThat(report.refused().getFirst().toString())
                .isEqualTo(
                        """
                        [oven.csv:9 column "Sintertemp"] The value (-999) looks like a mark for a missing value.
                        Maybe it is one: add "-999" to "missing" in the mapping.\
                        """);
        var page = Files.readString(PAGE);
        assertThat(page).contains(report.refused().getFirst().toString());
        assertThat(report.findings())
                .extracting(Finding::toString)
                .filteredOn(page::contains)
                .hasSize(3);
        assertThat(log.stated(SampleMeasured.class)).hasSize(3);
        assertThat(
                        log.stated(ValuesAsserted.class).stream()
                                .flatMap(event -> event.values().stream())
                                .filter(value -> value.findings().isPresent()))
                .hasSize(3);
        assertThat(run(table, block("yaml")).run()).isEmpty();
    }

    @Test
    void aDraftKnowsHeadersOfTheFieldAndSaysHowSureItIs() throws IOException {
        var table =
                Files.writeString(
                        directory.resolve("cells.csv"),
                        """
                        Sample ID,sin_temp,Grain size (µm),Dis_cap,SpeCapD/mAh/g,Thickness (mm),colour
                        S-1,800,1.5,180,181,2,red
                        S-2,850,2.5,170,172,2,blue
                        """);
        var draft = draft(table);
        assertThat(draft.lines())
                .anySatisfy(l -> assertThat(l).contains("Of 7 columns 6 are recognised"))
                .anySatisfy(l ->
                        assertThat(l)
                                .startsWith(
                                        "  \"sin_temp\": {in: sintering, as: parameter, property: lsp:sinteringTemperature, unit: unit:DEG_C")
                                .contains("# likely (0.85)")
                                .contains("no unit stated, °C assumed"))
                .anySatisfy(l ->
                        assertThat(l)
                                .startsWith("  \"Grain size (µm)\": {in: structure")
                                .contains("component: lsk:Grain")
                                .contains("# sure (1.00)"))
                .anySatisfy(l ->
                        assertThat(l)
                                .startsWith("  \"SpeCapD/mAh/g\": {in: measurement")
                                .contains("lsp:specificDischargeCapacity"))
                .anySatisfy(l ->
                        assertThat(l)
                                .startsWith("  \"Dis_cap\": {verbatimIn: measurement}")
                                .contains("as \"SpeCapD/mAh/g\" is"))
                .anySatisfy(l ->
                        assertThat(l)
                                .startsWith("  \"Thickness (mm)\": {verbatimIn")
                                .contains("a guess"))
                .anySatisfy(l ->
                        assertThat(l)
                                .isEqualTo(
                                        "  \"colour\": {verbatimIn: measurement}  # not recognised"));
        var report = run(table, draft);
        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().mapped()).isEqualTo(2);
    }

    @Test
    void aDraftOfTheNcmSheetImportsEveryRow() throws IOException {
        var table = TestLog.shared("ncm-cathode/ncm_datasheet_mice.csv");
        var report = run(table, draft(table));
        assertThat(report.entries().refused()).isZero();
        assertThat(report.entries().alreadyKnown()).isEqualTo(5);
        assertThat(report.findings())
                .extracting(Finding::what)
                .filteredOn(what -> what.contains("looks imputed"))
                .hasSizeGreaterThan(300);
    }
}
