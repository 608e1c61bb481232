package dev.lodestone.query.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.intake.RecordFile;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.lab.FixtureLab;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The batch of the examples: 24 aliquots of P7 in a box in a freezer in a room, three of them
/// moved since, one with a region.
class SampleWhereaboutsTest {
    private FixtureLab lab;

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = FixtureLab.empty(directory);
        var batch =
                EventCodec.class.getResourceAsStream("/dev/lodestone/events/examples/batch.jsonl");
        new RecordFile(lab.lab().intake()).record("batch.jsonl", Objects.requireNonNull(batch));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void anAliquotIsInItsBoxAndThatWhereItStands() {
        var where = where("P7-01");
        assertThat(where.pathWords()).isEqualTo("A1 of box 3, shelf 2 of freezer 2, room 1.04");
        assertThat(where.path())
                .extracting(stand -> stand.since().words(), Stand::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("on 2025-03-06", 9L),
                        org.assertj.core.groups.Tuple.tuple("time not known", 5L),
                        org.assertj.core.groups.Tuple.tuple("time not known", 4L));
        assertThat(where.text())
                .contains("In A1 of box 3, shelf 2 of freezer 2, room 1.04")
                .contains("since on 2025-03-06, by RegisterContainer · position 9")
                .contains("Kim, from 2025-03-04 until now");
        assertThat(where.findings()).isEmpty();
    }

    @Test
    void allTwentyFourAliquotsOfOneSplitStandInTheBoxButThoseTakenOut() {
        var box = contents("box 3", false);
        assertThat(box.things())
                .extracting(thing -> thing.stand().at().orElse("") + " " + thing.label())
                .hasSize(22)
                .startsWith("A1 P7-01", "A2 P7-02")
                .endsWith("D5 P7-23", "D6 P7-24")
                .doesNotContain("B2 P7-08", "B3 P7-09");
    }

    @Test
    void theRoomHoldsWhatItsContainersHold() {
        assertThat(contents("room-1.04", false).things())
                .extracting(Contents.Thing::label)
                .containsExactlyInAnyOrder("freezer 2", "P7-09");
        var deep = contents("room-1.04", true);
        assertThat(deep.things()).hasSize(2 + 24 + 1 - 1);
        assertThat(deep.things())
                .filteredOn(thing -> thing.label().equals("P7-01"))
                .extracting(Contents.Thing::depth)
                .containsExactly(3);
        assertThat(deep.text()).contains("      A1  P7-01").contains("  freezer 2 (freezer)");
    }

    @Test
    void theMoveOfAContainerMovesWhatIsInIt() {
        register("freezer-9", "lsk:Freezer", "");
        register("box-3", "lsk:Box", "'inside':{'container':'freezer-9'},'placements':" + placed());
        assertThat(where("P7-01").pathWords()).isEqualTo("A1 of box 3, freezer-9");
        assertThat(where("P7-08").pathWords()).isEqualTo("door of freezer 2, room 1.04");
        assertThat(contents("freezer-2", true).things()).hasSize(1);
    }

