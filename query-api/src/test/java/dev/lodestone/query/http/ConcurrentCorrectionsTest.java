package dev.lodestone.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.Liveness;
import dev.lodestone.events.NumberedValue;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.Value.Content;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Term;
import dev.lodestone.testkit.Lab;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two clients, each with a connection of its own, correct the same at once: one of them wins, the
/// other is told that it was overtaken, and nothing of what it sent is in the log.
class ConcurrentCorrectionsTest {
    private static final int ROUNDS = 20;
    private static final int MOST_ROUNDS = 200;
    private static final int SINTERINGS = 60;

    private ServedLab served;
    private Lab lab;
    private final List<HttpClient> clients =
            List.of(HttpClient.newHttpClient(), HttpClient.newHttpClient());

    @BeforeEach
    void start(@TempDir Path directory) {
        served = new ServedLab(directory);
        lab = served.lab();
    }

    @AfterEach
    void stop() {
        clients.forEach(HttpClient::close);
        served.close();
    }

    @Test
    void ofTwoClientsThatCorrectOneRecordOneWins() throws Exception {
        var sample = lab.sample("P");
        for (int round = 1; round <= ROUNDS; round++) {
            var record = lab.sinter(LabTime.order(round), "850", sample);
            long before = lab.head().value();
            var answers =
                    both(
                            "/api/v1/events",
                            correction(record.toString(), round, "800"),
                            correction(record.toString(), round, "900"));
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(201, 409);
            var loser = answers.stream().filter(a -> a.statusCode() == 409).findFirst();
            var problem = json(loser.orElseThrow());
            assertThat(problem.path("code").stringValue()).isEqualTo("events-overtaken");
            assertThat(problem.path("errors").path(0).path("rule").stringValue())
                    .isIn("EndedRecordsAreLive", "NothingCameInBetween");
            assertThat(problem.path("errors").path(0).path("maybe").stringValue()).isNotBlank();
            assertThat(lab.head().value()).isEqualTo(before + 1);
            var winner = answers.getFirst().statusCode() == 201 ? "800" : "900";
            assertThat(temperatures()).hasSize(round).last().isEqualTo(winner);
        }
    }

    @Test
    void ofTwoClientsThatCorrectOneFurnaceOneWinsWithAllOfItsBatch() throws Exception {
        furnace();
        int overtaken = 0;
        for (int round = 1; overtaken < 3; round++) {
            assertThat(round).as("a batch was overtaken").isLessThan(MOST_ROUNDS);
            long before = lab.head().value();
            var set = List.of(Integer.toString(700 + 2 * round), Integer.toString(701 + 2 * round));
            var answers =
                    both(
                            "/api/v1/corrections?corrected=include",
                            rule(set.getFirst()),
                            rule(set.getLast()));
            var statuses = answers.stream().map(HttpResponse::statusCode).toList();
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
            // A header, and a correction for each sintering; of a batch that lost, nothing.
            int won = statuses.equals(List.of(201, 201)) ? 2 : 1;
            assertThat(lab.head().value() - before).isEqualTo(won * (SINTERINGS + 1L));
            assertThat(temperatures()).hasSize(SINTERINGS);
            assertThat(temperatures().stream().distinct()).hasSize(1);
            assertThat(set).contains(temperatures().getFirst());
            if (won == 1) {
                overtaken++;
                int lost = statuses.indexOf(409);
                var problem = json(answers.get(lost));
                assertThat(problem.path("code").stringValue()).isEqualTo("correction-overtaken");
                assertThat(problem.path("errors").size()).isPositive();
                assertThat(temperatures().getFirst()).isEqualTo(set.get(1 - lost));
                // Sent again, it is worked out anew.
                var again =
                        post(
                                clients.get(lost),
                                "/api/v1/corrections?corrected=include",
                                rule(set.get(lost)));
                assertThat(again.statusCode()).isEqualTo(201);
                assertThat(temperatures()).containsOnly(set.get(lost));
            }
        }
    }

    private void furnace() throws Exception {
        var events = new ArrayList<String>();
        events.add(
                "{\"type\":\"AgentRegistered\",\"version\":1,\"agent\":\"kim\",\"agentType\":\"Person\",\"name\":\"Kim\"}");
        events.add(
                "{\"type\":\"InstrumentRegistered\",\"version\":1,\"instrument\":\"furnace-2\",\"name\":\"Furnace 2\"}");
        for (int i = 1; i <= SINTERINGS; i++) {
            var sample = lab.sample("lot-" + i);
            events.add(
                    """
                    {"type":"SampleProcessed","version":1,"occurrence":{"labTime":{"date":"2025-03-04"},\
                    "instruments":["furnace-2"]},"participants":{"samples":["%s"]},"process":"lsk:Sintering",\
                    "parameters":[{"property":"lsp:sinteringTemperature","basis":"Recorded",\
                    "quantity":{"value":850,"unit":"°C"}}]}\
                    """
                            .formatted(sample));
        }
        var recorded =
                post(clients.getFirst(), "/api/v1/events", "[" + String.join(",", events) + "]");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
    }

    private static String correction(String record, int round, String celsius) {
        return """
        {"type":"RecordCorrected","version":1,"supersedes":["%s"],"because":"Error","restated":\
        {"type":"SampleProcessed","version":1,"occurrence":{"labTime":{"order":%d}},\
        "participants":{"samples":["P"]},"process":"lsk:Sintering","parameters":\
        [{"property":"lsp:sinteringTemperature","basis":"Recorded","quantity":{"value":%s,"unit":"°C"}}]}}\
        """
                .formatted(record, round, celsius);
    }

    private static String rule(String celsius) {
        return """
        {"select":{"instrument":"furnace-2","during":{"month":"2025-03"}},\
        "change":{"property":"lsp:sinteringTemperature","value":{"value":%s,"unit":"°C"}},\
        "reason":"calibration","author":"kim"}\
        """
                .formatted(celsius);
    }

    /// Sends the one by the first client and the other by the second, at the same moment.
    private List<HttpResponse<String>> both(String path, String one, String other)
            throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first =
                    threads.submit(() -> {
                        together.await();
                        return post(clients.getFirst(), path, one);
                    });
            var second =
                    threads.submit(() -> {
                        together.await();
                        return post(clients.getLast(), path, other);
                    });
            return List.of(first.get(), second.get());
        }
    }

    private HttpResponse<String> post(HttpClient client, String path, String body)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(served.uri().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ServedLab.JSON.readTree(answer.body());
    }

    /// The sintering temperatures that hold, in the order in which their events were recorded.
    private List<String> temperatures() {
        var all = new ArrayList<RecordedEvent>();
        try (var entries = lab.log().read(LogPosition.START, lab.head())) {
            entries.forEachRemaining(entry -> all.add(EventCodec.read(entry)));
        }
        var live = Liveness.of(all);
        return all.stream()
                .map(RecordedEvent::event)
                .distinct()
                .flatMap(event ->
                        all.stream()
                                .filter(r -> r.event().equals(event) && live.contains(r.record())))
                .flatMap(r -> NumberedValue.of(r.stated()).stream())
                .filter(v -> v.value().property().equals(Term.of("lsp:sinteringTemperature")))
                .flatMap(v ->
                        v.value().content() instanceof Content.Number(var q)
                                ? java.util.stream.Stream.of(q.value().toPlainString())
                                : java.util.stream.Stream.of())
                .toList();
    }
}
