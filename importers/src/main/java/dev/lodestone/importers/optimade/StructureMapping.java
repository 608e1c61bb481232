package dev.lodestone.importers.optimade;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.optimade.Entry.Structure;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/// A structure as events: the material, what its structure says, and the database's own values in
/// groups that hold under the same condition.
final class StructureMapping {
    /// What makes the file that is kept, in the order of its canonical spelling.
    private static final List<String> OF_THE_FILE =
            List.of(
                    "assemblies",
                    "cartesian_site_positions",
                    "dimension_types",
                    "fractional_site_positions",
                    "lattice_vectors",
                    "species",
                    "species_at_sites",
                    "structure_features");

    /// Where a formula is found, the first that is there. The last two are how the data behind some
    /// servers are written.
    private static final List<String> FORMULAS =
            List.of(
                    "chemical_formula_reduced",
                    "chemical_formula_descriptive",
                    "chemical_formula_hill",
                    "formula_reduced",
                    "pretty_formula");

    private final Structure entry;
    private final Provider provider;
    private final Function<String, Optional<String>> units;
    private final MaterialId material;
    private final Fields fields;
    private final String at;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private StructureMapping(
            Structure entry, Provider provider, Function<String, Optional<String>> units) {
        this.entry = entry;
        this.provider = provider;
        this.units = units;
        this.material = provider.material(entry.id());
        this.fields = new Fields(entry.resource());
        this.at = entry.attributes();
    }

    /// Maps a structure.
    ///
    /// @param units what the database states as the unit of a field
    static MappedEntry map(
            Structure entry, Provider provider, Function<String, Optional<String>> units) {
        return new StructureMapping(entry, provider, units).mapped();
    }

    private MappedEntry mapped() {
        var own = fields.part();
        own.use("/id");
        own.use("/type");
        var formula = formula(own);
        var file = file(own);
        var names = new ArrayList<ScopedName>();
        names.add(new ScopedName(provider.scope(), entry.id()));
        var values = new OwnValues(fields, at, provider, units, entry.place());
        names.addAll(values.names(own));
        structure();
        for (var group : values.groups()) {
            asserted("values/" + group.role(), group.part(), List.of(), group);
        }
        findings.addAll(values.findings());
        // What no event uses stays with the material, so it is settled when all events are.
        var kept = Kept.of(fields, entry);
        items.addFirst(
                MappedItem.of(
                                key("material"),
                                new MaterialRegistered(
                                        Occurrence.UNKNOWN,
                                        material,
                                        formula,
                                        names,
                                        file.map(AttachedFile::ref)),
                                own.content() + kept,
                                entry.place())
                        .keeping(kept)
                        .attaching(file.stream().toList()));
        var odd = StructureChecks.of(entry);
        if (!odd.isEmpty()) {
            findings.add(
                    new Finding(
                            entry.place(),
                            "The structure ("
                                    + entry.id()
                                    + ") is not as OPTIMADE wants it: "
                                    + String.join("; ", odd)
                                    + ". Imported all the same."));
        }
        return new MappedEntry(items, fields.mapped(), dropped(), findings);
    }

    private List<DroppedField> dropped() {
        var dropped = new ArrayList<>(fields.dropped());
        for (var name : entry.resource().at("/meta/partial_data_links").propertyNames()) {
            dropped.add(
                    new DroppedField(
                            name, "the value is given elsewhere (partial data) and not fetched"));
        }
        return dropped;
    }

    private Optional<String> formula(Fields own) {
        for (var name : FORMULAS) {
            var formula = own.text(at + "/" + name);
            if (formula.isPresent()) {
                return formula;
            }
        }
        return Optional.empty();
    }

    private ItemKey key(String role) {
        return new ItemKey(provider.source(), "structures/" + entry.id(), role);
    }

    /// The sites as they are given. Without positions there is nothing to keep as a file.
    private Optional<AttachedFile> file(Fields own) {
        if (!fields.has(at + "/cartesian_site_positions")
                && !fields.has(at + "/fractional_site_positions")) {
            return Optional.empty();
        }
        var json = new StringJoiner(",", "{", "}");
        for (var name : OF_THE_FILE) {
            var pointer = at + "/" + name;
            if (fields.has(pointer)) {
                json.add("\"" + name + "\":" + own.spelled(pointer));
            }
        }
        return Optional.of(AttachedFile.structure(material.value(), json.toString()));
    }

    private void structure() {
        var part = fields.part();
        var values = new StructureValues(part, at, provider.basis()).all();
        if (!values.isEmpty()) {
            asserted(
                    "values/structure",
                    part,
                    values.stream().anyMatch(value -> value.component().isPresent())
                            ? List.of(new StructuralComponent(Term.of("lsk:CrystalLattice")))
                            : List.of(),
                    new OwnValues.Group("structure", part, OwnValues.ofAll(provider), values));
        }
    }

    private void asserted(
            String role, Fields part, List<StructuralComponent> components, OwnValues.Group group) {
        List<Value> values = group.values();
        items.add(
                MappedItem.of(
                        key(role),
                        new ValuesAsserted(
                                Occurrence.UNKNOWN,
                                Subject.of(material),
                                Optional.empty(),
                                provider.isComputed()
                                        ? Optional.of(
                                                "origin unknown: OPTIMADE names no calculation")
                                        : Optional.empty(),
                                components,
                                group.conditions(),
                                values),
                        part.content(),
                        entry.place()));
    }
}
