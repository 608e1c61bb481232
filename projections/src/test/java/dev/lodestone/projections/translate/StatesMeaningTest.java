package dev.lodestone.projections.translate;

import static dev.lodestone.projections.translate.SmallGraph.IRIS;
import static dev.lodestone.projections.translate.SmallGraph.MONDAY;
import static dev.lodestone.projections.translate.SmallGraph.TUESDAY;
import static dev.lodestone.projections.translate.SmallGraph.WEDNESDAY;
import static dev.lodestone.projections.translate.SmallGraph.datum;
import static dev.lodestone.projections.translate.SmallGraph.event;
import static dev.lodestone.projections.translate.SmallGraph.graph;
import static dev.lodestone.projections.translate.SmallGraph.says;
import static dev.lodestone.projections.translate.SmallGraph.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the graph says of the states of samples and their order, on small logs.
class StatesMeaningTest {
    @TempDir Path directory;

    private void inALab(Consumer<Lab> work) {
        try (var lab = Lab.in(directory)) {
            work.accept(lab);
        }
    }

    @Test
    void aMeasurementHangsOnTheStateItFoundAndMakesNone() {
        inALab(lab -> {
            var a = lab.sample("A");
            var sintered = lab.sinter(MONDAY, "850", a);
            var measured = lab.measure(TUESDAY, "205.1", a);
            lab.sinter(WEDNESDAY, "900", a);
            assertThat(graph(lab))
                    .contains(
                            says(datum(measured, 2), "ls:onState", state(a, sintered)),
                            says(event(measured), "prov:used", state(a, sintered)))
                    .doesNotContain(says(state(a, measured), "rdf:type", "ls:SampleState"));
        });
    }

    @Test
    void whatIsRecordedLateTakesItsPlaceInLabTime() {
        inALab(lab -> {
            var a = lab.sample("A");
            var second = lab.sinter(TUESDAY, "900", a);
            var measured = lab.measure(WEDNESDAY, "205.1", a);
            var first = lab.sinter(MONDAY, "850", a);
            assertThat(graph(lab))
                    .contains(
                            says(state(a, second), "ls:previousState", state(a, first)),
                            says(datum(measured, 2), "ls:onState", state(a, second)),
                            says(IRIS.of(a), "ls:currentState", state(a, second)));
        });
    }

    @Test
    void anUndatedMeasurementRestsOnATieAndSaysSo() {
        inALab(lab -> {
            var a = lab.sample("A");
            var sintered = lab.sinter(MONDAY, "850", a);
            var undated = lab.measure(LabTime.UNKNOWN, "205.1", a);
            var dated = lab.measure(TUESDAY, "171", a);
            assertThat(graph(lab))
                    .contains(
                            says(event(undated), "ls:orderAssumed", IRIS.of(a)),
                            says(datum(undated, 2), "ls:onState", state(a, sintered)))
                    .doesNotContain(
                            says(event(dated), "ls:orderAssumed", IRIS.of(a)),
                            says(event(sintered), "ls:orderAssumed", IRIS.of(a)));
        });
    }

    @Test
    void aMeasurementBetweenTwoStatesOfUnknownOrderHangsByTheOrderOfRecordingAndAllSaySo() {
        inALab(lab -> {
            var a = lab.sample("A");
            var first = lab.sinter(LabTime.UNKNOWN, "850", a);
            var measured = lab.measure(LabTime.UNKNOWN, "205.1", a);
            var second = lab.sinter(LabTime.UNKNOWN, "900", a);
            var assumed = says(event(measured), "ls:orderAssumed", IRIS.of(a));
            assertThat(graph(lab))
                    .contains(
                            says(datum(measured, 2), "ls:onState", state(a, first)),
                            says(event(first), "ls:orderAssumed", IRIS.of(a)),
                            says(event(second), "ls:orderAssumed", IRIS.of(a)),
                            assumed);
            // A word that puts it after the second moves it there.
            lab.correct(
                    measured,
                    Lab.cycling(
                            LabTime.UNKNOWN.withAfter(new EventId(second.value())),
                            "205.1",
                            Effect.NONE,
                            HowKnown.MEASURED,
                            a));
            assertThat(graph(lab))
                    .filteredOn(s -> s.predicate().endsWith("onState"))
                    .extracting(s -> s.object())
                    .containsExactly(Nodes.iri(state(a, second)));
        });
    }

