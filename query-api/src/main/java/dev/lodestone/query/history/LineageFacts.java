package dev.lodestone.query.history;

import dev.lodestone.ontology.Vocabulary;
import dev.lodestone.query.history.Lineage.Direction;
import dev.lodestone.query.history.Lineage.Link;
import dev.lodestone.query.history.LineageWalk.Edge;
import dev.lodestone.query.sparql.Aspect;
import dev.lodestone.query.sparql.Facts;
import dev.lodestone.query.sparql.Things;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            Aspect.of(Vocabulary.LIFECYCLE, Vocabulary.REGION_OF, Vocabulary.PROV_WAS_GENERATED_BY);
    private static final Aspect LABEL = Aspect.of(Vocabulary.RDFS_LABEL);
    private static final Aspect EVENT =
            Aspect.of(Vocabulary.RDF_TYPE, Vocabulary.HAS_KIND, Vocabulary.RECORD);
    private static final Aspect RECORD = Aspect.of(Vocabulary.POSITION);

    /// What a sample says of itself.
    private record Sample(String iri, Facts facts) {}

    private final Things things;
    private @Nullable Sample last;
    private final Map<String, Happening> happenings = new HashMap<>();
    private final Map<String, List<String>> assumed = new HashMap<>();

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
        return sample(child).has(Vocabulary.REGION_OF, parent);
    }

    /// The split or merge that made a sample, or what marked a region.
    Optional<Happening> happening(String child) {
        return sample(child)
                .least(Vocabulary.PROV_WAS_GENERATED_BY)
                .map(event -> happenings.computeIfAbsent(event, this::read));
    }

    boolean orderAssumed(Happening happening, String parent) {
        return assumed.computeIfAbsent(parent, iri -> things.to(Vocabulary.ORDER_ASSUMED, iri))
                .contains(happening.event());
    }

    String label(String sample) {
        return things.of(sample, LABEL)
                .least(Vocabulary.RDFS_LABEL)
                .orElseGet(() -> Samples.id(sample));
    }

    String lifecycle(String sample) {
        return sample(sample).least(Vocabulary.LIFECYCLE).map(Samples::local).orElse("Unknown");
    }

    /// A link asks several things of one sample, one after the other.
    private Facts sample(String iri) {
        var known = last;
        if (known == null || !known.iri().equals(iri)) {
            known = new Sample(iri, things.of(iri, SAMPLE));
            last = known;
        }
        return known.facts();
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
