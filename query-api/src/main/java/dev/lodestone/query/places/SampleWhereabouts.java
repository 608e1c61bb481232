package dev.lodestone.query.places;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.LabMoment;
import dev.lodestone.query.history.Samples;
import dev.lodestone.query.places.Whereabouts.Place;
import dev.lodestone.query.sparql.GraphQueries;
import dev.lodestone.query.sparql.GraphQueries.Session;
import dev.lodestone.query.sparql.Parameter;
import dev.lodestone.query.sparql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells where a sample is now and who has it, since when, and how that is known. A region is where
/// the sample is that it lies in.
public final class SampleWhereabouts {
    private static final Set<String> GONE = Set.of("Consumed", "Destroyed", "Lost");

    private final GraphQueries graph;
    private final Samples samples;
    private final Containers containers;

    /// @param base of the IRIs, without a trailing slash
    public SampleWhereabouts(GraphQueries graph, String base) {
        this.graph = graph;
        this.samples = new Samples(graph, base);
        this.containers = new Containers(base);
    }

    /// Tells it.
    ///
    /// @param word the sample: an IRI, an id, a lab name or `scope:name`
    public Whereabouts of(String word) {
        return graph.ask(session -> {
            var sample = samples.find(session, word);
            var there = whole(session, sample);
            var path = new ArrayList<Stand>();
            var findings = new ArrayList<String>();
            var summary = samples.summary(session, sample);
            if (samples.summary(session, there).lifecycle().filter(GONE::contains).isEmpty()) {
                path(session, there, path, findings);
            }
            return new Whereabouts(
                    session.basis().position().value(),
                    summary,
                    there.equals(sample)
                            ? Optional.empty()
                            : Optional.of(samples.summary(session, there).label()),
                    path,
                    places(session, there),
                    Custody.of(session, there),
                    findings);
        });
    }

    /// The sample that a region lies in, however many regions are between them.
    private static String whole(Session session, String sample) {
        var seen = new HashSet<String>();
        var at = sample;
        while (seen.add(at)) {
            var of = session.holding().objects(at, Vocabulary.REGION_OF);
            if (!of.hasNext()) {
                return at;
            }
            at = of.next();
        }
        return sample;
    }

    private void path(Session session, String sample, List<Stand> path, List<String> findings) {
        var held = session.holding().objects(sample, Vocabulary.IN_CONTAINER);
        if (!held.hasNext()) {
            return;
        }
        var container = held.next();
        var outwards = containers.path(session, container);
        var things = ContainerContents.things(session, container);
        var me = things.stream().filter(thing -> thing.iri().equals(sample)).findFirst();
        if (me.isEmpty()) {
            findings.add(
                    "It was in %s; what was registered of that since no longer has it."
                            .formatted(outwards.label()));
            return;
        }
        path.add(me.get().stand());
        path.addAll(outwards.stands());
        ContainerContents.taken(
                        things.stream()
                                .filter(thing -> thing.depth() == 1)
                                .filter(thing -> thing.stand().at().equals(me.get().stand().at()))
                                .toList())
                .forEach(findings::add);
        if (outwards.nested()) {
            findings.add(ContainerContents.nested(outwards.label()));
        }
    }

    private List<Place> places(Session session, String sample) {
        var byEvent = new LinkedHashMap<String, Row>();
        session.rows("where-is-sample", Map.of("sample", new Parameter.Iri(sample)))
                .forEach(row ->
                        row.text("event").ifPresent(event -> byEvent.putIfAbsent(event, row)));
        return byEvent.values().stream()
                .flatMap(row ->
                        row
                                .text("place")
                                .map(name ->
                                        new Place(
                                                name,
                                                row.get("of"),
                                                samples.summary(session, row.get("of")).label(),
                                                LabMoment.of(row),
                                                row.get("event"),
                                                Stand.sort(row.get("kind")),
                                                row.whole("position").orElseThrow(),
                                                row.isTrue("orderAssumed")))
                                .stream())
                .toList();
    }
}