    @Test
    void aWordOfAfterMakesAnOrderKnown() {
        inALab(lab -> {
            var a = lab.sample("A");
            var sintered = lab.sinter(MONDAY, "850", a);
            var measured =
                    lab.measure(
                            LabTime.UNKNOWN.withAfter(new EventId(sintered.value())), "205.1", a);
            assertThat(graph(lab))
                    .doesNotContain(says(event(measured), "ls:orderAssumed", IRIS.of(a)));
        });
    }

    @Test
    void contradictingWordsLoseTheLatestRecorded() {
        inALab(lab -> {
            var a = lab.sample("A");
            var tuesday = lab.sinter(TUESDAY, "850", a);
            var monday = lab.sinter(MONDAY.withAfter(new EventId(tuesday.value())), "900", a);
            assertThat(graph(lab))
                    .contains(
                            says(event(monday), "ls:orderConflict", IRIS.of(a)),
                            says(IRIS.of(a), "ls:finding", "lsk:LabOrderCycle"),
                            says(state(a, tuesday), "ls:previousState", state(a, monday)));
        });
    }

    @Test
    void aBlankMayTurnOutToBeCutFromAnother() {
        inALab(lab -> {
            var x = lab.sample("X");
            var blank = lab.sample("blank");
            var measured = lab.measure(TUESDAY, "205.1", blank);
            var cut = lab.split(MONDAY, x, "blank");
            assertThat(graph(lab))
                    .contains(
                            says(IRIS.of(blank), "ls:derivedFromSample", IRIS.of(x)),
                            says(IRIS.of(blank), "ls:finding", "lsk:LateLineage"),
                            says(state(blank, cut), "prov:wasGeneratedBy", event(cut)),
                            says(datum(measured, 2), "ls:onState", state(blank, cut)))
                    .filteredOn(s -> s.subject().startsWith(IRIS.base() + "/state/blank/"))
                    .noneMatch(s -> s.predicate().endsWith("previousState"));
        });
    }

    @Test
    void whatComesAfterTheEndIsKeptWithAFinding() {
        inALab(lab -> {
            var a = lab.sample("A");
            var measured = lab.measure(WEDNESDAY, "205.1", a);
            lab.destroy(TUESDAY, a);
            assertThat(graph(lab))
                    .contains(
                            says(event(measured), "ls:afterEndOf", IRIS.of(a)),
                            says(IRIS.of(a), "ls:finding", "lsk:AfterDestruction"),
                            says(IRIS.of(a), "ls:lifecycle", "lsk:Destroyed"))
                    .noneMatch(s -> s.predicate().endsWith("currentState"));
        });
    }

    @Test
    void aTakingLearnedLateThatLeavesTooLittleIsAFindingUntilItIsCorrected() {
        inALab(lab -> {
            var lot = new SampleId("lot");
            lab.record(
                    new SampleRegistered(
                            Occurrence.UNKNOWN,
                            List.of(SampleDescription.of(lot).amounting(grams("10")))));
            var tuesday = lab.record(aliquot(TUESDAY, lot, "a", "8"));
            var monday = lab.record(aliquot(MONDAY, lot, "b", "6"));
            assertThat(graph(lab))
                    .contains(
                            says(event(tuesday), "ls:overdraws", IRIS.of(lot)),
                            says(IRIS.of(lot), "ls:finding", "lsk:Overdrawn"))
                    .doesNotContain(says(event(monday), "ls:overdraws", IRIS.of(lot)));
            lab.correct(monday, aliquot(MONDAY, lot, "b", "2"));
            assertThat(graph(lab))
                    .doesNotContain(
                            says(event(tuesday), "ls:overdraws", IRIS.of(lot)),
                            says(IRIS.of(lot), "ls:finding", "lsk:Overdrawn"));
        });
    }

