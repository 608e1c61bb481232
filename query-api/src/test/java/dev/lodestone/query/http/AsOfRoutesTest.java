package dev.lodestone.query.http;

import static dev.lodestone.query.http.ServedLab.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.json.EventCodec;
import dev.lodestone.query.lab.FixtureLab;
import dev.lodestone.query.sparql.PastLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Questions as of a log position, through the server: a lot with a recipe, a correction and a
/// merge, then a batch of aliquots in a freezer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsOfRoutesTest {
    private static final String HISTORY = "/api/v1/samples/A/history";

    /// All that the graph holds of the laboratory, and all that it keeps of what holds no longer.
    private static final List<String> EVERYTHING =
            List.of(
                    """
                    SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "%s/")) }
                    ORDER BY ?s ?p ?o\
                    """
                            .formatted(FixtureLab.BASE),
                    """
                    SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "%s/")) }
                    ORDER BY ?g ?s ?p ?o\
                    """
                            .formatted(FixtureLab.BASE));

    private ServedLab served;
    private List<String> events;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        events =
                Stream.concat(
                                lines(FixtureLab.class.getResourceAsStream("fixture-lab.jsonl")),
                                lines(
                                                EventCodec.class.getResourceAsStream(
                                                        "/dev/lodestone/events/examples/batch.jsonl"))
                                        .filter(line -> !line.contains("AgentRegistered")))
                        .toList();
        served = new ServedLab(directory);
        events.forEach(event -> record(served, event));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private static Stream<String> lines(InputStream file) throws Exception {
        return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                .lines().toList().stream();
    }

    private static void record(ServedLab lab, String event) {
        lab.record(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> questions() {
        var all = new ArrayList<String>();
        for (var sample : List.of("P", "A", "M", "P7-07", "P7-08", "P7-07-roi1")) {
            for (var question :
                    List.of(
                            "",
                            "/history",
                            "/timeline?ancestors=true",
                            "/balance",
                            "/whereabouts",
                            "/lineage",
                            "/lineage?limit=3",
                            "/states",
                            "/exposure?above=" + encoded("sinteringTemperature>800 °C"))) {
                all.add("/api/v1/samples/" + sample + question);
            }
            all.add("/api/v1/deviations?of=" + sample);
        }
        all.add("/api/v1/deviations?of=workflow/recipe-1");
        for (var container : List.of("box 3", "room-1.04")) {
            all.add("/api/v1/containers/%s/contents?deep=true".formatted(encoded(container)));
        }
        EVERYTHING.forEach(query -> all.add("/sparql?format=csv&query=" + encoded(query)));
        return all;
    }

    private static String asOf(String question, Object position) {
        return question + (question.contains("?") ? "&" : "?") + "asOf=" + position;
    }

    /// Status, position and body, without what names the request.
    private static String told(HttpResponse<String> answer) {
        var body = answer.body();
        if (answer.statusCode() != 200) {
            var problem = (ObjectNode) ServedLab.JSON.readTree(body);
            body = problem.without(List.of("instance", "requestId")).toString();
        }
        return "%d %s%n%s"
                .formatted(
                        answer.statusCode(),
                        answer.headers().firstValue("Lodestone-Basis").orElse("-"),
                        body);
    }

    @Test
    void asOfTheHeadTheAnswerIsThatOfNow() throws Exception {
        var head = served.lab().log().head();
        for (var question : questions()) {
            var now = told(served.get(question, "*/*"));
            assertThat(now).as(question).startsWith("200 " + head);
            assertThat(told(served.get(asOf(question, head), "*/*"))).as(question).isEqualTo(now);
        }
    }

    @Test
    void asOfAnEarlierPositionTheAnswerIsThatOfAStoreThatEndsThere(@TempDir Path directory)
            throws Exception {
        try (var stopped = new ServedLab(directory)) {
            for (var event : events) {
                record(stopped, event);
                var position = stopped.lab().log().head();
                for (var question : some(questions(), position.value())) {
                    assertThat(told(served.get(asOf(question, position), "*/*")))
                            .as(question + " as of " + position)
                            .isEqualTo(told(stopped.get(question, "*/*")));
                }
            }
            assertThat(stopped.lab().log().head()).isEqualTo(served.lab().log().head());
        }
    }

    /// A third of the questions, and always all that the graph holds.
    private static List<String> some(List<String> questions, long position) {
        return IntStream.range(0, questions.size())
                .filter(i -> (i + position) % 3 == 0 || i >= questions.size() - EVERYTHING.size())
                .mapToObj(questions::get)
                .toList();
    }

    @Test
    void sparqlAndRulesInABodyAreAskedAsOfAPositionToo() throws Exception {
        var query =
                "SELECT (COUNT(DISTINCT ?event) AS ?n) { ?event a ls:Event ; ls:onSample <sample/A> }";
        var path = "/sparql?format=csv&query=" + encoded(query);
        var then = served.get(asOf(path, 8), "*/*");
        assertThat(then.headers().firstValue("Lodestone-Basis")).contains("8");
        assertThat(then.body()).isNotEqualTo(served.get(path, "*/*").body());
        var form = "application/x-www-form-urlencoded";
        var fields = "format=csv&query=" + encoded(query);
        assertThat(
                        List.of(
                                served.post("/sparql", form, fields + "&asOf=8").body(),
                                served.post("/sparql?asOf=8", form, fields).body(),
                                served.post(
                                                "/sparql?format=csv&asOf=8",
                                                "application/sparql-query",
                                                query)
                                        .body()))
                .containsOnly(then.body());
        var rules =
                "{\"name\":\"all\",\"version\":\"1\",\"rules\":[{\"leavesUnchanged\":[\"ls:Event\"]}]}";
        var states = served.post("/api/v1/samples/A/states?asOf=8", "application/json", rules);
        assertThat(states.headers().firstValue("Lodestone-Basis")).contains("8");
    }

    @Test
    void theLinkToTheNextPageKeepsThePosition() throws Exception {
        var first = served.get("/api/v1/samples/P7/lineage?limit=5&asOf=25", "*/*");
        var link = first.headers().firstValue("Link").orElseThrow();
        var second = served.get(link.substring(1, link.indexOf('>')), "*/*");
        assertThat(link).contains("asOf=25");
        assertThat(second.headers().firstValue("Lodestone-Basis")).contains("25");
    }

    @Test
    void aPositionThatCannotBeAnsweredIsAProblemThatSaysWhatToDo() throws Exception {
        var head = served.lab().log().head().value();
        problem(head + 1, 400, "as-of", "(30) is not reached: the log ends at 29.", "from 0 to 29");
        problem(-1, 400, "as-of", "Position (-1) is before the log", "from 0 to 29");
        problem(
                "yesterday",
                400,
                "as-of",
                "asOf (yesterday) is not a log position",
                "whole number");
        problem("", 400, "as-of", "asOf () is not a log position", "whole number");
        problem("3&asOf=4", 400, "as-of", "asOf (3, 4) is not a log position", "one whole number");
        assertThat(served.get(asOf(HISTORY, 0), "*/*").statusCode()).isEqualTo(404);
    }

    private void problem(Object position, int status, String code, String what, String maybe)
            throws Exception {
        problem(served.get(asOf(HISTORY, position), "*/*"), status, code, what, maybe);
    }

    private static void problem(
            HttpResponse<String> answer, int status, String code, String what, String maybe) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var problem = ServedLab.JSON.readTree(answer.body());
        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("detail").stringValue().lines())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains(what),
                        second -> assertThat(second).startsWith("Maybe").contains(maybe));
    }

    @Test
    void whatIsAnsweredAsOfNowOnlyRefusesAPosition() throws Exception {
        for (var path : List.of("/api/v1/samples", "/api/v1/impact?of=sample/A", "/samples/A")) {
            problem(
                    served.get(asOf(path, 3), "*/*"),
                    400,
                    "as-of",
                    "asOf (3) is not taken here",
                    "/openapi.json");
        }
    }

    @Test
    void aPositionIsReplayedOnceForAllWhoAsk(@TempDir Path directory) throws Exception {
        var patient = new PastLimits(1000, 2, 1, 100, Duration.ofSeconds(30));
        try (var lab = new ServedLab(directory, patient);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            events.forEach(event -> record(lab, event));
            var all =
                    IntStream.range(0, 40)
                            .mapToObj(
                                    _ -> pool.submit(() -> told(lab.get(asOf(HISTORY, 9), "*/*"))))
                            .toList();
            var answers = new ArrayList<String>();
            for (var one : all) {
                answers.add(one.get());
            }
            assertThat(answers).hasSize(40).containsOnly(answers.getFirst());
            assertThat(answers.getFirst()).startsWith("200 9");
            assertThat(lab.get("/metrics", "*/*").body())
                    .contains("lodestone_replays_total 1\n", "lodestone_past_records 9\n");
            lab.get(asOf(HISTORY, 10), "*/*");
            lab.get(asOf(HISTORY, 11), "*/*");
            assertThat(lab.get("/metrics", "*/*").body())
                    .contains("lodestone_replays_total 3\n", "lodestone_past_records 21\n");
        }
    }

    @Test
    void aLogThatIsTooLongForMemoryIsNotReplayed(@TempDir Path directory) throws Exception {
        try (var lab =
                new ServedLab(directory, new PastLimits(5, 1, 1, 1, Duration.ofSeconds(5)))) {
            events.subList(0, 9).forEach(event -> record(lab, event));
            assertThat(lab.get(asOf("/api/v1/samples/P", 5), "*/*").statusCode()).isEqualTo(200);
            problem(
                    lab.get(asOf(HISTORY, 6), "*/*"),
                    400,
                    "as-of-limit",
                    "Position (6) is beyond what is replayed in memory (5 records).",
                    "an earlier one, or as of now");
        }
    }
}
