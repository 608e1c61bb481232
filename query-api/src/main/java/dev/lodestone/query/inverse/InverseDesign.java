package dev.lodestone.query.inverse;

import dev.lodestone.ontology.Facet;
import dev.lodestone.ontology.Term;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.inverse.Evidence.Candidate;
import dev.lodestone.query.inverse.InverseAnswer.Because;
import dev.lodestone.query.inverse.InverseAnswer.Hit;
import dev.lodestone.query.inverse.InverseAnswer.Join;
import dev.lodestone.query.inverse.InverseAnswer.Measured;
import dev.lodestone.query.inverse.InverseAnswer.Step;
import dev.lodestone.query.sparql.GraphQueries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers inverse questions. Index triples only find candidates; each answer is proved on the
/// chain of states: what was processed is the state that was measured, or an ancestor of it. One
/// state of the graph answers the whole question.
public final class InverseDesign {
    private final GraphQueries graph;

    public InverseDesign(GraphQueries graph) {
        this.graph = graph;
    }

    /// Answers a question.
    public InverseAnswer ask(InverseQuery query) {
        return graph.ask(session ->
                new Search(query, new Evidence(session))
                        .answer(session.basis().position().value()));
    }

    private static final class Search {
        private final InverseQuery query;
        private final Evidence evidence;
        private final Map<Term, List<Wish>> targets;
        private final Map<Term, List<Wish>> where;

        Search(InverseQuery query, Evidence evidence) {
            this.query = query;
            this.evidence = evidence;
            this.targets = byProperty(query.targets());
            this.where = byProperty(query.where());
        }

        InverseAnswer answer(long basis) {
            var direct = new ArrayList<Hit>();
            var joined = new ArrayList<Hit>();
            for (var measured : measured()) {
                prove(measured).ifPresent(direct::add);
                query.join()
                        .ifPresent(how ->
                                new StructureSearch(evidence, how)
                                        .alike(measured.getFirst())
                                        .forEach(alike ->
                                                prove(measured, alike).ifPresent(joined::add)));
            }
            direct.sort(greatestFirst());
            joined.sort(greatestFirst());
            var hits = new ArrayList<>(direct);
            hits.addAll(joined);
            return new InverseAnswer(
                    basis,
                    query.targets().stream().map(Wish::text).toList(),
                    query.where().stream().map(Wish::text).toList(),
                    measurements(direct),
                    (int) direct.stream().map(Hit::sample).distinct().count(),
                    measurements(direct.stream().filter(Hit::flagged).toList()),
                    measurements(direct.stream().filter(Hit::orderAssumed).toList()),
                    measurements(joined),
                    notes(hits),
                    List.copyOf(hits.subList(0, Math.min(hits.size(), query.limit()))),
                    hits.size() > query.limit());
        }

        /// Values that fulfil the first target, each with values of the same sample, on one line of
        /// states, that fulfil the others.
        private List<List<Candidate>> measured() {
            var terms = List.copyOf(targets.keySet());
            var found = new ArrayList<List<Candidate>>();
            for (var first : candidates(terms.getFirst())) {
                found.add(List.of(first));
            }
            for (var term : terms.subList(1, terms.size())) {
                var others =
                        candidates(term).stream()
                                .collect(Collectors.groupingBy(c -> c.row().get("sample")));
                var both = new ArrayList<List<Candidate>>();
                for (var some : found) {
                    others.getOrDefault(some.getFirst().row().get("sample"), List.of()).stream()
                            .filter(other -> some.stream().allMatch(one -> onOneLine(one, other)))
                            .forEach(other -> both.add(with(some, other)));
                }
                found = both;
            }
            return found;
        }

        private List<Candidate> candidates(Term term) {
            var wishes = targets.getOrDefault(term, List.of());
            var low = Double.NEGATIVE_INFINITY;
            var high = Double.POSITIVE_INFINITY;
            for (var wish : wishes) {
                low = wish.lower() ? Math.max(low, wish.si()) : low;
                high = wish.lower() ? high : Math.min(high, wish.si());
            }
            return evidence.inRange(term, low, high).stream()
                    .filter(candidate -> candidate.fulfils(wishes))
                    .toList();
        }

