package dev.lodestone.query.http;

import static dev.lodestone.query.http.ServedLab.encoded;
import static dev.lodestone.query.http.ServedLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.SampleId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SPARQL through the server, as its protocol has it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparqlRoutesTest {
    private ServedLab served;
    private SampleId sample;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLab(directory);
        sample = served.recordPowder();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'application/sparql-results+json', application/sparql-results+json",
        "'application/x-sparqlstar-results+json, application/sparql-results+json, application/json', application/sparql-results+json",
        "'application/sparql-results+xml', application/sparql-results+xml",
        "'text/csv', text/csv",
        "'text/csv;q=0.1, text/tab-separated-values;q=0.9', text/tab-separated-values",
        "'*/*', application/sparql-results+json",
        "'text/*', text/csv",
        "'application/turtle, */*;q=0.1', application/sparql-results+json",
    })
    void theFormIsNegotiated(String accept, String type) throws Exception {
        var answer =
                served.get(
                        "/sparql?nonsense=1&query="
                                + encoded("SELECT * { ?s a ls:Sample } LIMIT 1"),
                        accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Lodestone-Basis")).isPresent();
    }

    @Test
    void sparqlIsAskedInThreeWays() throws Exception {
        var query =
                "SELECT (COUNT(*) AS ?n) { <sample/%s> lsp:sinteringTemperature ?t FILTER(?t = lsf:si(850, unit:DEG_C)) }"
                        .formatted(sample.value());
        var expected = "n\r\n1\r\n";
        assertThat(served.get("/sparql?query=" + encoded(query), "text/csv").body())
                .isEqualTo(expected);
        assertThat(served.post("/sparql?output=csv", "application/sparql-query", query).body())
                .isEqualTo(expected);
        assertThat(
                        served.post(
                                        "/sparql",
                                        "application/x-www-form-urlencoded",
                                        "format=csv&query=" + encoded(query).replace("%20", "+"))
                                .body())
                .isEqualTo(expected);
        var graph =
                served.get(
                        "/sparql?query="
                                + encoded("CONSTRUCT { ?s a ls:Sample } WHERE { ?s a ls:Sample }"),
                        "text/turtle");
        assertThat(graph.body()).contains("ls:Sample");
    }

    @Test
    void wrongQuestionsToSparqlAreProblems() throws Exception {
        var syntax = served.get("/sparql?query=" + encoded("SELECT * {\n ?s ?p }"), "*/*");
        assertThat(syntax.statusCode()).isEqualTo(400);
        assertThat(json(syntax).path("line").intValue()).isEqualTo(2);
        assertThat(served.post("/sparql", "application/sparql-update", "DROP ALL").statusCode())
                .isEqualTo(403);
        assertThat(
                        served.post(
                                        "/sparql",
                                        "application/x-www-form-urlencoded",
                                        "update=DROP%20ALL")
                                .statusCode())
                .isEqualTo(403);
        assertThat(served.post("/sparql", "text/plain", "ASK {}").statusCode()).isEqualTo(415);
        assertThat(served.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "*/*").statusCode())
                .isEqualTo(400);
        assertThat(served.get("/sparql?query=ASK%7B%7D", "image/png").statusCode()).isEqualTo(406);
        var put = served.send(served.request("/sparql").PUT(BodyPublishers.ofString("ASK {}")));
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(served.get("/nowhere", "*/*").statusCode()).isEqualTo(404);
        assertThat(json(served.get("/nowhere", "*/*")).path("detail").stringValue())
                .contains("/openapi.json");
    }

    @Test
    void withoutAQueryTheServiceIsDescribed() throws Exception {
        var described = served.get("/sparql", "text/turtle");
        assertThat(described.statusCode()).isEqualTo(200);
        assertThat(described.body()).contains("Service").contains("/sparql");
        assertThat(
                        served.get("/sparql", "application/rdf+xml")
                                .headers()
                                .firstValue("Content-Type"))
                .contains("application/rdf+xml");
    }

    @Test
    void aHeadHasTheHeadersAndNoBody() throws Exception {
        var head =
                served.send(
                        served.request("/sparql?query=ASK%7B%7D")
                                .method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Lodestone-Basis")).isPresent();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aLongAnswerComesInPieces() throws Exception {
        var query =
                "SELECT ?a ?b ?s { VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?s { ls:Sample ls:SampleState } }"
                        .formatted(
                                String.join(
                                        " ",
                                        IntStream.range(0, 100)
                                                .mapToObj(Integer::toString)
                                                .toList()));
        var answer = served.post("/sparql?format=csv", "application/sparql-query", query);
        assertThat(answer.body().lines().count()).isEqualTo(20_001);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).contains("chunked");
    }
}
