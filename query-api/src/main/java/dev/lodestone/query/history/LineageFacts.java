package dev.lodestone.query.history;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.history.LineageWalk.Edge;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.Things;
import java.util.HashMap;
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

    private static final Aspect SAMPLE =
            Aspect.of(
                    Vocabulary.RDFS_LABEL,
                    Vocabulary.LIFECYCLE,
                    Vocabulary.REGION_OF,
                    Vocabulary.PROV_WAS_GENERATED_BY);
    private static final Aspect EVENT =
            Aspect.of(Vocabulary.RDF_TYPE, Vocabulary.HAS_KIND, Vocabulary.RECORD);
    private static final Aspect RECORD = Aspect.of(Vocabulary.POSITION);

    private final Things things;
    private final Map<String, Happening> happenings = new HashMap<>();

    LineageFacts(Things things) {
        this.things = things;
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
        return things.of(child, SAMPLE).has(Vocabulary.REGION_OF, parent);
    }

    /// The split or merge that made a sample, or what marked a region.
    Optional<Happening> happening(String child) {
        return things.of(child, SAMPLE)
                .least(Vocabulary.PROV_WAS_GENERATED_BY)
                .map(event -> happenings.computeIfAbsent(event, this::read));
    }

    boolean orderAssumed(Happening happening, String parent) {
        return things.to(Vocabulary.ORDER_ASSUMED, parent).contains(happening.event());
    }

    String label(String sample) {
        return things.of(sample, SAMPLE)
                .least(Vocabulary.RDFS_LABEL)
                .orElseGet(() -> Samples.id(sample));
    }

    String lifecycle(String sample) {
        return things.of(sample, SAMPLE)
                .least(Vocabulary.LIFECYCLE)
                .map(Samples::local)
                .orElse("Unknown");
    }

    private Happening read(String event) {
        var facts = things.of(event, EVENT);
        var record = facts.least(Vocabulary.RECORD);
        return new Happening(
                event,
                facts.has(Vocabulary.RDF_TYPE, Vocabulary.MERGE.iri()),
                facts.least(Vocabulary.HAS_KIND).map(Samples::local),
                record,
                record.flatMap(iri -> things.of(iri, RECORD).least(Vocabulary.POSITION))
                        .map(Long::parseLong));
    }
}
