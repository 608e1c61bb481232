package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.LabTime;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many statements events cost. The numbers are printed, since they are published.
class TripleBudgetTest {
    private static final LabTime MONDAY = LabTime.at(Instant.parse("2025-03-03T08:00:00Z"));
    private static final LabTime TUESDAY = LabTime.at(Instant.parse("2025-03-04T08:00:00Z"));

    @TempDir Path directory;

    @Test
    void aParticipantStepAndAMeasuredValueStayWithinTheirBudgets() {
        try (var lab = Lab.in(directory)) {
            var few = samples(lab, "few", 10);
            var many = samples(lab, "many", 60);
            var fewPlate = lab.plate("few", few);
            var manyPlate = lab.plate("many", many);
            var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
            long first = size(meaning, lab, () -> lab.sinter(MONDAY, "850", "few", fewPlate));
            long second = size(meaning, lab, () -> lab.sinter(MONDAY, "850", "many", manyPlate));
            double step = (second - first) / 50.0;
            long value = size(meaning, lab, () -> lab.measure(TUESDAY, "205.1", few[0]));
            long registered = size(meaning, lab, () -> lab.sample("one"));
            long event = first - Math.round(10 * step);
            System.out.printf(
                    "Statements: %d a registration of one named sample; %d a process of one"
                            + " parameter and %.1f more for each participant; %d a measurement of"
                            + " one value under one condition, its event and record included%n",
                    registered, event, step, value);
            assertThat(step).isLessThanOrEqualTo(12);
            assertThat(datumStatements(lab)).isLessThanOrEqualTo(25);
        }
    }

    /// Of the value and its condition: what neither event nor record would say without them.
    private static long datumStatements(Lab lab) {
        var meaning = new LogMeaning(lab.log(), Ontology.lodestone(), Iris.DEFAULT);
        var measured = lab.measure(TUESDAY, "171", new SampleId("few1"));
        var delta = meaning.delta(new LogPosition(lab.head().value() - 1), lab.head());
        var datum = Iris.DEFAULT.base() + "/datum/" + measured;
        long own =
                delta.added().stream()
                        .filter(s ->
                                s.subject().startsWith(datum)
                                        || (s.object() instanceof Node.Resource(var iri)
                                                && iri.startsWith(datum))
                                        || s.predicate().contains("/property/"))
                        .count();
        System.out.printf("Statements: %d a measured value with one condition%n", own);
        return own;
    }

    private static SampleId[] samples(Lab lab, String prefix, int count) {
        var samples = new SampleId[count];
        for (int i = 0; i < count; i++) {
            samples[i] = lab.sample(prefix + i);
        }
        return samples;
    }

    private static long size(LogMeaning meaning, Lab lab, Runnable work) {
        var before = lab.head();
        work.run();
        var delta = meaning.delta(before, lab.head());
        return (long) delta.added().size() - delta.removed().size();
    }
}
