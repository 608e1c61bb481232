package dev.lodestone.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.FollowerOptions;
import dev.lodestone.projections.Projections;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.audit.LogAudits;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.PastGraphs;
import dev.lodestone.query.sparql.PastLimits;
import dev.lodestone.query.sparql.SparqlService;
import dev.lodestone.query.sparql.Tdb2Reader;
import dev.lodestone.testkit.Lab;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LodestoneHttpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private Lab lab;
    private Projections projections;
    private PastGraphs past;
    private Doors doors;
    private HttpOptions options;
    private LodestoneHttp http;
    private SampleId sample;

    @BeforeAll
    void start(@TempDir Path directory) {
        lab = Lab.in(directory.resolve("log"));
        sample = lab.sample("powder-1");
        lab.sinter(LabTime.order(1), "850", sample);
        lab.measure(LabTime.order(2), "205.1", sample);
        var iris = Iris.DEFAULT;
        var graph = Tdb2Graph.open(directory.resolve("graph"), iris, _ -> {});
        projections =
                Projections.follow(
                        lab.log(),
                        () -> new LogMeaning(lab.log(), Ontology.lodestone(), iris),
                        List.of(graph),
                        FollowerOptions.DEFAULT,
                        _ -> {});
        var reader = new Tdb2Reader(graph);
        past =
                new PastGraphs(
                        lab.log(),
                        () -> new LogMeaning(lab.log(), Ontology.lodestone(), iris),
                        iris,
                        PastLimits.usual());
        doors =
                new Doors(
                        lab.log(),
                        lab.intake(),
                        iris,
                        new SparqlService(reader, iris.base()),
                        new GraphQueries(reader, QueryLimits.DEFAULT),
                        past,
                        new LogAudits(lab.log(), iris),
                        GraphWatch.of(projections));
        options =
                HttpOptions.DEFAULT
                        .at("127.0.0.1", 0)
                        .awaiting(Duration.ofSeconds(20))
                        .withBody(1 << 20);
        http = LodestoneHttp.start(options, doors);
    }

    @AfterAll
    void stop() {
        http.close();
        past.close();
        projections.close();
        lab.close();
    }

    @Test
    void aLineageIsReadPageByPage() throws Exception {
        var lot = lab.sample(lab.fresh("lot"));
        lab.split(LabTime.order(1), lot, lot + "-1", lot + "-2", lot + "-3");
        var path = "/api/v1/samples/" + lot + "/lineage?direction=down";
        var basis = Long.toString(lab.head().value());
        var whole = send(request(path).header("Lodestone-Await", basis).GET());
        assertThat(json(whole).path("links").size()).isEqualTo(3);
        assertThat(json(whole).path("groups").path(0).path("samples").intValue()).isEqualTo(3);
        var first = get(path + "&limit=2", "*/*");
        assertThat(json(first).path("links").size()).isEqualTo(2);
        assertThat(json(first).has("groups")).isFalse();
        var link = first.headers().firstValue("Link").orElseThrow();
        var second = get(link.substring(1, link.indexOf('>')), "*/*");
        assertThat(json(second).path("links").size()).isEqualTo(1);
        assertThat(json(second).has("next")).isFalse();
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(get(path + "&after=nonsense", "*/*").statusCode()).isEqualTo(400);
        assertThat(get(path + "&limit=0", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void aWrittenEventCanBeReadAtOnce() throws Exception {
        var id = lab.fresh("sample");
        var event =
                """
                {"type":"SampleRegistered","version":1,"samples":[{"sample":"%s","names":[{"scope":"lab","name":"%s"}]}]}
                """
                        .formatted(id, id);
        var written = post("/api/v1/events", "application/json", event);
        assertThat(written.statusCode()).isEqualTo(201);
        var basis = written.headers().firstValue("Lodestone-Basis").orElseThrow();
        assertThat(written.headers().firstValue("Location")).isPresent();
        var read = send(request("/api/v1/samples/" + id).header("Lodestone-Await", basis).GET());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(Long.parseLong(read.headers().firstValue("Lodestone-Basis").orElseThrow()))
                .isGreaterThanOrEqualTo(Long.parseLong(basis));
        assertThat(json(read).path("sample").path("label").stringValue()).isEqualTo(id);
    }

    @Test
    void whatIsKnownAlreadyIsSaidToBeAndOtherContentIsRefused() throws Exception {
        var id = "018f0000-0000-7000-8000-000000000001";
        var first =
                "{\"type\":\"SampleRegistered\",\"version\":1,\"id\":\"%s\",\"samples\":[{\"sample\":\"known-1\"}]}"
                        .formatted(id);
        assertThat(post("/api/v1/events", "application/json", "[" + first + "]").statusCode())
                .isEqualTo(201);
        var again = post("/api/v1/events", "application/json", first);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("alreadyKnown").intValue()).isEqualTo(1);
        var other = post("/api/v1/events", "application/json", first.replace("known-1", "known-2"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("errors").get(0).path("pointer").stringValue())
                .isEqualTo("/id");
        var event = get("/api/v1/events/" + id, "application/json");
        assertThat(json(event).path("records").get(0).path("live").booleanValue()).isTrue();
    }

    @Test
    void aBatchThatCannotBeReadNamesEachFault() throws Exception {
        var body =
                """
                {"type":"SampleRegistered","version":1,"samples":[{"sample":"x1"}]}

                {"type":"SampleRegisterd","version":1}
                {not json
                """;
        var refused = post("/api/v1/events", "application/x-ndjson", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var errors = json(refused).path("errors");
        assertThat(errors.size()).isEqualTo(2);
        assertThat(errors.get(0).path("line").intValue()).isEqualTo(3);
        assertThat(errors.get(0).path("pointer").stringValue()).isEqualTo("/type");
        assertThat(errors.get(1).path("line").intValue()).isEqualTo(4);
        assertThat(json(refused).path("requestId").stringValue()).isNotBlank();
        var unknown =
                """
                [{"type":"SampleDestroyed","version":1,"participants":{"samples":["nobody-knows"]},"how":"Discarded"}]
                """;
        var unprocessable = post("/api/v1/events", "application/json", unknown);
        assertThat(unprocessable.statusCode()).isIn(400, 422);
        assertThat(json(unprocessable).path("errors").get(0).path("pointer").stringValue())
                .startsWith("/0");
    }

    @Test
    void aPageOfAnotherSiteCannotWrite() throws Exception {
        assertThat(post("/api/v1/events", "text/plain", "{}").statusCode()).isEqualTo(415);
        var asked = send(request("/api/v1/events").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var sparql = send(request("/sparql").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(sparql.statusCode()).isEqualTo(204);
        assertThat(sparql.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        var large = post("/api/v1/events", "application/json", "[" + " ".repeat(2 << 20) + "]");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(json(large).path("status").intValue()).isEqualTo(413);
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
                get(
                        "/sparql?nonsense=1&query="
                                + encoded("SELECT * { ?s a ls:Sample } LIMIT 1"),
                        accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Lodestone-Basis")).isPresent();
    }

    @Test
    void sparqlIsAskedInThreeWays() throws Exception {
        awaitHead();
        var query =
                "SELECT (COUNT(*) AS ?n) { <sample/%s> lsp:sinteringTemperature ?t FILTER(?t = lsf:si(850, unit:DEG_C)) }"
                        .formatted(sample.value());
        var expected = "n\r\n1\r\n";
        assertThat(get("/sparql?query=" + encoded(query), "text/csv").body()).isEqualTo(expected);
        assertThat(post("/sparql?output=csv", "application/sparql-query", query).body())
                .isEqualTo(expected);
        assertThat(
                        post(
                                        "/sparql",
                                        "application/x-www-form-urlencoded",
                                        "format=csv&query=" + encoded(query))
                                .body())
                .isEqualTo(expected);
        var graph =
                get(
                        "/sparql?query="
                                + encoded("CONSTRUCT { ?s a ls:Sample } WHERE { ?s a ls:Sample }"),
                        "text/turtle");
        assertThat(graph.body()).contains("ls:Sample");
    }

    @Test
    void wrongQuestionsToSparqlAreProblems() throws Exception {
        var syntax = get("/sparql?query=" + encoded("SELECT * {\n ?s ?p }"), "*/*");
        assertThat(syntax.statusCode()).isEqualTo(400);
        assertThat(json(syntax).path("line").intValue()).isEqualTo(2);
        assertThat(post("/sparql", "application/sparql-update", "DROP ALL").statusCode())
                .isEqualTo(403);
        assertThat(
                        post("/sparql", "application/x-www-form-urlencoded", "update=DROP%20ALL")
                                .statusCode())
                .isEqualTo(403);
        assertThat(post("/sparql", "text/plain", "ASK {}").statusCode()).isEqualTo(415);
        assertThat(get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "*/*").statusCode())
                .isEqualTo(400);
        assertThat(get("/sparql?query=ASK%7B%7D", "image/png").statusCode()).isEqualTo(406);
        var put = send(request("/sparql").PUT(BodyPublishers.ofString("ASK {}")));
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(get("/nowhere", "*/*").statusCode()).isEqualTo(404);
        assertThat(json(get("/nowhere", "*/*")).path("detail").stringValue())
                .contains("/openapi.json");
    }

    @Test
    void withoutAQueryTheServiceIsDescribed() throws Exception {
        var described = get("/sparql", "text/turtle");
        assertThat(described.statusCode()).isEqualTo(200);
        assertThat(described.body()).contains("Service").contains("/sparql");
        assertThat(get("/sparql", "application/rdf+xml").headers().firstValue("Content-Type"))
                .contains("application/rdf+xml");
    }

    @Test
    void aHeadHasTheHeadersAndNoBody() throws Exception {
        var head = send(request("/sparql?query=ASK%7B%7D").method("HEAD", BodyPublishers.noBody()));
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
        var answer = post("/sparql?format=csv", "application/sparql-query", query);
        assertThat(answer.body().lines().count()).isEqualTo(20_001);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).contains("chunked");
    }

    @Test
    void historyLineageAndInverseAnswer() throws Exception {
        awaitHead();
        var history = get("/api/v1/samples/" + sample.value() + "/history", "application/json");
        assertThat(history.statusCode()).isEqualTo(200);
        assertThat(json(history).path("events").size()).isEqualTo(3);
        assertThat(get("/api/v1/samples/" + sample.value() + "/history", "text/plain").body())
                .contains("sintering temperature 850 °C (1123.15 K)")
                .contains("205.1 mAh/g");
        assertThat(
                        get(
                                        "/api/v1/samples/"
                                                + sample.value()
                                                + "/lineage?direction=up&depth=2",
                                        "*/*")
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        get(
                                        "/api/v1/samples/"
                                                + sample.value()
                                                + "/lineage?direction=sideways",
                                        "*/*")
                                .statusCode())
                .isEqualTo(400);
        var balance = get("/api/v1/samples/" + sample.value() + "/balance", "application/json");
        assertThat(balance.statusCode()).isEqualTo(200);
        assertThat(json(balance).path("unknown").get(0).stringValue())
                .isEqualTo("how much there was when the sample entered the record");
        assertThat(get("/api/v1/samples/" + sample.value() + "/balance", "text/plain").body())
                .contains("Remains: not known");
        var of = "/api/v1/samples/" + sample.value();
        var timeline = get(of + "/timeline?ancestors=true", "*/*");
        assertThat(timeline.statusCode()).isEqualTo(200);
        assertThat(json(timeline).path("lives").path(0).path("stages").size()).isEqualTo(2);
        assertThat(get(of + "/timeline?ancestors=perhaps", "*/*").statusCode()).isEqualTo(400);
        var changes = get(of + "/changes?from=1&to=2", "*/*");
        assertThat(json(changes).path("changes").path(0).path("how").stringValue())
                .isEqualTo("recorded");
        assertThat(get(of + "/changes?from=2&to=1", "*/*").statusCode()).isEqualTo(400);
        assertThat(get(of + "/changes?from=two", "*/*").statusCode()).isEqualTo(400);
        var diff = get("/api/v1/diff?a=" + sample.value() + "&b=" + sample.value(), "*/*");
        assertThat(json(diff).path("counts").path("SAME").intValue()).isEqualTo(2);
        assertThat(get("/api/v1/diff?a=" + sample.value(), "*/*").statusCode()).isEqualTo(400);
        var impact =
                get("/api/v1/impact?of=sample/" + sample.value() + "&limit=1&count=true", "*/*");
        assertThat(impact.statusCode()).isEqualTo(200);
        assertThat(json(impact).path("dependents").size()).isEqualTo(1);
        assertThat(json(impact).path("counts").path("VALUE").intValue()).isPositive();
        assertThat(get("/api/v1/impact", "*/*").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/impact?of=nothing", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/impact?of=nothing&limit=few", "*/*").statusCode()).isEqualTo(400);
        var inverse =
                post(
                        "/api/v1/inverse-queries",
                        "application/json",
                        "{\"targets\":[\"specificDischargeCapacity>=200 mAh/g\"],\"where\":[\"sinteringTemperature<900 °C\"]}");
        assertThat(inverse.statusCode()).isEqualTo(200);
        assertThat(json(inverse).path("measurements").intValue()).isEqualTo(1);
        assertThat(get("/api/v1/samples/nobody", "*/*").statusCode()).isEqualTo(404);
        assertThat(
                        get(
                                        "/api/v1/samples/"
                                                + encoded(
                                                        "https://lodestone.local/id/sample/"
                                                                + sample.value()),
                                        "*/*")
                                .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/samples/lab:" + sample.value(), "*/*").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/samples?search=powder", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void aRecordIsReadAsWrittenAndAsStatements() throws Exception {
        var record =
                EventCodec.read(
                                lab.log()
                                        .at(new dev.lodestone.events.log.LogPosition(2))
                                        .orElseThrow())
                        .record();
        var json = json(get("/api/v1/records/" + record, "application/json"));
        assertThat(json.path("live").booleanValue()).isTrue();
        assertThat(json.path("stated").path("type").stringValue()).isNotBlank();
        var turtle = get("/api/v1/records/" + record, "text/turtle");
        assertThat(turtle.body()).contains("ls:EventRecord");
        var trig = get("/api/v1/records/" + record, "application/trig");
        assertThat(trig.body()).contains("/record/" + record);
        assertThat(get("/api/v1/records/none", "*/*").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/records/018f0000-0000-7000-8000-00000000dead", "*/*").statusCode())
                .isEqualTo(404);
    }

    @Test
    void waitingForAPositionThatDoesNotComeEnds() throws Exception {
        var impatient = LodestoneHttp.start(options.awaiting(Duration.ofMillis(50)), doors);
        try {
            var answer =
                    send(
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
        awaitHead();
        assertThat(get("/health/live", "*/*").statusCode()).isEqualTo(200);
        var ready = get("/health/ready", "*/*");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(json(ready).path("graphs").get(0).path("graph").stringValue()).isEqualTo("rdf");
        assertThat(get("/metrics", "*/*").body())
                .contains("lodestone_graph_position{graph=\"rdf\"}")
                .contains(
                        "lodestone_http_requests_total{method=\"GET\",path=\"/health/live\",status=\"200\"}");
    }

    @Test
    void pagesArePlainAndNameNoOtherSite() throws Exception {
        awaitHead();
        var start = get("/", "text/html");
        assertThat(start.body())
                .contains("<form action=\"/sparql\"")
                .contains("nickel fraction")
                .doesNotContain("<script");
        assertThat(start.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get("/samples?search=powder", "text/html").body()).contains("powder-1");
        assertThat(get("/samples/" + sample.value(), "text/html").body())
                .contains("sintering temperature 850 °C");
        assertThat(get("/style.css", "text/css").statusCode()).isEqualTo(200);
        var wrong = get("/samples/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(get("/predictions/none-1", "text/html").statusCode()).isBetween(400, 404);
        assertThat(get("/api/v1/predictions", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void statesAreToldStrictlyAndByTheRulesInTheBody() throws Exception {
        var path = "/api/v1/samples/" + sample.value() + "/states";
        var strict = get(path, "*/*");
        assertThat(strict.statusCode()).isEqualTo(200);
        assertThat(strict.headers().firstValue("Lodestone-Basis")).isPresent();
        assertThat(json(strict).path("rules").path("name").stringValue()).isEqualTo("strict");
        assertThat(json(strict).path("classes").size())
                .isEqualTo(json(strict).path("states").intValue());
        var rules =
                "{\"name\":\"all\",\"version\":\"1\",\"rules\":[{\"leavesUnchanged\":[\"ls:Event\"]}]}";
        var merged = post(path, "application/json", rules);
        assertThat(json(merged).path("classes").size()).isEqualTo(1);
        assertThat(json(merged).path("classes").get(0).path("values").size()).isPositive();
        var wrong = post(path, "application/json", rules.replace("ls:Event", "ls:Sample"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("/rules/0/leavesUnchanged/0");
        assertThat(post(path, "text/plain", rules).statusCode()).isEqualTo(415);
    }

    @Test
    void aPlanIsHeldAgainstWhatWasDone() throws Exception {
        var planned =
                """
                [{"type":"WorkflowPlanned","version":1,"workflow":"bake","title":"Bake","steps":[
                   {"step":"heat","sort":"lsk:Sintering","targets":[{"property":"lsp:sinteringTemperature",
                    "basis":"Recorded","quantity":{"value":800,"unit":"°C"}}]}]},
                 {"type":"SampleRegistered","version":1,"samples":[{"sample":"baked-1"}]},
                 {"type":"SampleProcessed","version":1,"process":"lsk:Sintering",
                  "participants":{"samples":["baked-1"]},
                  "occurrence":{"executes":{"workflow":"bake","step":"heat"}},
                  "parameters":[{"property":"lsp:sinteringTemperature","basis":"Recorded",
                                 "quantity":{"value":900,"unit":"°C"}}]}]
                """;
        var written = post("/api/v1/events", "application/json", planned);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        var basis = written.headers().firstValue("Lodestone-Basis").orElseThrow();
        var told =
                send(
                        request("/api/v1/deviations?of=workflow/bake&beyond=5")
                                .header("Lodestone-Await", basis)
                                .GET());
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        var done = json(told).at("/runs/0/steps/0/executions/0");
        assertThat(done.at("/deviations/0/actual").stringValue()).isEqualTo("900 °C");
        assertThat(get("/api/v1/deviations", "*/*").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/deviations?of=none", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/deviations?of=bake&beyond=x", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void exposureIsToldAndAWrongConditionRefused() throws Exception {
        var path = "/api/v1/samples/" + sample.value() + "/exposure";
        var told = get(path + "?above=relativeHumidity%3E40%20%25&before=sintering", "*/*");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(json(told).path("before").path("what").stringValue()).isEqualTo("sintering");
        assertThat(get(path, "*/*").statusCode()).isEqualTo(400);
        assertThat(get(path + "?above=wetness%3E40", "*/*").statusCode()).isEqualTo(400);
        assertThat(
                        get(path + "?above=relativeHumidity%3E40%20%25&before=coating", "*/*")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBatchIsTriedRecordedOnceAndUndone() throws Exception {
        var lot = lab.sample(lab.fresh("lot"));
        for (var event :
                List.of(
                        """
                        {"type":"AgentRegistered","version":1,"agent":"kim","agentType":"Person","name":"Kim"}\
                        """,
                        """
                        {"type":"InstrumentRegistered","version":1,"instrument":"furnace-2","name":"Furnace 2"}\
                        """,
                        """
                        {"type":"SampleProcessed","version":1,"occurrence":{"labTime":{"date":"2025-03-04"},\
                        "instruments":["furnace-2"]},"participants":{"samples":["%s"]},"process":"lsk:Sintering",\
                        "parameters":[{"property":"lsp:sinteringTemperature","basis":"Recorded",\
                        "quantity":{"value":850,"unit":"°C"}}]}\
                        """
                                .formatted(lot))) {
            assertThat(post("/api/v1/events", "application/json", event).statusCode())
                    .isEqualTo(201);
        }
        awaitHead();
        var rule =
                """
                {"id":"0199a000-0000-7000-8000-00000000cafe",\
                "select":{"instrument":"furnace-2","during":{"month":"2025-03"}},\
                "change":{"property":"lsp:sinteringTemperature","plus":{"value":-12,"unit":"K"}},\
                "reason":"calibration","author":"kim"}\
                """;
        var path = "/api/v1/corrections";
        var tried = post(path + "?dryRun=true", "application/json", rule);
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(json(tried).path("examples").path(0).path("after").stringValue())
                .isEqualTo("838 °C");
        assertThat(json(tried).path("rests").path("SAMPLE").intValue()).isEqualTo(1);
        var done = post(path, "application/json", rule);
        assertThat(done.statusCode()).isEqualTo(201);
        assertThat(done.headers().firstValue("Location"))
                .contains("/api/v1/records/0199a000-0000-7000-8000-00000000cafe");
        assertThat(done.headers().firstValue("Lodestone-Basis"))
                .contains(Long.toString(lab.head().value()));
        assertThat(post(path, "application/json", rule).statusCode()).isEqualTo(200);
        var undone =
                post(
                        "/api/v1/events",
                        "application/json",
                        """
                        {"type":"RecordRetracted","version":1,"because":"Error",\
                        "retracts":["0199a000-0000-7000-8000-00000000cafe"]}\
                        """);
        assertThat(undone.statusCode()).isEqualTo(201);
        assertThat(json(undone).path("recorded").intValue()).isEqualTo(2);
        assertThat(post(path, "application/json", rule.replace("\"K\"", "\"kg\"")).statusCode())
                .isEqualTo(400);
        assertThat(post(path + "?undated=yes", "application/json", rule).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theApiDocumentListsExactlyTheRoutes() throws Exception {
        var document = json(get("/openapi.json", "*/*"));
        var documented = new TreeSet<String>();
        document.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, _) ->
                                documented.add(
                                        method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        var served = new TreeSet<String>();
        LodestoneHttp.routes(doors, options, new Requests())
                .forEach(route -> served.add(route.method() + " " + route.path()));
        assertThat(documented).isEqualTo(served);
    }

    @Test
    void theApiDocumentSaysWhereAnEarlierPositionCanBeAskedFor() throws Exception {
        var paths = json(get("/openapi.json", "*/*")).path("paths");
        for (var route : LodestoneHttp.routes(doors, options, new Requests())) {
            var parameters =
                    paths.path(route.path())
                            .path(route.method().toLowerCase(java.util.Locale.ROOT))
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
                                            get("/api/v1/samples/" + sample.value(), "*/*")
                                                    .statusCode()))
                            .toList();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
    }

    private void awaitHead() throws Exception {
        assertThat(doors.graphs().awaitReached(lab.log().head(), Duration.ofSeconds(20))).isTrue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path));
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return send(request(path).header("Accept", accept).GET());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
