package dev.lodestone.app;

import static dev.lodestone.app.LifeOfP7.REGISTRATION;
import static dev.lodestone.app.LifeOfP7.SINTERING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verbs that ask of a sample, a plan or anything: what they print, and as of when.
class QuestionVerbsTest {
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path directory) {
        terminal = new Terminal(directory);
        LifeOfP7.writeTo(terminal, "life.jsonl");
    }

    @Test
    void aHistoryIsFoundByTheLabName() {
        terminal.run("record", "life.jsonl");
        var said = terminal.run("history", "P7");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("sintering temperature 850 °C (1123.15 K)", "position 2");
    }

    @Test
    void aLifeIsToldStateByState() {
        terminal.run("record", "life.jsonl");
        var said = terminal.run("timeline", "P7", "--ancestors");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("── state 1", "at 2025-01-07T08:00:00Z · position 2", "850 °C");
        assertThat(terminal.run("timeline", "P7", "--json").out()).contains("\"stages\"");
        assertThat(terminal.run("timeline", "P8").exit()).isEqualTo(1);
    }

    @Test
    void twoLivesAreComparedOrOneAtTwoPositions() {
        terminal.run("record", "life.jsonl");
        assertThat(terminal.run("diff", "P7", "powder-7").out())
                .contains("No difference is known.");
        var grown = terminal.run("diff", "P7", "--from", "1", "--to", "2");
        assertThat(grown.exit()).isZero();
        assertThat(grown.out()).contains("sintering", "missing", "1 only in B");
        assertThat(terminal.run("diff", "P7", "--json", "--from", "1").out())
                .contains("\"ONLY_B\"");
        assertThat(terminal.run("diff", "P7").exit()).isEqualTo(2);
        assertThat(terminal.run("diff", "P7", "workflow/none").err())
                .contains("workflow/none", "Maybe");
    }

    @Test
    void whatWasRecordedBetweenTwoPositionsIsTold() {
        terminal.run("record", "life.jsonl");
        var said = terminal.run("history", "P7", "--between", "1", "2");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("recorded: sintering", "sintering temperature 850 °C")
                .doesNotContain("register");
        assertThat(terminal.run("history", "P7", "--between", "2", "1").err()).contains("Maybe");
        assertThat(terminal.run("history", "P7", "--between", "1", "2", "--as-of", "1").exit())
                .isEqualTo(2);
    }

    @Test
    void aLineageIsTakenTogetherOrListed() {
        terminal.write(
                "split.jsonl",
                """
                {"type":"SampleSplit","version":1,"parent":"powder-7","process":"lsk:Aliquoting",\
                "parts":[{"sample":"p1"},{"sample":"p2"},{"sample":"p3"},{"sample":"p4"}]}
                """);
        terminal.run("record", "life.jsonl");
        terminal.run("record", "split.jsonl");
        assertThat(terminal.run("lineage", "P7", "--down").out())
                .contains("4 aliquots of P7 (p1, p2, p3 …)");
        assertThat(terminal.run("lineage", "P7", "--all").out().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("gave  p"));
        assertThat(terminal.run("lineage", "P7", "--all", "--json").out().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("{"));
        assertThat(terminal.run("lineage", "p4", "--up").out()).contains("P7, by Aliquoting");
    }

    @Test
    void whatRestsOnAnEventIsListedCountedAndStreamed() {
        terminal.run("record", "life.jsonl");
        var sintering = SINTERING.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1").strip();
        var told = terminal.run("impact", "event/" + sintering);
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("1 sample, 1 value", "→ state/", "sinteringTemperature");
        var streamed = terminal.run("impact", "event/" + sintering, "--all", "--json");
        assertThat(streamed.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
        assertThat(terminal.run("impact", "furnace-9").err()).contains("(furnace-9)", "Maybe");
    }

    @Test
    void aBalanceTellsWhatCameInWhatWasTakenAndWhatRemains() {
        var lot =
                REGISTRATION.replace(
                        "\"form\"", "\"amount\":{\"value\":10,\"unit\":\"g\"},\"form\"");
        var split =
                """
                {"type":"SampleSplit","version":1,"parent":"powder-7",\
                "parts":[{"sample":"vial-1","amount":{"value":2.5,"unit":"g"}}],"process":"lsk:Aliquoting"}
                """;
        terminal.write("lot.jsonl", lot + split);
        terminal.run("record", "lot.jsonl");
        var told = terminal.run("balance", "P7");
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("Balance of P7", "2.5 g", "to vial-1", "Remains: 7.5 g");
        assertThat(terminal.run("balance", "P7", "--json").out()).contains("\"remains\"", "7.5");
        terminal.write("more.jsonl", split.replace("vial-1", "vial-2").replace("2.5", "8"));
        assertThat(terminal.run("record", "more.jsonl").err())
                .contains("more.jsonl:1 /parts/0/amount", "7.5 g left of 10 g", "Maybe");
    }

    @Test
    void statesAreToldByTheRulesOfAFile() {
        terminal.run("record", "life.jsonl");
        assertThat(terminal.run("states", "P7").out())
                .contains("2 states in 2 classes", "rules strict");
        terminal.write(
                "heat.json",
                """
                {"name":"heat","version":"3","rules":[{"leavesUnchanged":["lsk:Sintering"]}]}
                """);
        var told = terminal.run("states", "P7", "--rules", "heat.json");
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("2 states in 1 class", "rules heat version 3");
        assertThat(terminal.run("states", "P7", "--rules", "heat.json", "--json").out())
                .contains("\"version\" : \"3\"");
        terminal.write("heat.json", "{\"name\":1}");
        var wrong = terminal.run("states", "P7", "--rules", "heat.json");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("heat.json", "Maybe").doesNotContain("Exception");
    }

    @Test
    void exposureIsCountedFromWhatWasRecorded() {
        terminal.write(
                "life.jsonl",
                REGISTRATION
                        + """
                        {"type":"SampleStored","version":1,"participants":{"samples":["powder-7"]},\
                        "occurrence":{"labTime":{"from":"2025-01-01T00:00:00Z","to":"2025-01-03T00:00:00Z"}},\
                        "conditions":[{"property":"lsp:relativeHumidity","basis":"Recorded",\
                        "quantity":{"value":55,"unit":"%"}}]}
                        """
                        + SINTERING);
        assertThat(terminal.run("record", "life.jsonl").exit()).isZero();
        var said =
                terminal.run(
                        "exposure",
                        "P7",
                        "--above",
                        "relativeHumidity>40 %",
                        "--before",
                        "sintering");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("held for 48 h", "before sintering", "55 %");
        assertThat(
                        terminal.run("exposure", "P7", "--above", "relativeHumidity>60 %", "--json")
                                .out())
                .contains("\"notHeldHours\" : 48");
        assertThat(terminal.run("exposure", "P7", "--above", "relativeHumidity").err())
                .contains("Maybe");
    }

    @Test
    void whatWasDoneIsHeldAgainstThePlan() {
        terminal.write(
                "plan.jsonl",
                """
                {"type":"WorkflowPlanned","version":1,"workflow":"bake","title":"Bake","steps":[{"step":"heat",\
                "sort":"lsk:Sintering","targets":[{"property":"lsp:sinteringTemperature","basis":"Recorded",\
                "quantity":{"value":800,"unit":"°C"}}]}]}
                """
                        + REGISTRATION
                        + SINTERING.replace(
                                "\"occurrence\":{",
                                "\"occurrence\":{\"executes\":{\"workflow\":\"bake\",\"step\":\"heat\"},"));
        assertThat(terminal.run("record", "plan.jsonl").exit()).isZero();
        assertThat(terminal.run("deviations", "P7").out())
                .contains("Bake (bake) on P7", "850 °C instead of 800 °C, off by 50 °C (4.659 %)");
        assertThat(terminal.run("deviations", "bake", "--beyond", "5").out())
                .contains("done     heat")
                .doesNotContain("instead of");
        assertThat(terminal.run("deviations", "bake", "--json").out())
                .contains("\"status\" : \"EXECUTED\"");
        assertThat(terminal.run("deviations", "cake").err()).contains("(cake)", "Maybe");
    }

    @Test
    void anUnknownSampleIsSaidInWords() {
        terminal.run("record", "life.jsonl");
        var said = terminal.run("history", "P8");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("P8").doesNotContain("Exception", "\tat ");
    }

    @Test
    void aQueryPrintsATableForPeopleAndCsvForPrograms() {
        terminal.run("record", "life.jsonl");
        terminal.write(
                "q.rq",
                "SELECT ?t WHERE { ?s lsp:sinteringTemperature ?si BIND(lsf:in(?si, unit:DEG_C) AS ?t) }");
        assertThat(terminal.run("query", "q.rq").out()).contains("850");
        assertThat(terminal.run("query", "--format", "csv", "q.rq").out()).startsWith("t\r\n850");
    }

    @Test
    void aQueryCanBeAskedAsOfAnEarlierPosition() {
        terminal.run("record", "life.jsonl");
        terminal.write(
                "q.rq",
                "SELECT ?t WHERE { ?s lsp:sinteringTemperature ?si BIND(lsf:in(?si, unit:DEG_C) AS ?t) }");
        assertThat(terminal.run("query", "--as-of", "1", "--format", "csv", "q.rq").out())
                .isEqualTo("t\r\n");
        assertThat(terminal.run("query", "--as-of", "2", "--format", "csv", "q.rq").out())
                .startsWith("t\r\n850");
        var beyond = terminal.run("query", "--as-of", "99", "q.rq");
        assertThat(beyond.exit()).isEqualTo(1);
        assertThat(beyond.out()).isEmpty();
        assertThat(beyond.err()).contains("99", "Maybe");
    }

    @Test
    void aHistoryCanBeAskedAsOfAnEarlierPosition() {
        terminal.run("record", "life.jsonl");
        assertThat(terminal.run("history", "P7", "--as-of", "1").out())
                .contains("As of log position 1")
                .doesNotContain("sintering");
    }

    @Test
    void anyQuestionAboutASampleCanBeAskedAsOfAnEarlierPosition() {
        terminal.run("record", "life.jsonl");
        for (var question :
                List.of(
                        List.of("history", "P7"),
                        List.of("timeline", "P7"),
                        List.of("lineage", "P7"),
                        List.of("states", "P7"),
                        List.of("exposure", "P7", "--above", "sinteringTemperature>800 °C"),
                        List.of("deviations", "P7"),
                        List.of("balance", "P7"),
                        List.of("where", "P7"))) {
            assertThat(asOf(question, "1").out()).as(question.toString()).contains("\"basis\" : 1");
            for (var wrong : List.of("99", "-1")) {
                var refused = asOf(question, wrong);
                assertThat(refused.exit()).as(question.toString()).isEqualTo(1);
                assertThat(refused.out()).isEmpty();
                assertThat(refused.err()).contains("(" + wrong + ")", "Maybe one from 0 to");
            }
        }
        assertThat(terminal.run("states", "P7", "--as-of", "1").out()).doesNotContain("sintering");
    }

    private Terminal.Said asOf(List<String> question, String position) {
        var all = new ArrayList<>(question);
        all.addAll(List.of("--json", "--as-of=" + position));
        return terminal.run(all.toArray(String[]::new));
    }
}
