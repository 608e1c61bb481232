package dev.lodestone.importers.optimade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that are not as the specification wants them, and those that are none.
class OddAnswersTest {
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
    void anAnswerThatIsNotAsTheSpecificationWantsItIsReadAllTheSame() throws Exception {
        var file =
                Files.writeString(
                        directory.resolve("oqmd.json"),
                        """
                        {"data":[{"id":4711,"type":"structures","attributes":
                           {"chemical_formula_reduced":"NaCl","nelements":3,"elements":["Na","Cl"],
                            "elements_ratios":[0.5,0.4],"nsites":2,"cartesian_site_positions":[[0,0,0]],
                            "lattice_vectors":[[5,0,0],[0,5,0],[0,0,5]],
                            "species":[{"name":"Na","chemical_symbols":["Na"],"concentration":[1],"mass":22.9}],
                            "species_at_sites":["Na","Cl"],"last_modified":"yesterday",
                            "_oqmd_band_gap":"5.1","_oqmd_delta_e":"na"}}],
                         "links":{"next":null,"previous":null},"resource":{},"response_message":"OK",
                         "meta":{"api_version":"1.0","query":{"representation":"/structures"},
                                 "time_stamp":"2019-08-05 11:58:27","more_data_available":true}}
                        """);

        var report = bench.run(importer, file, ImportOptions.DEFAULT.with("provider", "oqmd"));

        assertThat(report.refused()).isEmpty();
        assertThat(
                        OptimadeRecords.number(
                                records.values("structures/4711#values/own"), "lsp:bandGap"))
                .isEqualTo("5.1");
        assertThat(records.verbatim("structures/4711#material"))
                .containsEntry("_oqmd_delta_e", "na");
        assertThat(OptimadeRecords.text(report))
                .contains(
                        "links.previous should be links.prev",
                        "meta.time_stamp (\"2019-08-05 11:58:27\") is not a time",
                        "more data are available, but not where",
                        "a field (response_message)",
                        "its id is a number",
                        "it has no chemical_formula_descriptive",
                        "dimension_types",
                        "nelements (3)",
                        "not in alphabetical order",
                        "elements_ratios add up to 0.9",
                        "nsites (2), but 1 positions",
                        "the mass of species (Na) is a number",
                        "species_at_sites names no species (Cl)",
                        "last_modified (\"yesterday\") is not a time");
    }

    @Test
    void numbersFarOutOfRangeNeitherFillTheMemoryNorStopTheRest() throws Exception {
        var page =
                """
                {"data":[{"id":"huge","type":"structures","attributes":{"elements_ratios":[1e99999999,0.5]}},
                         {"id":"tiny","type":"structures","attributes":{"elements_ratios":[1e-99999999,0.5]}},
                         {"id":"good","type":"structures","attributes":{"elements":["Na"],"elements_ratios":[1]}}],
                 "links":{"next":null},"meta":{"api_version":"1.2.0"}}
                """;
        var file = Files.writeString(directory.resolve("huge.json"), page);

        var report = bench.run(importer, file, ImportOptions.DEFAULT.with("provider", "oqmd"));

        OptimadeRecords.addsUp(report);
        assertThat(bench.stated(MaterialRegistered.class))
                .anySatisfy(material -> assertThat(material.material().value()).contains("good"));
    }