    @Test
    void aBoxThatIsBroughtSomewhereWithAllItHoldsStandsThere() {
        register("freezer-9", "lsk:Freezer", "");
        record(
                """
                {'type':'SampleTransported','version':1,'occurrence':{'labTime':{'date':'2025-04-01'}},
                 'participants':{'container':{'container':'box-3','membership':'0199b000-0000-7000-8000-000000000009'}},
                 'to':'building 4','into':{'container':'freezer-9','position':'top'}}\
                """);
        var where = where("P7-01");
        assertThat(where.pathWords()).isEqualTo("A1 of box 3, top of freezer-9");
        assertThat(where.places())
                .extracting(Whereabouts.Place::name, place -> place.since().words())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("building 4", "on 2025-04-01"));
    }

    @Test
    void whatIsBroughtSomewhereByItselfHasLeftItsContainer() {
        record(
                """
                {'type':'SampleTransported','version':1,'occurrence':{'labTime':{'date':'2025-04-01'}},
                 'participants':{'samples':['P7-01']},'to':'Freiburg'}\
                """);
        var where = where("P7-01");
        assertThat(where.path()).isEmpty();
        assertThat(where.text()).contains("At Freiburg: since on 2025-04-01, by TransportKind");
        assertThat(contents("box-3", false).things()).hasSize(21);
    }

    @Test
    void aMoveThatIsRecordedLateDoesNotCountForNow() {
        var stored =
                """
                {'type':'SampleStored','version':1,'occurrence':{'labTime':{'date':'%s'}},
                 'participants':{'samples':['P7-01']},'inside':{'container':'%s'}}\
                """;
        record(stored.formatted("2025-06-01", "freezer-2"));
        record(stored.formatted("2025-04-01", "room-1.04"));
        assertThat(where("P7-01").pathWords()).isEqualTo("freezer 2, room 1.04");
    }

    @Test
    void whatALaterRegistrationOfItsContainerNoLongerHasIsOut() {
        register(
                "box-3",
                "lsk:Box",
                "'occurrence':{'labTime':{'date':'2025-05-01'}},'placements':[{'position':'A1','sample':'P7-02'}]");
        assertThat(contents("box-3", false).things())
                .extracting(Contents.Thing::label)
                .containsExactly("P7-02");
        var where = where("P7-01");
        assertThat(where.path()).isEmpty();
        assertThat(where.findings()).singleElement().asString().contains("no longer has it");
    }

    @Test
    void twoThingsAtOnePositionAreToldAndNotRefused() {
        record(
                """
                {'type':'SampleStored','version':1,'occurrence':{'labTime':{'date':'2025-04-01'}},
                 'participants':{'samples':['P7']},'inside':{'container':'box-3','position':'A1'}}\
                """);
        assertThat(where("P7").findings())
                .containsExactly("A1 of box 3 is taken by several: P7, P7-01.");
        assertThat(contents("box-3", false).text())
                .contains("! A1 of box 3 is taken by several: P7, P7-01.");
    }

    @Test
    void aCorrectedPlacementIsAsIfItHadNeverBeen() {
        record(
                """
                {'type':'RecordRetracted','version':1,'retracts':['0199b000-0000-7000-8000-000000000011'],'because':'Error'}\
                """);
        assertThat(where("P7-08").pathWords()).startsWith("B2 of box 3");
    }

    @Test
    void custodyIsAChainFromHandOverToHandOver() {
        assertThat(where("P7-07").custody())
                .extracting(
                        holder -> holder.label().orElse(""),
                        holder -> holder.from().words(),
                        holder -> holder.until().map(end -> end.words()).orElse("now"),
                        holder -> holder.handedOverBy().orElse("-"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Kim", "on 2025-03-04", "on 2025-03-10", "-"),
                        org.assertj.core.groups.Tuple.tuple("Lee", "on 2025-03-10", "now", "Kim"));
        assertThat(where("P7-07").custody()).allMatch(holder -> holder.findings().isEmpty());
        // What the aliquot's hand-over does not touch: the others, and what is left of the lot.
        assertThat(where("P7-06").custody()).hasSize(1);
        assertThat(custody("P7-07"))
                .extracting(row -> row.text("finding").isPresent(), row -> row.get("kind"))
                .allMatch(row -> row.toList().getFirst().equals(false))
                .allMatch(row -> String.valueOf(row.toList().get(1)).endsWith("HandOver"));
    }

    @Test
    void whoHandsOnWhatHeDidNotHaveIsAFinding() {
        handOver("P7-07", "2025-03-20", "kim", "lee");
        handOver("P7-24", "2025-03-20", "lee", "kim");
        assertThat(where("P7-07").custody().getLast().findings())
                .containsExactly("Kim handed it over, but lee was known to have it.");
        assertThat(where("P7-24").custody().getLast().findings())
                .containsExactly("Lee handed it over, but kim was known to have it.");
        assertThat(custody("P7-07"))
                .extracting(row -> row.text("finding").orElse("-"))
                .containsExactly("-", "-", "https://w3id.org/lodestone/kind/CustodyContradiction");
    }

    @Test
    void whoHandsOnWhatNobodyWasKnownToHaveIsAGap() {
        record("{'type':'SampleRegistered','version':1,'samples':[{'sample':'Q1'}]}");
        handOver("Q1", "2025-03-20", "lee", "kim");
        assertThat(custody("Q1"))
                .extracting(row -> row.get("finding"))
                .containsExactly("https://w3id.org/lodestone/kind/CustodyGap");
        assertThat(where("Q1").text())
                .contains("Where it is, nobody said.")
                .contains("! Lee handed it over, but nobody is known to have had it then.");
    }

    @Test
    void aRegionIsWhereItsSampleIs() {
        var where = where("ROI 1");
        assertThat(where.regionOf()).contains("P7-07");
        assertThat(where.pathWords()).startsWith("B1 of box 3");
        assertThat(where.custody().getLast().label()).contains("Lee");
    }

    @Test
    void whatIsGoneIsNowhere() {
        record(
                """
                {'type':'SampleDestroyed','version':1,'occurrence':{'labTime':{'date':'2025-05-01'}},'participants':{'samples':['P7-01']},'how':'Destroyed'}\
                """);
        var where = where("P7-01");
        assertThat(where.path()).isEmpty();
        assertThat(where.text()).contains("It no longer is: Destroyed.");
        assertThat(contents("box-3", false).things()).hasSize(21);
    }

    @Test
    void containersLearnedLateToStandInEachOtherAreToldAndEndTheWay() {
        register("shelf-1", "lsk:Shelf", "");
        register(
                "shelf-2",
                "lsk:Shelf",
                "'occurrence':{'labTime':{'date':'2025-05-01'}},'inside':{'container':'shelf-1'}");
        register(
                "shelf-1",
                "lsk:Shelf",
                "'occurrence':{'labTime':{'date':'2024-05-01'}},'inside':{'container':'shelf-2'}");
        var shelf = contents("shelf-1", true);
        assertThat(shelf.findings()).singleElement().asString().contains("stands in itself");
        assertThat(shelf.things()).hasSize(2);
    }

    @Test
    void aContainerIsFoundByNameAndOneThatIsNotKnownIsToldSo() {
        assertThat(contents("box 3", false).container()).endsWith("/container/box-3");
        assertThatThrownBy(() -> contents("box 4", false))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("no container (box 4)");
    }

    @Test
    void theHistoryOfASampleShowsThatARegionWasMarked() {
        var history = new SampleHistory(lab.queries(), FixtureLab.BASE);
        assertThat(history.of("P7-07").text())
                .contains("marking a region")
                .contains("region ROI 1")
                .contains("position 13");
    }

    private Whereabouts where(String sample) {
        return new SampleWhereabouts(lab.queries(), FixtureLab.BASE).of(sample);
    }

    private Contents contents(String container, boolean deep) {
        return new ContainerContents(lab.queries(), FixtureLab.BASE).of(container, deep);
    }

    private List<Row> custody(String sample) {
        var iri = new Parameter.Iri(FixtureLab.BASE + "/sample/" + sample);
        return lab.queries().ask(session -> session.rows("custody", Map.of("sample", iri)));
    }

    private void record(String json) {
        lab.record(json.replace('\'', '"').replace("\n", " "));
    }

    private void register(String container, String kind, String rest) {
        record(
                "{'type':'ContainerRegistered','version':1,'container':'%s','containerKind':'%s',%s}"
                        .formatted(container, kind, rest.isEmpty() ? "'placements':[]" : rest)
                        .replace("'box-3',", "'box-3','name':'box 3',"));
    }

    private static String placed() {
        return "[{'position':'A1','sample':'P7-01'},{'position':'A2','sample':'P7-02'}]";
    }

    private void handOver(String sample, String date, String from, String to) {
        record(
                """
                {'type':'SampleTransported','version':1,'occurrence':{'labTime':{'date':'%s'}},
                 'participants':{'samples':['%s']},'custodian':'%s','handedOverBy':'%s'}\
                """
                        .formatted(date, sample, to, from));
    }
}
