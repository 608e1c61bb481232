package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.ThingEvent.InstrumentRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SiblingRoles;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Sections that are activities: processes and measurements, in a sample's own section or as
/// entries.
final class ActivityMapping {
    private final Gathered into;
    private final Fields fields;
    private final NomadUpload upload;
    private final References references;
    private final LinkedEntries linked;
    private final SiblingRoles roles = new SiblingRoles();
    private final List<String> samplePointers = new ArrayList<>();

    ActivityMapping(
            Gathered into, NomadUpload upload, References references, LinkedEntries linked) {
        this.into = into;
        this.fields = into.fields();
        this.upload = upload;
        this.references = references;
        this.linked = linked;
    }

    /// The processes and measurements that stand within a sample, in their order.
    void within(SampleId sample, SectionType type) {
        each("/data/processes", type.subSection("processes"), sample, true);
        each("/data/measurements", type.subSection("measurements"), sample, false);
    }

    private void each(String at, SectionType type, SampleId sample, boolean process) {
        int order = 0;
        for (var name : fields.at(at).propertyNames()) {
            var pointer = at + "/" + Fields.escaped(name);
            var node = fields.at(pointer);
            if (node.isObject()) {
                one(pointer, name, type.subSection(name), List.of(sample), process, ++order);
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    var kind = type.subSection(name);
                    one(pointer + "/" + i, name, kind, List.of(sample), process, ++order);
                }
            }
        }
    }

    /// A process or measurement that is an entry of its own.
    ///
    /// @throws RefusedEntry if it names no sample
    void entry(SectionType type, boolean process) {
        var samples = samples();
        if (samples.isEmpty()) {
            throw new RefusedEntry(
                    into.place("/data/samples"),
                    "The %s (%s) names no sample, so nothing can be said to have happened to one."
                            .formatted(
                                    process ? "process" : "measurement",
                                    type.name().isEmpty() ? "?" : type.name()),
                    "a reference to the sample is missing in its field \"samples\".");
        }
        var name = into.entry().text("/data/method").orElse(type.name());
        var steps = fields.at("/data/steps");
        if (!process || steps.isEmpty()) {
            one("/data", name, type, samples, process, 0);
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = "/data/steps/" + i;
            one(
                    step,
                    fields.peek(step + "/name").orElse(name),
                    type.subSection("steps"),
                    samples,
                    true,
                    i + 1);
        }
    }

    private void one(
            String at,
            String name,
            SectionType type,
            List<SampleId> samples,
            boolean process,
            int order) {
        var part = fields.part();
        samplePointers.forEach(part::use);
        var kind = process ? Parameters.process(name) : Parameters.method(name);
        var occurrence =
                Occurrence.at(labTime(part, at, order))
                        .with(instruments(part, at).toArray(InstrumentId[]::new));
        var parameters = new ArrayList<>(Parameters.of(part, at, type, kind, into));
        parameters.addAll(precursors(part, at));
        var files = files(part, at);
        var role = roles.next((process ? "process/" : "measurement/") + name);
        leaveArraysBehind(at);
        var rest =
                at.equals("/data")
                        ? java.util.Map.<String, String>of()
                        : fields.rest(at, Gathered.LONGEST_TEXT);
        var participants = new Participants(samples, Optional.empty());
        into.happened(
                role,
                process
                        ? new SampleProcessed(occurrence, participants, kind, parameters, files)
                        : new SampleMeasured(
                                occurrence,
                                participants,
                                kind,
                                Effect.NONE,
                                List.of(),
                                parameters,
                                List.of(),
                                files),
                part,
                at,
                rest);
        if (kind.equals(Term.of("lsk:MaterialsProcessing"))
                || kind.equals(Term.of("lsk:MeasurementKind"))) {
            into.find(at, "What (%s) is cannot be told more exactly.".formatted(name));
        }
    }

    private LabTime labTime(Fields part, String at, int order) {
        var none = order > 0 ? LabTime.order(order) : LabTime.UNKNOWN;
        var field =
                Stream.of("/datetime", "/start_time", "/timestamp")
                        .filter(name -> fields.has(at + name))
                        .findFirst()
                        .orElse("/datetime");
        var text = fields.peek(at + field);
        if (text.isEmpty()) {
            return none;
        }
        if (LabTimes.filledByNomad(text.get(), into.entry())) {
            into.find(
                    at + field,
                    "The time (%s) is that of NOMAD's processing, not of the laboratory."
                            .formatted(text.get()));
            return none;
        }
        var start = LabTimes.read(text.get());
        if (start.isEmpty()) {
            into.find(at + field, "The time (%s) cannot be read.".formatted(text.get()));
            return none;
        }
        part.use(at + field);
        var end = fields.peek(at + "/end_time").flatMap(LabTimes::read).flatMap(LabTime::instant);
        if (end.isPresent()
                && start.get().instant().filter(from -> !from.isAfter(end.get())).isPresent()) {
            part.use(at + "/end_time");
            return LabTime.between(start.get().instant().orElseThrow(), end.get());
        }
        return start.get();
    }

    private List<InstrumentId> instruments(Fields part, String at) {
        var found = new ArrayList<InstrumentId>();
        for (var field : List.of("/instrument", "/instruments")) {
            for (var reference : references.followAll(at + field, "reference")) {
                linked.of(reference.entry())
                        .ifPresent(other ->
                                other.instrument()
                                        .ifPresent(instrument -> {
                                            into.thing(other.things());
                                            part.use(reference.pointer());
                                            found.add(instrument);
                                        }));
            }
            var list = fields.at(at + field);
            for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
                var pointer = at + field + "/" + i;
                if (!fields.has(pointer + "/reference")) {
                    named(pointer).ifPresent(found::add);
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /// An instrument that is described in place and has no entry.
    private Optional<InstrumentId> named(String pointer) {
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
                            java.util.Map.of());
                    return id;
                });
    }

    /// The samples an entry is about: by reference, or by laboratory id alone.
    private List<SampleId> samples() {
        var found = new ArrayList<SampleId>();
        for (var reference : references.followAll("/data/samples", "reference")) {
            linked.of(reference.entry())
                    .ifPresent(other ->
                            other.sample()
                                    .ifPresent(sample -> {
                                        into.thing(other.things());
                                        samplePointers.add(reference.pointer());
                                        found.add(sample);
                                    }));
        }
        var list = fields.at("/data/samples");
        for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
            var at = "/data/samples/" + i;
            if (references.follow(at).isEmpty() && references.follow(at + "/reference").isEmpty()) {
                unlinked(at).ifPresent(found::add);
            }
        }
        return found.stream().distinct().toList();
    }

    /// A sample of which only the laboratory id is known, or the name, or a reference that leads
    /// nowhere.
    private Optional<SampleId> unlinked(String at) {
        var part = fields.part();
        var scope = into.source().scope(into.entry());
        return part.text(at + "/lab_id")
                .or(() -> part.text(at + "/name"))
                .or(() -> part.text(at + "/reference"))
                .or(() -> part.text(at))
                .map(lab -> {
                    var known =
                            upload.entries()
                                    .byLabId(lab)
                                    .flatMap(e -> linked.of(e).stream())
                                    .filter(e -> e.sample().isPresent())
                                    .findFirst();
                    if (known.isPresent()) {
                        into.thing(known.get().things());
                        return known.get().sample().orElseThrow();
                    }
                    var id = into.source().sample(scope + "|" + lab);
                    into.thing(
                            "named/" + lab,
                            new SampleRegistered(
                                    Occurrence.UNKNOWN,
                                    List.of(
                                            new SampleDescription(
                                                    id,
                                                    Optional.empty(),
                                                    List.of(new ScopedName(scope, lab)),
                                                    dev.lodestone.events.Nature.PHYSICAL,
                                                    Optional.empty(),
                                                    Optional.empty()))),
                            part,
                            at,
                            java.util.Map.of());
                    return id;
                });
    }

    /// Chemicals that the step itself names.
    private List<Value> precursors(Fields part, String at) {
        var values = new ArrayList<Value>();
        for (var reference : references.followAll(at + "/chemicals", "reference")) {
            var name =
                    List.of("/name", "/chemical_formula", "/molecular_formula", "/formula").stream()
                            .flatMap(f -> reference.entry().text(reference.at() + f).stream())
                            .findFirst();
            name.ifPresent(text -> {
                part.use(reference.pointer());
                values.add(
                        Value.ofText(Term.of("lsp:precursor"), HowKnown.RECORDED, text)
                                .at(into.place(reference.pointer())));
            });
        }
        return values;
    }

    private List<DataFileRef> files(Fields part, String at) {
        var name = fields.peek(at + "/data_file");
        if (name.isEmpty()) {
            return List.of();
        }
        try {
            var file = upload.reference(name.get());
            if (file.isEmpty()) {
                into.find(
                        at + "/data_file",
                        "The file (%s) is not among what was read.".formatted(name.get()));
                return List.of();
            }
            part.use(at + "/data_file");
            return List.of(file.get());
        } catch (IOException e) {
            into.find(
                    at + "/data_file",
                    "The file (%s) cannot be read (%s).".formatted(name.get(), e.getMessage()));
            return List.of();
        }
    }

    private void leaveArraysBehind(String at) {
        fields.drop(at + "/figures", "plots");
        for (var name : fields.at(at).propertyNames()) {
            var node = fields.at(at + "/" + Fields.escaped(name));
            if (node.isArray()
                    && node.size() > 1
                    && node.valueStream().allMatch(JsonNode::isNumber)) {
                fields.drop(at + "/" + Fields.escaped(name), "an array of numbers");
            }
        }
    }
}
