package dev.lodestone.query.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.Because;
import dev.lodestone.events.RecordId;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.impact.Dependent.Sort;
import dev.lodestone.query.learning.CathodeLab;
import dev.lodestone.query.learning.CathodeLab.Learned;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class ImpactTest {
    private Path template;
    private Learned learned;
    private CathodeLab lab;

    @BeforeAll
    void learn(@TempDir Path directory) {
        template = directory;
        try (var first = new CathodeLab(directory, 20)) {
            learned = first.learned();
        }
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = CathodeLab.copyOf(template, directory);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aSinteringReachesTheModelTrainedOnWhatWasMeasuredAfterIt() {
        var counts = impact(lab.queries()).each(event(trained()), _ -> {});
        assertThat(counts)
                .containsEntry(Sort.SAMPLE, 1L)
                .containsEntry(Sort.TRAINING_SET, 1L)
                .containsEntry(Sort.MODEL, 1L)
                .containsEntry(Sort.PREDICTION, (long) learned.predictions().size());
    }

    @Test
    void aSinteringOfAHeldOutSampleReachesItsOwnPredictionsAndNoModel() {
        var counts = impact(lab.queries()).each(event(heldOut()), _ -> {});
        assertThat(counts).doesNotContainKeys(Sort.TRAINING_SET, Sort.MODEL);
        assertThat(counts).containsKeys(Sort.VALUE, Sort.PREDICTION);
    }

    @Test
    void eachIsToldWithTheWayItHangsOnTheEvent() {
        var all = new ArrayList<Dependent>();
        impact(lab.queries()).each(event(trained()), all::add);
        assertThat(all)
                .allSatisfy(dependent -> {
                    assertThat(dependent.path().getFirst()).isEqualTo(iri(trained()));
                    assertThat(dependent.path().getLast()).isEqualTo(dependent.iri());
                });
        var model = all.stream().filter(d -> d.sort() == Sort.MODEL).findFirst().orElseThrow();
        assertThat(model.label()).isEqualTo("Forest");
        assertThat(model.path())
                .hasSize(4)
                .anySatisfy(iri -> assertThat(iri).contains("/datum/"))
                .anySatisfy(iri -> assertThat(iri).contains("/dataset/"));
    }

    @Test
    void theWalkAndTheCannedQueryAgreeOnWhatHolds() {
        var queries = lab.queries();
        for (int n : List.of(trained(), heldOut())) {
            var walked = new ArrayList<String>();
            impact(queries).each(event(n), d -> walked.add(d.iri()));
            var asked =
                    queries.ask(session ->
                            session.rows(
                                    "impact-of-event", Map.of("event", new Parameter.Iri(iri(n)))));
            assertThat(asked).extracting((Row row) -> row.get("dependent")).isNotEmpty();
            assertThat(walked)
                    .containsExactlyInAnyOrderElementsOf(
                            asked.stream().map(row -> row.get("dependent")).toList());
        }
    }

    @Test
    void whatAModelWasTrainedOnIsFollowedAfterItsCorrection() {
        lab.correct(
                record(trained()),
                Because.ERROR,
                "read from the wrong line",
                CathodeLab.sintered(trained(), "777", 9));
        var counts = impact(lab.queries()).each(event(trained()), _ -> {});
        assertThat(counts)
                .containsEntry(Sort.MODEL, 1L)
                .containsEntry(Sort.PREDICTION, (long) learned.predictions().size());
    }

    @Test
    void aWithdrawnEventStillTellsWhatRestsOnIt() {
        lab.retract(record(trained()), Because.ERROR);
        var counts = impact(lab.queries()).each(event(trained()), _ -> {});
        assertThat(counts).containsEntry(Sort.MODEL, 1L);
    }

    @Test
    void everythingOfASourceRestsOnIt() {
        var counts = impact(lab.queries()).each("source/sheet", _ -> {});
        assertThat(counts)
                .containsEntry(Sort.SAMPLE, 20L)
                .containsEntry(Sort.PREDICTION, (long) learned.predictions().size());
    }

    @Test
    void pagesJoinedAreTheWhole() {
        var impact = impact(lab.queries());
        var whole = new ArrayList<Dependent>();
        impact.each(event(trained()), whole::add);
        var joined = new ArrayList<Dependent>();
        int after = 0;
        while (after >= 0) {
            var page = impact.page(event(trained()), after, 7, false);
            joined.addAll(page.dependents());
            after = page.next().orElse(-1);
        }
        assertThat(joined).isEqualTo(whole);
        var counted = impact.page(event(trained()), 0, 2, true);
        assertThat(counted.dependents()).hasSize(2);
        assertThat(counted.next()).hasValue(2);
        assertThat(
                        counted.counts().orElseThrow().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .isEqualTo(whole.size());
    }

    @Test
    void anUnknownThingIsSaidInWords() {
        assertThatThrownBy(() -> impact(lab.queries()).page("furnace-9", 0, 10, false))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("(furnace-9)")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aWordThatMeansSeveralThingsIsRefusedWithTheCandidates() {
        assertThatThrownBy(() ->
                        impact(lab.queries()).page(record(trained()).toString(), 0, 10, false))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("/event/")
                .hasMessageContaining("/record/");
    }

    private static Impact impact(GraphQueries queries) {
        return new Impact(queries, Iris.DEFAULT.base());
    }

    private int trained() {
        return number(learned.set().frozen().rows().getFirst().sample().value());
    }

    private int heldOut() {
        return number(learned.set().heldOutRows().getFirst().sample().value());
    }

    private static int number(String sample) {
        return Integer.parseInt(sample.substring("cathode-".length()));
    }

    private static RecordId record(int n) {
        return CathodeLab.recordId(n, "sintered");
    }

    private static String event(int n) {
        return "event/" + record(n);
    }

    private static String iri(int n) {
        return Iris.DEFAULT.base() + "/event/" + record(n);
    }
}
