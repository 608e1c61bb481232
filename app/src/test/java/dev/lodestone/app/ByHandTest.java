package dev.lodestone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lodestone.app.Terminal.Said;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person gets who mistypes, tries out, or stops what runs.
class ByHandTest {
    private static final String EVENT =
            """
            {"type":"SampleRegistered","version":1,"id":"0199a000-0000-7000-8000-000000000001",\
            "samples":[{"sample":"powder-7","form":"lsk:Powder","names":[{"scope":"lab","name":"P7"}]}]}
            """;
    private static final String MAPPING =
            """
            mapping: ours
            version: 1
            source: {title: Ours, licence: CC0-1.0}
            file: {}
            sample: {key: [sample], form: lsk:Powder, name: "{sample}"}
            row: {replicates: true}
            events:
              cycling: {kind: measurement, type: lsk:GalvanostaticCycling, of: row, after: [registration]}
            columns:
              sample: {identity: true}
              capacity: {in: cycling, as: result, property: lsp:specificDischargeCapacity, unit: mAh/g, basis: Measured}
            """;

    @TempDir private Path directory;

    private Said run(String... arguments) {
        return new Terminal(directory).run(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history P7",
                "samples",
                "status",
                "events",
                "verify",
                "check",
                "rebuild",
                "predictions",
                "train",
                "link P7 mp-149",
                "query q.rq",
                "import --undo 0199a000-0000-7000-8000-000000000001"
            })
    void aVerbOnADirectoryWithoutAStoreSaysSoAndMakesNone(String verb) throws IOException {
        Files.writeString(directory.resolve("life.jsonl"), EVENT);
        assertThat(run("record", "life.jsonl", "--data", "lab").exit()).isZero();
        Files.writeString(directory.resolve("q.rq"), "ASK {}");

        var said = run((verb + " --data lap").split(" "));

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines())
                .containsExactly(
                        "There is no store in (%s).".formatted(directory.resolve("lap")),
                        "Maybe --data names another directory, such as %s; `lodestone record` and `lodestone import` make one."
                                .formatted(directory.resolve("lab")));
        assertThat(directory.resolve("lap")).doesNotExist();
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsToldAsSuch() throws IOException {
        Files.writeString(directory.resolve("life.jsonl"), EVENT);
        assertThat(run("record", "life.jsonl", "--data", "life.jsonl").err())
                .startsWith("The data directory (")
                .contains("life.jsonl) is a file.", "Maybe --data names another directory.");
    }

    @Test
    void aDryRunNeedsNoStoreAndLeavesNone() throws IOException {
        table();
        var said =
                run(
                        "import",
                        "csv",
                        "t.csv",
                        "--set",
                        "mapping=m.yaml",
                        "--data",
                        "lab",
                        "--dry-run");
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("Dry run: nothing was written.", "1 read = 1 mapped");
        assertThat(directory.resolve("lab")).doesNotExist();
    }

    @Test
    void listsAndDraftsMakeNoStore() throws IOException {
        table();
        assertThat(run("import", "--list").out()).contains("materials-project");
        assertThat(run("import", "csv", "t.csv", "--suggest").out()).contains("columns:");
        try (var files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("t.csv", "m.yaml");
        }
    }

    @Test
    void aHintNamesAVerbThatHelps() throws IOException {
        Files.writeString(directory.resolve("life.jsonl"), EVENT);
        run("record", "life.jsonl");

        assertThat(run("history", "P8").err())
                .contains("There is no sample (P8)", "Maybe", "`lodestone samples`")
                .doesNotContain("/api/");
        assertThat(run("samples").out()).contains("P7", "/sample/powder-7");
        assertThat(run("samples", "p7", "--json").out()).contains("\"powder-7\"");
        var none = run("samples", "p8");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("No sample has (p8) in its name or IRI.", "Maybe");
        Files.writeString(directory.resolve("q.rq"), "INSERT DATA { <a:b> <a:b> <a:b> }");
        assertThat(run("query", "q.rq").err())
                .contains("`lodestone record`")
                .doesNotContain("/api/");
    }

