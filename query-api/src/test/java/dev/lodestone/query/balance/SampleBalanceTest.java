package dev.lodestone.query.balance;

import static dev.lodestone.query.balance.BalanceLab.MONDAY;
import static dev.lodestone.query.balance.BalanceLab.TUESDAY;
import static dev.lodestone.query.balance.BalanceLab.WEDNESDAY;
import static dev.lodestone.query.balance.BalanceLab.amounting;
import static dev.lodestone.query.balance.BalanceLab.grams;
import static dev.lodestone.query.balance.BalanceLab.input;
import static dev.lodestone.query.balance.BalanceLab.lot;
import static dev.lodestone.query.balance.BalanceLab.measured;
import static dev.lodestone.query.balance.BalanceLab.merge;
import static dev.lodestone.query.balance.BalanceLab.split;
import static dev.lodestone.query.balance.BalanceLab.weighed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.projections.translate.Iris;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.balance.BalanceLine.Role;
import dev.lodestone.query.history.HistoryLine;
import dev.lodestone.query.history.SampleHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much of a sample came in, what was taken, and what remains.
class SampleBalanceTest {
    private BalanceLab lab;

    @BeforeEach
    void open(@TempDir Path directory) {
        lab = new BalanceLab(directory);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void whatCameInLessWhatWasTakenRemains() {
        lab.record(
                lot("lot", grams("10", "0.03")),
                split("lot", MONDAY, "", "a", "{'value':2500,'unit':'mg','uncertainty':40}"),
                split("lot", TUESDAY, "", "b", grams("1.5", "0")));
        var balance = lab.balance("lot");
        assertThat(balance.lines())
                .extracting(line -> line.role() + " " + line.amount().orElseThrow().text())
                .containsExactly("ENTERED 10 ± 0.03 g", "GIVEN 2500 ± 40 mg", "GIVEN 1.5 g");
        assertThat(balance.lines().get(1).other()).contains(Iris.DEFAULT.base() + "/sample/a");
        assertThat(balance.lines().get(1).when()).contains("2025-03-03T08:00:00Z");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("6 ± 0.05 g");
        assertThat(balance.unknown()).isEmpty();
        assertThat(balance.findings()).isEmpty();
        assertThat(lab.balance("a").remains())
                .extracting(Amount::text)
                .containsExactly("2500 ± 40 mg");
        assertThat(balance.text())
                .contains("entered", "10 ± 0.03 g", "to a", "Remains: 6 ± 0.05 g");
        assertThat(Json.write(balance)).contains("\"remains\"", "\"uncertainty\" : 0.05");
    }

    @Test
    void theCannedQueryFindsEveryTaking() {
        lab.record(
                lot("lot", grams("10")),
                split("lot", MONDAY, "", "a", grams("2"), "b", ""),
                merge("m", input("lot", amounting(grams("1"))), input("a", ",'wholly':true")));
        assertThat(lab.rows("sample-balance", "lot"))
                .extracting(row ->
                        row.get("role")
                                + " "
                                + row.text("other")
                                        .map(o -> o.substring(o.lastIndexOf('/') + 1))
                                        .orElse("-")
                                + " "
                                + row.text("value").orElse("-"))
                .containsExactlyInAnyOrder(
                        "entered - 10.0", "given a 2.0", "given b -", "given m 1.0");
        assertThat(lab.balance("a").lines())
                .extracting(line -> line.role() + " " + line.amount().orElseThrow().text())
                .containsExactly("ENTERED 2 g", "GIVEN_WHOLLY 2 g");
        assertThat(lab.balance("a").remains()).extracting(Amount::text).containsExactly("0 g");
    }

    @Test
    void aTakingOfUnknownSizeLeavesAtMostTheRestAndIsSaid() {
        lab.record(lot("lot", grams("10")), split("lot", MONDAY, "", "a", ""));
        var balance = lab.balance("lot");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("at most 10 g");
        assertThat(balance.unknown())
                .contains(
                        "how much was taken by aliquoting to a",
                        "the uncertainty of some of the amounts, and so that of what remains");
        assertThat(balance.remains().getFirst().uncertainty()).isEmpty();
        assertThat(lab.balance("a").unknown())
                .containsExactly("how much there was when the sample entered the record");
        assertThat(lab.balance("a").remains()).isEmpty();
    }

    @Test
    void anAmountInAnotherDimensionIsNotReckonedWithAndIsSaid() {
        lab.record(
                lot("lot", grams("10")), split("lot", MONDAY, "", "a", "{'value':4,'unit':'mL'}"));
        var balance = lab.balance("lot");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("at most 10 g");
        assertThat(balance.unknown())
                .anyMatch(words -> words.startsWith("how much 4 mL is in the dimension"));
    }

    @Test
    void aWeighingCountsFromThenOnAndADifferenceIsNoticed() {
        lab.record(
                lot("lot", grams("10", "0.01")),
                split("lot", MONDAY, "", "a", grams("2", "0.01")),
                weighed("lot", TUESDAY, grams("7.5", "0.01")),
                split("lot", WEDNESDAY, "", "b", grams("1.5", "0.01")));
        var balance = lab.balance("lot");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("6 ± 0.014 g");
        assertThat(balance.findings())
                .containsExactly(
                        "7.5 ± 0.01 g was found where 8 ± 0.014 g was reckoned (weighing): more than the uncertainty explains");
    }

    @Test
    void whatAStepUsedUpIsTakenOfEachOrOfTheOneItNames() {
        lab.record(
                lot("x", grams("10")),
                lot("y", grams("5")),
                "{'type':'SampleProcessed','version':1,'participants':{'samples':['x','y']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','quantity':{'value':0.5,'unit':'g'}}]}",
                "{'type':'SampleProcessed','version':1,'participants':{'samples':['x','y']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','sample':'y','quantity':{'value':1,'unit':'g'}}]}");
        assertThat(lab.balance("x").remains()).extracting(Amount::text).containsExactly("9.5 g");
        assertThat(lab.balance("y").remains()).extracting(Amount::text).containsExactly("3.5 g");
        assertThat(lab.balance("x").unknown()).contains("whether ball milling changed the amount");
        assertThat(lab.balance("y").unknown())
                .doesNotContain("whether ball milling changed the amount");
    }

    @Test
    void aMeasurementThatConsumesAndADestructionLeaveNothing() {
        lab.record(
                lot("x", grams("3", "0.1")),
                lot("y", grams("4")),
                lot("z", ""),
                measured(
                        "x",
                        MONDAY,
                        "ICPOES",
                        "consumes",
                        "{'property':'lsp:massFractionNi','basis':'Measured','quantity':{'value':30,'unit':'lsu:MassPercent'}}"),
                "{'type':'SampleDestroyed','version':1,'participants':{'samples':['y','z']},'how':'Discarded'}");
        var x = lab.balance("x");
        assertThat(x.lines().getLast().role()).isEqualTo(Role.CONSUMED);
        assertThat(x.lines().getLast().amount().orElseThrow().text()).isEqualTo("3 ± 0.1 g");
        assertThat(x.remains()).extracting(Amount::text).containsExactly("0 g");
        assertThat(x.unknown()).isEmpty();
        assertThat(lab.balance("y").remains()).extracting(Amount::text).containsExactly("0 g");
        assertThat(lab.balance("z").lines().getLast().role()).isEqualTo(Role.DESTROYED);
        assertThat(lab.balance("z").lines().getLast().amount()).isEmpty();
    }

    @Test
    void whatAConsumedParentDidNotGiveIsNotAccountedFor() {
        lab.record(
                lot("rod", grams("100")),
                split("rod", MONDAY, "'parentConsumed':true,", "a", grams("45"), "b", grams("45")));
        var balance = lab.balance("rod");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("0 g");
        assertThat(balance.unknown())
                .contains("what became of 10 g that aliquoting did not account for");
    }

    @Test
    void aTakingLearnedLateThatLeavesTooLittleIsNoticed() {
        lab.record(
                lot("lot", grams("10")),
                split("lot", TUESDAY, "", "a", grams("8")),
                split("lot", MONDAY, "", "b", grams("6")));
        var balance = lab.balance("lot");
        assertThat(balance.lines())
                .extracting(line -> line.other().map(o -> o.substring(o.length() - 1)).orElse("-"))
                .containsExactly("-", "b", "a");
        assertThat(balance.findings())
                .containsExactly("more was taken than there was: 4 g too much by aliquoting to a");
        assertThat(balance.remains()).isEmpty();
        assertThat(balance.text()).contains("Remains: not known", "NOTICED: more was taken");
        assertThat(overdrawn()).containsExactly("lot by the event at 2, assumed: false");
    }

    @Test
    void whatTheUncertaintyExplainsIsNotTakenTooMuch() {
        // 10 ± 0.3 g came in and 10.9 ± 0.4 g was taken: u = 0.5 g, and 0.9 g is less than twice
        // that.
        lab.record(
                lot("lot", grams("10", "0.3")),
                split("lot", TUESDAY, "", "a", grams("10", "0.4")),
                split("lot", MONDAY, "", "b", grams("0.9", "0")));
        assertThat(lab.balance("lot").findings()).isEmpty();
        assertThat(overdrawn()).isEmpty();
        // With 1.1 g it is more.
        lab.record(split("lot", MONDAY, "", "c", grams("0.2", "0")));
        assertThat(lab.balance("lot").findings()).hasSize(1);
        assertThat(overdrawn()).containsExactly("lot by the event at 2, assumed: false");
    }

    @Test
    void aStepThatUsedTooMuchAndAMergeAreOverdrawnTooAndACorrectionMendsThem() {
        lab.record(lot("x", grams("10")), lot("y", grams("5")));
        lab.record(
                "{'type':'SampleProcessed','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['x']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','quantity':{'value':6,'unit':'g'}}]}"
                        .formatted(TUESDAY));
        lab.record(
                merge("m", input("x", amounting(grams("3"))), input("y", amounting(grams("5")))));
        var late = lab.record(split("x", MONDAY, "", "a", grams("4.5")));
        assertThat(overdrawn())
                .containsExactly(
                        "x by the event at 3, assumed: false",
                        "x by the event at 4, assumed: false");
        assertThat(new SampleHistory(lab.queries(), Iris.DEFAULT_BASE).of("x").events())
                .filteredOn(line -> line.notes().toString().contains("took more than was left"))
                .extracting(HistoryLine::position)
                .containsExactly(3L, 4L);
        lab.record(
                "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                        .formatted(late, split("x", MONDAY, "", "a", grams("0.5"))));
        assertThat(lab.balance("x").findings()).isEmpty();
        assertThat(overdrawn()).isEmpty();
    }

    private List<String> overdrawn() {
        return lab.queries().ask(session -> session.rows("overdrawn-samples", Map.of())).stream()
                .map(row ->
                        "%s by the event at %s, assumed: %s"
                                .formatted(
                                        row.get("sample").replaceFirst(".*/", ""),
                                        row.get("position"),
                                        row.get("orderAssumed")))
                .toList();
    }

    @Test
    void aCorrectedAmountCountsAndAWithdrawnOneDoesNot() {
        lab.record(lot("lot", grams("10")));
        var a = lab.record(split("lot", MONDAY, "", "a", grams("2")));
        var b = lab.record(split("lot", MONDAY, "", "b", grams("3")));
        lab.record(
                "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                        .formatted(a, split("lot", MONDAY, "", "a", grams("2.5"))),
                "{'type':'RecordRetracted','version':1,'retracts':['%s'],'because':'Error'}"
                        .formatted(b));
        assertThat(lab.balance("lot").remains()).extracting(Amount::text).containsExactly("7.5 g");
    }

    @Test
    void aSampleNobodyKnowsIsNotFound() {
        lab.record(lot("x", ""));
        assertThatThrownBy(() -> lab.balance("nobody")).isInstanceOf(NotFound.class);
    }
}
