package dev.lodestone.importers.optimade;

import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.TestLog;
import dev.lodestone.ontology.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimadeImporterTest {
    private static final String PAGE = "written-by-us-page.json";
    private static final String LINES = "written-by-us.jsonl";

    private final OptimadeImporter importer = new OptimadeImporter();

    @TempDir private Path directory;
    @AutoClose private TestLog bench;
    private OptimadeRecords records;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
        records = new OptimadeRecords(bench);
    }

    @Test
    void aStructureBecomesAMaterialWithItsSitesAsAFile() throws Exception {
        var report = bench.run(importer, OptimadeRecords.ours(PAGE));

        assertThat(report.refused()).isEmpty();
        var material = records.material("oqmd~fcc-al");
        assertThat(material.formula()).contains("Al");
        assertThat(material.names())
                .containsExactly(
                        new ScopedName("optimade/oqmd", "fcc-al"),
                        new ScopedName("oqmd/entry", "4711"));
        var file = material.structure().orElseThrow();
        assertThat(bench.files().verify(file.sha256())).isTrue();
        assertThat(Files.readString(bench.files().find(file.sha256()).orElseThrow()))
                .hasSize((int) file.bytes())
                .contains(
                        "\"cartesian_site_positions\":[[0,0,0]]", "\"species_at_sites\":[\"Al\"]");
    }

    @Test
    void latticeSymmetryAndCompositionAreValuesOfTheMaterial() throws Exception {
        bench.run(importer, OptimadeRecords.ours(PAGE));

        var structure = records.values("structures/fcc-al#values/structure");
        assertThat(structure.components()).hasSize(1);
        assertThat(structure.originUnknown()).isPresent();
        assertThat(OptimadeRecords.number(structure, "lsp:latticeParameterA"))
                .isEqualTo("2.863782");
        assertThat(OptimadeRecords.number(structure, "lsp:latticeAngleGamma")).isEqualTo("60");
        assertThat(OptimadeRecords.number(structure, "lsp:cellVolume")).isEqualTo("16.607531");
        assertThat(OptimadeRecords.number(structure, "lsp:siteCount")).isEqualTo("1");
        assertThat(OptimadeRecords.number(structure, "lsp:spaceGroupNumber")).isEqualTo("225");
        assertThat(value(structure.values(), "lsp:crystalSystem").concept())
                .contains(Term.of("lsk:Cubic"));
        var share = value(structure.values(), "lsp:bulkComposition");
        assertThat(share.species()).contains("Al");
        assertThat(share.component()).isEmpty();
        assertThat(structure.values()).extracting(Value::basis).containsOnly(HowKnown.SIMULATED);
    }

    @Test
    void aDirectionInWhichNothingRepeatsHasNoLatticeParameter() throws Exception {
        bench.run(importer, OptimadeRecords.ours(PAGE));

        var sheet = records.values("structures/sheet#values/structure");
        assertThat(sheet.values())
                .extracting(value -> value.property().curie())
                .contains("lsp:latticeParameterA", "lsp:latticeParameterB", "lsp:latticeAngleGamma")
                .doesNotContain("lsp:latticeParameterC", "lsp:latticeAngleAlpha", "lsp:cellVolume");
    }

    @Test
    void valuesOfADatabaseOfOneFunctionalSayWhichWhereTheySayNoOther() throws Exception {
        var page =
                """
                {"data":[{"id":"a","type":"structures","attributes":{"nsites":1,
                    "_alexandria_band_gap":1.5}}],"meta":{"api_version":"1.2.0"}}
                """;
        var file = Files.writeString(directory.resolve("page.json"), page);
        for (var functional : List.of("PBE", "PBEsol")) {
            var provider = "alexandria-" + functional.toLowerCase(Locale.ROOT);
            bench.run(importer, file, ImportOptions.DEFAULT.with("provider", provider));
        }
        var jarvis =
                Files.writeString(
                        directory.resolve("jarvis.json"),
                        page.replace(
                                "\"_alexandria_band_gap\":1.5", "\"_jarvis_mbj_bandgap\":1.5"));
        bench.run(importer, jarvis, ImportOptions.DEFAULT.with("provider", "jarvis"));

        var functionals = new TreeMap<String, Set<String>>();
        for (var asserted : bench.stated(ValuesAsserted.class)) {
            for (var value : asserted.values()) {
                functionals
                        .computeIfAbsent(value.property().curie(), _ -> new TreeSet<>())
                        .addAll(
                                asserted.conditions().stream()
                                        .map(c -> c.concept().orElseThrow().curie())
                                        .toList());
            }
        }
        assertThat(functionals)
                .containsEntry("lsp:bandGap", Set.of("lsk:PBE", "lsk:PBEsol", "lsk:TBmBJ"))
                .containsEntry("lsp:siteCount", Set.of("lsk:PBE", "lsk:PBEsol", "lsk:OptB88vdW"));
    }

    @Test
    void ownFieldsWithATermAreValuesAndTheOthersAreKept() throws Exception {
        bench.run(importer, OptimadeRecords.ours(PAGE));

        var own = records.values("structures/fcc-al#values/own");
        assertThat(OptimadeRecords.number(own, "lsp:formationEnergyPerAtom")).isEqualTo("0.0");
        var hull = value(own.values(), "lsp:energyAboveHull");
        assertThat(hull.quantity().orElseThrow().unit()).isEqualTo(Term.of("lsu:EV-PER-ATOM"));
        assertThat(hull.note().orElseThrow()).contains("below zero");
        assertThat(records.verbatim("structures/fcc-al#material"))
                .containsEntry("_oqmd_note", "written by us")
                .containsEntry("last_modified", "2026-01-05T10:00:00Z")
                .containsEntry("immutable_id", "null")
                .doesNotContainKeys("_oqmd_band_gap", "nsites", "species")
                .hasEntrySatisfying("relationships", text -> assertThat(text).contains("ours2026"));
    }

    @Test
    void aReferenceIsARemarkInTheWordsOfACitation() throws Exception {
        bench.run(importer, OptimadeRecords.ours(PAGE));

        assertThat(bench.stated(Annotated.class))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.text())
                            .isEqualTo(
                                    "A. Author, A page written by us, Journal of Examples (2026),"
                                            + " doi:10.0000/ours");
                    assertThat(reference.tags()).contains("reference/ours2026");
                });
        assertThat(records.verbatim("references/ours2026#reference"))
                .containsEntry("doi", "10.0000/ours")
                .containsEntry("year", "2026")
                .containsKeys("authors", "title", "journal");
    }

    @Test
    void theRunNamesLicenceAndAttribution() throws Exception {
        bench.run(importer, OptimadeRecords.ours(PAGE));

        var run = bench.stated(SourceImported.class).getFirst();
        assertThat(run.source().value()).isEqualTo("optimade.oqmd");
        assertThat(run.licence()).contains("CC BY 4.0");
        assertThat(run.attribution().orElseThrow()).contains("Saal");
        assertThat(run.sourceVersion()).contains("OPTIMADE 1.2.0");
        assertThat(run.wholeSource()).isFalse();
    }

    @Test
    void theLinesOfAWholeDatabaseAreReadOnceAndThenOnlyWhatChanged() throws Exception {
        var lines = Files.readString(OptimadeRecords.ours(LINES));
        var file = Files.writeString(directory.resolve("all.jsonl"), lines);
        var first = bench.run(importer, file);
        assertThat(first.refused()).isEmpty();
        assertThat(first.entries().mapped()).isEqualTo(3);
        assertThat(records.material("exmpl~cell~2F1").names().getFirst().name())
                .isEqualTo("cell/1");
        long head = bench.head();

        var again = bench.run(importer, file);
        assertThat(again.run()).isEmpty();
        assertThat(again.entries().alreadyKnown()).isEqualTo(3);
        assertThat(bench.head()).isEqualTo(head);

        Files.writeString(file, lines.replace("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"));
        var changed = bench.run(importer, file);
        assertThat(changed.records().corrected()).isEqualTo(1);
        assertThat(bench.stated(RecordCorrected.class)).isEmpty();
        assertThat(bench.records(MaterialRegistered.class)).hasSize(3);
        assertThat(records.verbatim("structures/cell/1#material"))
                .containsEntry("last_modified", "2026-03-01T00:00:00Z");

        Files.writeString(
                file,
                String.join(
                        "\n", lines.lines().filter(line -> !line.contains("\"mixed\"")).toList()));
        assertThat(bench.run(importer, file).records().retracted()).isEqualTo(2);
        assertThat(bench.records(RecordRetracted.class)).isNotEmpty();
    }
}
