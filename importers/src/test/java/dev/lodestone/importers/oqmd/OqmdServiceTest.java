package dev.lodestone.importers.oqmd;

import static dev.lodestone.importers.http.ServiceBench.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.QueryText;
import dev.lodestone.importers.http.ServiceBench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OqmdServiceTest {
    private static final String FILTER = "stability<0.05 AND element_set=(Fe-Mn),O";

    private final OqmdImporter importer = new OqmdImporter();

    @TempDir private Path directory;
    private ServiceBench bench;

    @BeforeEach
    void open() {
        bench = new ServiceBench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void queryAndFilterAreAskedOnEveryPageThatALinkLeadsTo() {
        try (var server = new LocalServer((asked, _) -> OqmdAnswers.answer(asked))) {
            bench.run(
                    importer,
                    server.uri("/oqmdapi/"),
                    options(
                            "query",
                            "noduplicate=True&fields=name,delta_e",
                            "filter",
                            FILTER,
                            "page-size",
                            "10"));

            assertThat(server.asked())
                    .hasSize(3)
                    .allSatisfy(asked -> {
                        assertThat(asked.uri().getPath()).isEqualTo("/oqmdapi/formationenergy");
                        var query = QueryText.of(asked.uri());
                        assertThat(query.get("filter")).contains(FILTER);
                        assertThat(query.get("noduplicate")).contains("True");
                        assertThat(query.get("fields")).contains("name,delta_e,entry_id");
                        assertThat(query.get("limit")).contains("10");
                    });
            var run = bench.log().stated(SourceImported.class).getFirst();
            assertThat(run.licence()).contains("CC BY 4.0");
            assertThat(run.wholeSource()).isFalse();
            assertThat(run.location().orElseThrow()).doesNotContain("limit=", "offset=");
        }
    }

    @Test
    void whereALinkDropsTheFilterItIsPutBack() {
        try (var server =
                new LocalServer((asked, _) -> {
                    int offset =
                            QueryText.of(asked.uri())
                                    .get("offset")
                                    .map(Integer::parseInt)
                                    .orElse(0);
                    var next = offset == 0 ? "\"?limit=10&offset=10\"" : "null";
                    return Answer.json(OqmdAnswers.page(offset, offset + 10, next, 20, true));
                })) {
            bench.run(importer, server.uri("/"), options("filter", FILTER, "page-size", "10"));

            assertThat(bench.materials()).isEqualTo(20);
            assertThat(QueryText.of(server.asked().get(1).uri()).get("filter")).contains(FILTER);
        }
    }

    @Test
    void whereTheLinkIsMissingPagesAreCountedOn() {
        try (var server =
                new LocalServer((asked, _) ->
                        Answer.json(
                                OqmdAnswers.answer(asked)
                                        .text()
                                        .replaceFirst("\"next\": [^,]+,", "")))) {
            var report = bench.run(importer, server.uri("/"), options("page-size", "10"));

            assertThat(bench.materials()).isEqualTo(OqmdAnswers.ROWS);
            assertThat(report.findings()).isEmpty();
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void sortedRowsWhichHaveNoLinkAreTurnedByTheirOwnOffset() {
        try (var server = new LocalServer((asked, _) -> OqmdAnswers.answer(asked))) {
            bench.run(
                    importer,
                    server.uri("/"),
                    options("query", "sort_by=delta_e&desc=True", "page-size", "10"));

            assertThat(bench.materials()).isEqualTo(OqmdAnswers.ROWS);
            assertThat(server.asked())
                    .extracting(
                            asked -> QueryText.of(asked.uri()).get("sort_offset").orElse("none"))
                    .containsExactly("none", "10", "20");
        }
    }

    @Test
    void aLinkToAnotherHostIsNotFollowedAndWhatWasReadStays() {
        try (var server =
                new LocalServer((_, _) ->
                        Answer.json(
                                OqmdAnswers.page(
                                        0,
                                        10,
                                        "\"http://example.org/oqmdapi?offset=10\"",
                                        25,
                                        true)))) {
            var report = bench.run(importer, server.uri("/"), options("page-size", "10"));

            assertThat(report.unfinished().orElseThrow())
                    .contains("leads to another host than (localhost:");
            assertThat(bench.materials()).isEqualTo(10);
        }
    }

    @Test
    void oneRowIsReadByItsNumber() {
        try (var server = new LocalServer((asked, _) -> OqmdAnswers.answer(asked))) {
            bench.run(importer, server.uri("/oqmdapi/formationenergy/1003"), options());

            assertThat(bench.materials()).isEqualTo(1);
            assertThat(server.asked()).hasSize(1);
            assertThat(server.asked().getFirst().uri().getQuery()).isNull();
        }
    }

    @Test
    void aFilterThatFindsNothingIsToldBecauseAMisspeltOneDoesSoToo() {
        try (var server =
                new LocalServer((_, _) -> Answer.json(OqmdAnswers.page(0, 0, "null", 0, false)))) {
            var report =
                    bench.run(importer, server.uri("/"), options("filter", "stability < 0.05"));

            assertThat(report.findings())
                    .extracting(Finding::what)
                    .singleElement()
                    .asString()
                    .startsWith("No row was given for the filter (stability < 0.05).");
        }
    }

    @Test
    void sitesWithThreeDecimalsAreToldOnce() {
        try (var server =
                new LocalServer((asked, _) ->
                        Answer.json(
                                OqmdAnswers.answer(asked)
                                        .text()
                                        .replace(
                                                "\"fit\":",
                                                "\"sites\":[\"Al @ 0 0 0\"],\"fit\":")))) {
            var report = bench.run(importer, server.uri("/"), options("page-size", "10"));

            assertThat(report.findings())
                    .extracting(Finding::what)
                    .containsExactly(OqmdImporter.THREE_DECIMALS);
        }
    }

    @Test
    void whatIsNotImportedIsRefusedBeforeItIsAsked() {
        try (var server = new LocalServer((asked, _) -> OqmdAnswers.answer(asked))) {
            assertThatThrownBy(() ->
                            bench.run(importer, server.uri("/oqmdapi/calculation"), options()))
                    .hasMessageContaining("(/oqmdapi/calculation) is not imported.")
                    .hasMessageContaining("Maybe give an address that ends in");
            assertThatThrownBy(() -> bench.run(importer, server.uri("/optimade/v1"), options()))
                    .hasMessageContaining("import it with optimade");
            assertThatThrownBy(() ->
                            bench.run(importer, server.uri("/"), options("query", "offset=10")))
                    .hasMessageContaining("(offset) cannot be set");
            assertThatThrownBy(() ->
                            bench.run(
                                    importer,
                                    server.uri("/"),
                                    options("query", "filter=natoms<3", "filter", FILTER)))
                    .hasMessageContaining("and another in the query (natoms<3)");
            assertThat(server.asked()).isEmpty();
        }
    }
}
