package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.CellRef;
import dev.lodestone.events.ContainerId;
import dev.lodestone.events.Draft;
import dev.lodestone.events.Effect;
import dev.lodestone.events.EventId;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the graph says of small logs, one rule at a time.
class LogMeaningTest {
    private static final Iris IRIS = Iris.DEFAULT;
    private static final LabTime MONDAY = LabTime.at(Instant.parse("2025-03-03T08:00:00Z"));
    private static final LabTime TUESDAY = LabTime.at(Instant.parse("2025-03-04T08:00:00Z"));
    private static final LabTime WEDNESDAY = LabTime.at(Instant.parse("2025-03-05T08:00:00Z"));

    @TempDir Path directory;

    private void inALab(Consumer<Lab> work) {
        try (var lab = Lab.in(directory)) {
            work.accept(lab);
        }
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

    private static Statement says(String subject, String predicate, String object) {
        return new Statement(
                subject,
                Namespaces.expand(predicate),
                Nodes.iri(object.startsWith("http") ? object : Namespaces.expand(object)));
    }

    private static Statement index(SampleId sample, String property, double si) {
        return new Statement(IRIS.of(sample), Namespaces.expand(property), Nodes.dbl(si));
    }

    private static String event(RecordId record) {
        return IRIS.of(new EventId(record.value()));
    }

    private static String state(SampleId sample, RecordId record) {
        return IRIS.state(sample, new EventId(record.value()));
    }

    private static String datum(RecordId record, int n) {
        return IRIS.of(new CellRef(record, n));
    }

    @Test
    void aSinteringAt850DegreesIsFoundAt1123Point15Kelvin() {
        inALab(lab -> {
            var a = lab.sample("A");
            var sintered = lab.sinter(MONDAY, "850", a);
            assertThat(graph(lab))
                    .contains(
                            index(a, "lsp:sinteringTemperature", 1123.15),
                            new Statement(
                                    datum(sintered, 1),
                                    Namespaces.expand("ls:valueSI"),
                                    Nodes.dbl(1123.15)),
                            new Statement(
                                    datum(sintered, 1),
                                    Namespaces.expand("ls:asRecorded"),
                                    Nodes.text("850")));
        });
    }

    @Test
    void aSinteringAt110DegreesIsKeptAndFlagged() {
        inALab(lab -> {
            var a = lab.sample("A");
            var sintered = lab.sinter(MONDAY, "110", a);
            assertThat(graph(lab))
                    .contains(
                            index(a, "lsp:sinteringTemperature", 383.15),
                            says(datum(sintered, 1), "ls:finding", "lsk:OutOfPlausibleRange"));
        });
    }

    @Test
    void anImputedValueGivesNoIndexTriple() {
        inALab(lab -> {
            var a = lab.sample("A");
            var measured =
                    lab.record(Lab.cycling(MONDAY, "205.1", Effect.NONE, HowKnown.IMPUTED, a));
            assertThat(graph(lab))
                    .contains(says(datum(measured, 2), "rdf:type", "ls:ImputedValue"))
                    .doesNotContain(
                            index(a, "lsp:specificDischargeCapacity", 738360.0),
                            says(datum(measured, 2), "rdf:type", "ls:ObservedValue"));
        });
    }

    @Test
    void aConditionIsNoPropertyOfTheSample() {
        inALab(lab -> {
            var a = lab.sample("A");
            var measured = lab.measure(MONDAY, "205.1", a);
            assertThat(graph(lab))
                    .contains(
                            index(a, "lsp:specificDischargeCapacity", 738360.0),
                            says(datum(measured, 2), "ls:condition", datum(measured, 1)))
                    .doesNotContain(index(a, "lsp:cRate", 0.1));
        });
    }

    @Test
    void aCorrectedValueIsANewNodeOfTheSameEvent() {
        inALab(lab -> {
            var a = lab.sample("A");
            var first = lab.sinter(MONDAY, "850", a);
            var second = lab.correct(first, Lab.sintering(MONDAY, "800", Participants.of(a)));
            assertThat(graph(lab))
                    .contains(
                            says(event(first), "ls:parameter", datum(second, 1)),
                            says(event(first), "ls:record", IRIS.of(second)),
                            says(IRIS.of(second), "ls:supersedes", IRIS.of(first)),
                            index(a, "lsp:sinteringTemperature", 1073.15))
                    .doesNotContain(
                            says(event(first), "ls:parameter", datum(first, 1)),
                            index(a, "lsp:sinteringTemperature", 1123.15));
        });
    }

    @Test
    void whatTwoRecordsSayStaysWhenOneIsWithdrawn() {
        inALab(lab -> {
            var a = lab.sample("A");
            var one = lab.measure(MONDAY, "205.1", a);
            var other = lab.measure(TUESDAY, "205.10", a);
            var index = index(a, "lsp:specificDischargeCapacity", 738360.0);
            lab.retract(one);
            assertThat(graph(lab)).contains(index);
            lab.retract(other);
            assertThat(graph(lab)).doesNotContain(index);
        });
    }

    @Test
    void withdrawingACorrectionRevivesWhatItSuperseded() {
        inALab(lab -> {
            var a = lab.sample("A");
            var first = lab.sinter(MONDAY, "850", a);
            var wrong = lab.correct(first, Lab.sintering(MONDAY, "800", Participants.of(a)));
            lab.retract(wrong);
            assertThat(graph(lab))
                    .contains(
                            index(a, "lsp:sinteringTemperature", 1123.15),
                            says(event(first), "ls:record", IRIS.of(first)),
                            new Statement(
                                    IRIS.period(first, 2),
                                    Namespaces.expand("ls:liveUntil"),
                                    Nodes.integer(3)),
                            new Statement(
                                    IRIS.period(first, 4),
                                    Namespaces.expand("ls:liveFrom"),
                                    Nodes.integer(4)))
                    .doesNotContain(index(a, "lsp:sinteringTemperature", 1073.15));
        });
    }

    @Test
    void aRecordThatHoldsNoLongerIsShelvedWithoutIndexTriples() {
        inALab(lab -> {
            var a = lab.sample("A");
            var first = lab.sinter(MONDAY, "850", a);
            var withdrawn = lab.retract(first);
            var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), IRIS);
            var delta = meaning.delta(new LogPosition(2), lab.head());
            assertThat(delta.shelved().get(first))
                    .contains(says(event(first), "ls:parameter", datum(first, 1)))
                    .doesNotContain(index(a, "lsp:sinteringTemperature", 1123.15));
            lab.retract(withdrawn);
            assertThat(meaning.delta(new LogPosition(3), lab.head()).unshelved())
                    .containsExactly(first);
        });
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
    void correctingAMembershipTellsItsEventsAnew() {
        inALab(lab -> {
            var a = lab.sample("A");
            var b = lab.sample("B");
            var plate = lab.plate("plate", a);
            var sintered = lab.sinter(MONDAY, "850", "plate", plate);
            lab.correct(plate, Lab.plateOf("plate", b));
            assertThat(graph(lab))
                    .contains(
                            says(event(sintered), "ls:onSample", IRIS.of(b)),
                            says(state(b, sintered), "rdf:type", "ls:SampleState"),
                            index(b, "lsp:sinteringTemperature", 1123.15))
                    .doesNotContain(
                            says(event(sintered), "ls:onSample", IRIS.of(a)),
                            says(state(a, sintered), "rdf:type", "ls:SampleState"),
                            index(a, "lsp:sinteringTemperature", 1123.15));
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
