package dev.lodestone.importers.nomad;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `results` that speak of a material: a simulation where a method of simulation is given, else
/// values without a known origin.
final class SimulationMapping {
    private static final String MATERIAL = "/results/material";
    private static final String METHOD = "/results/method";
    private static final StructuralComponent LATTICE =
            new StructuralComponent(Term.of("lsk:CrystalLattice"));

    private final Gathered into;
    private final Fields fields;

    private SimulationMapping(Gathered into) {
        this.into = into;
        this.fields = into.fields();
    }

    /// Maps the results, if they are about a material.
    static void map(Gathered into) {
        if (into.fields().has(MATERIAL) || isSimulation(into.fields())) {
            new SimulationMapping(into).map();
        }
    }

    /// Whether the results name a method of simulation.
    static boolean isSimulation(Fields fields) {
        return fields.has(METHOD + "/simulation");
    }

    private void map() {
        boolean simulated = isSimulation(fields);
        var material = material();
        var part = fields.part();
        part.use("/metadata/entry_id");
        var conditions = new ArrayList<Value>();
        if (simulated) {
            ComputedValues.functional(part, into).ifPresent(conditions::add);
            type(part, "/simulation/dft/xc_functional_type", "lsp:runType", conditions);
            cutoff(part).ifPresent(conditions::add);
        }
        var computed =
                new ComputedValues(part, into, simulated ? HowKnown.SIMULATED : HowKnown.EXTRACTED);
        var values = computed.all();
        var components =
                values.stream().anyMatch(value -> value.component().isPresent())
                        ? List.of(LATTICE)
                        : List.<StructuralComponent>of();
        if (!simulated) {
            if (!values.isEmpty()) {
                into.happened(
                        "values",
                        new ValuesAsserted(
                                Occurrence.UNKNOWN,
                                Subject.of(material),
                                Optional.empty(),
                                Optional.of("The entry's results name no method."),
                                components,
                                conditions,
                                values),
                        part,
                        "/results",
                        Map.of());
            }
            computed.leaveSites();
            return;
        }
        var files = computed.files();
        var method = method(part);
        leaveRunBehind();
        into.happened(
                "simulation",
                new SimulationPerformed(
                        program().map(Occurrence.UNKNOWN::by).orElse(Occurrence.UNKNOWN),
                        Subject.of(material),
                        method,
                        List.of(new ScopedName(entries(), into.entry().key())),
                        components,
                        conditions,
                        values,
                        files.stream().map(AttachedFile::ref).toList()),
                part,
                "/results",
                Map.of());
        into.attach(files);
    }

    private MaterialId material() {
        var part = fields.part();
        var id = part.text(MATERIAL + "/material_id");
        var material =
                new MaterialId(
                        id.filter(text -> text.matches("[A-Za-z0-9._~-]{1,100}"))
                                .map(text -> "nomad-" + text)
                                .orElseGet(
                                        () -> into.source().named("material", into.entry().key())));
        var formula =
                List.of("/chemical_formula_reduced", "/chemical_formula_descriptive").stream()
                        .flatMap(name -> part.text(MATERIAL + name).stream())
                        .findFirst();
        var names = new ArrayList<ScopedName>();
        id.ifPresent(text -> names.add(new ScopedName("nomad/material", text)));
        into.thing(
                "material",
                new MaterialRegistered(
                        Occurrence.UNKNOWN, material, formula, names, Optional.empty()),
                part,
                MATERIAL,
                Map.of());
        return material;
    }

    private String entries() {
        return into.source().id() + "/entry";
    }

    /// The program with its version, as the agent of the simulation.
    private Optional<AgentId> program() {
        var part = fields.part();
        var name = part.text(METHOD + "/simulation/program_name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var version =
                part.text(METHOD + "/simulation/program_version")
                        .filter(text -> !text.equals("not processed"));
        var called = name.get() + version.map(" "::concat).orElse("");
        var id = new AgentId(into.source().named("program", called));
        var key = new ItemKey(into.source().id(), "program/" + called, "agent");
        into.shared(
                key,
                new AgentRegistered(
                        Occurrence.UNKNOWN,
                        id,
                        AgentType.SOFTWARE,
                        name.get(),
                        version,
                        Optional.empty()),
                called,
                METHOD + "/simulation/program_name");
        return Optional.of(id);
    }

    private void type(Fields part, String field, String property, List<Value> conditions) {
        part.peek(METHOD + field)
                .filter(text -> !text.equals("not processed") && !text.equals("unavailable"))
                .ifPresent(text -> {
                    part.use(METHOD + field);
                    conditions.add(
                            Value.ofText(Term.of(property), HowKnown.RECORDED, text)
                                    .at(into.place(METHOD + field)));
                });
    }

    private Optional<Value> cutoff(Fields part) {
        var at = "/run/0/method/0/basis_set/0/cell_dependent/0/planewave_cutoff";
        return part.number(at)
                .map(number ->
                        Value.of(
                                        Term.of("lsp:energyCutoff"),
                                        HowKnown.RECORDED,
                                        EntityMapping.quantity(number, Term.of("unit:J")))
                                .at(into.place(at)));
    }

    private static Term method(Fields part) {
        var name = part.text(METHOD + "/method_name").orElse("");
        var workflow = part.at(METHOD + "/workflow_name");
        var what = workflow.isArray() ? workflow.path(0).asString("") : workflow.asString("");
        if (!what.isEmpty()) {
            part.use(METHOD + "/workflow_name");
        }
        return Term.of(
                switch (what) {
                    case "single_point", "SinglePoint" -> "lsk:StaticCalculation";
                    case "geometry_optimization", "GeometryOptimization" ->
                            "lsk:StructureRelaxation";
                    case "molecular_dynamics", "MolecularDynamics" -> "lsk:MolecularDynamics";
                    case "elastic", "Elastic" -> "lsk:ElasticCalculation";
                    default ->
                            name.equals("DFT") || part.has(METHOD + "/simulation/dft")
                                    ? "lsk:DFT"
                                    : "lsk:SimulationKind";
                });
    }

    private void leaveRunBehind() {
        var run = fields.at("/run/0");
        for (var name : run.propertyNames()) {
            if (!name.equals("calculation") && !name.equals("method")) {
                fields.drop("/run/0/" + name, "steps of the calculation");
            }
        }
        var calculations = fields.at("/run/0/calculation");
        for (int i = 0; i < calculations.size(); i++) {
            for (var name : calculations.get(i).propertyNames()) {
                if (!name.equals("energy")) {
                    fields.drop("/run/0/calculation/" + i + "/" + name, "steps of the calculation");
                }
            }
        }
        fields.drop("/workflow", "an older form of workflow2");
    }
}
