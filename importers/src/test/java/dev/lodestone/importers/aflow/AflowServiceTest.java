package dev.lodestone.importers.aflow;

import static dev.lodestone.importers.http.ServiceBench.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.RecordEvent.SourceImported;
import dev.lodestone.importers.http.LocalServer;
import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.ServiceBench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AflowServiceTest {
    private final AflowImporter importer = new AflowImporter();

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
    void theQueryIsAskedWithTheKeywordsThatHaveATermInTheOrderOfTheIdentifiers() {
        try (var server = new LocalServer((asked, _) -> AflowAnswers.listed(asked, 1_000))) {
            bench.run(
                    importer,
                    server.uri("/"),
                    options("query", "species(Si,O),Egap(6*),$spin_cell", "page-size", "20"));

            assertThat(server.asked()).hasSize(3);
            var first = server.asked().getFirst().uri();
            assertThat(first.getPath()).isEqualTo("/API/aflux/v1.0/");
            assertThat(first.getQuery())
                    .startsWith("auid,species(Si,O),Egap(6*),$spin_cell,compound,aurl,dft_type,")
                    .contains(",agl_thermal_conductivity_300K,")
                    .doesNotContain(",Egap,", ",spin_cell,")
                    .endsWith(",$paging(1,20),format(json)");
            assertThat(server.asked().get(1).uri().getQuery())
                    .isEqualTo(first.getQuery().replace("$paging(1,", "$paging(2,"));
            var run = bench.log().stated(SourceImported.class).getFirst();
            assertThat(run.source().value()).isEqualTo("aflow");
            assertThat(run.wholeSource()).isFalse();
            assertThat(run.location().orElseThrow())
                    .contains("/API/aflux/v1.0/?auid,species(Si,O)")
                    .doesNotContain("paging");
        }
    }

    @Test
    void aServerWhosePagesAreShorterThanAskedIsReadToItsEnd() {
        try (var server = new LocalServer((asked, _) -> AflowAnswers.listed(asked, 8))) {
            bench.run(importer, server.uri("/"), options("page-size", "20"));

            assertThat(bench.materials()).isEqualTo(AflowAnswers.ROWS);
            assertThat(server.asked()).hasSize(5);
        }
    }

    @Test
    void numberedRowsTellHowManyThereAreAndAreNamedByTheirNumbers() {
        try (var server =
                new LocalServer((asked, n) ->
                        n == 3
                                ? Answer.json(
                                        AflowAnswers.numbered(asked)
                                                .text()
                                                .replace("\"auid\":\"aflow:", "\"auid\":\"icsd:"))
                                : AflowAnswers.numbered(asked))) {
            var report = bench.run(importer, server.uri("/"), options("page-size", "10"));

            assertThat(server.asked()).hasSize(3);
            assertThat(report.findings()).isEmpty();
            assertThat(report.refused()).hasSize(5);
            assertThat(report.refused().getFirst().place()).endsWith("#/21 of 25/auid");
            assertThat(bench.materials()).isEqualTo(20);
        }
    }

    @Test
    void theAddressOfAnAnswerIsAsGoodAsAQuery() {
        try (var server = new LocalServer((asked, _) -> AflowAnswers.listed(asked, 1_000))) {
            bench.run(
                    importer,
                    server.uri("/API/aflux/?sg2(P4/nmm%20%23129),nspecies(2)"),
                    options("keywords", "Egap"));

            assertThat(server.asked().getFirst().uri().getPath()).isEqualTo("/API/aflux/");
            assertThat(server.asked().getFirst().uri().getQuery())
                    .isEqualTo(
                            "auid,sg2(P4/nmm #129),nspecies(2),Egap,$paging(1,100),format(json)");
            assertThat(bench.log().stated(ValuesAsserted.class)).isNotEmpty();

            assertThatThrownBy(() ->
                            bench.run(
                                    importer,
                                    server.uri("/API/aflux/?species(Si)"),
                                    options("query", "species(Ge)")))
                    .hasMessageContaining(
                            "(species(Ge)), and another in the address (species(Si))");
        }
    }

    @Test
    void whatAfluxSaysWhenItCannotAnswerIsQuoted() {
        try (var server = new LocalServer((_, _) -> Answer.of(200, "text/html", "DB Fail!null"))) {
            assertThatThrownBy(() -> bench.run(importer, server.uri("/"), options()))
                    .hasMessageContaining("\"DB Fail!null\"");
        }
    }

    @Test
    void rowsThatAreSentAsAPageAreReadAllTheSame() {
        try (var server =
                new LocalServer((asked, _) ->
                        AflowAnswers.listed(asked, 1_000)
                                .with("Content-Type", "text/html; charset=UTF-8"))) {
            bench.run(importer, server.uri("/"), options());

            assertThat(bench.materials()).isEqualTo(AflowAnswers.ROWS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "species(Si|The brackets or quotation marks of (species(Si) do not close.",
                "species(Si)),Egap|The brackets or quotation marks",
                "species=Si|(species=Si) is neither a keyword nor a directive of AFLUX.",
                "Egap,paging(0)|Pages are turned by the import; (paging(0)) cannot be set.",
                "Egap,$paging(2,10)|($paging(2,10)) cannot be set.",
                "format(html)|(format(html)) cannot be set."
            })
    void aQueryThatIsNoneIsRefusedBeforeItIsAsked(String query, String message) {
        try (var server = new LocalServer((asked, _) -> AflowAnswers.listed(asked, 1_000))) {
            assertThatThrownBy(() -> bench.run(importer, server.uri("/"), options("query", query)))
                    .hasMessageContaining(message)
                    .hasMessageContaining("Maybe ");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void theOtherInterfaceOfAflowIsNamed() {
        try (var server = new LocalServer((asked, _) -> AflowAnswers.listed(asked, 1_000))) {
            assertThatThrownBy(() -> bench.run(importer, server.uri("/API/optimade/v1"), options()))
                    .hasMessageContaining("import it with optimade");
            assertThatThrownBy(() ->
                            bench.run(importer, server.uri("/"), options("page-size", "5000")))
                    .hasMessageContaining("(5000) is not a number from 1 to 1,000.");
        }
    }
}
