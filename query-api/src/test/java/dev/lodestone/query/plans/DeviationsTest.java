package dev.lodestone.query.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Occurrence.PlanStep;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.PlanEvent.WorkflowPlanned.Step;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.WorkflowId;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.history.Deviation;
import dev.lodestone.query.plans.PlanDeviations.Done;
import dev.lodestone.query.plans.PlanDeviations.Run;
import dev.lodestone.query.plans.PlanDeviations.Status;
import dev.lodestone.query.plans.PlanDeviations.StepRun;
import dev.lodestone.query.sparql.GraphedLab;
import dev.lodestone.query.sparql.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviationsTest {
    private static final String PLAN = "cathode-recipe";

    private GraphedLab lab;
    private SampleId powder;
    private RecordId planned;

    @BeforeEach
    void plan(@TempDir Path directory) {
        lab = new GraphedLab(directory, 1);
        powder = lab.lab().sample("P");
        planned = lab.lab().record(recipe("850"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    /// Mill, then sinter, then anneal.
    private static WorkflowPlanned recipe(String celsius) {
        return new WorkflowPlanned(
                Occurrence.UNKNOWN,
                new WorkflowId(PLAN),
                "A cathode",
                true,
                List.of(),
                List.of(),
                List.of(
                        step("mill", "BallMilling", List.of()),
                        step(
                                "sinter",
                                "Sintering",
                                List.of("mill"),
                                "sinteringTemperature=" + celsius + " DEG_C",
                                "sinteringTime=12 HR"),
                        step("anneal", "Annealing", List.of("sinter"))));
    }

    private static Step step(String name, String kind, List<String> after, String... targets) {
        return new Step(
                name,
                Optional.of(Term.of("lsk:" + kind)),
                after,
                GraphedLab.values(targets),
                Optional.empty());
    }

    @Test
    void aPlanFollowedToTheLetterHasNoDeviationWhateverTheUnits() {
        mill(1, powder);
        sinter(2, powder, "1123.15 K", "720 MIN");
        anneal(3, powder);
        var run = only(ask("P", 0));
        assertThat(run.steps())
                .extracting(step -> step.label() + " " + step.status())
                .containsExactly("mill EXECUTED", "sinter EXECUTED", "anneal EXECUTED");
        assertThat(run.steps())
                .flatExtracting(StepRun::executions)
                .allSatisfy(done -> {
                    assertThat(done.deviations()).isEmpty();
                    assertThat(done.unknown()).isEmpty();
                    assertThat(done.outOfOrder()).isEmpty();
                    assertThat(done.otherKind()).isEmpty();
                });
    }

    @Test
    void valuesOffThePlanAreToldBeyondTheShareAsked() {
        sinter(1, powder, "900 DEG_C", "12.1 HR");
        var all = done(only(ask("P", 0)), "sinter").deviations();
        assertThat(all)
                .extracting(off -> off.label() + " " + off.percent().orElseThrow())
                .containsExactlyInAnyOrder("sintering temperature 4.452", "sintering time 0.8333");
        assertThat(done(only(ask("P", 1)), "sinter").deviations())
                .extracting(Deviation::actual)
                .containsExactly("900 °C");
        assertThat(done(only(ask("P", 5)), "sinter").deviations()).isEmpty();
        assertThat(ask("P", 1).text())
                .contains(
                        "! sintering temperature 900 °C instead of 850 °C, off by 50 °C (4.452 %)");
    }

    @Test
    void whatIsNotRecordedOrOnlyAssumedIsSaidAndNotCompared() {
        lab.execute(
                LabTime.order(1),
                PLAN,
                "sinter",
                "Sintering",
                powder,
                "sinteringTemperature=990 DEG_C as Assumed");
        var done = done(only(ask("P", 0)), "sinter");
        assertThat(done.deviations()).isEmpty();
        assertThat(done.unknown())
                .containsExactlyInAnyOrder(
                        "sintering temperature is only assumed; planned 850 °C",
                        "sintering time is not recorded; planned 12 h");
    }

    @Test
    void aStepIsSkippedOnlyIfOnePlannedAfterItWasCarriedOut() {
        mill(1, powder);
        anneal(2, powder);
        assertThat(statuses(only(ask("P", 0))))
                .containsExactly(Status.EXECUTED, Status.SKIPPED, Status.EXECUTED);
        var other = lab.lab().sample("Q");
        mill(3, other);
        assertThat(statuses(only(ask("Q", 0))))
                .containsExactly(Status.EXECUTED, Status.OPEN, Status.OPEN);
        assertThat(ask("P", 0).text()).contains("SKIPPED  sinter");
    }

    @Test
    void aStepCarriedOutBeforeOneItShouldFollowIsOutOfOrder() {
        sinter(1, powder, "850 DEG_C", "12 HR");
        mill(2, powder);
        anneal(3, powder);
        var run = only(ask("P", 0));
        assertThat(done(run, "sinter").outOfOrder()).containsExactly("mill");
        assertThat(done(run, "mill").outOfOrder()).isEmpty();
        assertThat(done(run, "anneal").outOfOrder()).isEmpty();
    }

    @Test
    void aStepDoneAgainLaterIsNotOutOfOrder() {
        mill(1, powder);
        sinter(2, powder, "850 DEG_C", "12 HR");
        mill(3, powder);
        var run = only(ask("P", 0));
        assertThat(run.steps().getFirst().executions()).hasSize(2);
        assertThat(done(run, "sinter").outOfOrder()).isEmpty();
    }

    @Test
    void anotherKindThanPlannedIsTold() {
        lab.execute(LabTime.order(1), PLAN, "anneal", "Sintering", powder);
        assertThat(done(only(ask("P", 0)), "anneal").otherKind()).contains("annealing");
    }

    @Test
    void whatWasDoneToTheParentBeforeTheCutCountsForThePartAndIsToldOnce() {
        mill(1, powder);
        lab.lab().split(LabTime.order(2), powder, "A", "B");
        sinter(3, new SampleId("A"), "850 DEG_C", "12 HR");
        anneal(4, powder);
        assertThat(statuses(only(ask("A", 0))))
                .containsExactly(Status.EXECUTED, Status.EXECUTED, Status.OPEN);
        assertThat(ask(PLAN, 0).runs())
                .extracting(run -> run.label().orElse("-") + statuses(run))
                .containsExactlyInAnyOrder(
                        "P[EXECUTED, SKIPPED, EXECUTED]", "A[EXECUTED, EXECUTED, OPEN]");
        mill(5, lab.lab().sample("Q"));
        lab.lab().split(LabTime.order(6), new SampleId("Q"), "C");
        sinter(7, new SampleId("C"), "850 DEG_C", "12 HR");
        assertThat(ask(PLAN, 0).runs())
                .extracting(run -> run.label().orElse("-"))
                .containsExactlyInAnyOrder("P", "A", "C");
    }

    @Test
    void aCorrectedPlanOrExecutionIsHeldAnew() {
        sinter(1, powder, "900 DEG_C", "12 HR");
        var corrected = sinter(2, lab.lab().sample("Q"), "700 DEG_C", "12 HR");
        lab.lab()
                .correct(
                        corrected,
                        GraphedLab.execution(
                                LabTime.order(2),
                                PLAN,
                                "sinter",
                                "Sintering",
                                new SampleId("Q"),
                                "sinteringTemperature=850 DEG_C",
                                "sinteringTime=12 HR"));
        assertThat(done(only(ask("Q", 0)), "sinter").deviations()).isEmpty();
        lab.lab().correct(planned, recipe("900"));
        assertThat(done(only(ask("P", 0)), "sinter").deviations()).isEmpty();
        assertThat(done(only(ask("Q", 0)), "sinter").deviations()).hasSize(1);
    }

    @Test
    void aStepThePlanDoesNotHaveIsToldApart() {
        lab.execute(LabTime.order(1), PLAN, "polish", "Annealing", powder);
        var run = only(ask("P", 0));
        assertThat(run.strays()).extracting(Done::what).containsExactly("annealing");
        assertThat(statuses(run)).containsOnly(Status.OPEN);
        assertThat(ask(PLAN, 0).text()).contains("not in the plan");
    }

    @Test
    void aPlanThatNobodyFollowedIsOpen() {
        assertThat(statuses(only(ask("workflow/" + PLAN, 0)))).containsOnly(Status.OPEN);
        assertThat(ask("P", 0).runs()).isEmpty();
    }

    @Test
    void whatWasCarriedOutOnNoSampleIsToldApart() {
        var material = new MaterialId("LiCoO2");
        lab.lab()
                .record(
                        new MaterialRegistered(
                                Occurrence.UNKNOWN,
                                material,
                                Optional.of("LiCoO2"),
                                List.of(),
                                Optional.empty()));
        lab.lab()
                .record(
                        new SimulationPerformed(
                                new Occurrence(
                                        LabTime.UNKNOWN,
                                        List.of(),
                                        List.of(),
                                        Outcome.SUCCESS,
                                        Optional.empty(),
                                        Optional.of(new PlanStep(new WorkflowId(PLAN), "anneal"))),
                                Subject.of(material),
                                Term.of("lsk:DFT"),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
        var run = only(ask(PLAN, 0));
        assertThat(run.sample()).isEmpty();
        assertThat(done(run, "anneal").otherKind()).contains("annealing");
    }

    @Test
    void theCannedQueryAgreesOnWhatIsOffThePlan() {
        mill(1, powder);
        sinter(2, powder, "900 DEG_C", "12 HR");
        var rows =
                lab.queries()
                        .ask(session ->
                                session.rows(
                                        "plan-deviations",
                                        Map.of(
                                                "plan",
                                                new Parameter.Iri(
                                                        GraphedLab.BASE + "/workflow/" + PLAN),
                                                "percent",
                                                new Parameter.Real(1))));
        assertThat(rows)
                .extracting(row ->
                        "%s %s %.3f"
                                .formatted(
                                        row.get("label"),
                                        row.get("status"),
                                        row.number("off").map(Number::doubleValue).orElse(0.0)))
                .containsExactly(
                        "anneal skipped 0.000", "mill executed 0.000", "sinter off plan 4.452");
    }

    @Test
    void aWordThatMeansNothingOrTwoThingsIsRefused() {
        assertThatThrownBy(() -> ask("nothing", 0))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("(nothing)")
                .hasMessageContaining("Maybe");
        lab.lab().sample(PLAN);
        assertThatThrownBy(() -> ask(PLAN, 0))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("/sample/" + PLAN);
        assertThat(ask("A cathode", 0).of()).endsWith("/workflow/" + PLAN);
        assertThatThrownBy(() -> ask("P", -1)).isInstanceOf(Incorrect.class);
    }

    private RecordId mill(int order, SampleId sample) {
        return lab.execute(LabTime.order(order), PLAN, "mill", "BallMilling", sample);
    }

    private RecordId sinter(int order, SampleId sample, String temperature, String time) {
        return lab.execute(
                LabTime.order(order),
                PLAN,
                "sinter",
                "Sintering",
                sample,
                "sinteringTemperature=" + temperature,
                "sinteringTime=" + time);
    }

    private RecordId anneal(int order, SampleId sample) {
        return lab.execute(LabTime.order(order), PLAN, "anneal", "Annealing", sample);
    }

    private PlanDeviations ask(String word, double beyond) {
        return new Deviations(lab.queries(), GraphedLab.BASE).of(word, beyond);
    }

    private static Run only(PlanDeviations told) {
        assertThat(told.runs()).hasSize(1);
        return told.runs().getFirst();
    }

    private static List<Status> statuses(Run run) {
        return run.steps().stream().map(StepRun::status).toList();
    }

    private static Done done(Run run, String label) {
        return run.steps().stream()
                .filter(step -> step.label().equals(label))
                .findFirst()
                .orElseThrow()
                .executions()
                .getFirst();
    }
}
