package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SiblingRoles;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.ElectrodeEntry;
import dev.lodestone.importers.materialsproject.SummaryGroup.Scalar;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An insertion electrode: a host that takes up an ion, worked out from computed energies at 0 K,
/// as a whole and step by step. Its values have properties of their own, apart from those measured
/// on cells.
public final class ElectrodeMapping {
    private static final String NOT_TOLD =
            "origin unknown: worked out from the energies of several calculations; the document"
                    + " names materials, not tasks";

    /// What the whole and each step state alike.
    private static final List<Scalar> SCALARS =
            List.of(
                    computed("/average_voltage", "computedInsertionVoltage", "unit:V"),
                    computed("/max_voltage_step", "computedMaximumVoltageStep", "unit:V"),
                    computed("/capacity_grav", "computedSpecificCapacity", "unit:MilliA-HR-PER-GM"),
                    computed(
                            "/capacity_vol",
                            "computedVolumetricCapacity",
                            "lsu:MilliA-HR-PER-CentiM3"),
                    computed("/energy_grav", "computedSpecificEnergy", "unit:W-HR-PER-KiloGM"),
                    computed("/energy_vol", "computedEnergyDensity", "unit:W-HR-PER-L"),
                    computed("/max_delta_volume", "computedVolumeChange", "unit:FRACTION"),
                    computed("/fracA_charge", "workingIonFractionCharged", "unit:FRACTION"),
                    computed("/fracA_discharge", "workingIonFractionDischarged", "unit:FRACTION"),
                    computed("/stability_charge", "energyAboveHullCharged", "lsu:EV-PER-ATOM"),
                    computed(
                            "/stability_discharge",
                            "energyAboveHullDischarged",
                            "lsu:EV-PER-ATOM"));

    private final ElectrodeEntry entry;
    private final Fields fields;
    private final MaterialId electrode;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ElectrodeMapping(ElectrodeEntry entry) {
        this.entry = entry;
        this.fields = new Fields(entry.json());
        this.electrode = new MaterialId("mp-electrode-" + entry.battery());
    }

    /// Maps an insertion electrode.
    ///
    /// @throws RefusedEntry if it states no value, or its steps are no list of objects
    public static MappedEntry map(ElectrodeEntry entry) {
        return new ElectrodeMapping(entry).mapped();
    }

