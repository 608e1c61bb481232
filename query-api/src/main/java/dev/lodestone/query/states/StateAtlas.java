package dev.lodestone.query.states;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.sparql.GraphLinks;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The states of a sample, and of the samples that are reached from it through splits that leave a
/// sample as it was. Read from one state of the graph.
final class StateAtlas {
    private final Session session;
    private final GraphLinks links;
    private final EquivalenceRules rules;
    private final Map<String, StateNode> nodes = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> toRead = new ArrayDeque<>();

    private StateAtlas(Session session, EquivalenceRules rules) {
        this.session = session;
        this.links = session.links();
        this.rules = rules;
    }

    /// Reads them; those of the sample itself come first, in order.
    static List<StateNode> read(Session session, String sample, EquivalenceRules rules) {
        var atlas = new StateAtlas(session, rules);
        atlas.reach(sample);
        while (!atlas.toRead.isEmpty()) {
            var own = atlas.states(atlas.toRead.remove());
            own.forEach(node -> atlas.nodes.put(node.state(), node));
            if (!rules.rules().isEmpty()) {
                atlas.goUp(own);
                atlas.goDown(own);
            }
        }
        return List.copyOf(atlas.nodes.values());
    }

    private void reach(String sample) {
        if (seen.add(sample)) {
            toRead.add(sample);
        }
    }

    private void goUp(List<StateNode> own) {
        for (var node : own) {
            if (node.isPart() && rules.keeping(node.change()).isPresent()) {
                node.parents().forEach(parent -> sampleOf(parent).forEach(this::reach));
            }
        }
    }

    /// One part tells of the event for all of them.
    private void goDown(List<StateNode> own) {
        for (var node : own) {
            var byEvent = new LinkedHashMap<String, List<String>>();
            links.subjects(Vocabulary.PROV_WAS_DERIVED_FROM, node.state())
                    .forEachRemaining(part ->
                            links.objects(part, Vocabulary.PROV_WAS_GENERATED_BY)
                                    .forEachRemaining(event ->
                                            byEvent.computeIfAbsent(event, _ -> new ArrayList<>())
                                                    .add(part)));
            byEvent.values().forEach(this::reachParts);
        }
    }

    private void reachParts(List<String> parts) {
        var first = sampleOf(parts.getFirst());
        boolean kept =
                first.stream()
                        .flatMap(sample -> states(sample).stream())
                        .anyMatch(node ->
                                node.state().equals(parts.getFirst())
                                        && node.isPart()
                                        && rules.keeping(node.change()).isPresent());
        if (kept) {
            parts.forEach(part -> sampleOf(part).forEach(this::reach));
        }
    }

    private List<String> sampleOf(String state) {
        var samples = new ArrayList<String>();
        links.objects(state, Vocabulary.PROV_SPECIALIZATION_OF).forEachRemaining(samples::add);
        return samples;
    }

    private List<StateNode> states(String sample) {
        var about = Map.<String, Parameter>of("sample", new Parameter.Iri(sample));
        var values =
                session.rows("sample-history-values", about).stream()
                        .filter(row -> row.isTrue("parameter"))
                        .collect(Collectors.groupingBy(row -> row.get("event")));
        var byState = new LinkedHashMap<String, List<Row>>();
        for (var row : session.rows("sample-states", about)) {
            byState.computeIfAbsent(row.get("state"), _ -> new ArrayList<>()).add(row);
        }
        var changes = new HashMap<String, Change>();
        return byState.values().stream()
                .map(rows -> {
                    var first = rows.getFirst();
                    var event = first.get("event");
                    var change =
                            changes.computeIfAbsent(
                                    event,
                                    _ -> Change.of(first, values.getOrDefault(event, List.of())));
                    return node(sample, rows, change);
                })
                .sorted(Comparator.comparingLong(StateNode::sequence))
                .toList();
    }

    private static StateNode node(String sample, List<Row> rows, Change change) {
        var row = rows.getFirst();
        return new StateNode(
                row.get("state"),
                sample,
                row.text("label").orElse(Samples.id(sample)),
                row.whole("sequence").orElseThrow(),
                row.text("previous"),
                rows.stream()
                        .flatMap(each -> each.text("parent").stream())
                        .collect(Collectors.toSet()),
                change,
                row.text("endedBy"),
                row.text("endKindLabel"));
    }
}
