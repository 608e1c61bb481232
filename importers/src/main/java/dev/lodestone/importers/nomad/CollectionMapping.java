package dev.lodestone.importers.nomad;

import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.events.SampleId;
import dev.lodestone.importers.RefusedEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A collection or batch: a word that several samples have in common. It is no sample, and being in
/// it is nothing that happens to one.
final class CollectionMapping {
    private static final String MEMBERS = "/data/entities";

    private CollectionMapping() {}

    /// Tags the members of a collection.
    ///
    /// @throws RefusedEntry if none of them is at hand
    static void map(Gathered into, References references, LinkedEntries linked) {
        var part = into.fields().part();
        var members = new LinkedHashSet<SampleId>();
        for (var reference : references.followAll(MEMBERS, "reference")) {
            linked.of(reference.entry())
                    .ifPresent(other ->
                            other.sample()
                                    .ifPresent(sample -> {
                                        into.thing(other.things());
                                        part.use(reference.pointer());
                                        members.add(sample);
                                    }));
        }
        if (members.isEmpty()) {
            throw new RefusedEntry(
                    into.place(MEMBERS),
                    "The collection (%s) names no sample that is among what was read."
                            .formatted(into.entry().mainfile()),
                    "its samples are in another upload: import them together.");
        }
        int named = into.fields().at(MEMBERS).size();
        if (named > members.size()) {
            into.find(
                    MEMBERS,
                    "Of %d members %d are samples among what was read; the others are kept as text."
                            .formatted(named, members.size()));
        }
        var name = part.text("/data/name").or(() -> part.text("/data/lab_id"));
        into.happened(
                "collection",
                new Annotated(
                        Occurrence.UNKNOWN,
                        List.of(),
                        List.copyOf(members),
                        "Members of the collection %s."
                                .formatted(name.orElse(into.entry().mainfile())),
                        List.of("collection")),
                part,
                "/data",
                Map.of());
    }
}
