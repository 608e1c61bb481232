package dev.lodestone.query.inverse;

import dev.lodestone.ontology.Ontology;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one state of the graph says, asked once for each state, event and value.
final class Evidence {
    private static final Set<String> TRUSTED =
            Set.of("Measured", "Recorded", "Extracted", "Unverified");

    private final Session session;
    private final Map<String, Ancestry> ancestries = new HashMap<>();
    private final Map<String, List<Candidate>> parameters = new HashMap<>();
    private final Map<String, List<Candidate>> values = new HashMap<>();

    Evidence(Session session) {
        this.session = session;
    }

    /// A value, and the row it was read from.
    record Candidate(Row row, ShownValue value) {
        String property() {
            return row.get("property");
        }

        boolean fulfils(List<Wish> wishes) {
            var si = row.number("si");
            return si.isPresent()
                    && TRUSTED.contains(value.basis())
                    && wishes.stream().allMatch(wish -> wish.accepts(si.get().doubleValue()));
        }

        boolean trusted() {
            return TRUSTED.contains(value.basis());
        }

        double si() {
            return row.number("si").orElseThrow().doubleValue();
        }
    }

    Ancestry ancestry(String state) {
        return ancestries.computeIfAbsent(state, asked -> Ancestry.of(session, asked));
    }

    List<Candidate> parametersOf(String event) {
        return parameters.computeIfAbsent(event, asked -> ask("event-parameters", "event", asked));
    }

    List<Candidate> valuesOf(String state) {
        return values.computeIfAbsent(state, asked -> ask("state-values", "state", asked));
    }

    List<Candidate> conditionsOf(String datum) {
        return ask("datum-conditions", "of", datum);
    }

    /// The values of a property on samples between two SI values, both included.
    List<Candidate> inRange(Term property, double low, double high) {
        return candidates(
                session.rows(
                        "values-in-range",
                        Map.of(
                                "property", new Parameter.Iri(property.iri()),
                                "low", new Parameter.Real(low),
                                "high", new Parameter.Real(high))));
    }

    /// The structure features known of a state or one before it.
    List<Candidate> structure(Ancestry ancestry) {
        var found = new ArrayList<Candidate>();
        for (var made : ancestry.states()) {
            for (var candidate : valuesOf(made.state())) {
                var property = Ontology.lodestone().findProperty(new Term(candidate.property()));
                var isStructure =
                        property.isPresent()
                                && property.get().facet() == dev.lodestone.ontology.Facet.STRUCTURE;
                if (isStructure && candidate.trusted()) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private List<Candidate> ask(String query, String parameter, String iri) {
        return candidates(session.rows(query, Map.of(parameter, new Parameter.Iri(iri))));
    }

    /// One for each datum; its findings and labels come as rows of their own.
    private static List<Candidate> candidates(List<Row> rows) {
        var found = new LinkedHashMap<String, Candidate>();
        for (var row : rows) {
            var value = ShownValue.of(row);
            found.merge(
                    value.datum(),
                    new Candidate(row, value),
                    (one, other) ->
                            new Candidate(one.row(), one.value().with(other.value().findings())));
        }
        return List.copyOf(found.values());
    }
}
