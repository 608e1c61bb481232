package dev.lodestone.importers.nomad;

import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleEvent.SampleSplit;
import dev.lodestone.events.SampleId;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Samples that are parts of others: cut, diced, or taken of a batch. The part says of what it is
/// one, or the other names its parts.
final class Kinship {
    private static final List<String> PARENTS = List.of("/data/parent_sample", "/data/parent");
    private static final List<String> CHILDREN = List.of("/data/child_samples", "/data/children");
    private static final Term TAKEN = Term.of("lsk:Splitting");
    private static final String WHY =
            "The section names of what it is a part; when it was taken, and how, is not stated.";

    private final Gathered into;
    private final References references;
    private final LinkedEntries linked;

    Kinship(Gathered into, References references, LinkedEntries linked) {
        this.into = into;
        this.references = references;
        this.linked = linked;
    }

    /// The taking of a sample out of the one that it names.
    ///
    /// @param part is charged with the reference
    Optional<SampleSplit> taking(SampleDescription sample, Fields part) {
        var parents = new LinkedHashMap<SampleId, String>();
        for (var at : PARENTS) {
            for (var reference : references.followAll(at, "reference")) {
                linked.of(reference.entry())
                        .ifPresent(other ->
                                other.sample()
                                        .filter(parent -> !parent.equals(sample.sample()))
                                        .ifPresent(parent -> {
                                            into.thing(other.things());
                                            parents.putIfAbsent(parent, reference.pointer());
                                        }));
            }
        }
        if (parents.size() > 1) {
            into.find(
                    parents.values().iterator().next(),
                    "It names %d samples of which it is a part; a part is of one, so it is of none."
                            .formatted(parents.size()));
        }
        if (parents.size() != 1) {
            return Optional.empty();
        }
        var parent = parents.entrySet().iterator().next();
        part.use(parent.getValue());
        return Optional.of(split(parent.getKey(), List.of(sample)));
    }

    /// The parts that a sample names and that do not name it themselves.
    void parts(SampleId sample) {
        var part = into.fields().part();
        var parts = new LinkedHashMap<SampleId, SampleDescription>();
        for (var at : CHILDREN) {
            for (var reference : references.followAll(at, "reference")) {
                if (namesParent(reference.entry())) {
                    into.fields().part().use(reference.pointer());
                    continue;
                }
                linked.of(reference.entry())
                        .ifPresent(other ->
                                description(other)
                                        .filter(child -> !child.sample().equals(sample))
                                        .ifPresent(child -> {
                                            into.thing(other.things());
                                            part.use(reference.pointer());
                                            parts.putIfAbsent(child.sample(), child);
                                        }));
            }
        }
        if (!parts.isEmpty()) {
            into.happened(
                    "split", split(sample, List.copyOf(parts.values())), part, "/data", Map.of());
        }
    }

    private static boolean namesParent(NomadEntry entry) {
        return PARENTS.stream().anyMatch(at -> !entry.archive().at(at).isMissingNode());
    }

    /// A sample that is there by itself; one that was made of others has its beginning.
    private static Optional<SampleDescription> description(LinkedEntry other) {
        return other.things().stream()
                .flatMap(item ->
                        item.event() instanceof SampleRegistered registered
                                ? registered.samples().stream()
                                : Stream.empty())
                .filter(sample -> other.sample().filter(sample.sample()::equals).isPresent())
                .findFirst();
    }

    private static SampleSplit split(SampleId parent, List<SampleDescription> parts) {
        return new SampleSplit(
                new Occurrence(
                        Occurrence.UNKNOWN.labTime(),
                        List.of(),
                        List.of(),
                        Outcome.UNKNOWN,
                        Optional.of(WHY),
                        Optional.empty()),
                parent,
                parts,
                false,
                TAKEN,
                List.of());
    }
}
