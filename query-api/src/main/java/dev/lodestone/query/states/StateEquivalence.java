package dev.lodestone.query.states;

import dev.lodestone.query.history.Samples;
import dev.lodestone.query.history.ShownValue;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import dev.lodestone.query.states.SampleStates.Measured;
import dev.lodestone.query.states.SampleStates.Member;
import dev.lodestone.query.states.SampleStates.StateClass;
import dev.lodestone.query.states.SampleStates.Step;
import dev.lodestone.query.states.SampleStates.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tells the states of a sample in classes of those that rules, chosen with the question, count as
/// the same, with the events that separate the classes and what was found of each.
public final class StateEquivalence {
    private final GraphQueries graph;
    private final Samples samples;

    /// @param base of the IRIs, without a trailing slash
    public StateEquivalence(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
    }

    /// Tells them.
    ///
    /// @param word an IRI, an id, a lab name or `scope:name`
    public SampleStates of(String word, EquivalenceRules rules) {
        return graph.ask(session -> {
            var sample = samples.find(session, word);
            var nodes = StateAtlas.read(session, sample, rules);
            var own = nodes.stream().filter(node -> node.sample().equals(sample)).toList();
            var classes =
                    Partition.of(nodes, rules).stream()
                            .filter(each -> each.stream().anyMatch(own::contains))
                            .toList();
            var values = values(session, classes);
            var told = new ArrayList<StateClass>();
            for (var each : classes) {
                told.add(told(told.size() + 1, each, sample, nodes, rules, values));
            }
            return new SampleStates(
                    session.basis().position().value(),
                    samples.summary(session, sample),
                    rules.named(),
                    own.size(),
                    told,
                    undecided(own, rules));
        });
    }

    private static StateClass told(
            int number,
            List<StateNode> members,
            String sample,
            List<StateNode> all,
            EquivalenceRules rules,
            Map<String, List<Measured>> values) {
        var inside = members.stream().map(StateNode::state).collect(Collectors.toSet());
        var first =
                members.stream()
                        .filter(node -> node.previous().filter(inside::contains).isEmpty())
                        .filter(node -> node.parents().stream().noneMatch(inside::contains))
                        .findFirst()
                        .orElse(members.getFirst());
        var within = new LinkedHashMap<String, Step>();
        members.stream()
                .filter(node -> !node.equals(first))
                .forEach(node ->
                        within.putIfAbsent(
                                node.change().event(),
                                step(
                                        node.change(),
                                        rules.keeping(node.change()).map(EquivalenceRule::words))));
        var last =
                members.stream()
                        .filter(node -> node.sample().equals(sample))
                        .max(Comparator.comparingLong(StateNode::sequence))
                        .orElse(first);
        return new StateClass(
                number,
                first.state(),
                members.stream()
                        .map(node ->
                                new Member(
                                        node.state(),
                                        node.sample(),
                                        node.sampleLabel(),
                                        node.sequence()))
                        .toList(),
                step(first.change(), Optional.empty()),
                List.copyOf(within.values()),
                end(last, all),
                members.stream()
                        .flatMap(node -> values.getOrDefault(node.state(), List.of()).stream())
                        .toList());
    }

    /// The event that ended a state is told as the one that made the next, where there is a next.
    private static Optional<Step> end(StateNode last, List<StateNode> all) {
        return last.endedBy()
                .map(event ->
                        all.stream()
                                .map(StateNode::change)
                                .filter(change -> change.event().equals(event))
                                .findFirst()
                                .map(change -> step(change, Optional.empty()))
                                .orElseGet(() ->
                                        new Step(
                                                event,
                                                last.endedHow().orElse("its end"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                false,
                                                Optional.empty())));
    }

    private static Step step(Change change, Optional<String> rule) {
        return new Step(
                change.event(),
                change.label(),
                change.when(),
                Optional.of(change.record()),
                Optional.of(change.position()),
                change.orderAssumed(),
                rule);
    }

    private static List<Undecided> undecided(List<StateNode> own, EquivalenceRules rules) {
        return own.stream()
                .map(StateNode::change)
                .map(change ->
                        new Undecided(change.event(), change.label(), rules.undecided(change)))
                .filter(undecided -> !undecided.why().isEmpty())
                .toList();
    }

    private static Map<String, List<Measured>> values(
            Session session, List<List<StateNode>> classes) {
        Function<String, List<Row>> ask =
                sample ->
                        session.rows(
                                "sample-state-values", Map.of("sample", new Parameter.Iri(sample)));
        var byDatum = new LinkedHashMap<String, Measured>();
        classes.stream()
                .flatMap(List::stream)
                .map(StateNode::sample)
                .distinct()
                .flatMap(sample -> ask.apply(sample).stream())
                .forEach(row ->
                        byDatum.merge(
                                row.get("datum"),
                                measured(row),
                                (one, other) ->
                                        new Measured(
                                                one.state(),
                                                one.event(),
                                                one.what(),
                                                one.value().with(other.value().findings()))));
        return byDatum.values().stream().collect(Collectors.groupingBy(Measured::state));
    }

    private static Measured measured(Row row) {
        var kind = row.get("kind");
        return new Measured(
                row.get("state"),
                row.get("event"),
                row.text("kindLabel").orElse(kind.substring(kind.indexOf('#') + 1)),
                ShownValue.of(row));
    }
}
