package dev.lodestone.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.Conflict;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.LabGraph;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleHistoryTest {
    private static final String BASE = "https://lodestone.local/id";

    private final LabGraph lab =
            new LabGraph()
                    .register("P")
                    .process("CoPrecipitation", "P", "reactionTemperature=55 DEG_C")
                    .split("P", "A", "B")
                    .process(
                            "Sintering",
                            "A",
                            "sinteringTemperature=750 DEG_C",
                            "sinteringTime=12 HR")
                    .measure(
                            "GalvanostaticCycling",
                            "A",
                            List.of("cRate=0.1 UNITLESS"),
                            "specificDischargeCapacity=205.1 MilliA-HR-PER-GM")
                    .process("Annealing", "A", "annealingTemperature=110 DEG_C flagged")
                    .correct("r4", "Sintering", "A", "sinteringTemperature=850 DEG_C")
                    .merge("M", "A", "B")
                    .also(
                            "event:r5 ls:orderAssumed sample:A ; ls:operator agent:kim . agent:kim rdfs:label \"Kim\" .");
    private final GraphQueries queries = new GraphQueries(lab.graph(), QueryLimits.DEFAULT);
    private final SampleHistory history = new SampleHistory(queries, BASE);
    private final SampleLineage lineage = new SampleLineage(queries, BASE);

    @Test
    void aHistoryIsToldInTheOrderOfLifeWithWhatItStandsOn() {
        var story = history.of("A");
        assertThat(story.basis()).isEqualTo(8);
        assertThat(story.events())
                .extracting(HistoryLine::kind)
                .containsExactly(
                        "lsk:Aliquoting",
                        "lsk:Sintering",
                        "lsk:GalvanostaticCycling",
                        "lsk:Annealing",
                        "lsk:Mixing");
        var sintering = story.events().get(1);
        assertThat(sintering.record()).isEqualTo(BASE + "/record/r7");
        assertThat(sintering.position()).isEqualTo(7);
        assertThat(sintering.event()).isEqualTo(BASE + "/event/r4");
        assertThat(sintering.parameters())
                .extracting(ShownValue::text)
                .containsExactly("sintering temperature 850 °C (1123.15 K) · recorded");
        assertThat(sintering.when()).isEmpty();
    }

    @Test
    void whatWasCorrectedShowsUntilWhen() {
        var was = history.of("A").events().get(1).was();
        assertThat(was).hasSize(1);
        assertThat(was.getFirst().until()).isEqualTo(7);
        assertThat(was.getFirst().because()).contains("Error");
        assertThat(was.getFirst().values())
                .extracting(ShownValue::shown)
                .containsExactly("750 °C", "12 h");
        assertThat(history.of("A").text())
                .contains("was sintering temperature 750 °C; sintering time 12 h until position 7")
                .contains("misread");
    }

    @Test
    void flagsAssumedOrderAgentsAndRelativesAreTold() {
        var text = history.of("A").text();
        assertThat(text)
                .contains("FLAGGED: OutOfPlausibleRange")
                .contains("its place in the order is assumed")
                .contains("by Kim")
                .contains("specific discharge capacity 205.1 mAh/g (738360 C/kg) · measured")
                .contains("from P")
                .contains("sister B")
                .contains("gave M");
        assertThat(Json.write(history.of("A"))).contains("\"shown\" : \"205.1 mAh/g\"");
    }

    @Test
    void aSampleIsFoundByIriIdAndName() {
        for (var word : List.of("A", "lab:A", BASE + "/sample/A")) {
            assertThat(history.of(word).sample().iri()).isEqualTo(BASE + "/sample/A");
        }
        assertThatThrownBy(() -> history.of("Z > } \" x"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("position 8");
    }

    @Test
    void anAmbiguousNameIsRefusedWithTheCandidates() {
        var two =
                new LabGraph()
                        .register("A1")
                        .register("A2")
                        .also(
                                """
                                <urn:n1> ls:name "hot one" ; ls:nameScope "x" . sample:A1 ls:identifiedBy <urn:n1> .
                                <urn:n2> ls:name "hot one" ; ls:nameScope "y" . sample:A2 ls:identifiedBy <urn:n2> .
                                """);
        var stories = new SampleHistory(new GraphQueries(two.graph(), QueryLimits.DEFAULT), BASE);
        assertThatThrownBy(() -> stories.of("hot one"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("/sample/A1")
                .hasMessageContaining("y:hot one");
        assertThat(stories.of("y:hot one").sample().id()).isEqualTo("A2");
    }

    @Test
    void lineageGoesThroughSplitsAndMergesBothWays() {
        var up = lineage.of("M", EnumSet.of(Direction.UP), 20);
        assertThat(up.links())
                .extracting(link -> link.depth() + " " + link.label())
                .containsExactly("1 A", "1 B", "2 P", "2 P");
        var down = lineage.of("P", EnumSet.of(Direction.DOWN), 1);
        assertThat(down.links())
                .extracting(link -> link.label() + " by " + link.what().orElse(""))
                .containsExactly("A by Aliquoting", "B by Aliquoting");
        assertThat(down.cut()).isTrue();
        assertThat(up.text()).contains("Made from").contains("event r3");
    }

    @Test
    void aParentWithTwoNamesIsOneLink() {
        var named =
                new LabGraph()
                        .register("P")
                        .split("P", "A", "B")
                        .also("sample:P rdfs:label \"02\" , \"46NT01\" .");
        var up =
                new SampleLineage(new GraphQueries(named.graph(), QueryLimits.DEFAULT), BASE)
                        .of("A", EnumSet.of(Direction.UP), 20);
        assertThat(up.links()).hasSize(1);
        assertThat(up.links().getFirst().label()).isEqualTo("02");
    }

    @Test
    void aRetractedEventIsListedApart() {
        var gone =
                new LabGraph()
                        .register("A")
                        .also(
                                """
                                record:r9 { event:r9 a ls:Event ; ls:onSample sample:A . }
                                record:r9 ls:position 9 ; ls:livePeriod <urn:p> . <urn:p> ls:liveFrom 9 ; ls:liveUntil 11 .
                                record:r11 ls:retracts record:r9 ; ls:position 11 ; ls:because lsk:Error ; ls:reason "wrong sample" .
                                """);
        var story =
                new SampleHistory(new GraphQueries(gone.graph(), QueryLimits.DEFAULT), BASE)
                        .of("A");
        assertThat(story.withdrawn()).hasSize(1);
        assertThat(story.text())
                .contains(
                        "was otherwise until position 11 (record r9, withdrawn: Error, wrong sample)");
    }
}
