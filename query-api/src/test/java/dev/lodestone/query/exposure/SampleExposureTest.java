package dev.lodestone.query.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.exposure.Exposure.Line;
import dev.lodestone.query.sparql.GraphedLab;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.states.Conditions.Held;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleExposureTest {
    private static final String HUMID = "relativeHumidity=55 PERCENT";
    private static final String DRY = "relativeHumidity=5 PERCENT";
    private static final String ABOVE_40 = "relativeHumidity>40 %";

    private GraphedLab lab;
    private SampleId powder;

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = new GraphedLab(directory, 1);
        powder = lab.lab().sample("P");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void hoursAreCountedUpToTheFirstEventOfTheSortAndNotAfter() {
        lab.store(days(1, 3), powder, HUMID);
        lab.store(days(3, 4), powder, DRY);
        coat(5);
        lab.store(days(6, 10), powder, HUMID);
        coat(11);
        var told = ask("P", "coating");
        assertThat(told.heldHours()).isEqualByComparingTo("48");
        assertThat(told.notHeldHours()).isEqualByComparingTo("24");
        assertThat(told.before().orElseThrow().others()).isEqualTo(1);
        assertThat(told.events()).extracting(Line::held).containsExactly(Held.YES, Held.NO);
        assertThat(told.mean()).contains("38.3333333333 %");
        assertThat(all("P").heldHours()).isEqualByComparingTo("144");
        assertThat(told.text()).contains("held for 48 h").contains("the first of 2");
    }

    @Test
    void storagesThatOverlapCountOnce() {
        lab.store(days(1, 5), powder, HUMID);
        lab.store(days(3, 8), powder, "relativeHumidity=60 PERCENT");
        var told = all("P");
        assertThat(told.heldHours()).isEqualByComparingTo("168");
        // Two days have two values, so that they are in no mean.
        assertThat(told.meanHours()).isEqualByComparingTo("120");
    }

    @Test
    void whereOverlappingRecordsContradictEachOtherTheHoursAreToldApart() {
        lab.store(days(1, 5), powder, HUMID);
        lab.store(days(3, 8), powder, DRY);
        var told = all("P");
        assertThat(told.heldHours()).isEqualByComparingTo("48");
        assertThat(told.notHeldHours()).isEqualByComparingTo("72");
        assertThat(told.contradictedHours()).isEqualByComparingTo("48");
        assertThat(told.text()).contains("one record says that it held, another that it did not");
    }

    @Test
    void whatIsOnlyKnownToHaveLastedIsAdded() {
        lab.store(LabTime.order(1), powder, HUMID, "storageDuration=2 DAY");
        lab.store(LabTime.order(2), powder, HUMID, "storageDuration=12 HR");
        assertThat(all("P").heldHours()).isEqualByComparingTo("60");
        assertThat(all("P").events()).noneMatch(Line::placed);
    }

    @Test
    void anUnknownDurationIsCountedAndNotGuessed() {
        lab.store(LabTime.order(1), powder, HUMID);
        lab.store(days(1, 2), powder, HUMID);
        var told = all("P");
        assertThat(told.heldHours()).isEqualByComparingTo("24");
        assertThat(told.withoutDuration()).isEqualTo(1);
        assertThat(told.text()).contains("1 event of unknown duration, not counted");
    }

    @Test
    void anUnknownConditionIsCountedApart() {
        lab.store(days(1, 2), powder);
        lab.store(days(2, 4), powder, HUMID + " as Assumed");
        var told = all("P");
        assertThat(told.heldHours()).isZero();
        assertThat(told.undecidedHours()).isEqualByComparingTo("72");
        assertThat(told.events())
                .extracting(line -> line.why().orElse(""))
                .containsExactly(
                        "its relative humidity is not known",
                        "its relative humidity is only assumed");
    }

    @Test
    void aCorrectedConditionCountsAsCorrected() {
        var stored = lab.store(days(1, 3), powder, HUMID);
        assertThat(all("P").heldHours()).isEqualByComparingTo("48");
        var correction = lab.lab().correct(stored, GraphedLab.storage(days(1, 2), powder, DRY));
        assertThat(all("P").heldHours()).isZero();
        assertThat(all("P").notHeldHours()).isEqualByComparingTo("24");
        lab.lab().retract(correction);
        assertThat(all("P").heldHours()).isEqualByComparingTo("48");
    }

    @Test
    void aStorageThatGoesOnPastTheEventIsCountedUntilThen() {
        lab.store(days(1, 5), powder, HUMID);
        coat(3);
        var told = ask("P", "coating");
        assertThat(told.heldHours()).isEqualByComparingTo("48");
        assertThat(told.events()).singleElement().matches(Line::clipped);
    }

    @Test
    void timeBeforeTheCutCountsForThePartAndTimeAfterItForTheParentAlone() {
        lab.store(days(1, 2), powder, HUMID);
        lab.lab().split(at(3), powder, "A");
        lab.store(days(4, 8), powder, HUMID);
        lab.store(days(4, 5), new SampleId("A"), HUMID);
        assertThat(all("A").heldHours()).isEqualByComparingTo("48");
        assertThat(all("P").heldHours()).isEqualByComparingTo("120");
        assertThat(ask("A", "ls:Split").heldHours()).isEqualByComparingTo("24");
    }

    @Test
    void ofABlendItIsSaidThatTheTimesOfItsInputsAreNotCounted() {
        var other = lab.lab().sample("Q");
        lab.store(days(1, 2), powder, HUMID);
        lab.lab().merge(at(3), "M", powder, other);
        lab.store(days(4, 5), new SampleId("M"), HUMID);
        var told = all("M");
        assertThat(told.heldHours()).isEqualByComparingTo("24");
        assertThat(told.madeOf()).hasSize(2);
        assertThat(told.text()).contains("blended of");
    }

    @Test
    void aMeasurementWithoutEffectCanBeTheEnd() {
        lab.store(days(1, 2), powder, HUMID);
        lab.lab().measure(at(3), "205.1", powder);
        lab.store(days(4, 5), powder, HUMID);
        assertThat(ask("P", "ls:Measurement").heldHours()).isEqualByComparingTo("24");
        assertThat(ask("P", "galvanostatic cycling").heldHours()).isEqualByComparingTo("24");
    }

    @Test
    void anEventIsNamedByItsId() {
        lab.store(days(1, 2), powder, HUMID);
        var second = lab.store(days(2, 3), powder, HUMID);
        assertThat(ask("P", "event/" + second).heldHours()).isEqualByComparingTo("24");
        assertThat(ask("P", second.toString()).heldHours()).isEqualByComparingTo("24");
        assertThatThrownBy(() -> ask("P", "lsk:Coating"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("(lsk:Coating)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() ->
                        new SampleExposure(lab.queries(), GraphedLab.BASE)
                                .of("P", "relativeHumidity>40 mAh/g", Optional.empty()))
                .isInstanceOf(Incorrect.class);
    }

    @Test
    void theCannedQueryTellsCapacityAgainstHoursBeforeCoating() {
        lab.store(days(1, 3), powder, HUMID);
        lab.store(days(3, 4), powder, DRY);
        lab.store(LabTime.order(1), powder, HUMID);
        coat(5);
        lab.store(days(6, 10), powder, HUMID);
        lab.lab().measure(at(12), "205.1", powder);
        var dry = lab.lab().sample("Q");
        lab.process(at(5), "Coating", dry);
        lab.lab().measure(at(12), "211.5", dry);
        var rows = beforeCoating();
        assertThat(rows)
                .extracting(row ->
                        "%s %.0f h, %s unknown, %s mAh/g"
                                .formatted(
                                        row.get("sample").replaceFirst(".*/", ""),
                                        row.number("hours").orElseThrow(),
                                        row.get("withoutDuration"),
                                        row.get("value")))
                .containsExactly("P 48 h, 1 unknown, 205.1 mAh/g", "Q 0 h, 0 unknown, 211.5 mAh/g");
        assertThat(ask("P", "coating").heldHours()).isEqualByComparingTo("48");
    }

    @RepeatedTest(3)
    void theCannedQueryCountsTimesThatOverlapOnceAsTheExposureDoes(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        int apart = 0;
        for (int i = 0; i < 6; i++) {
            int from = random.nextInt(1, 15);
            int to = from + random.nextInt(1, 6);
            lab.store(days(from, to), powder, HUMID);
            apart += 24 * (to - from);
        }
        lab.store(days(2, 4), powder, HUMID);
        lab.store(days(2, 4), powder, HUMID);
        coat(25);
        lab.lab().measure(at(26), "205.1", powder);
        var rows = beforeCoating();
        var held = ask("P", "coating").heldHours();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number("hours").orElseThrow()).isEqualByComparingTo(held);
        assertThat(held).isLessThan(BigDecimal.valueOf(apart + 96));
    }

    private List<Row> beforeCoating() {
        return lab.queries()
                .ask(session ->
                        session.rows(
                                "exposure-before",
                                Map.of(
                                        "condition",
                                        lsp("relativeHumidity"),
                                        "above",
                                        new Parameter.Real(0.4),
                                        "kind",
                                        new Parameter.Iri(Term.of("lsk:Coating").iri()),
                                        "found",
                                        lsp("specificDischargeCapacity"))));
    }

    private static Parameter lsp(String name) {
        return new Parameter.Iri(Term.of("lsp:" + name).iri());
    }

    private void coat(int day) {
        lab.process(at(day), "Coating", powder);
    }

    private static LabTime at(int day) {
        return LabTime.at(day(day));
    }

    private static LabTime days(int from, int to) {
        return LabTime.between(day(from), day(to));
    }

    private static Instant day(int day) {
        return Instant.parse("2025-03-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
    }

    private Exposure all(String sample) {
        return new SampleExposure(lab.queries(), GraphedLab.BASE)
                .of(sample, ABOVE_40, Optional.empty());
    }

    private Exposure ask(String sample, String before) {
        return new SampleExposure(lab.queries(), GraphedLab.BASE)
                .of(sample, ABOVE_40, Optional.of(before));
    }
}