        private boolean onOneLine(Candidate one, Candidate other) {
            var a = one.row().get("state");
            var b = other.row().get("state");
            return evidence.ancestry(a).contains(b) || evidence.ancestry(b).contains(a);
        }

        /// The answer by the sample's own processing, if it can be proved.
        private Optional<Hit> prove(List<Candidate> measured) {
            var because = because(measured, earliest(measured));
            return because.map(proofs ->
                    hit("direct", measured, proofs, earliest(measured), Optional.empty()));
        }

        /// The answer by the recipe of a sample of like structure.
        private Optional<Hit> prove(List<Candidate> measured, StructureSearch.Alike alike) {
            return because(measured, alike.state())
                    .filter(proofs -> proofs.stream().allMatch(proof -> alike.madeBefore(proof)))
                    .map(proofs ->
                            hit(
                                    "joined",
                                    measured,
                                    proofs,
                                    alike.state(),
                                    Optional.of(alike.join())));
        }

        /// The state that all of the values were found on, or that the others came from.
        private String earliest(List<Candidate> measured) {
            return measured.stream()
                    .map(one -> one.row().get("state"))
                    .min(Comparator.comparingInt(state -> evidence.ancestry(state).states().size()))
                    .orElseThrow();
        }

        /// What fulfils each condition before a state; empty if some condition is not fulfilled.
        private Optional<List<Because>> because(List<Candidate> measured, String state) {
            var all = new ArrayList<Because>();
            for (var condition : where.entrySet()) {
                var found =
                        ofMeasurement(condition.getKey(), condition.getValue(), measured)
                                .or(() -> before(condition.getKey(), condition.getValue(), state));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                all.add(found.get());
            }
            return Optional.of(all);
        }

        private Optional<Because> ofMeasurement(
                Term term, List<Wish> wishes, List<Candidate> measured) {
            if (wishes.getFirst().property().facet() != Facet.CONDITION) {
                return Optional.empty();
            }
            for (var value : measured) {
                for (var condition : evidence.conditionsOf(value.value().datum())) {
                    if (condition.property().equals(term.iri()) && condition.fulfils(wishes)) {
                        return Optional.of(
                                new Because(
                                        text(wishes),
                                        "condition",
                                        condition.value(),
                                        value.row().get("sample"),
                                        label(value),
                                        value.row().get("event"),
                                        condition.value().record(),
                                        value.row().whole("position").orElse(0),
                                        value.row().text("source"),
                                        List.of()));
                    }
                }
            }
            return Optional.empty();
        }

        /// A step that made the state or one before it, or a value found on one of them. One
        /// without findings is preferred to one with.
        private Optional<Because> before(Term term, List<Wish> wishes, String state) {
            var ancestry = evidence.ancestry(state);
            var found = new ArrayList<Because>();
            for (var made : ancestry.states()) {
                for (var parameter : evidence.parametersOf(made.event())) {
                    if (parameter.property().equals(term.iri()) && parameter.fulfils(wishes)) {
                        found.add(
                                new Because(
                                        text(wishes),
                                        "step " + made.what(),
                                        parameter.value(),
                                        made.sample(),
                                        made.label(),
                                        made.event(),
                                        made.record(),
                                        made.position(),
                                        made.source(),
                                        ancestry.hops(made.state())));
                    }
                }
                for (var value : evidence.valuesOf(made.state())) {
                    if (value.property().equals(term.iri()) && value.fulfils(wishes)) {
                        found.add(
                                new Because(
                                        text(wishes),
                                        "value",
                                        value.value(),
                                        made.sample(),
                                        made.label(),
                                        value.row().get("event"),
                                        value.value().record(),
                                        value.row().whole("position").orElse(0),
                                        value.row().text("source"),
                                        ancestry.hops(made.state())));
                    }
                }
            }
            return found.stream()
                    .min(
                            Comparator.comparing((Because one) -> !one.value().findings().isEmpty())
                                    .thenComparingInt(one -> one.hops().size())
                                    .thenComparing(one -> one.value().datum()));
        }

