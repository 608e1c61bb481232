package dev.lodestone.importers.nomad;

import dev.lodestone.events.DataFileRef;
import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.InstrumentId;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Participants;
import dev.lodestone.events.SampleEvent.SampleMeasured;
import dev.lodestone.events.SampleEvent.SampleProcessed;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.Value;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SiblingRoles;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.nomad.UsedInstruments.Used;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Sections that are activities: processes and measurements, in a sample's own section or as
/// entries.
final class ActivityMapping {
    private final Gathered into;
    private final Fields fields;
    private final NomadUpload upload;
    private final References references;
    private final Schemas schemas;
    private final NamedSamples named;
    private final UsedInstruments instruments;
    private final ActivityTimes times;
    private final SiblingRoles roles = new SiblingRoles();
    private List<SampleId> samples = List.of();
    private boolean tookSolarCell;

    ActivityMapping(
            Gathered into,
            NomadUpload upload,
            References references,
            LinkedEntries linked,
            Schemas schemas) {
        this.into = into;
        this.fields = into.fields();
        this.upload = upload;
        this.references = references;
        this.schemas = schemas;
        var ids = new LaboratoryIds(into, upload.entries(), linked);
        this.named = new NamedSamples(into, references, linked, ids);
        this.instruments = new UsedInstruments(into, references, linked, ids);
        this.times = new ActivityTimes(into);
    }

    /// What of a process holds for its steps too, unless they say otherwise.
    ///
    /// @param bounds when its steps were, as far as the time of the whole tells
    private record Around(LabTime bounds, Used instruments) {
        private static final Around NOTHING = new Around(LabTime.UNKNOWN, Used.NONE);
    }

    /// A section that is an activity.
    ///
    /// @param order which of its list; 0 for what is none
    private record Section(String at, String name, SectionType type, boolean process, int order) {}

    /// The samples of the entry that is an activity.
    List<SampleId> samples() {
        return samples;
    }

    /// Whether the figures of a solar cell in the entry's results are told as those of its
    /// measurement.
    boolean tookSolarCell() {
        return tookSolarCell;
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
    /// @throws RefusedEntry if it names no sample and has nothing to say of one
    void entry(SectionType type, boolean process) {
        samples = named.all();
        if (samples.isEmpty()) {
            samples = List.of(unnamed(type, process ? "process" : "measurement"));
        }
        var name = into.entry().text("/data/method").orElse(type.name());
        var steps = fields.at("/data/steps");
        if (!process || !steps.isArray() || steps.isEmpty()) {
            one("/data", name, type, samples, process, 0);
            return;
        }
        var whole = new Section("/data", name, type, true, 0);
        var around = one(whole, "process", samples, Around.NOTHING);
        for (int i = 0; i < steps.size(); i++) {
            var step = "/data/steps/" + i;
            var called = fields.peek(step + "/name").orElse(name);
            var kind = schemas.typeOf(steps.get(i), into.entry(), type.subSection("steps"));
            one(
                    new Section(step, called, kind, true, i + 1),
                    roles.next("process/" + called),
                    samples,
                    around);
        }
    }

    /// The sample of an entry that names none, so that its values are not lost.
    private SampleId unnamed(SectionType type, String what) {
        if (!fields.has("/data/data_file") && !hasNumbers(fields.at("/data"))) {
            throw new RefusedEntry(
                    into.place("/data/samples"),
                    "The %s (%s) names no sample and has neither a number nor a file."
                            .formatted(what, type.name().isEmpty() ? "?" : type.name()),
                    "a reference to the sample is missing in its field \"samples\".");
        }
        into.find(
                "/data/samples",
                "The %s (%s) names no sample; what it happened to is registered without a name."
                        .formatted(what, type.name().isEmpty() ? "?" : type.name()));
        return named.unnamed();
    }

    private static boolean hasNumbers(JsonNode node) {
        return node.isNumber() || node.valueStream().anyMatch(ActivityMapping::hasNumbers);
    }

    private void one(
            String at,
            String name,
            SectionType type,
            List<SampleId> of,
            boolean process,
            int order) {
        var role = roles.next((process ? "process/" : "measurement/") + name);
        one(new Section(at, name, type, process, order), role, of, Around.NOTHING);
    }

    /// @return what holds for its steps
    private Around one(Section section, String role, List<SampleId> of, Around around) {
        var at = section.at();
        var part = fields.part();
        named.pointers().forEach(part::use);
        var kind =
                section.process()
                        ? Parameters.process(section.name())
                        : Parameters.method(section.name());
        var time = times.of(part, at, section.order(), around.bounds());
        var own = instruments.of(at);
        var used = own.instruments().isEmpty() ? around.instruments() : own;
        used.pointers().forEach(part::use);
        var occurrence = Occurrence.at(time).with(used.instruments().toArray(InstrumentId[]::new));
        var participants = new Participants(of, Optional.empty());
        var files = files(part, at);
        var event =
                section.process()
                        ? new SampleProcessed(
                                occurrence,
                                participants,
                                kind,
                                parameters(part, section, kind),
                                files)
                        : measured(part, section, kind, occurrence, participants, files);
        leaveArraysBehind(at);
        var rest =
                at.equals("/data")
                        ? Map.<String, String>of()
                        : fields.rest(at, Gathered.LONGEST_TEXT);
        into.happened(role, event, part, at, rest, named.meant());
        if (kind.equals(Term.of("lsk:MaterialsProcessing"))
                || kind.equals(Term.of("lsk:MeasurementKind"))) {
            into.find(at, "What (%s) is cannot be told more exactly.".formatted(section.name()));
        }
        return new Around(times.bounds(at), used);
    }

    private List<Value> parameters(Fields part, Section section, Term kind) {
        var parameters =
                new ArrayList<>(Parameters.of(part, section.at(), section.type(), kind, into));
        parameters.addAll(precursors(part, section.at()));
        return parameters;
    }

    private SampleMeasured measured(
            Fields part,
            Section section,
            Term method,
            Occurrence occurrence,
            Participants participants,
            List<DataFileRef> files) {
        var at = section.at();
        var found =
                MeasuredValues.of(
                        part,
                        at,
                        section.type(),
                        method,
                        participants.samples().size(),
                        schemas,
                        into);
        var conditions = new ArrayList<>(found.conditions());
        conditions.addAll(precursors(part, at));
        var results = new ArrayList<>(found.results());
        if (at.equals("/data")
                && participants.samples().size() == 1
                && SolarCell.isIn(fields)
                && !SimulationMapping.isSimulation(fields)) {
            tookSolarCell = true;
            if (found.differ()) {
                into.find(
                        SolarCell.AT,
                        "Under which settings of its results these figures hold is not said; they are kept as text.");
            } else {
                SolarCell.light(part, into, conditions).ifPresent(conditions::add);
                results.addAll(SolarCell.figures(part, into, HowKnown.MEASURED, results));
            }
        }
        return new SampleMeasured(
                occurrence,
                participants,
                method,
                Effect.NONE,
                List.of(),
                conditions,
                results,
                files);
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
