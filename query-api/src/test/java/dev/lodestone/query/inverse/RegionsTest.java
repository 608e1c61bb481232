package dev.lodestone.query.inverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RegionPlace;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.query.balance.SampleBalance;
import dev.lodestone.query.history.Lineage;
import dev.lodestone.query.history.SampleLineage;
import dev.lodestone.query.lab.FixtureLab;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film with a region on it: what was done to the film before the region was marked has made what
/// is measured there; what was done later has not.
class RegionsTest {
    private static final InverseQuery QUESTION =
            InverseQuery.parse(
                    List.of("specificDischargeCapacity>=200 mAh/g"),
                    List.of("sinteringTemperature<900 °C"));

    private FixtureLab lab;
    private SampleId film;
    private final SampleId spot = new SampleId("spot");

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = FixtureLab.empty(directory);
        film = lab.lab().sample("film");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aStepOnTheSampleBeforeTheRegionWasMarkedIsFoundByAValueOfTheRegion() {
        lab.lab().sinter(day(1), "850", film);
        mark(day(2));
        lab.lab().measure(day(3), "205", spot);
        var because = ask().hits().getFirst().because().getFirst();
        assertThat(because.sample()).endsWith("/sample/film");
        assertThat(because.hops())
                .extracting(InverseAnswer.Hop::how)
                .containsExactly("step", "region");
    }

    @Test
    void aStepOnTheSampleAfterTheRegionWasMarkedDoesNotMatch() {
        mark(day(2));
        lab.lab().sinter(day(3), "850", film);
        lab.lab().measure(day(4), "205", spot);
        assertThat(ask().hits()).isEmpty();
    }

    @Test
    void aStepThatIsRecordedLaterButHappenedBeforeTheMarkingMatches() {
        mark(day(2));
        lab.lab().measure(day(3), "205", spot);
        assertThat(ask().hits()).isEmpty();
        lab.lab().sinter(day(1), "850", film);
        assertThat(ask().samples()).isEqualTo(1);
    }

    @Test
    void aStepOnTheRegionDoesNotMatchAValueOfTheSample() {
        mark(day(1));
        lab.lab().sinter(day(2), "850", spot);
        lab.lab().measure(day(3), "205", film);
        assertThat(ask().hits()).isEmpty();
    }

    @Test
    void aRegionOfARegionIsReachedToo() {
        lab.lab().sinter(day(1), "850", film);
        mark(day(2));
        var inner = new SampleId("inner");
        lab.lab()
                .record(
                        new SampleRegistered(
                                Occurrence.at(day(3)),
                                List.of(
                                        SampleDescription.region(
                                                inner, spot, RegionPlace.of("its middle")))));
        lab.lab().measure(day(4), "205", inner);
        assertThat(ask().samples()).isEqualTo(1);
    }

    @Test
    void whatIsRegisteredTogetherWithItsRegionIsItsSampleToo() {
        var wafer = new SampleId("wafer");
        var pad = new SampleId("pad");
        lab.lab()
                .record(
                        new SampleRegistered(
                                Occurrence.at(day(1)),
                                List.of(
                                        SampleDescription.region(
                                                pad, wafer, RegionPlace.of("row 1")),
                                        SampleDescription.of(wafer))));
        lab.lab().sinter(day(2), "850", wafer);
        lab.lab().record(Lab.cycling(day(3), "205", Effect.NONE, HowKnown.MEASURED, pad));
        assertThat(ask().hits()).isEmpty();
        assertThat(lineage("wafer").links())
                .extracting(Lineage.Link::label, link -> link.what().orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("pad", "marking a region"));
    }

    @Test
    void lineageTellsARegionAndNoAliquot() {
        mark(day(1));
        lab.lab().split(day(2), film, "piece");
        var told = lineage("film").text();
        assertThat(told).contains("spot, by marking a region").contains("piece, by Cutting");
        assertThat(lineage("film").groups())
                .extracting(Lineage.Group::noun)
                .containsExactlyInAnyOrder("region", "aliquot");
        var up = lineage("spot").links().getFirst();
        assertThat(up.parent()).endsWith("/sample/film");
        assertThat(up.what()).contains("marking a region");
    }

    @Test
    void noAmountLeavesTheSampleByMarkingARegion() {
        var before = new SampleBalance(lab.queries(), FixtureLab.BASE).of("film").text();
        mark(day(1));
        var after = new SampleBalance(lab.queries(), FixtureLab.BASE).of("film").text();
        assertThat(after.lines().skip(2))
                .containsExactlyElementsOf(before.lines().skip(2).toList());
    }

    private void mark(LabTime when) {
        lab.lab()
                .record(
                        new SampleRegistered(
                                Occurrence.at(when),
                                List.of(
                                        SampleDescription.region(
                                                spot, film, RegionPlace.of("upper left")))));
    }

    private static LabTime day(int n) {
        return LabTime.on(LocalDate.of(2025, 1, 4 * n));
    }

    private Lineage lineage(String sample) {
        return new SampleLineage(lab.queries(), FixtureLab.BASE)
                .of(sample, EnumSet.allOf(Lineage.Direction.class), 5);
    }

    private InverseAnswer ask() {
        return new InverseDesign(lab.queries()).ask(QUESTION);
    }
}
