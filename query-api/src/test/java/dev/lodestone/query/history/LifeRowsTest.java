package dev.lodestone.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.query.QueryLimits;
import dev.lodestone.query.sparql.CountedReads;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.GraphedLab;
import dev.lodestone.query.sparql.LabGraph;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.testkit.LogGenerator;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thing by thing says what the canned queries say.
class LifeRowsTest {
    private static final int EVENTS = 250;
    private static final List<String> EVENT_CELLS =
            List.of(
                    "kind",
                    "kindLabel",
                    "outcome",
                    "reason",
                    "record",
                    "position",
                    "firstPosition",
                    "sequence",
                    "makesState",
                    "labOrder",
                    "labPrecision",
                    "labEarliest",
                    "labLatest",
                    "orderAssumed",
                    "orderConflict",
                    "afterEnd",
                    "overdraws",
                    "effect",
                    "place",
                    "from",
                    "to",
                    "durationSI",
                    "source",
                    "locator");
    private static final List<String> TIMELINE_CELLS = List.of("state", "step", "plan");
    private static final List<String> VALUE_CELLS =
            List.of(
                    "property",
                    "basis",
                    "asRecorded",
                    "value",
                    "unit",
                    "si",
                    "lowerSI",
                    "upperSI",
                    "concept",
                    "conceptLabel",
                    "text",
                    "uncertainty",
                    "mode",
                    "statistic",
                    "count",
                    "species",
                    "finding",
                    "record");
    private static final List<String> SUPERSEDED_CELLS =
            List.of(
                    "event",
                    "record",
                    "position",
                    "from",
                    "until",
                    "endedBy",
                    "because",
                    "reason",
                    "retracted",
                    "datum",
                    "property",
                    "asRecorded",
                    "value",
                    "unit",
                    "si",
                    "basis",
                    "concept",
                    "text");

    @Test
    void theRowsAreThoseOfTheCannedQueries(@TempDir Path directory) {
        var met = new HashSet<String>();
        for (long seed = 11; seed <= 13; seed++) {
            compare(directory.resolve("seed-" + seed), seed, met);
        }
        assertThat(met)
                .as("everything was met")
                .contains("agents", "values", "related", "superseded", "parents", "state");
    }

    @Test
    void eachResultOfAMeasurementIsLookedUpOnce() {
        assertThat(lookUpsOfALife(30) - lookUpsOfALife(10)).isEqualTo(20);
    }

    private static long lookUpsOfALife(int results) {
        var found =
                IntStream.rangeClosed(1, results)
                        .mapToObj("specificDischargeCapacity=%d MilliA-HR-PER-GM"::formatted)
                        .toArray(String[]::new);
        var lab =
                new LabGraph().register("A").measure("GalvanostaticCycling", "A", List.of(), found);
        var reads = new CountedReads(lab.graph());
        return new GraphQueries(reads, QueryLimits.DEFAULT)
                .ask(session -> {
                    var rows = new LifeRows(session);
                    assertThat(rows.events(GraphedLab.BASE + "/sample/A")).hasSize(2);
                    return reads.count();
                });
    }

    private static void compare(Path directory, long seed, Set<String> met) {
        try (var lab = new GraphedLab(directory, seed)) {
            new LogGenerator(lab.lab(), seed).generate(EVENTS);
            var queries = lab.queries();
            for (var sample : samples(queries)) {
                queries.ask(session -> {
                    new Comparison(seed, session, new LifeRows(session), sample, met).run();
                    return met;
                });
            }
        }
    }

    private static Set<String> samples(GraphQueries queries) {
        var samples = new TreeSet<String>();
        var page = new Samples(queries, GraphedLab.BASE).list("", "");
        page.samples().forEach(sample -> samples.add(sample.iri()));
        return samples;
    }

    private record Comparison(
            long seed, Session session, LifeRows rows, String sample, Set<String> met) {
        void run() {
            events("sample-history", EVENT_CELLS);
            events("sample-timeline", TIMELINE_CELLS);
            for (var row : rows.events(sample)) {
                var event = row.get("event");
                same(
                        "agents",
                        leastLabelled(asked("sample-history-agents", event)),
                        rows.happenings().agents(event),
                        List.of("role", "agent", "label"));
                same(
                        "values",
                        asked("sample-history-values", event),
                        Stream.of(rows.happenings().parameters(event), rows.results(sample, event))
                                .flatMap(List::stream)
                                .toList(),
                        VALUE_CELLS);
                same(
                        "related",
                        asked("sample-history-related", event),
                        rows.related(sample, event).stream()
                                .filter(other -> !other.get("role").equals("region"))
                                .toList(),
                        List.of("role", "other", "label"));
            }
            same(
                    "superseded",
                    asked("sample-history-superseded"),
                    new ShelvedRows(session).of(sample),
                    SUPERSEDED_CELLS);
            var parents = new TreeMap<String, Set<String>>();
            for (var row : asked("sample-parents")) {
                var by = parents.computeIfAbsent(row.get("other"), _ -> new TreeSet<>());
                row.text("event").ifPresent(by::add);
            }
            assertThat(rows.parents(sample))
                    .as("parents of %s, seed %d", sample, seed)
                    .isEqualTo(parents);
            if (!parents.isEmpty()) {
                met.add("parents");
            }
        }

        /// Where a query has several rows for an event, the least stands for all.
        private void events(String query, List<String> cells) {
            var least = new TreeMap<String, String>();
            for (var row : asked(query)) {
                for (var cell : cells) {
                    row.text(cell)
                            .ifPresent(text ->
                                    least.merge(
                                            row.get("event") + " " + cell,
                                            text,
                                            (a, b) -> a.compareTo(b) <= 0 ? a : b));
                }
            }
            var found = new TreeMap<String, String>();
            for (var row : rows.events(sample)) {
                for (var cell : cells) {
                    Consumer<String> keep = text -> found.put(row.get("event") + " " + cell, text);
                    row.text(cell).ifPresent(keep);
                    row.text(cell).ifPresent(_ -> met.add(cell));
                }
            }
            assertThat(found).as("%s of %s, seed %d", query, sample, seed).isEqualTo(least);
        }

        private void same(String what, List<Row> asked, List<Row> found, List<String> cells) {
            assertThat(texts(found, cells))
                    .as("%s of %s, seed %d", what, sample, seed)
                    .isEqualTo(texts(asked, cells));
            if (!found.isEmpty()) {
                met.add(what);
            }
        }

        private static Set<String> texts(List<Row> rows, List<String> cells) {
            return rows.stream()
                    .map(row ->
                            cells.stream()
                                    .map(cell -> cell + "=" + row.text(cell).orElse("-"))
                                    .collect(Collectors.joining(" ")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /// The query has a row for each label of an agent; one is enough for people.
        private static List<Row> leastLabelled(List<Row> agents) {
            var least = new TreeMap<String, Row>();
            for (var row : agents) {
                least.merge(
                        row.get("role") + " " + row.get("agent"),
                        row,
                        (a, b) ->
                                a.text("label").orElse("").compareTo(b.text("label").orElse(""))
                                                <= 0
                                        ? a
                                        : b);
            }
            return List.copyOf(least.values());
        }

        private List<Row> asked(String query) {
            return session.rows(query, Map.of("sample", new Parameter.Iri(sample)));
        }

        private List<Row> asked(String query, String event) {
            return asked(query).stream().filter(row -> row.get("event").equals(event)).toList();
        }
    }
}
