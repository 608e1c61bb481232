package dev.lodestone.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.query.Json;
import dev.lodestone.query.history.Timeline.Life;
import dev.lodestone.query.history.Timeline.Moment;
import dev.lodestone.query.lab.FixtureLab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class SampleTimelineTest {
    private FixtureLab lab;
    private SampleTimeline timelines;

    @BeforeAll
    void open(@TempDir Path directory) {
        lab = new FixtureLab(directory);
        timelines = new SampleTimeline(lab.queries(), FixtureLab.BASE);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void eventsStandInLabOrderWithTheStatesBetweenThem() {
        var life = only(timelines.of("A", false));
        assertThat(life.stages())
                .extracting(stage ->
                        stage.state().orElseThrow()
                                + " "
                                + stage.begins().orElseThrow().event().what())
                .containsExactly(
                        "0 aliquoting",
                        "1 ball milling",
                        "2 storage",
                        "3 sintering",
                        "4 transport",
                        "5 mixing");
    }

    @Test
    void aMeasurementHangsOnTheStateItWasMadeOnWithItsValues() {
        var sintered = only(timelines.of("A", false)).stages().get(3);
        assertThat(sintered.iri())
                .hasValueSatisfying(iri -> assertThat(iri).endsWith(FixtureLab.id(9)));
        assertThat(sintered.during()).hasSize(1);
        assertThat(sintered.during().getFirst().event().results())
                .extracting(ShownValue::shown)
                .containsExactly("205.1 mAh/g");
    }

    @Test
    void fromWhereToWhereASampleWentIsToldAndIsNoDoubt() {
        var transport = only(timelines.of("A", false)).stages().get(4).begins().orElseThrow();
        assertThat(transport.event().details()).containsExactly("from Bremen", "to Freiburg");
        assertThat(transport.event().notes()).isEmpty();
        var text = new SampleHistory(lab.queries(), FixtureLab.BASE).of("A").text();
        assertThat(text).contains("       from Bremen\n").doesNotContain("! from");
    }

    @Test
    void labTimesAreSaidAsExactlyAsTheyAreKnown() {
        var a = timelines.of("A", false).moments();
        assertThat(a)
                .extracting(moment -> moment.labTime().words())
                .containsExactly(
                        "on 2025-01-06",
                        "at 2025-01-08T08:00:00Z",
                        "on 2025-01-10",
                        "from 2025-01-14T08:00:00Z to 2025-01-14T20:00:00Z",
                        "on 2025-01-17",
                        "in 2025-02",
                        "on 2025-03-10");
        var undated = timelines.of("M", false).moments().getLast();
        assertThat(undated.labTime().words()).isEqualTo("time not known");
        assertThat(undated.event().position()).isEqualTo(16);
    }

    @Test
    void whatWasRecordedAfterSomethingLaterIsMarkedAsLate() {
        var a = timelines.of("A", false);
        assertThat(a.moments().stream().filter(Moment::late).toList())
                .singleElement()
                .satisfies(late -> {
                    assertThat(late.event().position()).isEqualTo(18);
                    assertThat(late.recordedAfter()).contains(9L);
                });
        assertThat(a.text())
                .contains(
                        "recorded late, at position 18: what comes after it was known from position 9");
        assertThat(new SampleTimeline(lab.asOf(17), FixtureLab.BASE).of("A", false).moments())
                .noneMatch(Moment::late);
    }

    @Test
    void aCorrectionIsNotLate() {
        var sintering = only(timelines.of("A", false)).stages().get(3).begins().orElseThrow();
        assertThat(sintering.event().position()).isEqualTo(17);
        assertThat(sintering.recorded()).isEqualTo(9);
        assertThat(sintering.late()).isFalse();
    }

    @Test
    void anOrderThatRestsOnATieIsMarked() {
        // A day without a zone lasts 50 hours: the 5th and the 6th overlap.
        assertThat(timelines.of("P", false).text()).contains("its place in the order is assumed");
        assertThat(timelines.of("A", false).text()).doesNotContain("order is assumed");
    }

    @Test
    void whatWasPlannedStandsBesideWhatWasDone() {
        var timeline = timelines.of("A", false);
        var sintering = only(timeline).stages().get(3).begins().orElseThrow();
        assertThat(sintering.planned().orElseThrow().off())
                .singleElement()
                .satisfies(off -> {
                    assertThat(off.planned()).isEqualTo("850 °C");
                    assertThat(off.actual()).isEqualTo("900 °C");
                    assertThat(off.by()).isEqualTo(", off by 50 °C (4.452 %)");
                });
        assertThat(timeline.plans()).hasSize(1);
        assertThat(timeline.plans().getFirst().steps())
                .extracting(step ->
                        step.step() + " " + step.event().isPresent() + " " + step.off().size())
                .containsExactly("mill true 0", "sinter true 1", "anneal false 0", "cycle true 0");
        assertThat(timeline.text())
                .contains("planned as step sinter of Recipe 1")
                .contains("anneal (annealing): not recorded of this sample or what it was made of");
    }

    @Test
    void aTargetOfWhichNothingIsRecordedIsNotOffThePlan(@TempDir Path directory) {
        try (var other = new FixtureLab(directory)) {
            other.record(
                    """
                    {"type":"SampleProcessed","version":1,"occurrence":{"executes":{"workflow":"recipe-1","step":"anneal"}},\
                    "participants":{"samples":["A"]},"process":"lsk:Annealing"}
                    """);
            var timeline = new SampleTimeline(other.queries(), FixtureLab.BASE).of("A", false);
            var anneal = timeline.plans().getFirst().steps().get(2);
            assertThat(anneal.event()).isPresent();
            assertThat(anneal.off()).isEmpty();
            assertThat(anneal.unknown())
                    .containsExactly("annealing temperature is not recorded; planned 500 °C");
            assertThat(timeline.text())
                    .contains("not known: annealing temperature is not recorded");
        }
    }

    @Test
    void theAncestorsComeFirstEachUpToWhereTheLineLeftIt() {
        var timeline = timelines.of("M", true);
        assertThat(timeline.lives())
                .extracting(Life::label)
                .containsExactlyInAnyOrder("P", "A", "Q", "M")
                .containsSubsequence("P", "A", "M")
                .containsSubsequence("Q", "M");
        var p = life(timeline, "P");
        assertThat(p.until())
                .hasValueSatisfying(event -> assertThat(event).endsWith(FixtureLab.id(6)));
        assertThat(life(timeline, "A").stages().getLast().begins().orElseThrow().event().what())
                .isEqualTo("mixing");
        assertThat(timelines.of("A", true).lives())
                .extracting(Life::label)
                .containsExactly("P", "A");
        assertThat(Json.write(timeline)).contains("\"recordedAfter\" : 9");
    }

    @Test
    void whatHappensToAnAncestorAfterTheSplitIsNotTold(@TempDir Path directory) {
        try (var other = FixtureLab.empty(directory)) {
            var bench = other.lab();
            var first = bench.sample("g0");
            bench.split(LabTime.order(1), first, "g1");
            bench.sinter(LabTime.order(2), "850", first);
            for (int i = 1; i < 12; i++) {
                bench.split(LabTime.order(2 * i + 1), new SampleId("g" + i), "g" + (i + 1));
            }
            var long12 = new SampleTimeline(other.queries(), FixtureLab.BASE).of("g12", true);
            assertThat(long12.lives()).hasSize(13);
            assertThat(long12.lives().subList(0, 12))
                    .allSatisfy(life -> assertThat(life.until()).isPresent());
            assertThat(long12.moments())
                    .extracting(moment -> moment.event().kind())
                    .doesNotContain("lsk:Sintering");
            assertThat(
                            new SampleTimeline(other.queries(), FixtureLab.BASE)
                                    .of("g0", true)
                                    .moments())
                    .extracting(moment -> moment.event().kind())
                    .contains("lsk:Sintering");
        }
    }

    @Test
    void ofAWideSplitAFewAreNamedAndAllCounted(@TempDir Path directory) {
        try (var other = FixtureLab.empty(directory)) {
            var bench = other.lab();
            bench.split(LabTime.order(1), bench.sample("lot"), "a", "b", "c", "d", "e");
            var timeline = new SampleTimeline(other.queries(), FixtureLab.BASE).of("a", true);
            var split = timeline.moments().get(1);
            assertThat(split.related()).containsEntry("gave", 5L);
            assertThat(split.event().related()).hasSize(3);
            assertThat(timeline.text())
                    .contains("gave a, b, c and 2 more", "sister b, c, d and 1 more");
        }
    }

    private static Life only(Timeline timeline) {
        assertThat(timeline.lives()).hasSize(1);
        return timeline.lives().getFirst();
    }

    private static Life life(Timeline timeline, String label) {
        return timeline.lives().stream()
                .filter(life -> life.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
