package dev.lodestone.projections.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.RecordId;
import dev.lodestone.events.RecordedEvent;
import dev.lodestone.events.json.EventCodec;
import dev.lodestone.events.log.EventLog;
import dev.lodestone.events.log.LogPosition;
import dev.lodestone.ontology.Ontology;
import dev.lodestone.testkit.Lab;
import dev.lodestone.testkit.LogGenerator;
import dev.lodestone.testkit.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// However the log is cut into batches, and whether it is followed or read whole, the graph is what
/// the rules say by the letter.
class FoldPropertyTest {
    private static final int SEEDS = Integer.getInteger("lodestone.fold.seeds", 50);
    private static final int EVENTS = 120;
    private static final TimeZone BEFORE = TimeZone.getDefault();

    private final ProvTranslation translation =
            new ProvTranslation(Ontology.lodestone(), Iris.DEFAULT);

    private final Map<String, Integer> seen = new java.util.TreeMap<>();

    @BeforeAll
    static void anywhereInTheWorld() {
        var zones = TimeZone.getAvailableIDs();
        TimeZone.setDefault(
                TimeZone.getTimeZone(zones[new SplittableRandom().nextInt(zones.length)]));
    }

    @AfterAll
    static void homeAgain() {
        TimeZone.setDefault(BEFORE);
    }

    @Test
    void anyBatchingGivesTheGraphThatTheRulesSay() throws IOException {
        try (var scratch = Scratch.make()) {
            anyBatching(scratch.path());
        }
    }

    private void anyBatching(Path directory) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (var lab = Lab.in(directory.resolve("seed" + seed), seed)) {
                var generator = new LogGenerator(lab, seed);
                generator.generate(EVENTS);
                assertThat(lab.head().value()).as("seed %d", seed).isGreaterThan(EVENTS / 2);
                seen.merge("batches", generator.corrected(), Integer::sum);
                count(check(seed, lab.log()), generator.refused());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", time zone " + TimeZone.getDefault().getID(), e);
            }
        }
        System.out.println("What " + SEEDS + " random logs held: " + seen);
        assertThat(seen)
                .containsKeys(
                        "orderAssumed",
                        "orderConflict",
                        "afterEndOf",
                        "overdraws",
                        "LateLineage",
                        "membershipVersion",
                        "livePeriod",
                        "unshelved",
                        "wasDerivedFrom",
                        "inContainer",
                        "inside",
                        "currentMembership",
                        "intoContainer",
                        "handedOverBy",
                        "regionOf",
                        "regionX",
                        "refused")
                .hasEntrySatisfying("batches", n -> assertThat(n).isGreaterThan(SEEDS));
    }

    private void count(Kept kept, int refused) {
        seen.merge("refused", refused, Integer::sum);
        seen.merge("unshelved", kept.unshelved, Integer::sum);
        seen.merge("shelved", kept.shelves.size(), Integer::sum);
        for (var statement : kept.graph) {
            var object = statement.object() instanceof Node.Resource(var iri) ? iri : "";
            for (var name :
                    List.of(
                            "orderAssumed",
                            "orderConflict",
                            "afterEndOf",
                            "overdraws",
                            "membershipVersion",
                            "livePeriod",
                            "wasDerivedFrom",
                            "inContainer",
                            "inside",
                            "currentMembership",
                            "intoContainer",
                            "handedOverBy",
                            "regionOf",
                            "regionX")) {
                if (statement.predicate().endsWith(name)) {
                    seen.merge(name, 1, Integer::sum);
                }
            }
            if (object.endsWith("LateLineage")) {
                seen.merge("LateLineage", 1, Integer::sum);
            }
        }
    }

    private Kept check(int seed, EventLog log) {
        var random = new SplittableRandom(seed);
        var records = records(log);
        var meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
        var kept = new Kept();
        var at = LogPosition.START;
        while (at.value() < records.size()) {
            long step = random.nextLong(1, random.nextBoolean() ? 3 : 26);
            var next = new LogPosition(Math.min(records.size(), at.value() + step));
            if (random.nextInt(6) == 0) {
                // A restart: what was remembered must not matter.
                meaning = new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT);
            }
            kept.apply(meaning.delta(at, next), at + " to " + next);
            at = next;
            if (random.nextInt(8) == 0 || at.value() == records.size()) {
                var naive =
                        new NaiveFold(
                                translation,
                                Iris.DEFAULT,
                                records.subList(0, Math.toIntExact(at.value())));
                var what = "at " + at;
                same(kept.graph, naive.graph, what + ", followed");
                assertThat(kept.shelves).as(what).isEqualTo(naive.shelves);
                var whole = new Kept();
                meaning.whole(at, whole);
                same(whole.graph, naive.graph, what + ", whole");
                assertThat(whole.shelves).as(what).isEqualTo(naive.shelves);
                var inTurns = new Kept();
                new LogMeaning(log, Ontology.lodestone(), Iris.DEFAULT, 1 + (int) (at.value() % 40))
                        .whole(at, inTurns);
                same(inTurns.graph, naive.graph, what + ", whole in turns");
                assertThat(inTurns.shelves).as(what).isEqualTo(naive.shelves);
            }
        }
        return kept;
    }

    private static void same(Set<Statement> found, Set<Statement> wanted, String what) {
        var missing = new HashSet<>(wanted);
        missing.removeAll(found);
        var surplus = new HashSet<>(found);
        surplus.removeAll(wanted);
        assertThat(missing).as("%s: missing", what).isEmpty();
        assertThat(surplus).as("%s: surplus", what).isEmpty();
    }

    private static List<RecordedEvent> records(EventLog log) {
        var found = new ArrayList<RecordedEvent>();
        try (var entries = log.read(LogPosition.START, log.head())) {
            entries.forEachRemaining(entry -> found.add(EventCodec.read(entry)));
        }
        return found;
    }

    /// A graph that insists on exact deltas.
    private static final class Kept implements StatementSink {
        private final Set<Statement> graph = new HashSet<>();
        private final Map<RecordId, Set<Statement>> shelves = new HashMap<>();
        private int unshelved;

        void apply(GraphDelta delta, String what) {
            for (var statement : delta.removed()) {
                assertThat(graph.remove(statement))
                        .as("%s: removed, was there: %s", what, statement)
                        .isTrue();
            }
            for (var statement : delta.added()) {
                assertThat(graph.add(statement))
                        .as("%s: added, was not there: %s", what, statement)
                        .isTrue();
            }
            unshelved += delta.unshelved().size();
            delta.unshelved()
                    .forEach(record ->
                            assertThat(shelves.remove(record))
                                    .as("%s: unshelved %s", what, record)
                                    .isNotNull());
            delta.shelved()
                    .forEach((record, statements) ->
                            assertThat(shelves.put(record, statements))
                                    .as("%s: shelved %s", what, record)
                                    .isNull());
        }

        @Override
        public void statement(Statement statement) {
            graph.add(statement);
        }

        @Override
        public void shelved(RecordId record, Statement statement) {
            shelves.computeIfAbsent(record, _ -> new HashSet<>()).add(statement);
        }
    }
}
