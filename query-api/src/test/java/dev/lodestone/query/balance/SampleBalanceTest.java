package dev.lodestone.query.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lodestone.events.Draft;
import dev.lodestone.events.RecordId;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.projections.GraphBasis;
import dev.lodestone.projections.rdf.Tdb2Graph;
import dev.lodestone.projections.translate.Iris;
import dev.lodestone.projections.translate.LogMeaning;
import dev.lodestone.query.Json;
import dev.lodestone.query.LodestoneException.NotFound;
import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.balance.BalanceLine.Role;
import dev.lodestone.query.history.HistoryLine;
import dev.lodestone.query.history.SampleHistory;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.sparql.Tdb2Reader;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleBalanceTest {
    private static final String MONDAY = "'instant':'2025-03-03T08:00:00Z'";
    private static final String TUESDAY = "'instant':'2025-03-04T08:00:00Z'";
    private static final String WEDNESDAY = "'instant':'2025-03-05T08:00:00Z'";

    private Lab lab;
    private Tdb2Graph graph;
    private Optional<LogPosition> built = Optional.empty();

    @BeforeEach
    void open(@TempDir Path directory, @TempDir Path graphs) {
        lab = Lab.in(directory);
        graph = Tdb2Graph.open(graphs, Iris.DEFAULT, _ -> {});
    }

    @AfterEach
    void close() {
        graph.close();
        lab.close();
    }

    private RecordId record(String... events) {
        var drafts =
                Arrays.stream(events)
                        .map(e -> EventCodec.read(e.replace('\'', '"'), lab.intake()::newId))
                        .toArray(Draft[]::new);
        return lab.intake().record(List.of(drafts)).getLast().record();
    }

    private GraphQueries queries() {
        var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
        var head = lab.log().head();
        if (!built.equals(Optional.of(head))) {
            graph.rebuild(
                    sink -> meaning.whole(head, sink), new GraphBasis(head, meaning.fingerprint()));
            built = Optional.of(head);
        }
        return new GraphQueries(new Tdb2Reader(graph), QueryLimits.DEFAULT);
    }

    private Balance balance(String sample) {
        return new SampleBalance(queries(), Iris.DEFAULT.base()).of(sample);
    }

    private List<Row> rows(String query, String sample) {
        var about =
                Map.<String, Parameter>of(
                        "sample", new Parameter.Iri(Iris.DEFAULT.base() + "/sample/" + sample));
        return queries().ask(session -> session.rows(query, about));
    }

    private static String grams(String value, String uncertainty) {
        return "{'value':%s,'unit':'g','uncertainty':%s}".formatted(value, uncertainty);
    }

    private static String grams(String value) {
        return "{'value':%s,'unit':'g'}".formatted(value);
    }

    private static String lot(String sample, String amount) {
        return "{'type':'SampleRegistered','version':1,'samples':[{'sample':'%s'%s}]}"
                .formatted(sample, amount.isEmpty() ? "" : ",'amount':" + amount);
    }

    private static String split(String parent, String time, String rest, String... parts) {
        var list = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            list.append(list.isEmpty() ? "" : ",")
                    .append(
                            "{'sample':'%s'%s}"
                                    .formatted(
                                            parts[i],
                                            parts[i + 1].isEmpty()
                                                    ? ""
                                                    : ",'amount':" + parts[i + 1]));
        }
        return "{'type':'SampleSplit','version':1,'occurrence':{'labTime':{%s}},'parent':'%s',%s'parts':[%s],'process':'lsk:Aliquoting'}"
                .formatted(time, parent, rest, list);
    }

    private static String input(String sample, String rest) {
        return "{'sample':'%s'%s}".formatted(sample, rest);
    }

    private static String amounting(String amount) {
        return ",'amount':" + amount;
    }

    private static String merge(String result, String... inputs) {
        return "{'type':'SamplesMerged','version':1,'occurrence':{'labTime':{%s}},'inputs':[%s],'result':{'sample':'%s'},'process':'lsk:Mixing'}"
                .formatted(WEDNESDAY, String.join(",", inputs), result);
    }

    private static String measured(
            String sample, String time, String method, String effect, String results) {
        return "{'type':'SampleMeasured','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['%s']},'method':'lsk:%s','effect':'%s','results':[%s]}"
                .formatted(time, sample, method, effect, results);
    }

    private static String weighed(String sample, String time, String amount) {
        return measured(
                sample,
                time,
                "MassWeighing",
                "none",
                "{'property':'lsp:sampleMass','basis':'Measured','quantity':%s}".formatted(amount));
    }

    private static String nickel(String sample, String percent, String uncertainty) {
        return analysed(sample, "Ni", percent, uncertainty);
    }

    private static String analysed(
            String sample, String element, String percent, String uncertainty) {
        return measured(
                sample,
                MONDAY,
                "ICPOES",
                "none",
                "{'property':'lsp:massFraction%s','basis':'Measured','quantity':{'value':%s,'unit':'lsu:MassPercent','uncertainty':%s}}"
                        .formatted(element, percent, uncertainty));
    }

    @Test
    void whatCameInLessWhatWasTakenRemains() {
        record(
                lot("lot", grams("10", "0.03")),
                split("lot", MONDAY, "", "a", "{'value':2500,'unit':'mg','uncertainty':40}"),
                split("lot", TUESDAY, "", "b", grams("1.5", "0")));
        var balance = balance("lot");
        assertThat(balance.lines())
                .extracting(line -> line.role() + " " + line.amount().orElseThrow().text())
                .containsExactly("ENTERED 10 ± 0.03 g", "GIVEN 2500 ± 40 mg", "GIVEN 1.5 g");
        assertThat(balance.lines().get(1).other()).contains(Iris.DEFAULT.base() + "/sample/a");
        assertThat(balance.lines().get(1).when()).contains("2025-03-03T08:00:00Z");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("6 ± 0.05 g");
        assertThat(balance.unknown()).isEmpty();
        assertThat(balance.findings()).isEmpty();
        assertThat(balance("a").remains()).extracting(Amount::text).containsExactly("2500 ± 40 mg");
        assertThat(balance.text())
                .contains("entered", "10 ± 0.03 g", "to a", "Remains: 6 ± 0.05 g");
        assertThat(Json.write(balance)).contains("\"remains\"", "\"uncertainty\" : 0.05");
    }

    @Test
    void theCannedQueryFindsEveryTaking() {
        record(
                lot("lot", grams("10")),
                split("lot", MONDAY, "", "a", grams("2"), "b", ""),
                merge("m", input("lot", amounting(grams("1"))), input("a", ",'wholly':true")));
        assertThat(rows("sample-balance", "lot"))
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
        assertThat(balance("a").lines())
                .extracting(line -> line.role() + " " + line.amount().orElseThrow().text())
                .containsExactly("ENTERED 2 g", "GIVEN_WHOLLY 2 g");
        assertThat(balance("a").remains()).extracting(Amount::text).containsExactly("0 g");
    }

    @Test
    void aTakingOfUnknownSizeLeavesAtMostTheRestAndIsSaid() {
        record(lot("lot", grams("10")), split("lot", MONDAY, "", "a", ""));
        var balance = balance("lot");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("at most 10 g");
        assertThat(balance.unknown())
                .contains(
                        "how much was taken by aliquoting to a",
                        "the uncertainty of some of the amounts, and so that of what remains");
        assertThat(balance.remains().getFirst().uncertainty()).isEmpty();
        assertThat(balance("a").unknown())
                .containsExactly("how much there was when the sample entered the record");
        assertThat(balance("a").remains()).isEmpty();
    }

    @Test
    void anAmountInAnotherDimensionIsNotReckonedWithAndIsSaid() {
        record(lot("lot", grams("10")), split("lot", MONDAY, "", "a", "{'value':4,'unit':'mL'}"));
        var balance = balance("lot");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("at most 10 g");
        assertThat(balance.unknown())
                .anyMatch(words -> words.startsWith("how much 4 mL is in the dimension"));
    }

    @Test
    void aWeighingCountsFromThenOnAndADifferenceIsNoticed() {
        record(
                lot("lot", grams("10", "0.01")),
                split("lot", MONDAY, "", "a", grams("2", "0.01")),
                weighed("lot", TUESDAY, grams("7.5", "0.01")),
                split("lot", WEDNESDAY, "", "b", grams("1.5", "0.01")));
        var balance = balance("lot");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("6 ± 0.014 g");
        assertThat(balance.findings())
                .containsExactly(
                        "7.5 ± 0.01 g was found where 8 ± 0.014 g was reckoned (weighing): more than the uncertainty explains");
    }

    @Test
    void whatAStepUsedUpIsTakenOfEachOrOfTheOneItNames() {
        record(
                lot("x", grams("10")),
                lot("y", grams("5")),
                "{'type':'SampleProcessed','version':1,'participants':{'samples':['x','y']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','quantity':{'value':0.5,'unit':'g'}}]}",
                "{'type':'SampleProcessed','version':1,'participants':{'samples':['x','y']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','sample':'y','quantity':{'value':1,'unit':'g'}}]}");
        assertThat(balance("x").remains()).extracting(Amount::text).containsExactly("9.5 g");
        assertThat(balance("y").remains()).extracting(Amount::text).containsExactly("3.5 g");
        assertThat(balance("x").unknown()).contains("whether ball milling changed the amount");
        assertThat(balance("y").unknown())
                .doesNotContain("whether ball milling changed the amount");
    }

    @Test
    void aMeasurementThatConsumesAndADestructionLeaveNothing() {
        record(
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
        var x = balance("x");
        assertThat(x.lines().getLast().role()).isEqualTo(Role.CONSUMED);
        assertThat(x.lines().getLast().amount().orElseThrow().text()).isEqualTo("3 ± 0.1 g");
        assertThat(x.remains()).extracting(Amount::text).containsExactly("0 g");
        assertThat(x.unknown()).isEmpty();
        assertThat(balance("y").remains()).extracting(Amount::text).containsExactly("0 g");
        assertThat(balance("z").lines().getLast().role()).isEqualTo(Role.DESTROYED);
        assertThat(balance("z").lines().getLast().amount()).isEmpty();
    }

    @Test
    void whatAConsumedParentDidNotGiveIsNotAccountedFor() {
        record(
                lot("rod", grams("100")),
                split("rod", MONDAY, "'parentConsumed':true,", "a", grams("45"), "b", grams("45")));
        var balance = balance("rod");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("0 g");
        assertThat(balance.unknown())
                .contains("what became of 10 g that aliquoting did not account for");
    }

    @Test
    void aTakingLearnedLateThatLeavesTooLittleIsNoticed() {
        record(
                lot("lot", grams("10")),
                split("lot", TUESDAY, "", "a", grams("8")),
                split("lot", MONDAY, "", "b", grams("6")));
        var balance = balance("lot");
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
        record(
                lot("lot", grams("10", "0.3")),
                split("lot", TUESDAY, "", "a", grams("10", "0.4")),
                split("lot", MONDAY, "", "b", grams("0.9", "0")));
        assertThat(balance("lot").findings()).isEmpty();
        assertThat(overdrawn()).isEmpty();
        // With 1.1 g it is more.
        record(split("lot", MONDAY, "", "c", grams("0.2", "0")));
        assertThat(balance("lot").findings()).hasSize(1);
        assertThat(overdrawn()).containsExactly("lot by the event at 2, assumed: false");
    }

    @Test
    void aStepThatUsedTooMuchAndAMergeAreOverdrawnTooAndACorrectionMendsThem() {
        record(lot("x", grams("10")), lot("y", grams("5")));
        record(
                "{'type':'SampleProcessed','version':1,'occurrence':{'labTime':{%s}},'participants':{'samples':['x']},'process':'lsk:BallMilling','parameters':[{'property':'lsp:massUsed','basis':'Recorded','quantity':{'value':6,'unit':'g'}}]}"
                        .formatted(TUESDAY));
        record(merge("m", input("x", amounting(grams("3"))), input("y", amounting(grams("5")))));
        var late = record(split("x", MONDAY, "", "a", grams("4.5")));
        assertThat(overdrawn())
                .containsExactly(
                        "x by the event at 3, assumed: false",
                        "x by the event at 4, assumed: false");
        assertThat(new SampleHistory(queries(), Iris.DEFAULT_BASE).of("x").events())
                .filteredOn(line -> line.notes().toString().contains("took more than was left"))
                .extracting(HistoryLine::position)
                .containsExactly(3L, 4L);
        record(
                "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                        .formatted(late, split("x", MONDAY, "", "a", grams("0.5"))));
        assertThat(balance("x").findings()).isEmpty();
        assertThat(overdrawn()).isEmpty();
    }

    private List<String> overdrawn() {
        return queries().ask(session -> session.rows("overdrawn-samples", Map.of())).stream()
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
        record(lot("lot", grams("10")));
        var a = record(split("lot", MONDAY, "", "a", grams("2")));
        var b = record(split("lot", MONDAY, "", "b", grams("3")));
        record(
                "{'type':'RecordCorrected','version':1,'supersedes':['%s'],'because':'Error','restated':%s}"
                        .formatted(a, split("lot", MONDAY, "", "a", grams("2.5"))),
                "{'type':'RecordRetracted','version':1,'retracts':['%s'],'because':'Error'}"
                        .formatted(b));
        assertThat(balance("lot").remains()).extracting(Amount::text).containsExactly("7.5 g");
    }

    @Test
    void aMergeInheritsItsCompositionByWeightedBalance() {
        record(
                lot("x", grams("10", "0.1")),
                lot("y", grams("30", "0.1")),
                nickel("x", "20", "1"),
                nickel("y", "40", "2"),
                merge(
                        "m",
                        input("x", amounting(grams("5", "0.05"))),
                        input("y", ",'wholly':true")));
        var balance = balance("m");
        assertThat(balance.lines().getFirst().workedOut()).isTrue();
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("35 ± 0.11 g");
        assertThat(balance.composition()).hasSize(1);
        var nickel = balance.composition().getFirst();
        assertThat(nickel.property()).isEqualTo("lsp:massFractionNi");
        assertThat(nickel.how()).isEqualTo("weighted balance");
        double w = (5 * 20 + 30 * 40) / 35.0;
        double u =
                Math.sqrt(
                        Math.pow(5 / 35.0 * 1, 2)
                                + Math.pow(30 / 35.0 * 2, 2)
                                + Math.pow((20 - w) / 35 * 0.05, 2)
                                + Math.pow((40 - w) / 35 * 0.1, 2));
        assertThat(nickel.share().value().doubleValue()).isEqualTo(w, within(1e-9));
        assertThat(nickel.share().uncertainty().orElseThrow().doubleValue())
                .isEqualTo(u, within(0.05));
        assertThat(nickel.share().text()).isEqualTo("37.1 ± 1.7 wt%");
        assertThat(nickel.from()).anyMatch(iri -> iri.contains("/datum/"));
        assertThat(balance.unknown()).isEmpty();
        // What was worked out is nowhere in the graph.
        assertThat(rows("sample-mass-fractions", "m")).isEmpty();
    }

    /// By hand. Inputs: 3 ± 0.06 g of 10 ± 0.5 wt% and 1 ± 0.08 g of 50 ± 2 wt%. M = 4 g; w = (3 ·
    /// 10 + 1 · 50) / 4 = 20 wt%. Shares: (3/4 · 0.5)² + (1/4 · 2)² = 0.140625 + 0.25 = 0.390625.
    /// Masses: ((10 − 20)/4 · 0.06)² + ((50 − 20)/4 · 0.08)² = 0.0225 + 0.36 = 0.3825. u(w) =
    /// √0.773125 = 0.879275 wt%; u(M) = √(0.06² + 0.08²) = 0.1 g.
    @Test
    void aMixtureOfTwoHasTheShareAndUncertaintyWorkedOutByHand() {
        record(
                lot("x", grams("20", "0.1")),
                lot("y", grams("20", "0.1")),
                nickel("x", "10", "0.5"),
                nickel("y", "50", "2"),
                merge(
                        "m",
                        input("x", amounting(grams("3", "0.06"))),
                        input("y", amounting(grams("1", "0.08")))));
        var balance = balance("m");
        assertThat(balance.remains()).extracting(Amount::text).containsExactly("4 ± 0.1 g");
        var share = balance.composition().getFirst().share();
        assertThat(share.value()).isEqualByComparingTo("20");
        assertThat(share.text()).isEqualTo("20 ± 0.88 wt%");
    }

    /// By hand. Of x, with 10 ± 0.4 wt%, one part goes in by way of y, a mixture of 1 g of x and 1
    /// g of c, which has no nickel: y has 5 ± 0.2 wt%. Then 1 g of x and 1 g of y: w = (10 + 5)/2 =
    /// 7.5 wt%. Both rest on the one analysis of x: u(w) = (0.4 + 0.2)/2 = 0.3, not √(0.4² +
    /// 0.2²)/2 = 0.22.
    @Test
    void sharesThatRestOnOneAnalysisAreNotIndependentThroughTwoMerges() {
        record(
                lot("x", grams("9", "0")),
                lot("c", grams("9", "0")),
                nickel("x", "10", "0.4"),
                nickel("c", "0", "0"),
                merge(
                        "y",
                        input("x", amounting(grams("1", "0"))),
                        input("c", amounting(grams("1", "0")))),
                merge(
                        "m",
                        input("x", amounting(grams("1", "0"))),
                        input("y", amounting(grams("1", "0")))));
        assertThat(balance("y").composition().getFirst().share().text()).isEqualTo("5 ± 0.2 wt%");
        assertThat(balance("m").composition().getFirst().share().text()).isEqualTo("7.5 ± 0.3 wt%");
    }

    @Test
    void aShareThatWasNotFoundIsUnknownUnlessTheOthersMakeUpTheWhole() {
        record(
                lot("x", grams("1")),
                lot("y", grams("1")),
                lot("z", grams("1")),
                nickel("x", "20", "1"),
                analysed("y", "Co", "100", "0"),
                analysed("z", "Co", "60", "1"),
                merge(
                        "m",
                        input("x", amounting(grams("0.5"))),
                        input("y", amounting(grams("0.5")))),
                merge(
                        "n",
                        input("x", amounting(grams("0.5"))),
                        input("z", amounting(grams("0.5")))));
        assertThat(balance("m").composition())
                .extracting(share -> share.property() + " " + share.share().value())
                .containsExactly("lsp:massFractionNi 10");
        assertThat(balance("m").unknown())
                .contains("mass fraction of cobalt of m: it was not found of x");
        assertThat(balance("n").composition()).isEmpty();
        assertThat(balance("n").unknown())
                .contains(
                        "mass fraction of nickel of n: it was not found of z",
                        "mass fraction of cobalt of n: it was not found of x");
    }

    @Test
    void withoutTheMassThatWentInNoCompositionIsWorkedOut() {
        record(
                lot("x", ""),
                lot("y", grams("1")),
                nickel("x", "20", "1"),
                nickel("y", "40", "1"),
                merge("m", input("x", ",'wholly':true"), input("y", amounting(grams("0.5")))));
        var balance = balance("m");
        assertThat(balance.composition()).isEmpty();
        assertThat(balance.remains()).isEmpty();
        assertThat(balance.unknown())
                .contains("what m consists of: the mass of x that went in is not known");
    }

    @Test
    void whatWasFoundOfTheSampleItselfStandsAndAPartIsAsItsParent() {
        record(
                lot("x", grams("10", "0")),
                nickel("x", "20", "1"),
                split("x", TUESDAY, "", "a", grams("2", "0"), "b", grams("3", "0")),
                measured(
                        "b",
                        WEDNESDAY,
                        "ICPOES",
                        "none",
                        "{'property':'lsp:massFractionNi','basis':'Measured','quantity':{'value':22,'unit':'lsu:MassPercent','uncertainty':0.5}},{'property':'lsp:massFractionMn','basis':'Imputed','quantity':{'value':9,'unit':'lsu:MassPercent'}}"));
        assertThat(balance("a").composition())
                .extracting(share -> share.how() + " " + share.share().text())
                .allMatch(text -> text.startsWith("as in the sample it was cut from 20 ± 1 "));
        assertThat(balance("b").composition())
                .extracting(share -> share.how() + " " + share.share().text())
                .hasSize(1)
                .allMatch(text -> text.startsWith("found (Measured) 22 ± 0.5 "));
        assertThat(balance("a").text()).contains("By mass:", "mass fraction of nickel");
    }

    @Test
    void halvesOfOneSampleThatAreMixedAgainAreNoMoreCertainThanTheWhole() {
        record(
                lot("x", grams("10", "0")),
                nickel("x", "20", "1"),
                split("x", TUESDAY, "", "a", grams("2", "0.1"), "b", grams("3", "0.1")),
                merge("m", input("a", ",'wholly':true"), input("b", ",'wholly':true")));
        assertThat(balance("m").composition().getFirst().share().text()).startsWith("20 ± 1 ");
    }

    @Test
    void aSampleNobodyKnowsIsNotFound() {
        record(lot("x", ""));
        assertThatThrownBy(() -> balance("nobody")).isInstanceOf(NotFound.class);
    }
}
