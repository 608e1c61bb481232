package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Draft;
import dev.lodestone.events.EventId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleEvent.SampleStored;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.SourceRef;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The states of a sample follow each other as in the lab, and its records as they arrived,
/// whatever is known of when: four steps, recorded in every order.
class LabTimeArrivalTest {
    private static final Iris IRIS = Iris.DEFAULT;
    private static final int STEPS = 4;

    @TempDir Path directory;

    /// @param times in the order of the lab
    /// @param known whether they tell that order; else the order of arrival stands, and is marked
    record Known(String how, List<LabTime> times, boolean known) {}

    static Stream<Arguments> kinds() {
        var zero = Instant.parse("2025-03-03T08:00:00Z");
        return Stream.of(
                        new Known("an instant", each(i -> LabTime.at(zero.plusSeconds(i))), true),
                        new Known(
                                "a from-to",
                                each(i ->
                                        LabTime.between(
                                                zero.plusSeconds(10L * i),
                                                zero.plusSeconds(10L * i + 9))),
                                true),
                        new Known(
                                "a date, two days apart",
                                each(i -> LabTime.on(LocalDate.of(2025, 3, 1 + 3 * i))),
                                true),
                        new Known(
                                "a month, one between",
                                each(i -> LabTime.in(YearMonth.of(2025, 1 + 2 * i))),
                                true),
                        new Known(
                                "a year, one between",
                                each(i -> LabTime.in(Year.of(2015 + 2 * i))),
                                true),
                        new Known(
                                "after the one before",
                                each(i ->
                                        i == 0
                                                ? LabTime.UNKNOWN
                                                : LabTime.UNKNOWN.withAfter(event(i - 1))),
                                true),
                        new Known(
                                "before the one after",
                                each(i ->
                                        i == STEPS - 1
                                                ? LabTime.UNKNOWN
                                                : LabTime.UNKNOWN.withBefore(event(i + 1))),
                                true),
                        new Known("an order number", each(LabTime::order), true),
                        new Known(
                                "a mixture",
                                List.of(
                                        LabTime.in(Year.of(2020)),
                                        LabTime.between(zero, zero.plusSeconds(60)),
                                        LabTime.UNKNOWN.withAfter(event(1)),
                                        LabTime.in(YearMonth.of(2025, 6)).withAfter(event(2))),
                                true),
                        new Known("nothing", each(_ -> LabTime.UNKNOWN), false),
                        new Known(
                                "the same day",
                                each(_ -> LabTime.on(LocalDate.of(2025, 3, 3))),
                                false))
                .map(known -> Arguments.of(known.how, known));
    }

    private static List<LabTime> each(java.util.function.IntFunction<LabTime> time) {
        return java.util.stream.IntStream.range(0, STEPS).mapToObj(time).toList();
    }

    private static RecordId record(int step) {
        return new RecordId(Uuids.named("step", Integer.toString(step)));
    }

    private static EventId event(int step) {
        return new EventId(record(step).value());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void statesFollowTheLabAndRecordsTheLogInWhateverOrderTheyArrive(String how, Known known)
            throws Exception {
        int n = 0;
        for (var arrival : permutations(STEPS)) {
            var place = Files.createDirectories(directory.resolve("arrival-" + n++));
            try (var lab = Lab.in(place)) {
                var sample = lab.sample("S");
                for (int step : arrival) {
                    lab.intake().record(List.of(draft(step, known.times.get(step), sample)));
                }
                check(graph(lab), sample, known, arrival);
            }
        }
    }

    private static Draft draft(int step, LabTime time, SampleId sample) {
        return Draft.of(
                        record(step),
                        new SampleStored(
                                Occurrence.at(time),
                                Participants.of(sample),
                                Optional.empty(),
                                List.of()))
                .from(
                        new SourceRef(
                                new SourceId("book"),
                                Optional.empty(),
                                Optional.of("page " + step),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()));
    }

    private static void check(
            Set<Statement> graph, SampleId sample, Known known, List<Integer> arrival) {
        var expected = known.known ? List.of(0, 1, 2, 3) : arrival;
        for (int i = 0; i < STEPS; i++) {
            int step = expected.get(i);
            assertThat(one(graph, state(sample, step), "ls:sequence"))
                    .as("%s, arrived as %s", known.how, arrival)
                    .isEqualTo(Integer.toString(i + 1));
            if (i > 0) {
                assertThat(one(graph, state(sample, step), "ls:previousState"))
                        .isEqualTo(state(sample, expected.get(i - 1)));
            }
            assertThat(
                            graph.contains(
                                    new Statement(
                                            IRIS.of(event(step)),
                                            Namespaces.expand("ls:orderAssumed"),
                                            Nodes.iri(IRIS.of(sample)))))
                    .as("order assumed, %s, arrived as %s", known.how, arrival)
                    .isEqualTo(!known.known);
        }
        var positions = new ArrayList<Long>();
        var times = new ArrayList<String>();
        for (int step : arrival) {
            positions.add(Long.valueOf(one(graph, IRIS.of(record(step)), "ls:position")));
            times.add(one(graph, IRIS.of(record(step)), "ls:recordedAt"));
        }
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    private static String state(SampleId sample, int step) {
        return IRIS.state(sample, event(step));
    }

    private static String one(Set<Statement> graph, String subject, String predicate) {
        var found =
                graph.stream()
                        .filter(s -> s.subject().equals(subject))
                        .filter(s -> s.predicate().equals(Namespaces.expand(predicate)))
                        .map(s ->
                                switch (s.object()) {
                                    case Node.Resource(var iri) -> iri;
                                    case Node.Literal literal -> literal.lexical();
                                })
                        .toList();
        assertThat(found).as("%s %s", subject, predicate).hasSize(1);
        return found.getFirst();
    }

    private static Set<Statement> graph(Lab lab) {
        var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), IRIS);
        var graph = new HashSet<Statement>();
        for (long p = 0; p < lab.head().value(); p++) {
            var delta = meaning.delta(new LogPosition(p), new LogPosition(p + 1));
            graph.removeAll(delta.removed());
            graph.addAll(delta.added());
        }
        return graph;
    }

    private static List<List<Integer>> permutations(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var shorter : permutations(n - 1)) {
            for (int at = 0; at <= shorter.size(); at++) {
                var longer = new ArrayList<>(shorter);
                longer.add(at, n - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
