package dev.lodestone.query.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.LabGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InverseDesignTest {
    private static final String CAPACITY = "specificDischargeCapacity=205.1 MilliA-HR-PER-GM";
    private static final InverseQuery QUESTION =
            InverseQuery.parse(
                    List.of("specificDischargeCapacity>=200 mAh/g"),
                    List.of("sinteringTemperature<900 °C"));

    private final LabGraph lab = new LabGraph();

    @Test
    void aStepOnTheSampleItselfIsFoundWithItsEvidence() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=850 DEG_C");
        cycle("A", CAPACITY);
        var answer = ask(QUESTION);
        assertThat(answer.measurements()).isEqualTo(1);
        var hit = answer.hits().getFirst();
        assertThat(hit.evidence()).isEqualTo("direct");
        assertThat(hit.measured().getFirst().value().shown()).isEqualTo("205.1 mAh/g");
        assertThat(hit.measured().getFirst().position()).isEqualTo(3);
        var because = hit.because().getFirst();
        assertThat(because.value().shown()).isEqualTo("850 °C");
        assertThat(because.value().basis()).isEqualTo("Recorded");
        assertThat(because.position()).isEqualTo(2);
        assertThat(because.event()).endsWith("/event/r2");
        assertThat(answer.notes())
                .anyMatch(note -> note.contains("direct processing → property evidence only"));
        assertThat(answer.text()).contains("1 measurement of 1 sample").contains("850 °C");
    }

    @Test
    void aStepOnTheParentBeforeTheCutCountsForTheAliquot() {
        lab.register("P")
                .process("Sintering", "P", "sinteringTemperature=850 DEG_C")
                .split("P", "A")
                .process("Storing", "A");
        cycle("A", CAPACITY);
        var because = ask(QUESTION).hits().getFirst().because().getFirst();
        assertThat(because.sample()).endsWith("/sample/P");
        assertThat(because.hops())
                .extracting(InverseAnswer.Hop::how)
                .containsExactly("step", "split or merge", "step");
    }

    @Test
    void aStepBeforeAMergeCountsForTheBlend() {
        lab.register("A")
                .register("B")
                .process("Sintering", "B", "sinteringTemperature=850 DEG_C")
                .merge("M", "A", "B");
        cycle("M", CAPACITY);
        assertThat(ask(QUESTION).samples()).isEqualTo(1);
    }

    @Test
    void aStepAfterTheMeasurementDoesNotMatch() {
        lab.register("A");
        cycle("A", CAPACITY);
        lab.process("Sintering", "A", "sinteringTemperature=850 DEG_C");
        assertThat(ask(QUESTION).hits()).isEmpty();
    }

    @Test
    void aStepOnTheParentAfterTheAliquotLeftDoesNotMatch() {
        lab.register("P")
                .split("P", "A")
                .process("Sintering", "P", "sinteringTemperature=850 DEG_C");
        cycle("A", CAPACITY);
        assertThat(ask(QUESTION).hits()).isEmpty();
    }

    @Test
    void aStepOnASisterDoesNotMatch() {
        lab.register("P")
                .split("P", "A", "B")
                .process("Sintering", "B", "sinteringTemperature=850 DEG_C");
        cycle("A", CAPACITY);
        assertThat(ask(QUESTION).hits()).isEmpty();
    }

    @Test
    void imputedValuesDoNotMatch() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=850 DEG_C as Imputed");
        cycle("A", CAPACITY);
        lab.register("B").process("Sintering", "B", "sinteringTemperature=850 DEG_C");
        cycle("B", "specificDischargeCapacity=205.1 MilliA-HR-PER-GM as Imputed");
        assertThat(ask(QUESTION).hits()).isEmpty();
    }

    @Test
    void bothBoundsOfOnePropertyHoldOfOneValue() {
        lab.register("A")
                .process("Sintering", "A", "sinteringTemperature=700 DEG_C")
                .process("Sintering", "A", "sinteringTemperature=950 DEG_C");
        cycle("A", CAPACITY);
        var between =
                InverseQuery.parse(
                        List.of("specificDischargeCapacity>=200 mAh/g"),
                        List.of("sinteringTemperature>800 °C", "sinteringTemperature<900 °C"));
        assertThat(ask(between).hits()).isEmpty();
        assertThat(ask(QUESTION).hits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'<', 0", "'<=', 1", "'>', 0", "'>=', 1"})
    void strictAndNonStrictBoundsDiffer(String operator, int hits) {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=900 DEG_C");
        cycle("A", CAPACITY);
        var query =
                InverseQuery.parse(
                        List.of("specificDischargeCapacity>=205.1 mAh/g"),
                        List.of("sinteringTemperature" + operator + "900 °C"));
        assertThat(ask(query).measurements()).isEqualTo(hits);
    }

    @Test
    void whatRestsOnAFlaggedValueOrAnAssumedOrderIsCounted() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=110 DEG_C flagged");
        cycle("A", CAPACITY);
        lab.also("event:r3 ls:orderAssumed sample:A .");
        var answer = ask(QUESTION);
        assertThat(answer.flagged()).isEqualTo(1);
        assertThat(answer.orderAssumed()).isEqualTo(1);
        assertThat(answer.text())
                .contains("1 resting on a flagged value")
                .contains("OutOfPlausibleRange");
    }

    @Test
    void conditionsOfTheMeasurementCanBeAskedFor() {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=850 DEG_C");
        cycle("A", CAPACITY);
        var slow =
                InverseQuery.parse(
                        List.of("specificDischargeCapacity>=200 mAh/g"), List.of("cRate<=0.1"));
        assertThat(ask(slow).hits().getFirst().because().getFirst().role()).isEqualTo("condition");
        var fast =
                InverseQuery.parse(
                        List.of("specificDischargeCapacity>=200 mAh/g"), List.of("cRate>0.1"));
        assertThat(ask(fast).hits()).isEmpty();
    }

    @Test
    void aRecipeOfAnotherSampleOfLikeStructureIsJoinedAndSaidToBe() {
        twoLibraries("9.8", "11.0");
        assertThat(ask(QUESTION).hits()).isEmpty();
        var answer = ask(QUESTION.joined(StructureJoin.usual()));
        assertThat(answer.measurements()).isZero();
        assertThat(answer.joinedMeasurements()).isEqualTo(1);
        var hit = answer.hits().getFirst();
        assertThat(hit.evidence()).isEqualTo("joined");
        assertThat(hit.label()).isEqualTo("B");
        assertThat(hit.join().orElseThrow().label()).isEqualTo("A");
        assertThat(hit.join().orElseThrow().agreements().getFirst().tolerance()).isEqualTo("25 %");
        assertThat(hit.structure()).isNotEmpty();
        assertThat(answer.text()).contains("JOINED to the recipe of A").contains("m here, 11.0 ");
    }

    @Test
    void structuresOutsideTheToleranceAreNotJoined() {
        twoLibraries("9.8", "14.0");
        assertThat(ask(QUESTION.joined(StructureJoin.usual())).hits()).isEmpty();
        assertThat(
                        ask(QUESTION.joined(
                                        StructureJoin.parse(List.of("secondaryParticleSize=40 %"))))
                                .hits())
                .hasSize(1);
        assertThat(
                        ask(QUESTION.joined(
                                        StructureJoin.parse(List.of("secondaryParticleSize=1 µm"))))
                                .hits())
                .isEmpty();
    }

    @Test
    void aStepAfterTheStructureWasSeenIsNoRecipeForIt() {
        lab.register("A");
        image("A", "9.8");
        lab.process("Sintering", "A", "sinteringTemperature=850 DEG_C").register("B");
        image("B", "9.8");
        cycle("B", CAPACITY);
        assertThat(ask(QUESTION.joined(StructureJoin.usual())).hits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specificDischargeCapacty>=200 mAh/g|lsp:specificDischargeCapacity",
                "specificDischargeCapacity>=200 °C|does not measure",
                "specificDischargeCapacity>=200|has no unit",
                "specificDischargeCapacity>=200 mAhh|is not known",
                "specificDischargeCapacity=200 mAh/g|never have",
                "much capacity|cannot be read",
                ">=200 mAh/g|cannot be read",
            })
    void aWrongWishSaysWhatIsWrong(String both) {
        var parts = both.split("\\|", -1);
        assertThatThrownBy(() -> InverseQuery.parse(List.of(parts[0]), List.of()))
                .isInstanceOf(Incorrect.class)
                .hasMessageContaining(parts[1]);
    }

    private void twoLibraries(String here, String there) {
        lab.register("A").process("Sintering", "A", "sinteringTemperature=850 DEG_C");
        image("A", there);
        lab.register("B");
        image("B", here);
        cycle("B", CAPACITY);
    }

    private void image(String sample, String micrometres) {
        lab.measure(
                "ScanningElectronMicroscopy",
                sample,
                List.of(),
                "secondaryParticleSize=" + micrometres + " MicroM");
    }

    private void cycle(String sample, String result) {
        lab.measure("GalvanostaticCycling", sample, List.of("cRate=0.1 UNITLESS"), result);
    }

    private InverseAnswer ask(InverseQuery query) {
        return new InverseDesign(new GraphQueries(lab.graph(), QueryLimits.DEFAULT)).ask(query);
    }
}
