package dev.lodestone.testkit;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.Value;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Says of some samples and events how much there is, was taken or was found: in several units and
/// dimensions, with and without uncertainty. Draws from a source of its own, so that what else
/// happens does not depend on it.
final class RandomAmounts {
    private static final List<String> UNITS =
            List.of("unit:GM", "unit:GM", "unit:MilliGM", "unit:MilliL", "lsu:Unknown");

    private final SplittableRandom random;

    RandomAmounts(long seed) {
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    }

    /// A sample, perhaps with an amount.
    SampleDescription some(SampleDescription sample) {
        return random.nextInt(5) < 3 ? sample.amounting(quantity(12)) : sample;
    }

    /// The parameter, and perhaps how much the step used up.
    List<Value> used(Value parameter) {
        return random.nextInt(4) == 0
                ? List.of(parameter, mass("lsp:massUsed", HowKnown.RECORDED, 6))
                : List.of(parameter);
    }

    /// The results, and perhaps a weighing of what they are about.
    List<Value> found(List<Value> results) {
        var all = new ArrayList<>(results);
        if (random.nextInt(5) == 0) {
            var last = results.getLast().sample();
            var basis = random.nextInt(4) == 0 ? HowKnown.IMPUTED : HowKnown.MEASURED;
            var mass = mass("lsp:sampleMass", basis, 12);
            all.add(last.map(mass::about).orElse(mass));
        }
        return all;
    }

    private Value mass(String property, HowKnown basis, int most) {
        return Value.of(Term.of(property), basis, in("unit:GM", most));
    }

    private Quantity quantity(int most) {
        return in(UNITS.get(random.nextInt(UNITS.size())), most);
    }

    private Quantity in(String unit, int most) {
        boolean small = unit.equals("unit:MilliGM");
        var value = BigDecimal.valueOf(1 + random.nextInt(most)).movePointRight(small ? 3 : 0);
        return new Quantity(
                value,
                Term.of(unit),
                value.toPlainString(),
                random.nextBoolean() ? Optional.of(new BigDecimal("0.5")) : Optional.empty());
    }
}
