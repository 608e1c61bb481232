package dev.lodestone.importers.optimade;

import static dev.lodestone.importers.TestLog.shared;
import static dev.lodestone.importers.TestLog.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.RecordCorrected;
import dev.lodestone.events.RecordEvent.RecordRetracted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimadeImporterTest {
    private static final String PAGE = "written-by-us-page.json";
    private static final String LINES = "written-by-us.jsonl";

    private final OptimadeImporter importer = new OptimadeImporter();

    @TempDir private Path directory;
    private TestLog bench;

    @BeforeEach
    void open() {
        bench = new TestLog(directory.resolve("log"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStructureBecomesAMaterialWithItsSitesAsAFile() throws Exception {
        var report = bench.run(importer, ours(PAGE));

        assertThat(report.refused()).isEmpty();
        var material = material("oqmd~fcc-al");
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
        bench.run(importer, ours(PAGE));

        var structure = values("structures/fcc-al#values/structure");
        assertThat(structure.components()).hasSize(1);
        assertThat(structure.originUnknown()).isPresent();
        assertThat(number(structure, "lsp:latticeParameterA")).isEqualTo("2.863782");
        assertThat(number(structure, "lsp:latticeAngleGamma")).isEqualTo("60");
        assertThat(number(structure, "lsp:cellVolume")).isEqualTo("16.607531");
        assertThat(number(structure, "lsp:siteCount")).isEqualTo("1");
        assertThat(number(structure, "lsp:spaceGroupNumber")).isEqualTo("225");
        assertThat(value(structure.values(), "lsp:crystalSystem").concept())
                .contains(Term.of("lsk:Cubic"));
        var share = value(structure.values(), "lsp:bulkComposition");
        assertThat(share.species()).contains("Al");
        assertThat(share.component()).isEmpty();
        assertThat(structure.values()).extracting(Value::basis).containsOnly(HowKnown.SIMULATED);
    }

    @Test
    void aDirectionInWhichNothingRepeatsHasNoLatticeParameter() throws Exception {
        bench.run(importer, ours(PAGE));

        var sheet = values("structures/sheet#values/structure");
        assertThat(sheet.values())
                .extracting(value -> value.property().curie())
                .contains("lsp:latticeParameterA", "lsp:latticeParameterB", "lsp:latticeAngleGamma")
                .doesNotContain("lsp:latticeParameterC", "lsp:latticeAngleAlpha", "lsp:cellVolume");
    }

    @Test
    void ownFieldsWithATermAreValuesAndTheOthersAreKept() throws Exception {
        bench.run(importer, ours(PAGE));

        var own = values("structures/fcc-al#values/own");
        assertThat(number(own, "lsp:formationEnergyPerAtom")).isEqualTo("0.0");
        var hull = value(own.values(), "lsp:energyAboveHull");
        assertThat(hull.quantity().orElseThrow().unit()).isEqualTo(Term.of("lsu:EV-PER-ATOM"));
        assertThat(hull.note().orElseThrow()).contains("below zero");
        assertThat(verbatim("structures/fcc-al#material"))
                .containsEntry("_oqmd_note", "written by us")
                .containsEntry("last_modified", "2026-01-05T10:00:00Z")
                .containsEntry("immutable_id", "null")
                .doesNotContainKeys("_oqmd_band_gap", "nsites", "species")
                .hasEntrySatisfying("relationships", text -> assertThat(text).contains("ours2026"));
    }

    @Test
    void aReferenceIsARemarkInTheWordsOfACitation() throws Exception {
        bench.run(importer, ours(PAGE));

        assertThat(bench.stated(Annotated.class))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.text())
                            .isEqualTo(
                                    "A. Author, A page written by us, Journal of Examples (2026),"
                                            + " doi:10.0000/ours");
                    assertThat(reference.tags()).contains("reference/ours2026");
                });
    }

    @Test
    void theRunNamesLicenceAndAttribution() throws Exception {
        bench.run(importer, ours(PAGE));

        var run = bench.stated(SourceImported.class).getFirst();
        assertThat(run.source().value()).isEqualTo("optimade.oqmd");
        assertThat(run.licence()).contains("CC BY 4.0");
        assertThat(run.attribution().orElseThrow()).contains("Saal");
        assertThat(run.sourceVersion()).contains("OPTIMADE 1.2.0");
        assertThat(run.wholeSource()).isFalse();
    }

    @Test
    void theLinesOfAWholeDatabaseAreReadOnceAndThenOnlyWhatChanged() throws Exception {
        var lines = Files.readString(ours(LINES));
        var file = Files.writeString(directory.resolve("all.jsonl"), lines);
        var first = bench.run(importer, file);
        assertThat(first.refused()).isEmpty();
        assertThat(first.entries().mapped()).isEqualTo(3);
        assertThat(material("exmpl~cell~2F1").names().getFirst().name()).isEqualTo("cell/1");
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
        assertThat(verbatim("structures/cell/1#material"))
                .containsEntry("last_modified", "2026-03-01T00:00:00Z");

        Files.writeString(
                file,
                String.join(
                        "\n", lines.lines().filter(line -> !line.contains("\"mixed\"")).toList()));
        assertThat(bench.run(importer, file).records().retracted()).isEqualTo(2);
        assertThat(bench.records(RecordRetracted.class)).isNotEmpty();
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
        assertThat(number(values("structures/4711#values/own"), "lsp:bandGap")).isEqualTo("5.1");
        assertThat(verbatim("structures/4711#material")).containsEntry("_oqmd_delta_e", "na");
        assertThat(text(report))
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
    void badPagesNameThemselvesAndTheRestGoesOn() throws Exception {
        var pages = Files.createDirectory(directory.resolve("pages"));
        Files.copy(ours(PAGE), pages.resolve("c-good.json"));
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
        addsUp(report);
    }

    @Test
    void aBrokenLineDoesNotStopTheLinesAfterIt() throws Exception {
        var lines = Files.readString(ours(LINES)).lines().toList();
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
                .hasMessageContaining("A filter (nelements=2) is for a server");
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

    @Test
    void theReferenceServersDatabaseIsCountedToTheLastLine() {
        var report =
                bench.run(
                        importer,
                        shared("optimade/test_data.jsonl"),
                        ImportOptions.DEFAULT.with("provider", "exmpl"));

        assertThat(report.entries().read()).isEqualTo(24);
        assertThat(report.entries().mapped()).isEqualTo(21);
        assertThat(report.refused())
                .hasSize(3)
                .allSatisfy(refusal ->
                        assertThat(refusal.problem()).contains("type (files) are not imported"));
        assertThat(bench.stated(MaterialRegistered.class)).hasSize(17);
        assertThat(bench.stated(Annotated.class)).hasSize(4);
        addsUp(report);
        assertThat(
                        bench.run(
                                        importer,
                                        shared("optimade/test_data.jsonl"),
                                        ImportOptions.DEFAULT.with("provider", "exmpl"))
                                .run())
                .isEmpty();
    }

    @Test
    void aRecordedPageIsToldToItsDatabaseByItsAddress() {
        var report = bench.run(importer, shared("optimade/responses/mc2d.json"));

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().mapped()).isEqualTo(15);
        var molecule = values("structures/98688#values/structure");
        assertThat(molecule.values())
                .extracting(value -> value.property().curie())
                .doesNotContain("lsp:latticeParameterA", "lsp:cellVolume");
        assertThat(bench.stated(SourceImported.class).getFirst().licence()).contains("CC BY 4.0");
    }

    @Test
    void oneOfSeveralDatabasesIsNamedAndItsFilesArePathsInItsIdentifiers() {
        var report =
                bench.run(
                        importer,
                        shared("optimade/jsonl/optimade.jsonl"),
                        ImportOptions.DEFAULT
                                .with("provider", "mcloudarchive")
                                .with("database", "example"));

        assertThat(report.refused()).isEmpty();
        assertThat(report.entries().mapped()).isEqualTo(3);
        assertThat(
                        verbatim(
                                bench.records(MaterialRegistered.class)
                                        .findFirst()
                                        .orElseThrow()
                                        .draft()
                                        .source()
                                        .orElseThrow()
                                        .key()
                                        .orElseThrow()))
                .containsKey("_mcloudarchive_energy");
    }

    @Test
    void everyFileOfTheCorpusIsReadOrSaysWhyNot() throws IOException {
        var corpus = shared("optimade");
        try (var files = Files.walk(corpus)) {
            var all =
                    files.filter(file -> file.toString().matches(".*\\.(json|jsonl)"))
                            .sorted()
                            .toList();
            for (var file : all) {
                try (var log = new TestLog(directory.resolve("log-" + all.indexOf(file)))) {
                    var options =
                            ImportOptions.DEFAULT
                                    .with("provider", "mcloudarchive")
                                    .with("database", "corpus");
                    var report = log.run(importer, file, options);
                    addsUp(report);
                    assertThat(report.refused())
                            .allSatisfy(refusal -> {
                                assertThat(refusal.place())
                                        .startsWith(file.getFileName().toString());
                                assertThat(refusal.problem()).endsWith(".");
                            });
                    assertThat(log.run(importer, file, options).run()).isEmpty();
                }
            }
        }
    }

    private static void addsUp(ImportReport report) {
        var entries = report.entries();
        assertThat(entries.read())
                .isEqualTo(entries.mapped() + entries.alreadyKnown() + entries.refused());
    }

    private static String text(ImportReport report) {
        return String.join(
                "\n", report.findings().stream().map(finding -> finding.what()).toList());
    }

    private MaterialRegistered material(String id) {
        return bench.stated(MaterialRegistered.class).stream()
                .filter(material -> material.material().equals(new MaterialId(id)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    private ValuesAsserted values(String key) {
        return bench.live().stream()
                .filter(record -> key.equals(key(record)))
                .map(record -> (ValuesAsserted) record.stated())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    private Map<String, String> verbatim(String key) {
        return bench.live().stream()
                .filter(record -> key.equals(key(record)))
                .map(record -> record.draft().source().orElseThrow().verbatim())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key));
    }

    private static String key(dev.lodestone.events.RecordedEvent record) {
        return record.draft().source().flatMap(source -> source.key()).orElse("");
    }

    private static String number(ValuesAsserted values, String property) {
        return value(values.values(), property).quantity().orElseThrow().value().toString();
    }

    private static Path ours(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(
                                OptimadeImporterTest.class.getResource("/corpora/optimade/" + name))
                        .toURI());
    }

    /// All of the table, checked here because a typing error in it would be met by nobody's data.
    @Test
    void everyRowOfTheTableOfProvidersHasANameOfItsOwnAndTermsThatExist() {
        var rows = ProviderTable.builtIn().rows();
        assertThat(rows).extracting(Provider::name).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(Provider::name)
                .contains("aflow", "alexandria-pbe", "cod", "jarvis", "mc2d", "mp", "mpds", "oqmd");
        var ontology = dev.lodestone.ontology.Ontology.lodestone();
        for (var row : rows) {
            for (var rule : row.fields()) {
                switch (rule.meaning()) {
                    case FieldRule.Meaning.Amount(var property, var unit) -> {
                        assertThat(ontology.isDefined(property)).as(rule.path()).isTrue();
                        assertThat(unit.stream().toList()).allMatch(ontology::isDefined);
                    }
                    case FieldRule.Meaning.Words(var property) ->
                            assertThat(ontology.isDefined(property)).as(rule.path()).isTrue();
                    case FieldRule.Meaning.Name(var scope) -> assertThat(scope).isNotBlank();
                }
                if (rule.condition().orElse(null)
                        instanceof FieldRule.Condition.Functional(var functional)) {
                    assertThat(ontology.isDefined(functional)).as(rule.path()).isTrue();
                }
            }
        }
    }
}
