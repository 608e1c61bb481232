package dev.lodestone.importers.nomad;

import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The instruments of an activity: other entries, by reference or by laboratory id, or such as are
/// described in place.
final class UsedInstruments {
    private final Gathered into;
    private final Fields fields;
    private final References references;
    private final LinkedEntries linked;
    private final LaboratoryIds ids;

    UsedInstruments(Gathered into, References references, LinkedEntries linked, LaboratoryIds ids) {
        this.into = into;
        this.fields = into.fields();
        this.references = references;
        this.linked = linked;
        this.ids = ids;
    }

    /// Instruments and where they are named.
    record Used(List<InstrumentId> instruments, List<String> pointers) {
        static final Used NONE = new Used(List.of(), List.of());

        Used {
            instruments = List.copyOf(instruments);
            pointers = List.copyOf(pointers);
        }
    }

    /// Those of a section, each once.
    Used of(String at) {
        var found = new ArrayList<InstrumentId>();
        var pointers = new ArrayList<String>();
        for (var field : List.of("/instrument", "/instruments")) {
            for (var reference : references.followAll(at + field, "reference")) {
                linked.of(reference.entry())
                        .ifPresent(other ->
                                other.instrument()
                                        .ifPresent(instrument -> {
                                            into.thing(other.things());
                                            pointers.add(reference.pointer());
                                            found.add(instrument);
                                        }));
            }
            var list = fields.at(at + field);
            for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
                var pointer = at + field + "/" + i;
                if (!fields.has(pointer + "/reference")) {
                    byId(pointers, pointer)
                            .or(() -> named(pointers, pointer))
                            .ifPresent(found::add);
                }
            }
        }
        return new Used(found.stream().distinct().toList(), pointers);
    }

    private Optional<InstrumentId> byId(List<String> used, String pointer) {
        return fields.peek(pointer + "/lab_id")
                .flatMap(id ->
                        ids.find(
                                id,
                                pointer + "/lab_id",
                                "instrument",
                                e -> e.instrument().isPresent()))
                .flatMap(meant -> {
                    into.thing(meant.what().things());
                    used.add(pointer + "/lab_id");
                    return meant.what().instrument();
                });
    }

    /// An instrument that is described in place and has no entry.
    private Optional<InstrumentId> named(List<String> used, String pointer) {
        var part = fields.part();
        return part.text(pointer + "/name")
                .map(name -> {
                    var id =
                            new InstrumentId(
                                    into.source()
                                            .named("instrument", into.entry().key() + "|" + name));
                    into.thing(
                            "instrument/" + name,
                            new InstrumentRegistered(
                                    Occurrence.UNKNOWN,
                                    id,
                                    name,
                                    Optional.empty(),
                                    Optional.empty()),
                            part,
                            pointer,
                            Map.of());
                    used.add(pointer + "/name");
                    return id;
                });
    }
}
