package dev.lodestone.query.balance;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Unit;
import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.LifeOrder;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What the graph says of one sample that bears on its balance.
///
/// @param events rows of `sample-history`, one for each event, in the order of its life
/// @param entries rows of `sample-balance`, by event
/// @param madeOf rows of `sample-made-of`
/// @param fractions rows of `sample-mass-fractions`
/// @param names what the samples are called that something went to
record Life(
        List<Row> events,
        Map<String, List<Row>> entries,
        List<Row> madeOf,
        List<Row> fractions,
        Map<String, String> names) {

    static Life of(Session session, String sample) {
        var about = Map.<String, Parameter>of("sample", new Parameter.Iri(sample));
        var events = new HashMap<String, Row>();
        var order = new ArrayList<Row>();
        for (var row : LifeOrder.sorted(session.rows("sample-history", about))) {
            if (events.putIfAbsent(row.get("event"), row) == null) {
                order.add(row);
            }
        }
        var entries = new HashMap<String, List<Row>>();
        var names = new HashMap<String, String>();
        for (var row : session.rows("sample-balance", about)) {
            entries.computeIfAbsent(row.get("event"), _ -> new ArrayList<>()).add(row);
            row.text("other")
                    .ifPresent(other -> names.computeIfAbsent(other, o -> name(session, o)));
        }
        return new Life(
                order,
                entries,
                session.rows("sample-made-of", about),
                session.rows("sample-mass-fractions", about),
                names);
    }

    /// The first of its names by the alphabet, else its id.
    private static String name(Session session, String sample) {
        var labels = new TreeSet<String>();
        session.links().objects(sample, Vocabulary.RDFS_LABEL).forEachRemaining(labels::add);
        return labels.isEmpty() ? Samples.id(sample) : labels.first();
    }

    /// What the sample is called that something went to.
    Optional<String> other(Row row) {
        return row.text("other").map(other -> names.getOrDefault(other, Samples.id(other)));
    }

    /// Rows of an event in one role.
    List<Row> entries(Row event, String role) {
        return entries.getOrDefault(event.get("event"), List.of()).stream()
                .filter(row -> row.get("role").equals(role))
                .toList();
    }

    /// An amount in SI, where a row states one in a unit that has an SI value.
    static Optional<Held> amount(Row row) {
        var unit = unit(row);
        return row.number("value")
                .flatMap(value ->
                        unit.map(u ->
                                Held.of(
                                        Uncertain.of(
                                                row.text("at")
                                                        .or(() -> row.text("datum"))
                                                        .orElse(""),
                                                u.toSi(value),
                                                row.number("uncertainty").map(u::differenceToSi)),
                                        u)));
    }

    private static Optional<Unit> unit(Row row) {
        return row.text("unit")
                .flatMap(iri -> Ontology.lodestone().findUnit(new Term(iri).curie()))
                .filter(Unit::convertible);
    }

    /// What an event is called.
    static String kind(Row event) {
        return event.text("kindLabel").orElseGet(() -> new Term(event.get("kind")).localName());
    }
}
