package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verb that says which material a sample represents.
class LinkVerbsTest {
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path directory) {
        terminal = new Terminal(directory);
        LifeOfP7.writeTo(terminal, "life.jsonl");
    }

    @Test
    void aSampleIsLinkedToTheMaterialItRepresentsByIdOrNameAndOnlyOnce() {
        terminal.run("record", "life.jsonl");
        recordMaterials();

        var linked = terminal.run("link", "P7", "oqmd/entry:11");
        assertThat(linked.exit()).as(linked.err()).isZero();
        assertThat(linked.out()).contains("powder-7 represents the material oqmd-11", "position 6");
        assertThat(terminal.run("link", "powder-7", "oqmd-11").out())
                .contains("was known already", "position 6");
        assertThat(terminal.run("link", "--json", "powder-7", "mp-149").out())
                .contains("\"alreadyKnown\" : false", "/material/mp-149");
        assertThat(terminal.run("events").out()).contains("\"type\":\"SampleLinked\"");
    }

    @Test
    void whatCannotBeToldApartIsNotLinkedAndTheCandidatesAreListed() {
        terminal.run("record", "life.jsonl");
        recordMaterials();

        var formula = terminal.run("link", "P7", "Si");
        assertThat(formula.exit()).isEqualTo(1);
        assertThat(formula.err())
                .contains("The name (Si) means 2 materials", "mp-149", "oqmd-11", "oqmd/entry:11");
        var sample = terminal.run("link", "X", "mp-149");
        assertThat(sample.err()).contains("The name (X) means 2 samples", "a:X", "b:X");
        assertThat(terminal.run("link", "P7", "mp-1").err())
                .contains("There is no material (mp-1)", "Maybe");
        assertThat(terminal.run("link", "P8", "mp-149").err()).contains("There is no sample (P8)");
        assertThat(terminal.run("status").out()).contains("log             5 records");
    }

    @Test
    void aCathodeSampleIsJoinedToTheComputedMaterialItIsLinkedTo() {
        var shared = Path.of(System.getProperty("lodestone.shared"), "data");
        assumeTrue(Files.isDirectory(shared), "no third-party data in " + shared);
        terminal.run("import", "ncm-cathode", shared + "/ncm-cathode/ncm_datasheet_mice.csv");
        var imported =
                terminal.run(
                        "import",
                        "materials-project",
                        shared + "/materials-project/summary_mp-149_2022-10-05.json");
        assertThat(imported.exit()).as(imported.err()).isZero();
        terminal.write(
                "link.jsonl",
                """
                {"type":"SampleLinked","version":1,"sample":"3a3fb897-5f82-596d-8f53-6d9214ed9225","material":"mp-149"}
                """);
        assertThat(terminal.run("record", "link.jsonl").exit()).isZero();
        terminal.write(
                "joined.rq",
                """
                SELECT DISTINCT ?formula (lsf:in(?gap, unit:EV) AS ?eV) WHERE {
                  ?sample lsp:specificDischargeCapacity ?capacity ; ls:represents ?material .
                  ?material ls:formula ?formula ; lsp:bandGap ?gap .
                } ORDER BY ?gap
                """);
        // The summary states the gap of its task, and another of its band structures.
        assertThat(terminal.run("query", "--format", "csv", "joined.rq").out().lines().toList())
                .containsExactly("formula,eV", "Si,0.6105", "Si,0.8164");
    }

    private void recordMaterials() {
        terminal.write(
                "materials.jsonl",
                """
                {"type":"MaterialRegistered","version":1,"material":"mp-149","formula":"Si"}
                {"type":"MaterialRegistered","version":1,"material":"oqmd-11","formula":"Si","names":[{"scope":"oqmd/entry","name":"11"}]}
                {"type":"SampleRegistered","version":1,"samples":[{"sample":"x1","names":[{"scope":"a","name":"X"}]},{"sample":"x2","names":[{"scope":"b","name":"X"}]}]}
                """);
        var said = terminal.run("record", "materials.jsonl");
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
