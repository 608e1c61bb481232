package dev.lodestone.importers.nomad;

import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The samples that an activity names in its `samples`: by reference, by laboratory id, or in words
/// alone. One that is not to be found is registered under what it is called.
final class NamedSamples {
    private static final String SAMPLES = "/data/samples";

    private final Gathered into;
    private final Fields fields;
    private final References references;
    private final LinkedEntries linked;
    private final LaboratoryIds ids;
    private final List<String> pointers = new ArrayList<>();
    private final StringBuilder meant = new StringBuilder();

    NamedSamples(Gathered into, References references, LinkedEntries linked, LaboratoryIds ids) {
        this.into = into;
        this.fields = into.fields();
        this.references = references;
        this.linked = linked;
        this.ids = ids;
    }

    /// Where the samples stand that were found.
    List<String> pointers() {
        return List.copyOf(pointers);
    }

    /// Who was meant by names that other entries decide about; with the text of the pointers it is
    /// all that the choice of samples rests on.
    String meant() {
        return meant.toString();
    }

    /// The samples, each once, in their order.
    List<SampleId> all() {
        var found = new ArrayList<SampleId>();
        var node = fields.at(SAMPLES);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                one(SAMPLES + "/" + i).ifPresent(found::add);
            }
        } else {
            one(SAMPLES).ifPresent(found::add);
        }
        return found.stream().distinct().toList();
    }

    /// A sample that is called nothing, of an entry that names none.
    SampleId unnamed() {
        var id = into.source().sample(into.entry().key() + "|unnamed");
        into.sample("unnamed/sample", id, List.of(), fields.part(), "/data");
        return id;
    }

    private Optional<SampleId> one(String at) {
        var reference = references.follow(at + "/reference").or(() -> references.follow(at));
        if (reference.isPresent()) {
            var other = linked.of(reference.get().entry());
            var sample = other.flatMap(LinkedEntry::sample);
            if (sample.isPresent()) {
                into.thing(other.orElseThrow().things());
                pointers.add(reference.get().pointer());
                return sample;
            }
            into.find(
                    reference.get().pointer(),
                    "The entry (%s) cannot be read as a sample."
                            .formatted(reference.get().entry().mainfile()));
        }
        var labId = fields.peek(at + "/lab_id");
        if (reference.isEmpty() && labId.isPresent()) {
            var only = ids.find(labId.get(), at + "/lab_id", "sample", e -> e.sample().isPresent());
            meant.append(at).append('>').append(only.map(LaboratoryIds.Meant::entry)).append('\n');
            if (only.isPresent()) {
                into.thing(only.get().what().things());
                pointers.add(at);
                return only.get().what().sample();
            }
        }
        return placeholder(at);
    }

    /// A sample of which only the laboratory id is known, or the name, or a reference that leads to
    /// none.
    private Optional<SampleId> placeholder(String at) {
        var part = fields.part();
        var scope = into.source().scope(into.entry());
        return part.text(at + "/lab_id")
                .or(() -> part.text(at + "/name"))
                .or(() -> part.text(at + "/reference"))
                .or(() -> part.text(at))
                .map(called -> {
                    var id = into.source().sample(scope + "|" + called);
                    into.sample(
                            "named/" + called,
                            id,
                            List.of(new ScopedName(scope, called)),
                            part,
                            at);
                    pointers.add(at);
                    meant.append(at).append(">as called\n");
                    return id;
                });
    }
}