    private MappedEntry mapped() {
        var own = fields.part();
        own.use("/battery_id");
        var formula = own.text("/battery_formula");
        Optional<AttachedFile> host = Optional.empty();
        if (fields.at("/host_structure").isObject()) {
            own.use("/host_structure");
            host =
                    Optional.of(
                            SummaryMapping.structure(
                                    entry.battery() + "_host", fields.at("/host_structure")));
        }
        var whole = fields.part();
        var values = values(whole, "");
        if (values.isEmpty()) {
            throw new RefusedEntry(
                    entry.place(),
                    "The electrode document states no value.",
                    "they were left out of _fields in the query.");
        }
        items.add(item("values", whole, "", values));
        steps();
        fields.drop("/_id", "the database's internal id");
        fields.drop("/electrode_object", "all entries it was made of; its values are kept");
        fields.drop("/entries_composition_summary", "made for searches");
        var rest = fields.rest(SummaryMapping.LONGEST_TEXT);
        items.addFirst(
                MappedItem.of(
                                new ItemKey(SummaryMapping.SOURCE, entity(), "material"),
                                new MaterialRegistered(
                                        Occurrence.UNKNOWN,
                                        electrode,
                                        formula,
                                        List.of(
                                                new ScopedName(
                                                        "materials-project/electrode",
                                                        entry.battery())),
                                        host.map(AttachedFile::ref)),
                                own.content() + rest,
                                entry.place())
                        .keeping(rest)
                        .attaching(host.stream().toList()));
        Deprecation.finding(fields, entry.place(), "electrode (" + entry.battery() + ")")
                .ifPresent(findings::add);
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private String entity() {
        return "electrode/" + entry.battery();
    }

    /// A step is known by the two materials between which it lies.
    private void steps() {
        var steps = fields.at("/adj_pairs");
        if (!steps.isMissingNode() && !steps.isNull() && !steps.isArray()) {
            throw new RefusedEntry(
                    entry.place() + "/adj_pairs",
                    "The steps (%s) are not a list."
                            .formatted(Fields.asText(steps).lines().findFirst().orElse("")),
                    "");
        }
        var roles = new SiblingRoles();
        for (int i = 0; i < steps.size(); i++) {
            var at = "/adj_pairs/" + i;
            var part = fields.part();
            var values = values(part, at);
            if (values.isEmpty()) {
                findings.add(
                        new Finding(
                                entry.place() + at,
                                "The step states no value; it is kept as text."));
                continue;
            }
            var ends =
                    end(at, "charge").orElse("step") + "/" + end(at, "discharge").orElse("unnamed");
            items.add(item(roles.next("step/" + ends), part, at, values));
        }
    }

    private Optional<String> end(String at, String which) {
        return fields.peek(at + "/id_" + which)
                .map(id -> MpId.find(id).map(MpId::decimal).orElse(id))
                .or(() -> fields.peek(at + "/formula_" + which))
                .map(text -> text.replace('#', ' '));
    }

    private MappedItem item(String role, Fields part, String at, List<Value> values) {
        var conditions = conditions(part, at);
        return MappedItem.of(
                new ItemKey(SummaryMapping.SOURCE, entity(), role),
                new ValuesAsserted(
                        Occurrence.UNKNOWN,
                        Subject.of(electrode),
                        Optional.empty(),
                        Optional.of(NOT_TOLD),
                        List.of(),
                        conditions,
                        values),
                // Pointers name a place in the list; what counts is what stands there.
                part.content().replace(at, ""),
                entry.place() + at);
    }

    private static List<Value> values(Fields part, String at) {
        return SCALARS.stream()
                .flatMap(scalar ->
                        MpTerms.value(
                                part,
                                at + scalar.pointer(),
                                scalar.property(),
                                scalar.unit(),
                                scalar.basis())
                                .stream())
                .toList();
    }

    private static List<Value> conditions(Fields part, String at) {
        var conditions = new ArrayList<Value>();
        conditions.add(
                Value.of(
                                Term.of("lsp:temperature"),
                                HowKnown.ASSUMED,
                                Quantity.of("0", Term.of("unit:K")))
                        .noting(
                                "Not stated in the document. The energies are computed at 0 K; no"
                                        + " cell was built."));
        part.text("/thermo_type")
                .ifPresent(type -> conditions.addAll(MpTerms.runType(type, "/thermo_type")));
        text(part, "/working_ion", "lsp:workingIon", conditions);
        text(part, at + "/formula_charge", "lsp:chargedFormula", conditions);
        text(part, at + "/formula_discharge", "lsp:dischargedFormula", conditions);
        material(part, at + "/id_charge", "lsp:chargedMaterial", conditions);
        material(part, at + "/id_discharge", "lsp:dischargedMaterial", conditions);
        return conditions;
    }

    private static void text(Fields part, String at, String property, List<Value> conditions) {
        part.text(at)
                .map(text -> Value.ofText(Term.of(property), HowKnown.RECORDED, text).at(at))
                .ifPresent(conditions::add);
    }

    private static void material(Fields part, String at, String property, List<Value> conditions) {
        part.text(at)
                .map(text -> MpId.find(text).map(MpId::decimal).orElse(text))
                .map(text -> Value.ofText(Term.of(property), HowKnown.RECORDED, text).at(at))
                .ifPresent(conditions::add);
    }

    private static Scalar computed(String pointer, String property, String unit) {
        return Scalar.calculated(pointer, "lsp:" + property, Term.of(unit));
    }
}
