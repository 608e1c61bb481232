package dev.lodestone.query.history;

import dev.lodestone.query.history.HistoryLine.Related;
import dev.lodestone.query.history.HistoryLine.Was;
import dev.lodestone.query.history.SampleStory.Withdrawn;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The history of a sample: what happened, in the order of its life, each line with the event, the
/// record and the position it stands on. What was corrected or withdrawn shows as such. One state
/// of the graph answers the whole question.
public final class SampleHistory {
    private static final String REGION = "region";
    private static final String MARKING = "marking a region";

    private final GraphQueries graph;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public SampleHistory(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
    }

    /// Tells the history.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    public SampleStory of(String word) {
        return graph.ask(session -> told(session, samples.find(session, word)));
    }

    /// Tells the history of a sample that is known by its IRI.
    SampleStory told(Session session, String iri) {
        return told(session, new LifeRows(session), iri);
    }

    /// The same, with rows that other lives are told from too.
    SampleStory told(Session session, LifeRows rows, String iri) {
        var telling =
                new Telling(
                        iri,
                        rows,
                        LifeOrder.sorted(rows.events(iri)),
                        was(new ShelvedRows(session).of(iri)));
        return telling.story(session.basis().position().value(), samples.summary(session, iri));
    }

    private record Telling(
            String sample, LifeRows rows, List<Row> events, Map<String, List<Was>> was) {

        SampleStory story(long basis, SampleSummary summary) {
            var lines = new ArrayList<HistoryLine>();
            var left = new LinkedHashMap<>(was);
            for (var row : events) {
                var event = row.get("event");
                lines.add(line(lines.size() + 1, row, event));
                left.remove(event);
            }
            var withdrawn =
                    left.entrySet().stream()
                            .map(gone -> new Withdrawn(gone.getKey(), gone.getValue()))
                            .toList();
            return new SampleStory(basis, summary, lines, withdrawn);
        }

        private HistoryLine line(int number, Row row, String event) {
            var sequence = row.whole("sequence");
            var related = rows.related(sample, event).stream().map(Telling::related).toList();
            return new HistoryLine(
                    number,
                    related.stream().anyMatch(other -> other.role().equals(REGION))
                            ? MARKING
                            : row.text("kindLabel").orElseGet(() -> Samples.local(row.get("kind"))),
                    "lsk:" + Samples.local(row.get("kind")),
                    rows.happenings().labTime(event).when(),
                    row.text("outcome").map(Samples::local).filter(how -> !how.equals("Unknown")),
                    row.text("reason"),
                    by(event),
                    sequence.isPresent() ? Optional.of(sequence.getAsLong()) : Optional.empty(),
                    row.isTrue("makesState"),
                    row.isTrue("orderAssumed"),
                    details(row),
                    notes(row),
                    related,
                    ShownValue.ofRows(rows.happenings().parameters(event)),
                    ShownValue.ofRows(rows.results(sample, event)),
                    was.getOrDefault(event, List.of()),
                    event,
                    row.get("record"),
                    row.whole("position").orElseThrow(),
                    row.text("source")
                            .map(source ->
                                    source + row.text("locator").map(at -> ", " + at).orElse("")));
        }

        private List<String> by(String event) {
            return rows.happenings().agents(event).stream()
                    .map(row ->
                            row.get("role")
                                    + " "
                                    + row.text("label")
                                            .orElseGet(() -> Samples.id(row.get("agent"))))
                    .distinct()
                    .toList();
        }

        private static Related related(Row row) {
            var other = row.get("other");
            return new Related(
                    row.get("role"), other, row.text("label").orElseGet(() -> Samples.id(other)));
        }

        private static List<String> details(Row row) {
            var details = new ArrayList<String>();
            row.text("place").ifPresent(place -> details.add("at " + place));
            row.text("from").ifPresent(place -> details.add("from " + place));
            row.text("to").ifPresent(place -> details.add("to " + place));
            row.text("effect")
                    .map(Samples::local)
                    .filter(effect -> !effect.equals("None"))
                    .ifPresent(effect ->
                            details.add(
                                    "the measurement "
                                            + effect.toLowerCase(Locale.ROOT)
                                            + " the sample"));
            return details;
        }

        private static List<String> notes(Row row) {
            var notes = new ArrayList<String>();
            if (row.isTrue("orderAssumed")) {
                notes.add("its place in the order is assumed: nothing known says before or after");
            }
            if (row.isTrue("orderConflict")) {
                notes.add("what it says of the order contradicts other records and was dropped");
            }
            if (row.isTrue("afterEnd")) {
                notes.add("it is later than the end of the sample");
            }
            if (row.isTrue("overdraws")) {
                notes.add("it took more than was left: `balance` tells how much");
            }
            return notes;
        }
    }

    private static Map<String, List<Was>> was(List<Row> rows) {
        var periods = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            var key = row.get("event") + " " + row.get("record") + " " + row.get("from");
            periods.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        var was = new LinkedHashMap<String, List<Was>>();
        periods.values()
                .forEach(period ->
                        was.computeIfAbsent(period.getFirst().get("event"), _ -> new ArrayList<>())
                                .add(was(period.getFirst(), period)));
        return was;
    }

    private static Was was(Row row, List<Row> period) {
        return new Was(
                row.get("record"),
                row.whole("from").orElseThrow(),
                row.whole("until").orElseThrow(),
                row.isTrue("retracted") ? "withdrawn" : "corrected",
                row.text("because").map(Samples::local),
                row.text("reason"),
                ShownValue.ofRows(
                        period.stream().filter(r -> r.text("datum").isPresent()).toList()));
    }
}