    @Test
    void badPagesNameThemselvesAndTheRestGoesOn() throws Exception {
        var pages = Files.createDirectory(directory.resolve("pages"));
        Files.copy(OptimadeRecords.ours(PAGE), pages.resolve("c-good.json"));
        Files.writeString(
                pages.resolve("a-error.json"),
                "{\"errors\":[{\"status\":\"400\",\"detail\":\"no filter nelements=\"}],\"meta\":{}}");
        Files.writeString(pages.resolve("b-gateway.json"), "<html>502 Bad Gateway</html>");
        Files.writeString(pages.resolve("d-cut.json"), "{\"data\":[{\"id\":");
        Files.writeString(
                pages.resolve("e-index.json"),
                """
                {"data":[{"id":"main","type":"links","attributes":{"base_url":"https://db.example.org","link_type":"child"}}],
                 "meta":{"api_version":"1.0.0","query":{"representation":"/links"},"more_data_available":false}}
                """);
        Files.writeString(
                pages.resolve("f-other.json"),
                """
                {"data":[{"id":"x","type":"structures","attributes":{}}],
                 "meta":{"api_version":"1.0.0","provider":{"prefix":"cod"}}}
                """);
        Files.writeString(pages.resolve("g-rest.json"), "{\"compound\":\"BeO\"}");
        Files.writeString(
                pages.resolve("h-entries.json"),
                """
                {"data":[7,{"type":"structures"},{"id":"f","type":"files","attributes":{}},{"id":"e","type":"structures"}],
                 "meta":{"provider":{"prefix":"oqmd"}}}
                """);

        var report = bench.run(importer, pages, ImportOptions.DEFAULT.with("provider", "oqmd"));

        assertThat(report.entries().mapped()).isEqualTo(3);
        assertThat(report.refused())
                .extracting(refusal -> refusal.place() + " " + refusal.problem())
                .satisfiesExactlyInAnyOrder(
                        r -> assertThat(r).contains("a-error.json", "no filter nelements="),
                        r -> assertThat(r).contains("b-gateway.json:1:1"),
                        r -> assertThat(r).contains("d-cut.json:1:"),
                        r -> assertThat(r).contains("e-index.json#/data/0", "main at https://db"),
                        r -> assertThat(r).contains("f-other.json#/data/0", "(cod)", "(oqmd)"),
                        r -> assertThat(r).contains("g-rest.json", "compound"),
                        r -> assertThat(r).contains("h-entries.json#/data/0", "(7)"),
                        r -> assertThat(r).contains("h-entries.json#/data/1/id"),
                        r -> assertThat(r).contains("h-entries.json#/data/2/type", "(files)"),
                        r -> assertThat(r).contains("h-entries.json#/data/3/attributes"));
        OptimadeRecords.addsUp(report);
    }

    @Test
    void aBrokenLineDoesNotStopTheLinesAfterIt() throws Exception {
        var lines = Files.readString(OptimadeRecords.ours(LINES)).lines().toList();
        var file =
                Files.writeString(
                        directory.resolve("broken.jsonl"),
                        String.join("\n", lines.subList(0, 3))
                                + "\n{\"id\": \"cut\n"
                                + String.join("\n", lines.subList(3, 5)));

        var report = bench.run(importer, file);

        assertThat(report.entries().mapped()).isEqualTo(3);
        assertThat(report.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.place()).isEqualTo("broken.jsonl:4"));
    }

    @Test
    void anAnswerThatDoesNotSayWhoseItIsIsRefusedWithAWayOut() throws Exception {
        var file =
                Files.writeString(
                        directory.resolve("anonymous.json"),
                        "{\"data\":[{\"id\":\"a\",\"type\":\"structures\",\"attributes\":{\"_oqmd_x\":1}}]}");

        assertThatThrownBy(() -> bench.run(importer, file))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("there is no meta.provider.prefix")
                .hasMessageContaining("Maybe --set provider=oqmd");
        assertThatThrownBy(() ->
                        bench.run(
                                importer,
                                file,
                                ImportOptions.DEFAULT.with("provider", "mcloudarchive")))
                .hasMessageContaining("several databases")
                .hasMessageContaining("Maybe name it with --set database=");
        assertThatThrownBy(() ->
                        bench.run(
                                importer,
                                file,
                                ImportOptions.DEFAULT.with("filter", "nelements=2")))
                .hasMessageContaining("The setting filter (nelements=2) is for a server");
        assertThat(bench.head()).isZero();
    }

    @Test
    void whatIsNotFreeComesOnlyWhenAskedForAndSaysSo() throws Exception {
        var file =
                Files.writeString(
                        directory.resolve("mpds.json"),
                        """
                        {"data":[{"id":"S1","type":"structures","attributes":{"chemical_formula_reduced":"Al"}}],
                         "meta":{"api_version":"1.0.0","provider":{"prefix":"mpds"}}}
                        """);
        assertThatThrownBy(() -> bench.run(importer, file))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("not free for all uses")
                .hasMessageContaining("--restricted");

        bench.run(importer, file, ImportOptions.DEFAULT.withRestricted());

        assertThat(bench.records(MaterialRegistered.class))
                .allSatisfy(record ->
                        assertThat(record.draft().source().orElseThrow().licence().orElseThrow())
                                .contains("proprietary"));
    }
}
