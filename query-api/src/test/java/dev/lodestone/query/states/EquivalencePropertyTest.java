package dev.lodestone.query.states;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ontology.Term;
import dev.lodestone.query.inverse.Wish;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphedLab;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.states.SampleStates.Member;
import dev.lodestone.query.states.SampleStates.StateClass;
import dev.lodestone.testkit.LogGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every set of rules on every history.
class EquivalencePropertyTest {
    private static final int EVENTS = 250;
    private static final List<String> SORTS =
            List.of(
                    "ls:Storage",
                    "ls:Transport",
                    "ls:Split",
                    "ls:Merge",
                    "ls:Measurement",
                    "lsk:Sintering",
                    "lsk:Cutting",
                    "lsk:GalvanostaticCycling");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void moreRulesOnlyMergeInAnyOrderAndStrictMergesNothing(long seed, @TempDir Path directory) {
        try (var lab = new GraphedLab(directory, seed)) {
            new LogGenerator(lab.lab(), seed).generate(EVENTS);
            var queries = lab.queries();
            var equivalence = new StateEquivalence(queries, GraphedLab.BASE);
            var random = new Random(seed);
            int merged = 0;
            var all = samples(queries);
            assertThat(all).isNotEmpty();
            for (var sample : all.subList(0, Math.min(40, all.size()))) {
                var strict = equivalence.of(sample, EquivalenceRules.STRICT);
                assertThat(strict.classes()).hasSize(strict.states());

                var rules = new ArrayList<EquivalenceRule>();
                var before = classes(strict);
                for (int i = 0; i < 3; i++) {
                    rules.add(rule(random));
                    var now = classes(equivalence.of(sample, set(rules)));
                    for (var each : before) {
                        assertThat(now)
                                .as("%s under %s", sample, words(rules))
                                .anyMatch(wider -> wider.containsAll(each));
                    }
                    merged += before.size() - now.size();
                    before = now;
                }
                var other = new ArrayList<>(rules);
                Collections.shuffle(other, random);
                assertThat(classes(equivalence.of(sample, set(other)))).isEqualTo(before);
                assertThat(set(other).named()).isEqualTo(set(rules).named());
            }
            assertThat(merged).as("the rules merged something").isPositive();
        }
    }

    /// So neither the order of rules, nor saying one twice, nor which sample is asked about
    /// matters.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6, 7, 8})
    void theClassesOfASetAreTheJoinOfThoseOfItsRulesWhicheverSampleIsAsked(
            long seed, @TempDir Path directory) {
        try (var lab = new GraphedLab(directory, seed)) {
            new LogGenerator(lab.lab(), seed).generate(EVENTS / 2);
            var queries = lab.queries();
            var whole = new Whole(new StateEquivalence(queries, GraphedLab.BASE), samples(queries));
            var random = new Random(seed);
            int joined = 0;
            for (int i = 0; i < 6; i++) {
                var one = rule(random);
                var other = rule(random);
                var ofOne = whole.classes(List.of(one));
                var ofOther = whole.classes(List.of(other));
                var ofBoth = whole.classes(List.of(one, other));
                assertThat(ofBoth)
                        .as("%s", words(List.of(one, other)))
                        .isEqualTo(join(ofOne, ofOther))
                        .isEqualTo(whole.classes(List.of(other, one, other)));
                joined += ofBoth.size() < Math.min(ofOne.size(), ofOther.size()) ? 1 : 0;
            }
            assertThat(joined).as("two rules merged more than either").isPositive();
        }
    }

    /// All states of all samples.
    private record Whole(StateEquivalence equivalence, List<String> samples) {
        Set<Set<String>> classes(List<EquivalenceRule> rules) {
            var all = new HashSet<Set<String>>();
            for (var sample : samples) {
                all.addAll(EquivalencePropertyTest.classes(equivalence.of(sample, set(rules))));
            }
            assertThat(all.stream().flatMap(Set::stream).toList())
                    .as("each state is in one class, whichever sample is asked about")
                    .doesNotHaveDuplicates();
            return all;
        }
    }

    private static Set<Set<String>> join(Set<Set<String>> some, Set<Set<String>> others) {
        var joined = new HashSet<>(some);
        for (var each : others) {
            var met =
                    joined.stream()
                            .filter(one -> one.stream().anyMatch(each::contains))
                            .collect(Collectors.toSet());
            var wider = new HashSet<>(each);
            met.forEach(wider::addAll);
            joined.removeAll(met);
            joined.add(wider);
        }
        return joined;
    }

    private static Set<Set<String>> classes(SampleStates states) {
        return states.classes().stream()
                .map(StateClass::states)
                .map(all -> all.stream().map(Member::state).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static EquivalenceRules set(List<EquivalenceRule> rules) {
        return new EquivalenceRules("random", "1", Optional.empty(), rules);
    }

    private static EquivalenceRule rule(Random random) {
        var sort = Term.of(SORTS.get(random.nextInt(SORTS.size())));
        var when =
                sort.equals(Term.of("lsk:Sintering")) && random.nextBoolean()
                        ? List.of(
                                Wish.parse(
                                        "sinteringTemperature<%d °C"
                                                .formatted(700 + random.nextInt(300))))
                        : List.<Wish>of();
        return new EquivalenceRule(List.of(sort), when, Optional.empty());
    }

    private static List<String> words(List<EquivalenceRule> rules) {
        return rules.stream().map(EquivalenceRule::words).toList();
    }

    private static List<String> samples(GraphQueries queries) {
        var all = new ArrayList<String>();
        var page = samples(queries, "");
        while (!page.isEmpty()) {
            all.addAll(page);
            page = samples(queries, page.getLast());
        }
        return all;
    }

    private static List<String> samples(GraphQueries queries, String after) {
        return queries.ask(session ->
                session
                        .rows(
                                "samples",
                                Map.of(
                                        "after", new Parameter.Text(after),
                                        "search", new Parameter.Text("")))
                        .stream()
                        .flatMap(row -> row.text("sample").stream())
                        .toList());
    }
}
