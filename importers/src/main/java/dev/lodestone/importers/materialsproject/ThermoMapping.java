package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.ThermoEntry;
import dev.lodestone.importers.materialsproject.SummaryGroup.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A thermo document as values of its material, under the combination of functionals as condition:
/// a material has one for each, and their energies cannot be compared.
public final class ThermoMapping {
    private static final SummaryGroup GROUP =
            SummaryGroup.THERMO.with(
                    Scalar.calculated(
                            "/decomposition_enthalpy",
                            "lsp:decompositionEnthalpyPerAtom",
                            MpTerms.EV_PER_ATOM));

    /// The schema misspells it; it is read under both spellings.
    private static final List<String> UNCERTAINTY =
            List.of("/energy_uncertainy_per_atom", "/energy_uncertainty_per_atom");

    private final ThermoEntry entry;
    private final Fields fields;
    private final List<Finding> findings = new ArrayList<>();

    private ThermoMapping(ThermoEntry entry) {
        this.entry = entry;
        this.fields = new Fields(entry.json());
    }

    /// Maps a thermo document.
    ///
    /// @param registered whether a summary at hand registers the material
    /// @throws RefusedEntry if it states no energy
    public static MappedEntry map(ThermoEntry entry, boolean registered) {
        return new ThermoMapping(entry).mapped(registered);
    }

    private MappedEntry mapped(boolean registered) {
        var items = new ArrayList<MappedItem>();
        var entity = "thermo/%s_%s".formatted(entry.material(), entry.type());
        if (!registered) {
            items.add(
                    SummaryMapping.registered(
                            entity, entry.material(), fields.part(), entry.place()));
        }
        var part = fields.part();
        Stream.of("/material_id", "/thermo_id", "/thermo_type").forEach(part::use);
        var values = values(part);
        if (values.isEmpty()) {
            throw new RefusedEntry(
                    entry.place(),
                    "The thermo document states no energy.",
                    "they were left out of _fields in the query.");
        }
        var origin = origin(part);
        fields.drop("/_id", "the database's internal id");
        fields.drop("/entries", "computed entries; the calculation they are from is named");
        var rest = fields.rest(SummaryMapping.LONGEST_TEXT);
        var asserted =
                new ValuesAsserted(
                        Occurrence.UNKNOWN,
                        Subject.of(SummaryMapping.material(entry.material())),
                        origin.task().map(task -> SummaryMapping.task(task).event()),
                        origin.unknown(),
                        List.of(),
                        MpTerms.runType(entry.type(), "/thermo_type"),
                        values);
        items.add(
                MappedItem.of(
                                new ItemKey(SummaryMapping.SOURCE, entity, "values"),
                                asserted,
                                part.content() + BuildDates.leftOut(rest),
                                entry.place())
                        .keeping(rest));
        Deprecation.finding(
                        fields,
                        entry.place(),
                        "energy of (%s) by (%s)".formatted(entry.material(), entry.type()))
                .ifPresent(findings::add);
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private static List<Value> values(Fields part) {
        var values = new ArrayList<Value>();
        for (var scalar : GROUP.scalars()) {
            MpTerms.value(part, scalar.pointer(), scalar.property(), scalar.unit(), scalar.basis())
                    .map(value ->
                            scalar.pointer().equals("/energy_per_atom")
                                    ? uncertain(part, value)
                                    : value)
                    .ifPresent(values::add);
        }
        return values;
    }

    private static Value uncertain(Fields part, Value value) {
        var energy = value.quantity().orElseThrow();
        return UNCERTAINTY.stream()
                .filter(at -> part.at(at).isNumber() && part.at(at).asDouble(-1) >= 0)
                .flatMap(at -> part.number(at).stream())
                .findFirst()
                .map(uncertainty -> with(value, energy, uncertainty))
                .orElse(value);
    }

    private static Value with(Value value, Quantity energy, BigDecimal uncertainty) {
        return Value.of(
                        value.property(),
                        value.basis(),
                        new Quantity(
                                energy.value(),
                                energy.unit(),
                                energy.asRecorded(),
                                Optional.of(uncertainty)))
                .at(value.locator().orElseThrow());
    }

    /// The calculation that `origins` names; else the one of the computed entry that `energy_type`
    /// says the energy is from.
    private Origin origin(Fields part) {
        var named = Origin.of(part, GROUP);
        if (named.task().isPresent()) {
            return named;
        }
        var type = part.peek("/energy_type");
        var at = type.map(t -> "/entries/" + Fields.escaped(t) + "/data/task_id");
        var task = at.flatMap(part::peek).flatMap(MpId::find);
        if (task.isEmpty()) {
            return named;
        }
        part.use(at.orElseThrow());
        part.use("/energy_type");
        return new Origin(task, Optional.empty());
    }
}
