package dev.lodestone.query.exposure;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What happened to a sample, and before it was cut to what it was cut from, oldest first. It ends
/// at a merge: what went in has histories of its own that cannot be added up.
///
/// @param merged the samples that the oldest one was blended of
record LifeLine(List<Happening> happenings, Set<String> merged) {

    /// An event in the life of a sample of the line.
    ///
    /// @param sequence of the state it made or found
    /// @param values its parameters
    record Happening(
            String sample,
            String label,
            Row row,
            long sequence,
            boolean makesState,
            List<Row> values) {
        String event() {
            return row.get("event");
        }
    }

    static LifeLine read(Session session, String sample) {
        var pieces = new ArrayList<List<Happening>>();
        var merged = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        var at = Optional.of(new Until(sample, Long.MAX_VALUE));
        while (at.isPresent() && seen.add(at.get().sample())) {
            pieces.addFirst(piece(session, at.get()));
            at = before(session, at.get().sample(), merged);
        }
        return new LifeLine(pieces.stream().flatMap(List::stream).toList(), merged);
    }

    /// A sample as far as one of its states.
    private record Until(String sample, long sequence) {}

    private static List<Happening> piece(Session session, Until until) {
        var about = Map.<String, Parameter>of("sample", new Parameter.Iri(until.sample()));
        var values = session.rows("sample-history-values", about);
        var seen = new HashSet<String>();
        var all = new ArrayList<Happening>();
        for (var row : session.rows("sample-history", about)) {
            var sequence = row.whole("sequence");
            if (sequence.isEmpty()
                    || sequence.getAsLong() > until.sequence()
                    || !seen.add(row.get("event"))) {
                continue;
            }
            all.add(
                    new Happening(
                            until.sample(),
                            label(session, until.sample()),
                            row,
                            sequence.getAsLong(),
                            row.isTrue("makesState"),
                            values.stream()
                                    .filter(value -> value.isTrue("parameter"))
                                    .filter(value -> value.get("event").equals(row.get("event")))
                                    .toList()));
        }
        return all;
    }

    /// What it was cut from, as far as the cut.
    private static Optional<Until> before(Session session, String sample, Set<String> merged) {
        var links = session.links();
        var parents = new LinkedHashSet<String>();
        session.rows("sample-states", Map.of("sample", new Parameter.Iri(sample)))
                .forEach(row -> row.text("parent").ifPresent(parents::add));
        var untils = new ArrayList<Until>();
        for (var state : parents) {
            links.objects(state, Vocabulary.PROV_SPECIALIZATION_OF)
                    .forEachRemaining(parent ->
                            links.objects(state, Vocabulary.SEQUENCE)
                                    .forEachRemaining(
                                            n -> untils.add(new Until(parent, Long.parseLong(n)))));
        }
        if (untils.size() > 1) {
            untils.forEach(until -> merged.add(until.sample()));
        }
        return untils.size() == 1 ? Optional.of(untils.getFirst()) : Optional.empty();
    }

    private static String label(Session session, String sample) {
        var labels = session.links().objects(sample, Vocabulary.RDFS_LABEL);
        return labels.hasNext() ? labels.next() : Samples.id(sample);
    }
}
