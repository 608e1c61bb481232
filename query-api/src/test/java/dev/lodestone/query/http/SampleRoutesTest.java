package dev.lodestone.query.http;

import static dev.lodestone.query.http.ServedLab.encoded;
import static dev.lodestone.query.http.ServedLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of a sample and what was done to it, through the server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleRoutesTest {
    private ServedLab served;
    private Lab lab;
    private SampleId sample;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ServedLab(directory);
        lab = served.lab();
        sample = served.recordPowder();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void aSampleIsFoundByItsIdItsIriItsNameAndASearch() throws Exception {
        for (var name :
                List.of(
                        sample.value(),
                        encoded("https://lodestone.local/id/sample/" + sample.value()),
                        "lab:" + sample.value())) {
            assertThat(status("/api/v1/samples/" + name)).as(name).isEqualTo(200);
        }
        assertThat(status("/api/v1/samples?search=powder")).isEqualTo(200);
        assertThat(status("/api/v1/samples/nobody")).isEqualTo(404);
    }

    @Test
    void aHistoryIsToldAsJsonAndInWords() throws Exception {
        var history = served.get(of("/history"), "application/json");
        assertThat(history.statusCode()).isEqualTo(200);
        assertThat(json(history).path("events").size()).isEqualTo(3);
        assertThat(served.get(of("/history"), "text/plain").body())
                .contains("sintering temperature 850 °C (1123.15 K)")
                .contains("205.1 mAh/g");
    }

    @Test
    void aLineageHasADirection() throws Exception {
        assertThat(status(of("/lineage?direction=up&depth=2"))).isEqualTo(200);
        assertThat(status(of("/lineage?direction=sideways"))).isEqualTo(400);
    }

    @Test
    void aBalanceSaysWhatIsNotKnown() throws Exception {
        var balance = served.get(of("/balance"), "application/json");
        assertThat(balance.statusCode()).isEqualTo(200);
        assertThat(json(balance).path("unknown").get(0).stringValue())
                .isEqualTo("how much there was when the sample entered the record");
        assertThat(served.get(of("/balance"), "text/plain").body()).contains("Remains: not known");
    }

    @Test
    void aTimelineHasTheStagesOfALife() throws Exception {
        var timeline = served.get(of("/timeline?ancestors=true"), "*/*");
        assertThat(timeline.statusCode()).isEqualTo(200);
        assertThat(json(timeline).path("lives").path(0).path("stages").size()).isEqualTo(2);
        assertThat(status(of("/timeline?ancestors=perhaps"))).isEqualTo(400);
    }

    @Test
    void whatChangedLiesBetweenTwoPositions() throws Exception {
        var changes = served.json(of("/changes?from=1&to=2"));
        assertThat(changes.path("changes").path(0).path("how").stringValue()).isEqualTo("recorded");
        assertThat(status(of("/changes?from=2&to=1"))).isEqualTo(400);
        assertThat(status(of("/changes?from=two"))).isEqualTo(400);
    }

    @Test
    void twoLivesAreComparedIfBothAreNamed() throws Exception {
        var diff = served.json("/api/v1/diff?a=%1$s&b=%1$s".formatted(sample.value()));
        assertThat(diff.path("counts").path("SAME").intValue()).isEqualTo(2);
        assertThat(status("/api/v1/diff?a=" + sample.value())).isEqualTo(400);
    }

    @Test
    void whatRestsOnASampleIsCountedAndListed() throws Exception {
        var path = "/api/v1/impact?of=sample/" + sample.value() + "&limit=1&count=true";
        var impact = served.get(path, "*/*");
        assertThat(impact.statusCode()).isEqualTo(200);
        assertThat(json(impact).path("dependents").size()).isEqualTo(1);
        assertThat(json(impact).path("counts").path("VALUE").intValue()).isPositive();
        assertThat(status("/api/v1/impact")).isEqualTo(400);
        assertThat(status("/api/v1/impact?of=nothing")).isEqualTo(404);
        assertThat(status("/api/v1/impact?of=nothing&limit=few")).isEqualTo(400);
    }

    @Test
    void anInverseQueryFindsTheMeasurement() throws Exception {
        var inverse =
                served.post(
                        "/api/v1/inverse-queries",
                        "application/json",
                        """
                        {"targets":["specificDischargeCapacity>=200 mAh/g"],\
                        "where":["sinteringTemperature<900 °C"]}\
                        """);
        assertThat(inverse.statusCode()).isEqualTo(200);
        assertThat(json(inverse).path("measurements").intValue()).isEqualTo(1);
    }

    @Test
    void aLineageIsReadPageByPage() throws Exception {
        var lot = lab.sample(lab.fresh("lot"));
        lab.split(LabTime.order(1), lot, lot + "-1", lot + "-2", lot + "-3");
        var path = "/api/v1/samples/" + lot + "/lineage?direction=down";
        var whole = served.get(path, "*/*");
        assertThat(json(whole).path("links").size()).isEqualTo(3);
        assertThat(json(whole).path("groups").path(0).path("samples").intValue()).isEqualTo(3);
        var first = served.get(path + "&limit=2", "*/*");
        assertThat(json(first).path("links").size()).isEqualTo(2);
        assertThat(json(first).has("groups")).isFalse();
        var link = first.headers().firstValue("Link").orElseThrow();
        var second = served.get(link.substring(1, link.indexOf('>')), "*/*");
        assertThat(json(second).path("links").size()).isEqualTo(1);
        assertThat(json(second).has("next")).isFalse();
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(status(path + "&after=nonsense")).isEqualTo(400);
        assertThat(status(path + "&limit=0")).isEqualTo(400);
    }

    @Test
    void statesAreToldStrictlyAndByTheRulesInTheBody() throws Exception {
        var path = of("/states");
        var strict = served.get(path, "*/*");
        assertThat(strict.statusCode()).isEqualTo(200);
        assertThat(strict.headers().firstValue("Lodestone-Basis")).isPresent();
        assertThat(json(strict).path("rules").path("name").stringValue()).isEqualTo("strict");
        assertThat(json(strict).path("classes").size())
                .isEqualTo(json(strict).path("states").intValue());
        var rules =
                "{\"name\":\"all\",\"version\":\"1\",\"rules\":[{\"leavesUnchanged\":[\"ls:Event\"]}]}";
        var merged = served.post(path, "application/json", rules);
        assertThat(json(merged).path("classes").size()).isEqualTo(1);
        assertThat(json(merged).path("classes").get(0).path("values").size()).isPositive();
        var wrong = served.post(path, "application/json", rules.replace("ls:Event", "ls:Sample"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("/rules/0/leavesUnchanged/0");
        assertThat(served.post(path, "text/plain", rules).statusCode()).isEqualTo(415);
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
        var written = served.post("/api/v1/events", "application/json", planned);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        var told = served.get("/api/v1/deviations?of=workflow/bake&beyond=5", "*/*");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        var done = json(told).at("/runs/0/steps/0/executions/0");
        assertThat(done.at("/deviations/0/actual").stringValue()).isEqualTo("900 °C");
        assertThat(status("/api/v1/deviations")).isEqualTo(400);
        assertThat(status("/api/v1/deviations?of=none")).isEqualTo(404);
        assertThat(status("/api/v1/deviations?of=bake&beyond=x")).isEqualTo(400);
    }

    @Test
    void exposureIsToldAndAWrongConditionRefused() throws Exception {
        var path = of("/exposure");
        var told = served.get(path + "?above=relativeHumidity%3E40%20%25&before=sintering", "*/*");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(json(told).path("before").path("what").stringValue()).isEqualTo("sintering");
        assertThat(status(path)).isEqualTo(400);
        assertThat(status(path + "?above=wetness%3E40")).isEqualTo(400);
        assertThat(status(path + "?above=relativeHumidity%3E40%20%25&before=coating"))
                .isEqualTo(404);
    }

    private String of(String question) {
        return "/api/v1/samples/" + sample.value() + question;
    }

    private int status(String path) throws Exception {
        return served.get(path, "*/*").statusCode();
    }
}
