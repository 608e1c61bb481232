package dev.lodestone.query.history;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.sparql.Things;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What records said of a sample that hold no longer, as the rows of the canned query
/// `sample-history-superseded`.
final class ShelvedRows {
    private static final Aspect RECORD = Aspect.of(Vocabulary.POSITION, Vocabulary.LIVE_PERIOD);
    private static final Aspect PERIOD = Aspect.of(Vocabulary.LIVE_FROM, Vocabulary.LIVE_UNTIL);
    private static final Aspect ENDING =
            Aspect.of(Vocabulary.POSITION, Vocabulary.BECAUSE, Vocabulary.REASON);
    private static final Aspect SAID =
            Aspect.of(
                    Vocabulary.RDF_TYPE,
                    Vocabulary.HAS_PARAMETER,
                    Vocabulary.PROV_WAS_GENERATED_BY);

    private final Session session;
    private final Things things;

    ShelvedRows(Session session) {
        this.session = session;
        this.things = session.things();
    }

    /// In the order of the records, then of the data.
    List<Row> of(String sample) {
        var rows = new ArrayList<Row>();
        for (var record : session.links().shelves(Vocabulary.ON_SAMPLE, sample)) {
            var said = session.shelved(record);
            var header = things.of(record, RECORD);
            for (var iri : header.all(Vocabulary.LIVE_PERIOD)) {
                var period = things.of(iri, PERIOD);
                var cells = new HashMap<String, String>();
                cells.put("record", record);
                header.least(Vocabulary.POSITION).ifPresent(at -> cells.put("position", at));
                period.least(Vocabulary.LIVE_FROM).ifPresent(from -> cells.put("from", from));
                period.least(Vocabulary.LIVE_UNTIL)
                        .ifPresent(until -> {
                            cells.put("until", until);
                            ended(record, until, cells);
                        });
                if (Stream.of("position", "from", "until").allMatch(cells::containsKey)) {
                    rows.addAll(events(sample, said, cells));
                }
            }
        }
        rows.sort(
                Comparator.<Row>comparingLong(row -> row.whole("position").orElse(0))
                        .thenComparingLong(row -> row.whole("from").orElse(0))
                        .thenComparing(row -> row.text("datum").orElse("")));
        return rows;
    }

    private void ended(String record, String until, Map<String, String> cells) {
        for (var retracted : List.of(false, true)) {
            var property = retracted ? Vocabulary.RETRACTS : Vocabulary.SUPERSEDES;
            for (var iri : things.to(property, record)) {
                var ending = things.of(iri, ENDING);
                if (ending.has(Vocabulary.POSITION, until)) {
                    cells.put("endedBy", iri);
                    cells.put("retracted", retracted.toString());
                    ending.least(Vocabulary.BECAUSE)
                            .ifPresent(because -> cells.put("because", because));
                    ending.least(Vocabulary.REASON)
                            .ifPresent(reason -> cells.put("reason", reason));
                }
            }
        }
    }

    private List<Row> events(String sample, Things said, Map<String, String> period) {
        var rows = new ArrayList<Row>();
        var about = said.to(Vocabulary.ON_SAMPLE, sample);
        for (var event : about) {
            var facts = said.of(event, SAID);
            if (!facts.has(Vocabulary.RDF_TYPE, Vocabulary.EVENT.iri())) {
                continue;
            }
            var of = new TreeSet<>(facts.all(Vocabulary.HAS_PARAMETER));
            about.stream()
                    .filter(iri -> said.of(iri, SAID).has(Vocabulary.PROV_WAS_GENERATED_BY, event))
                    .forEach(of::add);
            var stating = new HashMap<>(period);
            stating.put("event", event);
            var stated =
                    of.stream()
                            .map(datum -> ValueRows.cells(datum, said.of(datum, ValueRows.DATUM)))
                            .filter(v -> v.containsKey("property") && v.containsKey("basis"))
                            .toList();
            if (stated.isEmpty()) {
                rows.add(new Row(stating));
            }
            for (var value : stated) {
                var cells = new HashMap<>(value);
                cells.putAll(stating);
                rows.add(new Row(cells));
            }
        }
        return rows;
    }
}
