package dev.lodestone.importers.optimade;

import static dev.lodestone.importers.http.ServiceBench.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.LocalServer.Delivery;
import dev.lodestone.importers.http.ServiceBench;
import dev.lodestone.importers.json.JsonFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Structures whose sites are given elsewhere, from a server of our own.
class PartialDataTest {
    private static final String HEADER =
            "{\"optimade-partial-data\": {\"format\": \"1.2\"}, \"layout\": \"dense\"}\n";
    private static final String END = "[\"PARTIAL-DATA-END\", [\"\"]]\n";
    private static final String SITES = "[[0,0,0],[1.25,0,0],[2.5,0,0],[3.75,0,0],[5,0,0]]";

    @TempDir private Path directory;
    private ServiceBench bench;

    /// What is given elsewhere, by its path.
    private final Map<String, Answer> parts = new TreeMap<>();

    @BeforeEach
    void open() {
        bench = new ServiceBench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aDenseListInTwoPartsIsPutInItsPlace() throws IOException {
        parts.put(
                "/db/part",
                lines(
                        HEADER.replace(
                                "\"dense\"}",
                                "\"dense\", \"returned_ranges\": [{\"start\": 0, \"stop\": 4, \"step\":"
                                        + " 2}]}"),
                        "[0,0,0]\n[2.5,0,0]\n[5,0,0]\n[\"PARTIAL-DATA-NEXT\", [\"/db/rest\"]]\n"));
        parts.put(
                "/db/rest",
                lines(
                        HEADER.replace(
                                "\"dense\"}",
                                "\"dense\", \"returned_ranges\": [{\"start\": 1, \"stop\": 3, \"step\": 2}]}"),
                        "[1.25,0,0]\n[3.75,0,0]\n" + END));

        isWholeAfter(run("/db/part"));
    }

    @Test
    void aSparseListIsPutInItsPlace() throws IOException {
        parts.put(
                "/db/part",
                lines(
                        HEADER.replace("dense", "sparse"),
                        "[4, [5,0,0]]\n[0, [0,0,0]]\n[1, [1.25,0,0]]\n[3, [3.75,0,0]]\n[2, [2.5,0,0]]\n"
                                + END));

        isWholeAfter(run("/db/part"));
    }

    @Test
    void whatNoLineGivesIsNull() {
        var list = new PartialLines();
        var text = HEADER.replace("dense", "sparse") + "[3, \"d\"]\n\n[1, \"b\"]\n" + END;

        assertThat(list.read(text.getBytes(StandardCharsets.UTF_8), "here")).isEmpty();
        assertThat(list.value()).hasToString("[null,\"b\",null,\"d\"]");
    }

    private void isWholeAfter(ImportReport report) throws IOException {
        assertThat(report.findings())
                .extracting(Finding::what)
                .noneMatch(what -> what.contains("elsewhere") || what.contains("sites"));
        assertThat(report.text()).doesNotContain("partial data");
        var sha256 =
                bench.log()
                        .stated(MaterialRegistered.class)
                        .getFirst()
                        .structure()
                        .orElseThrow()
                        .sha256();
        var file = Files.readString(bench.log().files().find(sha256).orElseThrow());
        assertThat(JsonFiles.parse(file, "file").path("cartesian_site_positions").toString())
                .isEqualTo(SITES);
        long head = bench.log().head();
        assertThat(run("/db/part").run()).isEmpty();
        assertThat(bench.log().head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/db/none|they cannot be had; the first: [",
                "/db/page|/db/page:1] This cannot be read (Unexpected character",
                "/db/empty|This is not the header of partial data",
                "/db/open|It breaks off without a marker of its end",
                "/db/again|A part of the item is given elsewhere again",
                "/db/far|The index (2000000000) is not from 0 to 999,999",
                "/db/circle|they come in more than 100 parts",
                "/db/large|they are larger than 104,857 bytes; maybe raise partial-data",
                "http://example.org/part|leads to another host than (localhost:"
            })
    void whatCannotBeFetchedIsCountedAndNamedAndTheRestIsImported(String link, String why) {
        parts.put("/db/page", Answer.of(200, "text/html", "<h1>Hello</h1>"));
        parts.put("/db/empty", lines("{}", ""));
        parts.put("/db/open", lines(HEADER, "[0,0,0]\n"));
        parts.put("/db/again", lines(HEADER, "[[\"PARTIAL-DATA-REF\", [\"/db/x\"]]]\n" + END));
        parts.put(
                "/db/far",
                lines(HEADER.replace("dense", "sparse"), "[2000000000, [0,0,0]]\n" + END));
        parts.put("/db/circle", lines(HEADER, "[\"PARTIAL-DATA-NEXT\", [\"/db/circle\"]]\n"));
        parts.put(
                "/db/large",
                lines(HEADER, "[0,0,0]\n".repeat(100_000)).delivered(Delivery.ENDLESS));

        var report = run(link);

        assertThat(report.unfinished()).isEmpty();
        assertThat(bench.log().stated(MaterialRegistered.class))
                .singleElement()
                .satisfies(material -> assertThat(material.structure()).isEmpty());
        assertThat(report.findings())
                .extracting(Finding::what)
                .filteredOn(what -> what.contains("cartesian_site_positions"))
                .anySatisfy(what ->
                        assertThat(what)
                                .startsWith(
                                        "The values of cartesian_site_positions that 1 structures"
                                                + " give elsewhere were not fetched: ")
                                .contains(why));
        assertThat(report.text()).contains("given elsewhere (partial data) and not fetched");
    }

    @Test
    void otherFormatsAreNotReadAndNoneIsFetchedWhereThatIsAskedFor() {
        parts.put("/db/part", lines(HEADER, "[0,0,0]\n" + END));
        try (var server =
                new LocalServer((asked, _) -> answer(asked, "\"format\": \"zarr\"", "/db/part"))) {
            assertThat(run(server).findings())
                    .extracting(Finding::what)
                    .anyMatch(what -> what.contains("in no format that is read (zarr)"));
            assertThat(server.asked()).noneMatch(asked -> asked.uri().getPath().equals("/db/part"));
        }
        try (var server =
                new LocalServer(
                        (asked, _) -> answer(asked, "\"format\": \"jsonlines\"", "/db/part"))) {
            var report =
                    bench.run(
                            new OptimadeImporter(),
                            server.uri("/db"),
                            options("provider", "oqmd", "partial-data", "none"));
            assertThat(report.findings())
                    .extracting(Finding::what)
                    .anyMatch(what -> what.contains("the setting (partial-data) says so"));
            assertThat(server.asked()).noneMatch(asked -> asked.uri().getPath().equals("/db/part"));
        }
    }

    private ImportReport run(String link) {
        try (var server =
                new LocalServer((asked, _) -> answer(asked, "\"format\": \"jsonlines\"", link))) {
            return run(server);
        }
    }

    private ImportReport run(LocalServer server) {
        return bench.run(
                new OptimadeImporter(),
                server.uri("/db"),
                options("provider", "oqmd", "partial-data", "0.1", "attempts", "1"));
    }

    private static Answer lines(String header, String rest) {
        return Answer.of(200, "application/jsonlines", header + rest);
    }

    private Answer answer(Asked asked, String format, String link) {
        var path = asked.uri().getPath();
        var part = parts.get(path);
        if (part != null) {
            return part;
        } else if (!path.equals("/db/v1/structures")) {
            return Answer.of(404, "text/html", "<html>nothing</html>");
        }
        var url = link.startsWith("/") ? "http://" + asked.headers().getFirst("Host") + link : link;
        return Answer.json(
                """
                {"data": [{"type": "structures", "id": "s1",
                   "meta": {"partial_data_links": {"cartesian_site_positions": [{%s, "link": "%s"}]}},
                   "attributes": {"immutable_id": null, "last_modified": "2026-01-05T10:00:00Z",
                     "elements": ["Al"], "nelements": 1, "elements_ratios": [1.0],
                     "chemical_formula_descriptive": "Al", "chemical_formula_reduced": "Al",
                     "chemical_formula_anonymous": "A", "dimension_types": [1, 1, 1],
                     "nperiodic_dimensions": 3, "lattice_vectors": [[6, 0, 0], [0, 4, 0], [0, 0, 4]],
                     "cartesian_site_positions": null, "nsites": 5,
                     "species": [{"name": "Al", "chemical_symbols": ["Al"], "concentration": [1.0]}],
                     "species_at_sites": ["Al", "Al", "Al", "Al", "Al"], "structure_features": []}}],
                 "links": {"next": null},
                 "meta": {"api_version": "1.2.0", "query": {"representation": "/structures"},
                   "more_data_available": false, "data_returned": 1,
                   "provider": {"name": "OQMD", "description": "ours", "prefix": "oqmd"}}}
                """
                        .formatted(format, url));
    }
}
