package dev.lodestone.importers.materialsproject;

import static dev.lodestone.events.HowKnown.CALCULATED;
import static dev.lodestone.events.HowKnown.RECORDED;
import static dev.lodestone.events.HowKnown.SIMULATED;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.ComputedEntry;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A computed entry of pymatgen: the energy of a cell from one calculation, with the correction
/// that makes it comparable to others.
public final class ComputedEntryMapping {
    private final ComputedEntry entry;
    private final Fields fields;

    private ComputedEntryMapping(ComputedEntry entry) {
        this.entry = entry;
        this.fields = new Fields(entry.json());
    }

    /// Maps a computed entry.
    ///
    /// @param registered whether a summary at hand registers the material
    /// @throws RefusedEntry if it states no energy
    public static MappedEntry map(ComputedEntry entry, boolean registered) {
        return new ComputedEntryMapping(entry).mapped(registered);
    }

    private MappedEntry mapped(boolean registered) {
        var items = new ArrayList<MappedItem>();
        if (!registered) {
            items.add(material());
        }
        var part = fields.part();
        part.use("/data/task_id");
        part.use("/data/material_id");
        var values = values(part);
        if (values.isEmpty()) {
            throw new RefusedEntry(
                    entry.place() + "/energy", "The computed entry states no energy.", "");
        }
        fields.drop("/@module", "the program that wrote it");
        fields.drop("/@class", "the program that wrote it");
        if (registered) {
            fields.drop("/structure", "the structure of the calculation; its lattice is kept");
        }
        if (fields.at("/data/run_type").equals(fields.at("/parameters/run_type"))) {
            fields.drop("/data/run_type", "the same as parameters.run_type");
        }
        var conditions = conditions(part);
        var rest = fields.rest(SummaryMapping.LONGEST_TEXT);
        items.add(
                MappedItem.of(
                                new ItemKey(SummaryMapping.SOURCE, entity(), "values"),
                                new ValuesAsserted(
                                        Occurrence.UNKNOWN,
                                        Subject.of(SummaryMapping.material(entry.material())),
                                        Optional.of(SummaryMapping.task(entry.task()).event()),
                                        Optional.empty(),
                                        values.stream().anyMatch(v -> v.component().isPresent())
                                                ? List.of(MpTerms.LATTICE)
                                                : List.of(),
                                        conditions,
                                        values),
                                part.content() + BuildDates.leftOut(rest),
                                entry.place())
                        .keeping(rest));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), List.of());
    }

    private String entity() {
        return "entry/" + entry.task().decimal();
    }

    /// An entry has no formula, only the atoms of its cell; the structure is that of its material.
    private MappedItem material() {
        var part = fields.part();
        part.use("/data/material_id");
        part.use("/composition");
        Optional<AttachedFile> structure = Optional.empty();
        if (fields.at("/structure").isObject()) {
            part.use("/structure");
            structure =
                    Optional.of(
                            SummaryMapping.structure(
                                    entry.material().decimal(), fields.at("/structure")));
        }
        return MappedItem.of(
                        new ItemKey(SummaryMapping.SOURCE, entity(), "material"),
                        new MaterialRegistered(
                                Occurrence.UNKNOWN,
                                SummaryMapping.material(entry.material()),
                                ReducedFormula.of(fields.at("/composition")),
                                SummaryMapping.names(SummaryMapping.MATERIALS, entry.material()),
                                structure.map(AttachedFile::ref)),
                        part.content(),
                        entry.place())
                .attaching(structure.stream().toList());
    }

    private static List<Value> values(Fields part) {
        var values = new ArrayList<Value>();
        MpTerms.value(part, "/energy", Term.of("lsp:totalEnergy"), MpTerms.EV, SIMULATED)
                .map(value -> value.noting("of the cell, without correction"))
                .ifPresent(values::add);
        if (values.isEmpty()) {
            return values;
        }
        MpTerms.value(part, "/correction", Term.of("lsp:energyCorrection"), MpTerms.EV, CALCULATED)
                .ifPresent(values::add);
        MpTerms.value(
                        part,
                        "/structure/lattice/volume",
                        Term.of("lsp:cellVolume"),
                        Term.of("unit:ANGSTROM3"),
                        SIMULATED)
                .map(value -> value.ofComponent(1))
                .ifPresent(values::add);
        values.addAll(MpTerms.lattice(part, "/structure"));
        return values;
    }

    private static List<Value> conditions(Fields part) {
        var conditions = new ArrayList<Value>();
        part.text("/parameters/run_type")
                .ifPresent(
                        type -> conditions.addAll(MpTerms.runType(type, "/parameters/run_type")));
        for (var element : part.at("/parameters/hubbards").propertyNames()) {
            var at = "/parameters/hubbards/" + Fields.escaped(element);
            MpTerms.value(part, at, Term.of("lsp:hubbardU"), MpTerms.EV, RECORDED)
                    .filter(ComputedEntryMapping::isOn)
                    .map(value -> value.ofSpecies(element))
                    .ifPresent(conditions::add);
        }
        return conditions;
    }

    /// A U of 0 is none.
    private static boolean isOn(Value hubbard) {
        return hubbard.quantity()
                .filter(u -> u.value().compareTo(BigDecimal.ZERO) != 0)
                .isPresent();
    }
}
