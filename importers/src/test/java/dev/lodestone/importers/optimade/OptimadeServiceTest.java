package dev.lodestone.importers.optimade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportContext;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportProgress;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.ImportRun;
import dev.lodestone.importers.SourceLocation;
import dev.lodestone.importers.TestLog;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports from a server that is there, of a small database of our own.
class OptimadeServiceTest {
    private static final ImportOptions OPTIONS =
            ImportOptions.DEFAULT.with("allow-private", "true").with("attempts", "2");
    private static final int STRUCTURES = 7;
    private static final int A_PAGE = 3;

    @TempDir private Path directory;
    @AutoClose private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory.resolve("log"));
    }

    @Test
    void allPagesAreReadWithUnitsAndLicenceAsTheDatabaseStatesThem() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            var report = run(server, "/db/", OPTIONS);

            assertThat(report.refused()).isEmpty();
            assertThat(report.findings()).isEmpty();
            assertThat(log.stated(MaterialRegistered.class)).hasSize(STRUCTURES);
            assertThat(log.stated(Annotated.class)).hasSize(1);
            assertThat(report.entries().read()).isEqualTo(STRUCTURES + 3);
            var run = log.stated(SourceImported.class).getFirst();
            assertThat(run.source().value()).isEqualTo("optimade.oqmd");
            assertThat(run.licence()).contains("CC-BY-4.0");
            assertThat(run.wholeSource()).isTrue();
            assertThat(log.stated(ValuesAsserted.class))
                    .flatExtracting(ValuesAsserted::values)
                    .filteredOn(value -> value.property().curie().equals("lsp:bandGap"))
                    .isNotEmpty()
                    .allSatisfy(value ->
                            assertThat(value.quantity().orElseThrow().unit().curie())
                                    .isEqualTo("unit:J"));

            long head = log.head();
            assertThat(run(server, "/db", OPTIONS).run()).isEmpty();
            assertThat(log.head()).isEqualTo(head);
        }
    }

    @Test
    void aFilterIsAskedOnEveryPageEvenWhereTheNextLinkDropsIt() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            run(
                    server,
                    "/db/v1",
                    OPTIONS.with("filter", "elements HAS \"Al\"").with("page-limit", "3"));

            assertThat(server.asked())
                    .filteredOn(asked -> asked.uri().getPath().endsWith("/structures"))
                    .filteredOn(asked -> !asked.uri().getPath().contains("info"))
                    .hasSize(3)
                    .allSatisfy(asked ->
                            assertThat(asked.uri().getQuery())
                                    .contains("filter=elements HAS \"Al\""));
            assertThat(log.stated(SourceImported.class).getFirst().wholeSource()).isFalse();
        }
    }

    @Test
    void onlyWhatChangedSinceATimeIsAskedForBesideTheFilter() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            run(
                    server,
                    "/db",
                    OPTIONS.with("filter", "nsites=1 OR nsites=2").with("since", "2026-01-31"));

            assertThat(server.asked())
                    .anySatisfy(asked ->
                            assertThat(asked.uri().getQuery())
                                    .contains(
                                            "filter=(nsites=1 OR nsites=2) AND last_modified >="
                                                    + " \"2026-01-31T00:00:00Z\""));
            assertThat(log.stated(SourceImported.class).getFirst().wholeSource()).isFalse();
        }
    }

    @Test
    void referencesAreAskedForByThemselvesAndWithdrawNoStructures() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            run(server, "/db", OPTIONS);

            var report = run(server, "/db", OPTIONS.with("entries", "references"));

            assertThat(report.entries().mapped()).isEqualTo(1);
            assertThat(report.records().retracted()).isZero();
            assertThatThrownBy(() -> run(server, "/db", OPTIONS.with("entries", "files")))
                    .hasMessageContaining("(files) is no type of entries that is read")
                    .hasMessageContaining("structures, references");
        }
    }

    @Test
    void anIndexIsFollowedToItsOnlyDatabaseAndAnIndexOfSeveralIsAnsweredWithTheChoices() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            var report = run(server, "/index", OPTIONS);
            assertThat(report.entries().mapped()).isPositive();
            assertThat(log.stated(MaterialRegistered.class)).hasSize(STRUCTURES);

            assertThatThrownBy(() -> run(server, "/index", OPTIONS.with("database", "none")))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageContaining("none of them (none)")
                    .hasMessageContaining("--set database=")
                    .hasMessageContaining("main (Main, ")
                    .hasMessageContaining("sandbox");
        }
    }

    @Test
    void aServerThatDoesNotSayWhatItIsIsReadAllTheSame() {
        try (var server = new LocalServer((asked, _) -> answer(asked, "silent"))) {
            var report = run(server, "/db", OPTIONS.with("provider", "oqmd"));

            assertThat(log.stated(MaterialRegistered.class)).hasSize(STRUCTURES);
            assertThat(report.findings())
                    .anyMatch(finding -> finding.what().contains("does not say what it is"));
        }
    }

    @Test
    void aLinkThatIsCalledOtherwiseIsFollowedAndTold() {
        try (var server = new LocalServer((asked, _) -> answer(asked, "next_page"))) {
            var report = run(server, "/db", OPTIONS);

            assertThat(log.stated(MaterialRegistered.class)).hasSize(STRUCTURES);
            assertThat(report.findings())
                    .anyMatch(finding ->
                            finding.what().contains("links.next_page should be links.next"));
        }
    }

    @Test
    void aServerThatFailsHalfWayIsFinishedByImportingAgain() {
        try (var server = new LocalServer((asked, n) -> n < 5 ? answer(asked, "") : gateway())) {
            var report = run(server, "/db", OPTIONS);

            assertThat(report.unfinished().orElseThrow()).contains("502");
            assertThat(log.stated(SourceImported.class).getFirst().wholeSource()).isFalse();
        }
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            assertThat(run(server, "/db", OPTIONS).unfinished()).isEmpty();
            assertThat(log.stated(MaterialRegistered.class)).hasSize(STRUCTURES);
        }
    }

    @Test
    void anErrorInsteadOfEntriesIsToldAndNothingIsWritten() {
        try (var server = new LocalServer((asked, _) -> answer(asked, "error"))) {
            assertThatThrownBy(() -> run(server, "/db", OPTIONS))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageContaining("no such property");
            assertThat(log.head()).isZero();
        }
    }

    @Test
    void anErrorBesideNoEntriesHalfWayIsNoEndSoNothingIsWithdrawnAndTheImportGoesOnLater() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            run(server, "/db", OPTIONS);
        }
        try (var server =
                new LocalServer((asked, _) ->
                        answer(asked, isAfterTheFirst(asked) ? "error beside nothing" : ""))) {
            var report = run(server, "/db", OPTIONS);

            assertThat(report.unfinished().orElseThrow()).contains("(too many at once)");
            assertThat(report.records().retracted()).isZero();
        }
    }

    @Test
    void whatLeavesOpenWhetherThereIsMoreWithdrawsNothing() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            run(server, "/db", OPTIONS);
        }
        for (var mood : List.of("cut short", "error beside entries")) {
            try (var server = new LocalServer((asked, _) -> answer(asked, mood))) {
                var report = run(server, "/db", OPTIONS);

                assertThat(report.records().retracted()).as(mood).isZero();
                assertThat(report.findings())
                        .as(mood)
                        .anyMatch(finding ->
                                finding.what().endsWith("nothing is taken to have vanished."));
            }
        }
    }

    @Test
    void aLastPageThatSaysThereIsMoreIsTheLastWhereItsCountIsReached() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            run(server, "/db", OPTIONS);
        }
        try (var server = new LocalServer((asked, _) -> answer(asked, "one fewer"))) {
            assertThat(run(server, "/db", OPTIONS).records().retracted()).isPositive();
        }
    }

    private static boolean isAfterTheFirst(Asked asked) {
        return String.valueOf(asked.uri().getQuery()).contains("page_offset=");
    }

    @Test
    void anAddressOrAPageSizeThatIsNoneIsRefused() {
        try (var server = new LocalServer((asked, _) -> answer(asked, ""))) {
            assertThatThrownBy(() -> run(server, "/db", OPTIONS.with("page-limit", "all")))
                    .hasMessageContaining("(all) is not a number of entries");
            assertThatThrownBy(() ->
                            run(
                                    server,
                                    "/db/v1/structures?filter=nsites=1",
                                    OPTIONS.with("filter", "nsites=2")))
                    .hasMessageContaining("(nsites=2)");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aProviderOfTheTableIsFoundWithoutAnAddress() {
        var importer = new OptimadeImporter();
        assertThat(importer.location(OPTIONS.with("provider", "cod")).orElseThrow())
                .isEqualTo(
                        new SourceLocation.Online(
                                URI.create("https://www.crystallography.net/cod/optimade")));
        assertThat(
                        importer.location(
                                OPTIONS.with("provider", "mcloudarchive")
                                        .with("database", "ab-12")))
                .contains(
                        new SourceLocation.Online(
                                URI.create("https://optimade.materialscloud.org/archive/ab-12")));
        assertThat(importer.location(OPTIONS)).isEmpty();
        assertThatThrownBy(() -> importer.location(OPTIONS.with("provider", "nobody")))
                .hasMessageContaining("No address of the provider (nobody) is known.")
                .hasMessageContaining("oqmd");
    }

    private static Answer gateway() {
        return Answer.of(502, "text/html", "<html>Bad Gateway</html>");
    }

    private static Answer answer(Asked asked, String mood) {
        var path = asked.uri().getPath();
        var host = "http://" + asked.headers().getFirst("Host");
        if (mood.equals("silent") && path.contains("/info")) {
            return Answer.of(404, "text/html", "<html>not here</html>");
        }
        return switch (path) {
            case "/index/v1/info" ->
                    Answer.json(
                            "{\"data\":{\"type\":\"info\",\"id\":\"/\",\"attributes\":{\"is_index\":true}},%s}"
                                    .formatted(meta()));
            case "/index/v1/links" ->
                    Answer.json(
                            """
                            {"data":[{"id":"root","type":"links","attributes":{"name":"Root","base_url":"%1$s/index","link_type":"root"}},
                              {"id":"main","type":"links","attributes":{"name":"Main","base_url":{"href":"%1$s/db"},"link_type":"child","aggregate":"ok"}},
                              {"id":"sandbox","type":"links","attributes":{"name":"Sandbox","base_url":"%1$s/sandbox","link_type":"child","aggregate":"test"}},
                              {"id":"later","type":"links","attributes":{"name":"Later","base_url":null,"link_type":"child"}}],%2$s}
                            """
                                    .formatted(host, meta()));
            case "/db/v1/info" ->
                    Answer.json(
                            "{\"data\":{\"type\":\"info\",\"id\":\"/\",\"attributes\":{\"api_version\":\"1.2.0\",\"available_licenses\":[\"CC-BY-4.0\"]}},%s}"
                                    .formatted(meta()));
            case "/db/v1/info/structures" ->
                    Answer.json(
                            "{\"data\":{\"type\":\"info\",\"id\":\"structures\",\"properties\":{\"_oqmd_band_gap\":{\"description\":\"gap\",\"x-optimade-unit\":\"J\"}}},%s}"
                                    .formatted(meta()));
            case "/db/v1/structures" -> Answer.json(structures(asked.uri(), host, mood));
            case "/db/v1/references" ->
                    Answer.json(
                            "{\"data\":[{\"type\":\"references\",\"id\":\"uncited\",\"attributes\":{\"title\":\"Two\",\"year\":\"2026\"}}],%s}"
                                    .formatted(uncounted(meta())));
            default -> Answer.of(404, "text/html", "<html>nothing</html>");
        };
    }

    private static String structures(URI asked, String host, String mood) {
        var more = meta().replace("\"more_data_available\":false", "\"more_data_available\":true");
        return switch (mood) {
            case "error" -> "{\"errors\":[{\"detail\":\"no such property\"}],%s}".formatted(meta());
            case "error beside nothing" ->
                    "{\"data\":[],\"errors\":[{\"detail\":\"too many at once\"}],%s}"
                            .formatted(meta());
            case "error beside entries" ->
                    "{\"data\":[%s],\"errors\":[{\"detail\":\"one shard is down\"}],%s}"
                            .formatted(structure(0), uncounted(meta()));
            case "cut short" -> "{\"data\":[%s],%s}".formatted(structure(0), uncounted(more));
            case "one fewer" ->
                    "{\"data\":[%s],%s}"
                            .formatted(
                                    some(0, STRUCTURES - 1),
                                    more.replace(
                                            "\"data_returned\":" + STRUCTURES,
                                            "\"data_returned\":" + (STRUCTURES - 1)));
            case "next_page" -> page(asked, host).replace("\"next\"", "\"next_page\"");
            default -> page(asked, host);
        };
    }

    private static String uncounted(String meta) {
        return meta.replace("\"data_returned\":" + STRUCTURES + ",", "");
    }

    private static String some(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(OptimadeServiceTest::structure)
                .collect(Collectors.joining(","));
    }

    private static String page(URI asked, String host) {
        var query = String.valueOf(asked.getQuery());
        int from =
                query.contains("page_offset=")
                        ? Integer.parseInt(query.replaceAll(".*page_offset=(\\d+).*", "$1"))
                        : 0;
        int to = Math.min(from + A_PAGE, STRUCTURES);
        var entries = some(from, to);
        var next =
                to < STRUCTURES
                        ? "\"%s/db/v1/structures?page_offset=%d&page_limit=%d\""
                                .formatted(host, to, A_PAGE)
                        : "null";
        return """
        {"data":[%s],"included":[{"type":"references","id":"r","attributes":{"title":"One","year":"2026"}}],
         "links":{"next":%s},%s}
        """
                .formatted(entries, next, meta());
    }

    private static String structure(int n) {
        return """
        {"type":"structures","id":"s%d","attributes":{"immutable_id":null,"last_modified":"2026-01-05T10:00:00Z",
          "elements":["Al"],"nelements":1,"elements_ratios":[1.0],"chemical_formula_descriptive":"Al",
          "chemical_formula_reduced":"Al","chemical_formula_anonymous":"A","dimension_types":[1,1,1],
          "nperiodic_dimensions":3,"lattice_vectors":[[4,0,0],[0,4,0],[0,0,%d]],
          "cartesian_site_positions":[[0,0,0]],"nsites":1,
          "species":[{"name":"Al","chemical_symbols":["Al"],"concentration":[1.0]}],
          "species_at_sites":["Al"],"structure_features":[],"_oqmd_band_gap":1.6e-19}}
        """
                .formatted(n, n + 1);
    }

    private static String meta() {
        return """
        "meta":{"api_version":"1.2.0","query":{"representation":"/structures"},"more_data_available":false,
          "data_returned":%d,"provider":{"name":"OQMD","description":"ours","prefix":"oqmd"}}\
        """
                .formatted(STRUCTURES);
    }

    private ImportReport run(LocalServer server, String path, ImportOptions options) {
        return new ImportRun(log.log(), log.intake(), log.files())
                .run(
                        new OptimadeImporter(),
                        new SourceLocation.Online(server.uri(path)),
                        ImportContext.of(options).with(_ -> {}, new SplittableRandom(42)),
                        ImportProgress.SILENT);
    }
}
