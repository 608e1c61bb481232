package dev.lodestone.query.history;

import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.history.Changes.Change;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became known of a sample, or known otherwise, between two positions of the log.
public final class SampleChanges {
    private final GraphQueries graph;
    private final SampleHistory history;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public SampleChanges(GraphQueries graph, String base) {
        this.graph = graph;
        this.history = new SampleHistory(graph, base);
        this.samples = new Samples(graph, base);
    }

    /// Tells the changes.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    /// @param from the position that was known already; 0 for nothing
    /// @param to the last position looked at
    public Changes of(String word, long from, long to) {
        if (from < 0 || to < from) {
            throw new Incorrect(
                    "positions",
                    "From position %d to %d goes backwards, or begins before the log.\nMaybe the smaller position first."
                            .formatted(from, to));
        }
        return graph.ask(session -> told(session, samples.find(session, word), from, to));
    }

    private Changes told(Session session, String iri, long from, long to) {
        var said = Said.of(history.told(session, iri));
        var changes = new LinkedHashMap<String, Change>();
        for (var row :
                session.rows(
                        "sample-changes",
                        Map.of(
                                "sample", new Parameter.Iri(iri),
                                "from", new Parameter.Whole(from),
                                "to", new Parameter.Whole(to)))) {
            var change = change(row, said);
            // A correction may restate an event as another kind: a row for each.
            changes.putIfAbsent(
                    change.record() + " " + change.event() + " " + change.replaced(), change);
        }
        return new Changes(
                session.basis().position().value(),
                samples.summary(session, iri),
                from,
                to,
                List.copyOf(changes.values()));
    }

    private static Change change(Row row, Said said) {
        var how = row.get("change");
        var old = row.text("old");
        var record = row.get("record");
        var before = old.map(said::by).orElse(List.of());
        return new Change(
                record,
                row.whole("position").orElseThrow(),
                how,
                row.get("event"),
                row.text("kindLabel").or(() -> row.text("kind").map(Samples::local)),
                old,
                row.text("because").map(Samples::local),
                row.text("reason"),
                how.equals("revived")
                        ? List.of()
                        : ValueDifference.compare(before, said.by(record)).differing());
    }

    /// The values that each record stated.
    private record Said(Map<String, List<ShownValue>> byRecord) {
        static Said of(SampleStory story) {
            var by = new HashMap<String, List<ShownValue>>();
            story.events()
                    .forEach(line -> {
                        var values = new ArrayList<>(line.parameters());
                        values.addAll(line.results());
                        by.put(line.record(), values);
                        line.was().forEach(was -> by.put(was.record(), was.values()));
                    });
            story.withdrawn()
                    .forEach(gone -> gone.was().forEach(was -> by.put(was.record(), was.values())));
            return new Said(by);
        }

        List<ShownValue> by(String record) {
            return Optional.ofNullable(byRecord.get(record)).orElse(List.of());
        }
    }
}