    private static SampleSplit aliquot(LabTime when, SampleId parent, String part, String grams) {
        return new SampleSplit(
                Occurrence.at(when),
                parent,
                List.of(SampleDescription.of(new SampleId(part)).amounting(grams(grams))),
                false,
                Term.of("lsk:Aliquoting"),
                List.of());
    }

    private static Quantity grams(String number) {
        return Quantity.of(number, Term.of("unit:GM"));
    }

    @Test
    void aBlendComesFromTheStatesItsInputsWereIn() {
        inALab(lab -> {
            var a = lab.sample("A");
            var b = lab.sample("B");
            var sintered = lab.sinter(MONDAY, "850", a);
            var blended = lab.merge(TUESDAY, "M", a, b);
            assertThat(graph(lab))
                    .contains(
                            says(
                                    state(new SampleId("M"), blended),
                                    "prov:wasDerivedFrom",
                                    state(a, sintered)),
                            says(IRIS.of(a), "ls:lifecycle", "lsk:Consumed"));
        });
    }

    @Test
    void threeEventsEachAfterTheNextLoseTheLatestWord() {
        inALab(lab -> {
            var a = lab.sample("A");
            var ids = Stream.generate(lab.intake()::newId).limit(3).toList();
            for (int i = 0; i < 3; i++) {
                var later = LabTime.UNKNOWN.withAfter(new EventId(ids.get((i + 1) % 3).value()));
                lab.record(Draft.of(ids.get(i), Lab.sintering(later, "850", Participants.of(a))));
            }
            // The third closed the ring: its word is dropped, so it is first, then the second.
            assertThat(graph(lab))
                    .contains(
                            says(event(ids.get(2)), "ls:orderConflict", IRIS.of(a)),
                            says(IRIS.of(a), "ls:finding", "lsk:LabOrderCycle"),
                            says(state(a, ids.get(1)), "ls:previousState", state(a, ids.get(2))),
                            says(state(a, ids.get(0)), "ls:previousState", state(a, ids.get(1))));
        });
    }

    @Test
    void aSampleDestroyedWhileItsPlateIsProcessedKeepsTheProcessing() {
        inALab(lab -> {
            var a = lab.sample("A");
            var b = lab.sample("B");
            var plate = lab.plate("plate", a, b);
            var run =
                    LabTime.between(
                            Instant.parse("2025-03-03T08:00:00Z"),
                            Instant.parse("2025-03-03T20:00:00Z"));
            var sintered =
                    lab.record(
                            Lab.sintering(
                                    run, "850", Participants.of(new ContainerId("plate"), plate)));
            var destroyed = lab.destroy(LabTime.at(Instant.parse("2025-03-03T12:00:00Z")), a);
            // Neither is known to be first: the order of recording stands, and is marked.
            assertThat(graph(lab))
                    .contains(
                            says(state(a, sintered), "rdf:type", "ls:SampleState"),
                            says(event(destroyed), "ls:orderAssumed", IRIS.of(a)),
                            says(IRIS.of(a), "ls:lifecycle", "lsk:Destroyed"),
                            says(IRIS.of(b), "ls:currentState", state(b, sintered)));
        });
    }

    @Test
    void theChildrenOfASampleWhoseBirthWasWithdrawnStay() {
        inALab(lab -> {
            var a = new SampleId("A");
            var birth =
                    lab.record(
                            new SampleRegistered(
                                    Occurrence.UNKNOWN, List.of(SampleDescription.of(a))));
            var cut = lab.split(MONDAY, a, "part");
            lab.retract(birth);
            var part = new SampleId("part");
            assertThat(graph(lab))
                    .contains(
                            says(IRIS.of(part), "ls:derivedFromSample", IRIS.of(a)),
                            says(state(part, cut), "prov:wasGeneratedBy", event(cut)))
                    .doesNotContain(says(event(birth), "ls:onSample", IRIS.of(a)));
        });
    }
}
