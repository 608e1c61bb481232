package dev.lodestone.projections.translate;

import static dev.lodestone.projections.translate.SmallGraph.IRIS;
import static dev.lodestone.projections.translate.SmallGraph.MONDAY;
import static dev.lodestone.projections.translate.SmallGraph.TUESDAY;
import static dev.lodestone.projections.translate.SmallGraph.datum;
import static dev.lodestone.projections.translate.SmallGraph.event;
import static dev.lodestone.projections.translate.SmallGraph.graph;
import static dev.lodestone.projections.translate.SmallGraph.index;
import static dev.lodestone.projections.translate.SmallGraph.says;
import static dev.lodestone.projections.translate.SmallGraph.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Participants;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Namespaces;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the graph says of values and records, on small logs, one rule at a time.
class LogMeaningTest {
    @TempDir Path directory;

    private void inALab(Consumer<Lab> work) {
        try (var lab = Lab.in(directory)) {
            work.accept(lab);
        }
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
}
