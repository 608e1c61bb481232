package dev.lodestone.query.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncertainTest {
    private static Uncertain of(String source, String value, String uncertainty) {
        return Uncertain.of(
                source, new BigDecimal(value), Optional.of(new BigDecimal(uncertainty)));
    }

    @Test
    void independentAmountsAddInSquares() {
        var left = of("a", "10", "0.3").minus(of("b", "4", "0.4"));
        assertThat(left.value()).isEqualByComparingTo("6");
        assertThat(left.uncertainty().orElseThrow()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void whatRestsOnOneRecordIsNotIndependent() {
        var a = of("a", "10", "0.3");
        assertThat(a.plus(a).uncertainty().orElseThrow()).isEqualTo(0.6, within(1e-12));
        assertThat(a.minus(a).uncertainty().orElseThrow()).isZero();
    }

    @Test
    void anUncertaintyThatIsNotStatedIsNotZero() {
        var sum = of("a", "10", "0.3").plus(Uncertain.of("b", BigDecimal.ONE, Optional.empty()));
        assertThat(sum.uncertainty()).isEmpty();
        assertThat(sum.unstated()).containsExactly("b");
        assertThat(sum.statedUncertainty()).isEqualTo(0.3, within(1e-12));
    }

    @Test
    void aWeightedBalanceHasTheUncertaintyOfTheFormula() {
        double[] m = {2.5, 7.1, 0.4};
        double[] um = {0.02, 0.05, 0.01};
        double[] w = {0.2, 0.33, 0.9};
        double[] uw = {0.004, 0.01, 0.02};
        var part = Uncertain.exactly(BigDecimal.ZERO);
        var whole = Uncertain.exactly(BigDecimal.ZERO);
        double mass = 0;
        double element = 0;
        for (int i = 0; i < 3; i++) {
            var mi = of("m" + i, Double.toString(m[i]), Double.toString(um[i]));
            whole = whole.plus(mi);
            part = part.plus(mi.times(of("w" + i, Double.toString(w[i]), Double.toString(uw[i]))));
            mass += m[i];
            element += m[i] * w[i];
        }
        var share = part.over(whole);
        double mean = element / mass;
        double square = 0;
        for (int i = 0; i < 3; i++) {
            square += Math.pow(m[i] / mass * uw[i], 2);
            square += Math.pow((w[i] - mean) / mass * um[i], 2);
        }
        assertThat(share.value().doubleValue()).isEqualTo(mean, within(1e-12));
        assertThat(share.uncertainty().orElseThrow()).isEqualTo(Math.sqrt(square), within(1e-12));
    }

    @Test
    void theLawOfPropagationIsThatOfManyDraws() {
        var random = new Random(20260321);
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double m1 = 3 + 0.03 * random.nextGaussian();
            double m2 = 5 + 0.05 * random.nextGaussian();
            // Both inputs were cut from one sample, of which one share was found.
            double w1 = 0.4 + 0.01 * random.nextGaussian();
            double w2 = w1 * 1;
            double share = (m1 * w1 + m2 * w2) / (m1 + m2);
            sum += share;
            squares += share * share;
        }
        double drawn = Math.sqrt(squares / draws - Math.pow(sum / draws, 2));
        var w = of("w", "0.4", "0.01");
        var m1 = of("m1", "3", "0.03");
        var m2 = of("m2", "5", "0.05");
        var share = m1.times(w).plus(m2.times(w)).over(m1.plus(m2));
        assertThat(share.uncertainty().orElseThrow()).isEqualTo(drawn, within(drawn * 0.02));
        assertThat(share.uncertainty().orElseThrow()).isEqualTo(0.01, within(1e-12));
    }
}
