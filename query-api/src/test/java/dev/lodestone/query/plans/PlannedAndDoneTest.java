package dev.lodestone.query.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.history.Deviation;
import dev.lodestone.query.history.SampleTimeline;
import dev.lodestone.query.lab.FixtureLab;
import dev.lodestone.query.sparql.GraphQueries;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A step with its targets and an event that carried it out: `timeline` and `deviations` say the
/// same of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannedAndDoneTest {
    private static final String CASES =
            """
            850 °C         | 850 °C         |
            850 °C         | 1123.15 K      |
            850 °C         | 900 °C         | 850 °C → 900 °C, off by 50 °C (4.452 %)
            800 to 900 °C  | 850 °C         |
            800 to 900 °C  | 900 °C         |
            800 to 900 °C  | 950 °C         | 800 °C to 900 °C → 950 °C, off by 50 °C (4.262 %)
            800 to 900 °C  | 700 °C         | 800 °C to 900 °C → 700 °C, off by -100 °C (9.318 %)
            800 to °C      | 1200 °C        |
            800 to °C      | 700 °C         | 800 °C to … → 700 °C, off by -100 °C (9.318 %)
            850 °C         | 840 to 860 °C  |
            850 °C         | 900 to 950 °C  | 850 °C → 900 °C to 950 °C, off by 50 °C (4.452 %)
            500 °C; 850 °C | 500 °C; 850 °C |
            500 °C; 850 °C | 850 °C; 500 °C |
            500 °C; 850 °C | 500 °C; 900 °C | 850 °C → 900 °C, off by 50 °C (4.452 %)
            500 °C; 850 °C | 500 °C         | ? sintering temperature is not recorded; planned 850 °C
            850 °C         |                | ? sintering temperature is not recorded; planned 850 °C
            """;

    private FixtureLab lab;
    private GraphQueries graph;

    /// @param number of the case, from 0
    record Case(int number, String planned, String done, String told) {
        @Override
        public String toString() {
            return "planned %s, done %s".formatted(planned, done);
        }

        String events() {
            return """
            {"type":"SampleRegistered","version":1,"samples":[{"sample":"S%1$d"}]}
            {"type":"WorkflowPlanned","version":1,"workflow":"plan-%1$d","title":"Plan","steps":[\
            {"step":"sinter","sort":"lsk:Sintering","targets":[%2$s]}]}
            {"type":"SampleProcessed","version":1,"process":"lsk:Sintering",\
            "participants":{"samples":["S%1$d"]},\
            "occurrence":{"executes":{"workflow":"plan-%1$d","step":"sinter"}},"parameters":[%3$s]}
            """
                    .formatted(number, values(planned), values(done));
        }
    }

    static List<Case> cases() {
        var lines = CASES.lines().map(line -> line.split("\\|", -1)).toList();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> {
                    var cells = lines.get(i);
                    return new Case(i, cells[0].strip(), cells[1].strip(), cells[2].strip());
                })
                .toList();
    }

    @BeforeAll
    void record(@TempDir Path directory) {
        lab = FixtureLab.empty(directory);
        lab.record(cases().stream().map(Case::events).collect(Collectors.joining()));
        graph = lab.queries();
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void timelineAndDeviationsSayTheSameOfWhatWasPlannedAndDone(Case one) {
        var sample = "S" + one.number();
        var step =
                new SampleTimeline(graph, FixtureLab.BASE)
                        .of(sample, false)
                        .plans()
                        .getFirst()
                        .steps()
                        .getFirst();
        var execution =
                new Deviations(graph, FixtureLab.BASE)
                        .of(sample, 0)
                        .runs()
                        .getFirst()
                        .steps()
                        .getFirst()
                        .executions()
                        .getFirst();
        assertThat(step.event()).contains(execution.event());
        assertThat(words(step.off(), step.unknown())).isEqualTo(one.told());
        assertThat(words(execution.deviations(), execution.unknown())).isEqualTo(one.told());
    }

    private static String words(List<Deviation> off, List<String> unknown) {
        return Stream.concat(
                        off.stream().map(one -> one.planned() + " → " + one.actual() + one.by()),
                        unknown.stream().map("? "::concat))
                .collect(Collectors.joining("; "));
    }

    /// `850 °C; 800 to 900 °C` as values of an event.
    private static String values(String texts) {
        return Arrays.stream(texts.split("; ", -1))
                .filter(text -> !text.isEmpty())
                .map(PlannedAndDoneTest::value)
                .collect(Collectors.joining(","));
    }

    private static String value(String text) {
        int unit = text.lastIndexOf(' ');
        var number = text.substring(0, unit);
        var bounds = number.split(" to ?", -1);
        var quantity =
                bounds.length == 1
                        ? "\"quantity\":{\"value\":" + number
                        : "\"bounds\":{\"lower\":"
                                + bounds[0]
                                + (bounds[1].isEmpty() ? "" : ",\"upper\":" + bounds[1]);
        return """
        {"property":"lsp:sinteringTemperature","basis":"Recorded",%s,"unit":"%s"}}\
        """
                .formatted(quantity, text.substring(unit + 1));
    }
}
