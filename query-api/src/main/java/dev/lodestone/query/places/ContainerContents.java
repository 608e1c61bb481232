package dev.lodestone.query.places;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.places.Contents.Thing;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Tells what stands in a container now, as the last event says that put it there.
public final class ContainerContents {
    private final GraphQueries graph;
    private final Containers containers;

    /// @param base of the IRIs, without a trailing slash
    public ContainerContents(GraphQueries graph, String base) {
        this.graph = graph;
        this.containers = new Containers(base);
    }

    /// Tells it.
    ///
    /// @param word the container: an IRI, an id or a name
    /// @param deep whether also what stands in the containers in it
    public Contents of(String word, boolean deep) {
        return graph.ask(session -> {
            var iri = containers.find(session, word);
            var path = containers.path(session, iri);
            var things = things(session, iri);
            var findings = new ArrayList<>(taken(things));
            if (path.nested()) {
                findings.add(nested(path.label()));
            }
            return new Contents(
                    session.basis().position().value(),
                    iri,
                    path.label(),
                    path.stands(),
                    things.stream().filter(thing -> deep || thing.depth() == 1).toList(),
                    findings);
        });
    }

    static String nested(String label) {
        return "%s stands in itself, by moves of which one was learned late.".formatted(label);
    }

    /// Everything in a container, a container before what is in it.
    static List<Thing> things(Session session, String container) {
        var rows = new LinkedHashMap<String, List<Row>>();
        var seen = new HashSet<String>();
        for (var row :
                session.rows(
                        "container-contents", Map.of("container", new Parameter.Iri(container)))) {
            if (seen.add(row.get("thing"))) {
                rows.computeIfAbsent(row.get("in"), _ -> new ArrayList<>()).add(row);
            }
        }
        var things = new ArrayList<Thing>();
        var inLabel = first(session, container);
        hang(rows, container, inLabel, 1, new HashSet<>(), things);
        return things;
    }

    private static String first(Session session, String container) {
        var labels = session.holding().objects(container, Vocabulary.RDFS_LABEL);
        return labels.hasNext() ? labels.next() : Containers.id(container);
    }

    private static void hang(
            Map<String, List<Row>> rows,
            String in,
            String inLabel,
            int depth,
            Set<String> above,
            List<Thing> things) {
        if (!above.add(in)) {
            return;
        }
        for (var row : rows.getOrDefault(in, List.of())) {
            var iri = row.get("thing");
            var label = row.text("label").orElse(Containers.id(iri));
            things.add(
                    new Thing(
                            iri,
                            label,
                            row.text("kindLabel"),
                            row.isTrue("isContainer"),
                            depth,
                            Stand.of(row, in, inLabel, java.util.Optional.empty(), "eventKind")));
            if (row.isTrue("isContainer")) {
                hang(rows, iri, label, depth + 1, above, things);
            }
        }
    }

    /// Positions at which several things stand.
    static List<String> taken(List<Thing> things) {
        return things.stream()
                .filter(thing -> thing.stand().at().isPresent())
                .collect(
                        Collectors.groupingBy(
                                thing ->
                                        "%s of %s"
                                                .formatted(
                                                        thing.stand().at().orElseThrow(),
                                                        thing.stand().label()),
                                TreeMap::new,
                                Collectors.mapping(Thing::label, Collectors.toList())))
                .entrySet()
                .stream()
                .filter(place -> place.getValue().size() > 1)
                .map(place ->
                        "%s is taken by several: %s."
                                .formatted(place.getKey(), String.join(", ", place.getValue())))
                .toList();
    }
}
