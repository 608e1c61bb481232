package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verb that imports, with a mapping that it drafted itself, or from a provider.
class ImportVerbsTest {
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path directory) {
        terminal = new Terminal(directory);
    }

    @Test
    void aDraftedMappingImportsATableWhoseContradictionsStandInTheGraph() {
        terminal.write("t.csv", "sample,sin_temp,Dis_cap\nS-1,800,180.5\nS-2,850,170\n");
        terminal.write("typed-again.csv", "sample,sin_temp,Dis_cap\nS-1,800,180.5\nS-2,650,170\n");
        var draft = terminal.run("import", "csv", "t.csv", "--suggest");
        assertThat(draft.exit()).as(draft.err()).isZero();
        assertThat(draft.out())
                .contains("property: lsp:specificDischargeCapacity", "# likely (0.85)");
        terminal.write(
                "m.yaml",
                draft.out()
                        + "  otherExport: {file: typed-again.csv, rows: same, agreeing: [sample]}\n");
        var mapping = "mapping=" + terminal.path("m.yaml");
        var imported = terminal.run("import", "csv", "t.csv", "--set", mapping);
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("Here it says (850), in typed-again.csv:3 (650)");
        terminal.write(
                "q.rq",
                "SELECT ?text ?note WHERE { ?d ls:finding lsk:Contradiction ; ls:asRecorded ?text ; rdfs:comment ?note }");
        assertThat(terminal.run("query", "--format", "csv", "q.rq").out())
                .isEqualTo("text,note\r\n850,the other export says (650) in typed-again.csv:3\r\n");
        assertThat(terminal.run("import", "materials-project", "t.csv", "--suggest").err())
                .contains("needs no mapping");
    }

    @Test
    void anImportWithoutAPathNeedsAProvider() {
        assertThat(terminal.run("import", "optimade").exit()).isEqualTo(2);
        var said =
                terminal.run(
                        "import", "optimade", "--provider", "nobody", "--filter", "nelements=2");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("No address of the provider (nobody)", "oqmd");
    }
}
