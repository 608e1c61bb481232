package dev.lodestone.importers.http;

import static dev.lodestone.importers.http.ServiceBench.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.ImportReport;
import dev.lodestone.importers.Importer;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.aflow.AflowAnswers;
import dev.lodestone.importers.aflow.AflowImporter;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.LocalServer.Delivery;
import dev.lodestone.importers.http.LocalServer.Responder;
import dev.lodestone.importers.oqmd.OqmdAnswers;
import dev.lodestone.importers.oqmd.OqmdImporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Services that give rows, from servers that behave and servers that do not.
class RowServicesTest {
    private static final int ROWS = 25;

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

    record Service(String name, Importer importer, Function<Asked, Answer> answers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Service> services() {
        return List.of(
                new Service(
                        "aflow", new AflowImporter(), asked -> AflowAnswers.listed(asked, 1_000)),
                new Service("oqmd", new OqmdImporter(), OqmdAnswers::answer));
    }

    @ParameterizedTest
    @MethodSource("services")
    void allPagesAreReadAndTheSecondImportWritesNothing(Service service) {
        try (var server = server(service, (_, _) -> Optional.empty())) {
            var report = run(service, server, options("page-size", "10"));

            assertThat(report.refused()).isEmpty();
            assertThat(report.entries().mapped()).isEqualTo(ROWS);
            assertThat(bench.materials()).isEqualTo(ROWS);
            long head = bench.log().head();
            assertThat(run(service, server, options("page-size", "7")).run()).isEmpty();
            assertThat(bench.log().head()).isEqualTo(head);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRowThatTheServiceRevisedBecomesOneCorrectionAndStaysOneMaterial(Service service) {
        try (var server = server(service, (_, _) -> Optional.empty())) {
            run(service, server, options());
        }
        try (var server =
                server(
                        service,
                        (asked, _) -> {
                            // the band gap of AFLOW's row, the formation energy of OQMD's
                            var page = service.answers.apply(asked).text();
                            return Optional.of(
                                    Answer.json(
                                            page.replaceFirst("\"Egap\":2[.]25", "\"Egap\":2.26")
                                                    .replaceFirst(
                                                            "\"delta_e\":-0[.]3,",
                                                            "\"delta_e\":-0.31,")));
                        })) {
            var report = run(service, server, options());

            assertThat(report.entries()).isEqualTo(new ImportReport.Entries(ROWS, 1, ROWS - 1, 0));
            assertThat(report.records().corrected()).isEqualTo(report.records().written());
            assertThat(report.records().corrected()).isPositive();
            assertThat(bench.log().stated(MaterialRegistered.class)).hasSize(ROWS);
            var again = run(service, server, options());
            assertThat(again.run()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void anImportThatIsCutOffAnywhereGoesOnWithNothingTwiceAndNothingMissing(Service service) {
        var random = new SplittableRandom(7);
        var broken = new int[] {3};
        var options = options("page-size", "4", "attempts", "1");
        try (var server =
                server(
                        service,
                        (_, n) ->
                                n == broken[0]
                                        ? Optional.of(Answer.of(502, "text/html", "Bad Gateway"))
                                        : Optional.empty())) {
            Optional<String> unfinished = Optional.of("");
            int runs = 0;
            for (; unfinished.isPresent(); runs++) {
                unfinished = run(service, server, options).unfinished();
                broken[0] = runs < 2 ? server.asked().size() + 2 + random.nextInt(2) : -1;
            }

            assertThat(runs).isEqualTo(4);
            assertThat(bench.materials()).isEqualTo(ROWS);
            // what was recorded is not asked for again
            assertThat(server.asked()).hasSizeLessThan(2 * (ROWS / 4 + 2));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aLimitEndsTheReading(Service service) {
        try (var server = server(service, (_, _) -> Optional.empty())) {
            var report = run(service, server, options("page-size", "5").withLimit(8));

            assertThat(report.entries().read()).isEqualTo(8);
            assertThat(bench.materials()).isEqualTo(8);
            assertThat(server.asked()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aPageForPeopleInThePlaceOfRowsIsQuotedAndNothingIsWritten(Service service) {
        try (var server =
                server(
                        service,
                        (_, _) ->
                                Optional.of(
                                        Answer.of(200, "text/html", "<h1>Down for repair</h1>")))) {
            assertThatThrownBy(() -> run(service, server, options()))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageContaining("is not JSON but (text/html): \"Down for repair\"");
        }
        assertThat(bench.log().head()).isZero();
    }

    @ParameterizedTest
    @MethodSource("services")
    void twoFailuresAndABusyServerAreWaitedOut(Service service) {
        try (var server =
                server(
                        service,
                        (_, n) ->
                                switch (n) {
                                    case 1, 2 -> Optional.of(Answer.of(500, "text/plain", "Oops"));
                                    case 4 ->
                                            Optional.of(
                                                    Answer.of(429, "text/plain", "Slow down")
                                                            .with("Retry-After", "7"));
                                    default -> Optional.empty();
                                })) {
            var report = run(service, server, options("page-size", "20"));

            assertThat(report.unfinished()).isEmpty();
            assertThat(bench.materials()).isEqualTo(ROWS);
            assertThat(bench.waits()).hasSize(3).endsWith(Duration.ofSeconds(7));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aBodyThatIsCutOffIsAskedForAgain(Service service) {
        try (var server =
                server(
                        service,
                        (asked, n) ->
                                n == 2
                                        ? Optional.of(
                                                service.answers
                                                        .apply(asked)
                                                        .delivered(Delivery.CUT))
                                        : Optional.empty())) {
            var report = run(service, server, options("page-size", "10"));

            assertThat(report.unfinished()).isEmpty();
            assertThat(bench.materials()).isEqualTo(ROWS);
            assertThat(bench.waits()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void thePageThatComesAgainAndAgainEndsTheReadingAndWhatWasReadStays(Service service) {
        var first = new Answer[1];
        try (var server =
                server(
                        service,
                        (asked, n) -> {
                            if (n == 1) {
                                first[0] = service.answers.apply(asked);
                            }
                            return Optional.of(first[0]);
                        })) {
            var report = run(service, server, options("page-size", "10"));

            assertThat(report.unfinished().orElseThrow())
                    .containsAnyOf(
                            "Page 2 has the same entries as page 1.",
                            "The next page is one that was read before.");
            assertThat(bench.materials()).isEqualTo(10);
            assertThat(server.asked()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void jsonOfAnotherServiceIsRefusedBeforeAnythingIsWritten(Service service) {
        for (var answer : new String[] {"7", "{\"detail\": \"Not found\"}", "\"rows\""}) {
            try (var server = server(service, (_, _) -> Optional.of(Answer.json(answer)))) {
                assertThatThrownBy(() -> run(service, server, options()))
                        .as(answer)
                        .isInstanceOf(UnreadableSource.class)
                        .hasMessageContaining("http://localhost");
            }
        }
        assertThat(bench.log().head()).isZero();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aBodyLargerThanAllowedIsNotRead(Service service) {
        try (var server =
                server(
                        service,
                        (_, _) ->
                                Optional.of(
                                        Answer.json("[" + "1,".repeat(40_000))
                                                .delivered(Delivery.ENDLESS)))) {
            assertThatThrownBy(() -> run(service, server, options("max-body", "0.1")))
                    .hasMessageContaining("larger than 104,857 bytes")
                    .hasMessageContaining("Maybe ask for smaller pages");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServerOnThisMachineIsRefusedUnlessItIsAllowed(Service service) {
        try (var server = server(service, (_, _) -> Optional.empty())) {
            assertThatThrownBy(() -> run(service, server, ImportOptions.DEFAULT))
                    .hasMessageContaining("on this machine or in a private network")
                    .hasMessageContaining("--allow-private");
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void settingsOfTheServiceAreRefusedForAFile(Service service) {
        assertThatThrownBy(() ->
                        bench.log()
                                .run(
                                        service.importer,
                                        directory,
                                        ImportOptions.DEFAULT.with("query", "species(Si)")))
                .hasMessageContaining(
                        "[setting query] It is for the service, but a file is given.");
    }

    /// A server of the service that answers otherwise where it is told to.
    private static LocalServer server(Service service, Misbehaviour odd) {
        Responder responder =
                (asked, n) -> odd.to(asked, n).orElseGet(() -> service.answers.apply(asked));
        return new LocalServer(responder);
    }

    @FunctionalInterface
    private interface Misbehaviour {
        Optional<Answer> to(Asked asked, int number);
    }

    private ImportReport run(Service service, LocalServer server, ImportOptions options) {
        return bench.run(service.importer, server.uri("/"), options);
    }
}
