package dev.lodestone.query.http;

import static dev.lodestone.query.http.ServedLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.testkit.Lab;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Events through the server: written, refused, read again, corrected by the batch.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventRoutesTest {
    private ServedLab served;
    private Lab lab;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLab(directory);
        lab = served.lab();
        served.recordPowder();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aWrittenEventCanBeReadAtOnce() throws Exception {
        var id = lab.fresh("sample");
        var event =
                """
                {"type":"SampleRegistered","version":1,"samples":[{"sample":"%s","names":[{"scope":"lab","name":"%s"}]}]}
                """
                        .formatted(id, id);
        var written = served.post("/api/v1/events", "application/json", event);
        assertThat(written.statusCode()).isEqualTo(201);
        var basis = written.headers().firstValue("Lodestone-Basis").orElseThrow();
        assertThat(written.headers().firstValue("Location")).isPresent();
        var read =
                served.send(
                        served.request("/api/v1/samples/" + id)
                                .header("Lodestone-Await", basis)
                                .GET());
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
        assertThat(
                        served.post("/api/v1/events", "application/json", "[" + first + "]")
                                .statusCode())
                .isEqualTo(201);
        var again = served.post("/api/v1/events", "application/json", first);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("alreadyKnown").intValue()).isEqualTo(1);
        var other =
                served.post(
                        "/api/v1/events", "application/json", first.replace("known-1", "known-2"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("errors").get(0).path("pointer").stringValue())
                .isEqualTo("/id");
        var event = served.get("/api/v1/events/" + id, "application/json");
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
        var refused = served.post("/api/v1/events", "application/x-ndjson", body);
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
        var unprocessable = served.post("/api/v1/events", "application/json", unknown);
        assertThat(unprocessable.statusCode()).isIn(400, 422);
        assertThat(json(unprocessable).path("errors").get(0).path("pointer").stringValue())
                .startsWith("/0");
    }

    @Test
    void aPageOfAnotherSiteCannotWrite() throws Exception {
        assertThat(served.post("/api/v1/events", "text/plain", "{}").statusCode()).isEqualTo(415);
        var asked =
                served.send(
                        served.request("/api/v1/events")
                                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var sparql =
                served.send(served.request("/sparql").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(sparql.statusCode()).isEqualTo(204);
        assertThat(sparql.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        var large =
                served.post("/api/v1/events", "application/json", "[" + " ".repeat(2 << 20) + "]");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(json(large).path("status").intValue()).isEqualTo(413);
    }

    @Test
    void aRecordIsReadAsWrittenAndAsStatements() throws Exception {
        var record = EventCodec.read(lab.log().at(new LogPosition(2)).orElseThrow()).record();
        var json = json(served.get("/api/v1/records/" + record, "application/json"));
        assertThat(json.path("live").booleanValue()).isTrue();
        assertThat(json.path("stated").path("type").stringValue()).isNotBlank();
        var turtle = served.get("/api/v1/records/" + record, "text/turtle");
        assertThat(turtle.body()).contains("ls:EventRecord");
        var trig = served.get("/api/v1/records/" + record, "application/trig");
        assertThat(trig.body()).contains("/record/" + record);
        assertThat(served.get("/api/v1/records/none", "*/*").statusCode()).isEqualTo(400);
        assertThat(
                        served.get("/api/v1/records/018f0000-0000-7000-8000-00000000dead", "*/*")
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
            assertThat(served.post("/api/v1/events", "application/json", event).statusCode())
                    .isEqualTo(201);
        }
        var rule =
                """
                {"id":"0199a000-0000-7000-8000-00000000cafe",\
                "select":{"instrument":"furnace-2","during":{"month":"2025-03"}},\
                "change":{"property":"lsp:sinteringTemperature","plus":{"value":-12,"unit":"K"}},\
                "reason":"calibration","author":"kim"}\
                """;
        var path = "/api/v1/corrections";
        var tried = served.post(path + "?dryRun=true", "application/json", rule);
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(json(tried).path("examples").path(0).path("after").stringValue())
                .isEqualTo("838 °C");
        assertThat(json(tried).path("rests").path("SAMPLE").intValue()).isEqualTo(1);
        var done = served.post(path, "application/json", rule);
        assertThat(done.statusCode()).isEqualTo(201);
        assertThat(done.headers().firstValue("Location"))
                .contains("/api/v1/records/0199a000-0000-7000-8000-00000000cafe");
        assertThat(done.headers().firstValue("Lodestone-Basis"))
                .contains(Long.toString(lab.head().value()));
        assertThat(served.post(path, "application/json", rule).statusCode()).isEqualTo(200);
        var undone =
                served.post(
                        "/api/v1/events",
                        "application/json",
                        """
                        {"type":"RecordRetracted","version":1,"because":"Error",\
                        "retracts":["0199a000-0000-7000-8000-00000000cafe"]}\
                        """);
        assertThat(undone.statusCode()).isEqualTo(201);
        assertThat(json(undone).path("recorded").intValue()).isEqualTo(2);
        assertThat(
                        served.post(path, "application/json", rule.replace("\"K\"", "\"kg\""))
                                .statusCode())
                .isEqualTo(400);
        assertThat(served.post(path + "?undated=yes", "application/json", rule).statusCode())
                .isEqualTo(400);
    }
}
