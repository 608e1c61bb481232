package dev.lodestone.importers.oqmd;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.TestLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OqmdImporterTest {
    private final OqmdImporter importer = new OqmdImporter();

    @TempDir private Path directory;
    @AutoClose private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @Test
    void aRowBecomesAMaterialWithStructureAndCalculatedValues() throws Exception {
        var report = bench.run(importer, ours());

        assertThat(report.refused()).isEmpty();
        var material = bench.stated(MaterialRegistered.class).getFirst();
        assertThat(material.formula()).contains("Al1Ni1");
        assertThat(material.names())
                .containsExactly(
                        new ScopedName("oqmd/entry", "11"),
                        new ScopedName("oqmd/calculation", "101"),
                        new ScopedName("oqmd/formation-energy", "1001"));
        assertThat(bench.files().verify(material.structure().orElseThrow().sha256())).isTrue();
        var calculated = values("entry/11#values/calculated");
        assertThat(value(calculated.values(), "lsp:energyAboveHull").note().orElseThrow())
                .contains("below the hull");
        assertThat(calculated.conditions())
                .extracting(Value::asRecorded)
                .containsExactly("standard", "static");
        assertThat(calculated.originUnknown())
                .contains("origin not imported: calculation 101 of OQMD");
        var structure = values("entry/11#values/structure").values();
        assertThat(value(structure, "lsp:cellVolume").asRecorded()).isEqualTo("24.0");
        assertThat(structure)
                .filteredOn(v -> v.property().curie().equals("lsp:bulkComposition"))
                .extracting(v -> v.species().orElseThrow() + " " + v.asRecorded())
                .containsExactly("Al 0.500000", "Ni 0.500000");
        assertThat(report.findings())
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .contains("three decimals only");
    }

    @Test
    void pagesThatAreNoAnswersAreRefusedAndTheRestGoesOn() throws Exception {
        var pages = Files.createDirectory(directory.resolve("pages"));
        Files.copy(ours(), pages.resolve("b.json"));
        Files.writeString(pages.resolve("a.json"), "<html><h1>502</h1></html>");
        Files.writeString(pages.resolve("c.json"), "{\"detail\":\"Not found.\"}");
        Files.writeString(
                pages.resolve("d.json"),
                "{\"data\":[{\"name\":\"NaCl\"}],\"meta\":{\"data_available\":5000}}");

        var report = bench.run(importer, pages);

        assertThat(report.entries().mapped()).isEqualTo(2);
        assertThat(report.refused())
                .extracting(refusal -> refusal.place())
                .containsExactly("a.json:1:1", "c.json", "d.json#/data/0/entry_id");
        assertThat(report.findings())
                .extracting(Finding::what)
                .contains("The answer has 1 of 5000 rows; the other pages are not in it.");
    }

    @Test
    void recordedRowsAreCountedAndTheSecondImportWritesNothing() {
        var rows = shared("other-databases/oqmd/oqmdapi_rows.json");
        var report = bench.run(importer, rows);

        assertThat(report.entries().mapped()).isEqualTo(5);
        assertThat(report.refused()).isEmpty();
        assertThat(bench.stated(MaterialRegistered.class))
                .extracting(material -> material.formula().orElseThrow())
                .isEqualTo(List.of("He", "He", "He2", "He", "He2"));
        long head = bench.head();
        assertThat(bench.run(importer, rows).run()).isEmpty();
        assertThat(bench.head()).isEqualTo(head);
    }

    private ValuesAsserted values(String key) {
        return bench.records(ValuesAsserted.class)
                .filter(r -> r.draft().source().orElseThrow().key().orElseThrow().equals(key))
                .map(r -> (ValuesAsserted) r.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    private static Path ours() throws Exception {
        return Path.of(
                Objects.requireNonNull(
                                OqmdImporterTest.class.getResource(
                                        "/corpora/oqmd/written-by-us.json"))
                        .toURI());
    }
}
