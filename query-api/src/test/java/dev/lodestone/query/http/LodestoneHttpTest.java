package dev.lodestone.query.http;

import static dev.lodestone.query.http.ServedLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.SampleId;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The server itself: its health, its pages, what it says of its routes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LodestoneHttpTest {
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

    @Test
    void waitingForAPositionThatDoesNotComeEnds() throws Exception {
        var impatient =
                LodestoneHttp.start(
                        ServedLab.OPTIONS.awaiting(Duration.ofMillis(50)), served.doors());
        try {
            var answer =
                    served.send(
                            HttpRequest.newBuilder(
                                            impatient.uri().resolve("/sparql?query=ASK%7B%7D"))
                                    .header("Lodestone-Await", "999999")
                                    .GET());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("code").stringValue()).isEqualTo("await-limit");
            assertThat(json(answer).path("graphs").path("rdf").isNumber()).isTrue();
        } finally {
            impatient.close();
        }
    }

    @Test
    void theServerSaysHowItIs() throws Exception {
        assertThat(served.get("/health/live", "*/*").statusCode()).isEqualTo(200);
        var ready = served.get("/health/ready", "*/*");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(json(ready).path("graphs").get(0).path("graph").stringValue()).isEqualTo("rdf");
        assertThat(served.get("/metrics", "*/*").body())
                .contains("lodestone_graph_position{graph=\"rdf\"}")
                .contains(
                        "lodestone_http_requests_total{method=\"GET\",path=\"/health/live\",status=\"200\"}");
    }

    @Test
    void pagesArePlainAndNameNoOtherSite() throws Exception {
        var start = served.get("/", "text/html");
        assertThat(start.body())
                .contains("<form action=\"/sparql\"")
                .contains("nickel fraction")
                .doesNotContain("<script");
        assertThat(start.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(served.get("/samples?search=powder", "text/html").body()).contains("powder-1");
        assertThat(served.get("/samples/" + sample.value(), "text/html").body())
                .contains("sintering temperature 850 °C");
        assertThat(served.get("/style.css", "text/css").statusCode()).isEqualTo(200);
        var wrong = served.get("/samples/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(served.get("/predictions/none-1", "text/html").statusCode()).isBetween(400, 404);
        assertThat(served.get("/api/v1/predictions", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void theApiDocumentListsExactlyTheRoutes() throws Exception {
        var document = json(served.get("/openapi.json", "*/*"));
        var documented = new TreeSet<String>();
        document.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, _) ->
                                documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        var routes = new TreeSet<String>();
        LodestoneHttp.routes(served.doors(), ServedLab.OPTIONS, new Requests())
                .forEach(route -> routes.add(route.method() + " " + route.path()));
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void theApiDocumentSaysWhereAnEarlierPositionCanBeAskedFor() throws Exception {
        var paths = json(served.get("/openapi.json", "*/*")).path("paths");
        for (var route : LodestoneHttp.routes(served.doors(), ServedLab.OPTIONS, new Requests())) {
            var parameters =
                    paths.path(route.path())
                            .path(route.method().toLowerCase(Locale.ROOT))
                            .path("parameters");
            assertThat(
                            parameters
                                    .valueStream()
                                    .map(each -> each.path("$ref").asString(""))
                                    .anyMatch("#/components/parameters/asOf"::equals))
                    .as(route.method() + " " + route.path())
                    .isEqualTo(route.past());
        }
    }

    @Test
    void manyAtOnceAreAllAnswered() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 100)
                            .mapToObj(_ ->
                                    pool.submit(() ->
                                            served.get("/api/v1/samples/" + sample.value(), "*/*")
                                                    .statusCode()))
                            .toList();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
    }
}