        private Hit hit(
                String kind,
                List<Candidate> measured,
                List<Because> because,
                String recipeState,
                Optional<Join> join) {
            var first = measured.getFirst();
            var values = measured.stream().map(Search::measured).toList();
            var structure =
                    evidence.structure(evidence.ancestry(earliest(measured))).stream()
                            .map(Candidate::value)
                            .toList();
            var flagged =
                    values.stream().anyMatch(value -> !value.value().findings().isEmpty())
                            || because.stream().anyMatch(one -> !one.value().findings().isEmpty());
            var assumed =
                    values.stream().anyMatch(Measured::orderAssumed)
                            || because.stream()
                                    .flatMap(one -> one.hops().stream())
                                    .anyMatch(InverseAnswer.Hop::orderAssumed);
            return new Hit(
                    kind,
                    first.row().get("sample"),
                    label(first),
                    values,
                    because,
                    structure,
                    recipe(recipeState),
                    join,
                    flagged,
                    assumed);
        }

        private List<Step> recipe(String state) {
            return evidence.ancestry(state).states().stream()
                    .map(made ->
                            new Step(
                                    made.event(),
                                    made.what(),
                                    made.sample(),
                                    made.position(),
                                    evidence.parametersOf(made.event()).stream()
                                            .map(Candidate::value)
                                            .toList()))
                    .filter(step -> !step.parameters().isEmpty())
                    .sorted(Comparator.comparingLong(Step::position))
                    .toList();
        }

        private List<String> notes(List<Hit> hits) {
            var notes = new ArrayList<String>();
            if (hits.stream().noneMatch(hit -> !hit.structure().isEmpty()) && !hits.isEmpty()) {
                notes.add(
                        "No structure features are known of these samples:"
                                + " direct processing → property evidence only.");
            }
            if (query.where().isEmpty()) {
                notes.add(
                        "No condition on the processing was asked for; the recipes are those found.");
            }
            return notes;
        }

        private static Measured measured(Candidate candidate) {
            var row = candidate.row();
            return new Measured(
                    candidate.value(),
                    row.get("state"),
                    row.get("event"),
                    row.whole("position").orElse(0),
                    row.text("source")
                            .map(s -> s + row.text("locator").map(at -> ", " + at).orElse("")),
                    row.isTrue("orderAssumed"));
        }

        private static String label(Candidate candidate) {
            return candidate.row().text("label").orElseGet(() -> candidate.row().get("sample"));
        }

        private static int measurements(List<Hit> hits) {
            var data = new HashSet<String>();
            hits.forEach(hit -> data.add(hit.measured().getFirst().value().datum()));
            return data.size();
        }

        private static Comparator<Hit> greatestFirst() {
            return Comparator.comparing(
                            (Hit hit) -> hit.measured().getFirst().value().si().orElseThrow())
                    .reversed()
                    .thenComparing(Hit::sample)
                    .thenComparing(hit -> hit.measured().getFirst().value().datum());
        }

        private static String text(List<Wish> wishes) {
            return wishes.stream().map(Wish::text).collect(Collectors.joining(" and "));
        }

        private static Map<Term, List<Wish>> byProperty(List<Wish> wishes) {
            return wishes.stream()
                    .collect(
                            Collectors.groupingBy(
                                    wish -> wish.property().term(),
                                    LinkedHashMap::new,
                                    Collectors.toList()));
        }

        private static List<Candidate> with(List<Candidate> some, Candidate other) {
            var more = new ArrayList<>(some);
            more.add(other);
            return List.copyOf(more);
        }
    }

    static String shownTolerance(dev.lodestone.ontology.Tolerance tolerance, ShownValue value) {
        return tolerance.relative()
                ? tolerance.amount().movePointRight(2).stripTrailingZeros().toPlainString() + " %"
                : tolerance.amount().stripTrailingZeros().toString()
                        + value.siUnit().map(unit -> " " + unit).orElse("");
    }
}