    @Test
    void whatAVerbPrintsReachesACallerInAnotherProcess() throws IOException {
        Files.writeString(directory.resolve("life.jsonl"), EVENT);
        run("record", "life.jsonl");
        var out = new StringWriter();
        try (var store =
                Store.open(directory.resolve("lodestone-data"), Store.Needs.GRAPH, _ -> {})) {
            var unflushed = new PrintWriter(new BufferedWriter(out));
            assertThat(Lodestone.run(store, List.of("samples"), directory, unflushed, unflushed))
                    .isZero();
            assertThat(out.toString()).contains("P7");
        }
    }

    @Test
    void anOptionThatTheImporterDoesNotTakeIsWrongUsage() throws IOException {
        table();
        var since = run("import", "aflow", "t.csv", "--since", "2026-01-01");
        assertThat(since.exit()).isEqualTo(2);
        assertThat(since.err().lines())
                .containsExactly(
                        "The importer (aflow) takes no --since.",
                        "Maybe one of --query, --allow-private.",
                        "See `lodestone import --help`.");
        var sheet = run("import", "xlsx", "t.csv", "--set", "mapping=m.yaml", "--sheet", "Data");
        assertThat(sheet.exit()).isEqualTo(2);
        assertThat(sheet.err()).contains("--sheet is for --suggest", "Maybe write sheet: \"Data\"");
    }

    @Test
    void anUndoneRunIsToldById() throws IOException {
        table();
        var imported = run("import", "csv", "t.csv", "--set", "mapping=m.yaml", "--json").out();
        var run = imported.replaceAll("(?s).*\"run\" : \"([0-9a-f-]+)\".*", "$1");
        assertThat(run("import", "--undo", run, "--json").out())
                .contains("\"run\" : \"" + run + "\"", "\"retracted\" : 3");
    }

    @Test
    void anImportThatIsStoppedSaysHowFarItCameAndIsFinishedByRunningItAgain() throws Exception {
        var asked = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        var base =
                "http://127.0.0.1:%d/oqmdapi/formationenergy"
                        .formatted(server.getAddress().getPort());
        server.createContext(
                "/oqmdapi/formationenergy",
                exchange -> {
                    boolean second = exchange.getRequestURI().toString().contains("offset=1");
                    if (second && stopped.getCount() > 0) {
                        asked.countDown();
                        await(stopped);
                    }
                    var next = second ? "null" : "\"" + base + "?offset=1&limit=1\"";
                    var body = rows(second ? 2 : 1, next).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        String[] verb = {"import", "oqmd", base, "--allow-private", "--set", "page-size=1"};
        var err = directory.resolve("err.txt");
        try (var process =
                LodestoneProcess.start(directory, directory.resolve("out.txt"), err, verb)) {
            await(asked);
            process.end();
            assertThat(Files.readString(err)).contains("Stopped after ", "Maybe run the same");
            stopped.countDown();
            var again = LodestoneProcess.run(directory, verb);
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(again.out()).doesNotContain("refused:");
            assertThat(run("query", "--format", "csv", materials()).out().lines()).hasSize(3);
        } finally {
            stopped.countDown();
            server.stop(0);
            threads.close();
        }
    }

    private static String rows(int id, String next) {
        return """
        {"data":[{"entry_id":%d,"name":"NaCl","delta_e":-1.5}],"meta":{"data_available":2},"links":{"next":%s}}
        """
                .formatted(id, next);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String materials() throws IOException {
        Files.writeString(directory.resolve("m.rq"), "SELECT ?m WHERE { ?m a ls:Material }");
        return "m.rq";
    }

    private void table() throws IOException {
        Files.writeString(directory.resolve("t.csv"), "sample,capacity\nS-1,180.5\n");
        Files.writeString(directory.resolve("m.yaml"), MAPPING);
    }
}
