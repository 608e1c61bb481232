package dev.lodestone.query.balance;

import static dev.lodestone.query.balance.BalanceLab.TUESDAY;
import static dev.lodestone.query.balance.BalanceLab.WEDNESDAY;
import static dev.lodestone.query.balance.BalanceLab.amounting;
import static dev.lodestone.query.balance.BalanceLab.analysed;
import static dev.lodestone.query.balance.BalanceLab.grams;
import static dev.lodestone.query.balance.BalanceLab.input;
import static dev.lodestone.query.balance.BalanceLab.lot;
import static dev.lodestone.query.balance.BalanceLab.measured;
import static dev.lodestone.query.balance.BalanceLab.merge;
import static dev.lodestone.query.balance.BalanceLab.nickel;
import static dev.lodestone.query.balance.BalanceLab.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a mixture consists of, worked out by what went into it.
class CompositionTest {
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
    void aMergeInheritsItsCompositionByWeightedBalance() {
        lab.record(
                lot("x", grams("10", "0.1")),
                lot("y", grams("30", "0.1")),
                nickel("x", "20", "1"),
                nickel("y", "40", "2"),
                merge(
                        "m",
                        input("x", amounting(grams("5", "0.05"))),
                        input("y", ",'wholly':true")));
        var balance = lab.balance("m");
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
        assertThat(lab.rows("sample-mass-fractions", "m")).isEmpty();
    }

    /// By hand. Inputs: 3 ± 0.06 g of 10 ± 0.5 wt% and 1 ± 0.08 g of 50 ± 2 wt%. M = 4 g; w = (3 ·
    /// 10 + 1 · 50) / 4 = 20 wt%. Shares: (3/4 · 0.5)² + (1/4 · 2)² = 0.140625 + 0.25 = 0.390625.
    /// Masses: ((10 − 20)/4 · 0.06)² + ((50 − 20)/4 · 0.08)² = 0.0225 + 0.36 = 0.3825. u(w) =
    /// √0.773125 = 0.879275 wt%; u(M) = √(0.06² + 0.08²) = 0.1 g.
    @Test
    void aMixtureOfTwoHasTheShareAndUncertaintyWorkedOutByHand() {
        lab.record(
                lot("x", grams("20", "0.1")),
                lot("y", grams("20", "0.1")),
                nickel("x", "10", "0.5"),
                nickel("y", "50", "2"),
                merge(
                        "m",
                        input("x", amounting(grams("3", "0.06"))),
                        input("y", amounting(grams("1", "0.08")))));
        var balance = lab.balance("m");
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
        lab.record(
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
        assertThat(lab.balance("y").composition().getFirst().share().text())
                .isEqualTo("5 ± 0.2 wt%");
        assertThat(lab.balance("m").composition().getFirst().share().text())
                .isEqualTo("7.5 ± 0.3 wt%");
    }

    @Test
    void aShareThatWasNotFoundIsUnknownUnlessTheOthersMakeUpTheWhole() {
        lab.record(
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
        assertThat(lab.balance("m").composition())
                .extracting(share -> share.property() + " " + share.share().value())
                .containsExactly("lsp:massFractionNi 10");
        assertThat(lab.balance("m").unknown())
                .contains("mass fraction of cobalt of m: it was not found of x");
        assertThat(lab.balance("n").composition()).isEmpty();
        assertThat(lab.balance("n").unknown())
                .contains(
                        "mass fraction of nickel of n: it was not found of z",
                        "mass fraction of cobalt of n: it was not found of x");
    }

    @Test
    void withoutTheMassThatWentInNoCompositionIsWorkedOut() {
        lab.record(
                lot("x", ""),
                lot("y", grams("1")),
                nickel("x", "20", "1"),
                nickel("y", "40", "1"),
                merge("m", input("x", ",'wholly':true"), input("y", amounting(grams("0.5")))));
        var balance = lab.balance("m");
        assertThat(balance.composition()).isEmpty();
        assertThat(balance.remains()).isEmpty();
        assertThat(balance.unknown())
                .contains("what m consists of: the mass of x that went in is not known");
    }

    @Test
    void whatWasFoundOfTheSampleItselfStandsAndAPartIsAsItsParent() {
        lab.record(
                lot("x", grams("10", "0")),
                nickel("x", "20", "1"),
                split("x", TUESDAY, "", "a", grams("2", "0"), "b", grams("3", "0")),
                measured(
                        "b",
                        WEDNESDAY,
                        "ICPOES",
                        "none",
                        "{'property':'lsp:massFractionNi','basis':'Measured','quantity':{'value':22,'unit':'lsu:MassPercent','uncertainty':0.5}},{'property':'lsp:massFractionMn','basis':'Imputed','quantity':{'value':9,'unit':'lsu:MassPercent'}}"));
        assertThat(lab.balance("a").composition())
                .extracting(share -> share.how() + " " + share.share().text())
                .allMatch(text -> text.startsWith("as in the sample it was cut from 20 ± 1 "));
        assertThat(lab.balance("b").composition())
                .extracting(share -> share.how() + " " + share.share().text())
                .hasSize(1)
                .allMatch(text -> text.startsWith("found (Measured) 22 ± 0.5 "));
        assertThat(lab.balance("a").text()).contains("By mass:", "mass fraction of nickel");
    }

    @Test
    void halvesOfOneSampleThatAreMixedAgainAreNoMoreCertainThanTheWhole() {
        lab.record(
                lot("x", grams("10", "0")),
                nickel("x", "20", "1"),
                split("x", TUESDAY, "", "a", grams("2", "0.1"), "b", grams("3", "0.1")),
                merge("m", input("a", ",'wholly':true"), input("b", ",'wholly':true")));
        assertThat(lab.balance("m").composition().getFirst().share().text()).startsWith("20 ± 1 ");
    }
}
