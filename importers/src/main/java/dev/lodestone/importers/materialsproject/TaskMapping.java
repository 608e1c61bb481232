package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Outcome;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A task document as one simulation.
public final class TaskMapping {
    private static final String NEWEST = "/calcs_reversed/0/output";

    private final TaskEntry entry;
    private final Fields fields;
    private final Optional<MpId> group;
    private final boolean registered;
    private final List<Finding> findings = new ArrayList<>();

    private TaskMapping(TaskEntry entry, Optional<MpId> group, boolean registered) {
        this.entry = entry;
        this.fields = new Fields(entry.json());
        this.group = group;
        this.registered = registered;
    }

    /// Maps a task.
    ///
    /// @param group the material it is grouped in, where a summary says so
    /// @param registered whether that summary is at hand, and registers the material
    public static MappedEntry map(TaskEntry entry, Optional<MpId> group, boolean registered) {
        return new TaskMapping(entry, group, registered).mapped();
    }

    /// The run type a task document states.
    public static Optional<String> runType(TaskEntry entry) {
        return Optional.ofNullable(entry.json().get("run_type"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    private MappedEntry mapped() {
        var own = fields.part();
        own.use("/task_id");
        var items = new ArrayList<MappedItem>();
        var structure =
                fields.at("/output/structure").isObject()
                        ? Optional.of(
                                SummaryMapping.structure(
                                        entry.task().decimal(), fields.at("/output/structure")))
                        : Optional.<AttachedFile>empty();
        var subject =
                group.map(SummaryMapping::material)
                        .orElseGet(() -> MpJoins.ownMaterial(entry.task()));
        if (!registered) {
            items.add(registration(subject));
        }
        var files = structure.map(AttachedFile::ref).map(List::of).orElse(List.of());
        var conditions = conditions(own);
        var results = results(own);
        structure.ifPresent(_ -> own.use("/output/structure"));
        leaveBehind();
        var occurrence = Occurrence.at(completed(own)).ended(outcome(own));
        var method = MpTerms.method(own.text("/task_type"));
        var rest = fields.rest(SummaryMapping.LONGEST_TEXT);
        var calculation =
                MappedItem.of(
                                SummaryMapping.task(entry.task()),
                                new SimulationPerformed(
                                        occurrence,
                                        Subject.of(subject),
                                        method,
                                        SummaryMapping.names(SummaryMapping.TASKS, entry.task()),
                                        results.stream().anyMatch(v -> v.component().isPresent())
                                                ? List.of(MpTerms.LATTICE)
                                                : List.of(),
                                        conditions,
                                        results,
                                        files),
                                own.content() + rest,
                                entry.place())
                        .keeping(rest)
                        .attaching(structure.stream().toList());
        items.add(group.map(MpJoins::calculationOf).map(calculation::joinedBy).orElse(calculation));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    /// The material of a task whose summary is not at hand; where no summary is known at all, one
    /// that only the task knows.
    private MappedItem registration(MaterialId material) {
        var part = fields.part();
        part.use("/task_id");
        var item =
                MappedItem.of(
                        SummaryMapping.taskMaterial(entry.task()),
                        new MaterialRegistered(
                                Occurrence.UNKNOWN,
                                material,
                                part.text("/formula_pretty"),
                                group.map(id -> SummaryMapping.names(SummaryMapping.MATERIALS, id))
                                        .orElse(List.of()),
                                Optional.empty()),
                        part.content(),
                        entry.place());
        if (group.isEmpty()) {
            findings.add(
                    new Finding(
                            entry.place(),
                            "The task (%s) is in no summary at hand, so its material is known by the"
                                            .formatted(entry.task())
                                    + " task alone."));
        }
        return group.map(MpJoins::registrationOf).map(item::joinedBy).orElse(item);
    }

    private List<Value> conditions(Fields own) {
        var values = new ArrayList<Value>();
        own.text("/run_type")
                .ifPresent(runType -> values.addAll(MpTerms.runType(runType, "/run_type")));
        own.text("/task_type")
                .ifPresent(type ->
                        values.add(
                                Value.ofText(Term.of("lsp:taskType"), HowKnown.RECORDED, type)
                                        .at("/task_type")));
        MpTerms.value(
                        own,
                        "/input/incar/ENCUT",
                        Term.of("lsp:energyCutoff"),
                        MpTerms.EV,
                        HowKnown.RECORDED)
                .or(() ->
                        MpTerms.value(
                                own,
                                "/input/parameters/ENMAX",
                                Term.of("lsp:energyCutoff"),
                                MpTerms.EV,
                                HowKnown.RECORDED))
                .ifPresent(values::add);
        kPoints(own).ifPresent(values::add);
        for (var element : fields.at("/input/hubbards").propertyNames()) {
            MpTerms.value(
                            own,
                            "/input/hubbards/" + Fields.escaped(element),
                            Term.of("lsp:hubbardU"),
                            MpTerms.EV,
                            HowKnown.RECORDED)
                    .map(value -> value.ofSpecies(element))
                    .ifPresent(values::add);
        }
        return values;
    }

    /// A mesh of k-points as points times atoms. A list of single points is not a density.
    private Optional<Value> kPoints(Fields own) {
        for (var at : List.of("/orig_inputs/kpoints", "/calcs_reversed/0/input/kpoints")) {
            var mesh = fields.at(at + "/kpoints/0");
            boolean isMesh =
                    fields.at(at + "/nkpoints").asInt(-1) == 0
                            && fields.at(at + "/kpoints").size() == 1
                            && mesh.size() == 3
                            && mesh.valueStream().allMatch(JsonNode::isNumber);
            if (isMesh && fields.at("/nsites").isIntegralNumber()) {
                var points =
                        mesh.valueStream()
                                .map(JsonNode::decimalValue)
                                .reduce(BigDecimal.ONE, BigDecimal::multiply);
                own.use(at + "/kpoints");
                own.use(at + "/generation_style");
                own.use("/nsites");
                var style = fields.at(at + "/generation_style").asString("");
                var text =
                        "%s x %s x %s points, %d atoms%s"
                                .formatted(
                                        mesh.get(0),
                                        mesh.get(1),
                                        mesh.get(2),
                                        fields.at("/nsites").asInt(),
                                        style.isEmpty() ? "" : ", " + style);
                return Optional.of(
                        Value.of(
                                        Term.of("lsp:kPointDensity"),
                                        HowKnown.CALCULATED,
                                        new Quantity(
                                                points.multiply(
                                                        fields.at("/nsites").decimalValue()),
                                                MpTerms.ONE,
                                                text,
                                                Optional.empty()))
                                .at(at + "/kpoints"));
            }
        }
        return Optional.empty();
    }

    private List<Value> results(Fields own) {
        var values = new ArrayList<Value>();
        add(values, own, "/output/energy", "lsp:totalEnergy", MpTerms.EV);
        add(
                values,
                own,
                "/output/energy_per_atom",
                "lsp:uncorrectedEnergyPerAtom",
                MpTerms.EV_PER_ATOM);
        add(values, own, "/output/bandgap", "lsp:bandGap", MpTerms.EV);
        add(values, own, NEWEST + "/cbm", "lsp:conductionBandMinimum", MpTerms.EV);
        add(values, own, NEWEST + "/vbm", "lsp:valenceBandMaximum", MpTerms.EV);
        add(values, own, NEWEST + "/efermi", "lsp:fermiEnergy", MpTerms.EV);
        add(
                values,
                own,
                NEWEST + "/outcar/total_magnetization",
                "lsp:totalMagnetization",
                MpTerms.BOHR_MAGNETON);
        add(values, own, "/output/density", "lsp:massDensity", Term.of("unit:GM-PER-CentiM3"));
        MpTerms.value(
                        own,
                        "/output/structure/lattice/volume",
                        Term.of("lsp:cellVolume"),
                        Term.of("unit:ANGSTROM3"),
                        HowKnown.SIMULATED)
                .map(value -> value.ofComponent(1))
                .ifPresent(values::add);
        values.addAll(MpTerms.lattice(own, "/output/structure"));
        return values;
    }

    private static void add(
            List<Value> values, Fields own, String pointer, String property, Term unit) {
        MpTerms.value(own, pointer, Term.of(property), unit, HowKnown.SIMULATED)
                .ifPresent(values::add);
    }

    /// The time of completion; without a zone it is that of some cluster, so only the day is known.
    private LabTime completed(Fields own) {
        var text = fields.peek("/completed_at");
        if (text.isEmpty()) {
            return LabTime.UNKNOWN;
        }
        try {
            var time =
                    text.get().matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                            ? LabTime.at(
                                    OffsetDateTime.parse(text.get().replace(' ', 'T')).toInstant())
                            : LabTime.on(LocalDate.parse(text.get().substring(0, 10)));
            own.use("/completed_at");
            return time;
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            findings.add(
                    new Finding(
                            entry.place() + "/completed_at",
                            "The time (%s) cannot be read, so it is unknown."
                                    .formatted(text.get())));
            return LabTime.UNKNOWN;
        }
    }

    private static Outcome outcome(Fields own) {
        return switch (own.text("/state").orElse("")) {
            case "successful" -> Outcome.SUCCESS;
            case "failed", "unsuccessful", "error" -> Outcome.FAILURE;
            default -> Outcome.UNKNOWN;
        };
    }

    private void leaveBehind() {
        for (var personal : List.of("author", "tags", "dir_name", "custodian", "sbxn")) {
            fields.drop("/" + personal, "names of people, accounts and hosts");
        }
        fields.drop("/_id", "the database's internal id");
        fields.drop("/structure", "the same as output.structure");
        fields.drop("/entry", "made of the other fields");
        fields.drop("/output/forces", "an array; no term");
        fields.drop("/output/stress", "an array; no term");
        fields.drop(
                "/input/structure",
                "the structure before the calculation; only the result is kept");
        fields.drop(
                "/input/parameters", "all of the program's settings; run type and cutoff are kept");
        var calculations = fields.at("/calcs_reversed");
        for (int i = 0; i < calculations.size(); i++) {
            var at = "/calcs_reversed/" + i;
            for (var name : calculations.get(i).propertyNames()) {
                if (!name.equals("vasp_version") && !(i == 0 && name.equals("output"))) {
                    fields.drop(at + "/" + Fields.escaped(name), "steps of the calculation");
                }
            }
        }
        for (var name : fields.at(NEWEST).propertyNames()) {
            if (!List.of("cbm", "vbm", "efermi", "outcar").contains(name)) {
                fields.drop(NEWEST + "/" + Fields.escaped(name), "steps of the calculation");
            }
        }
        for (var name : fields.at(NEWEST + "/outcar").propertyNames()) {
            if (!name.equals("total_magnetization")) {
                fields.drop(NEWEST + "/outcar/" + Fields.escaped(name), "steps of the calculation");
            }
        }
    }
}
