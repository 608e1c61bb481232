package dev.lodestone.query.history;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.history.LineageWalk.Edge;
import dev.lodestone.query.sparql.GraphLinks;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// What there is to say of links: read thing by thing, events once.
final class LineageFacts {
    /// What a split or merge is.
    record Happening(
            String event,
            boolean merge,
            Optional<String> kind,
            Optional<String> record,
            Optional<Long> position) {}

    private final GraphLinks links;
    private final Map<String, Happening> happenings = new HashMap<>();

    LineageFacts(GraphLinks links) {
        this.links = links;
    }

    Link link(Edge edge) {
        var up = edge.direction() == Direction.UP;
        var parent = up ? edge.to() : edge.from();
        var child = up ? edge.from() : edge.to();
        var happening = happening(child);
        return new Link(
                edge.direction(),
                edge.depth(),
                parent,
                child,
                label(edge.to()),
                what(happening, isRegion(child, parent)),
                happening.map(Happening::event),
                happening.flatMap(Happening::record),
                happening.flatMap(Happening::position),
                happening.filter(h -> orderAssumed(h, parent)).isPresent());
    }

    /// The sort of event; a region was not made but marked, whatever the event.
    static Optional<String> what(Optional<Happening> happening, boolean region) {
        return region ? Optional.of("marking a region") : happening.flatMap(Happening::kind);
    }

    /// Whether a sample is a place on or in another.
    boolean isRegion(String child, String parent) {
        return links.has(child, Vocabulary.REGION_OF, parent);
    }

    /// The split or merge that made a sample, or what marked a region.
    Optional<Happening> happening(String child) {
        return first(links.objects(child, Vocabulary.PROV_WAS_GENERATED_BY))
                .map(event -> happenings.computeIfAbsent(event, this::read));
    }

    boolean orderAssumed(Happening happening, String parent) {
        return links.has(happening.event(), Vocabulary.ORDER_ASSUMED, parent);
    }

    String label(String sample) {
        return first(links.objects(sample, Vocabulary.RDFS_LABEL))
                .orElseGet(() -> Samples.id(sample));
    }

    String lifecycle(String sample) {
        return first(links.objects(sample, Vocabulary.LIFECYCLE))
                .map(Samples::local)
                .orElse("Unknown");
    }

    private Happening read(String event) {
        var record = first(links.objects(event, Vocabulary.RECORD));
        return new Happening(
                event,
                links.has(event, Vocabulary.RDF_TYPE, Vocabulary.MERGE.iri()),
                first(links.objects(event, Vocabulary.HAS_KIND)).map(Samples::local),
                record,
                record.flatMap(r -> first(links.objects(r, Vocabulary.POSITION)))
                        .map(Long::parseLong));
    }

    /// The least, so that the answer does not rest on the order of the index.
    private static Optional<String> first(Iterator<String> all) {
        Optional<String> first = Optional.empty();
        while (all.hasNext()) {
            var text = all.next();
            first = first.filter(other -> other.compareTo(text) < 0).or(() -> Optional.of(text));
        }
        return first;
    }
}
