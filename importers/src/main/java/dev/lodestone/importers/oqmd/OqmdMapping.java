package dev.lodestone.importers.oqmd;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.crystal.Cell;
import dev.lodestone.importers.crystal.Composition;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.json.RowsReading.Row;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A row of OQMD: the material, its structure, and what was calculated of it.
final class OqmdMapping {
    static final SourceId SOURCE = new SourceId("oqmd");

    private static final int LONGEST_TEXT = 2_000;

    /// Identifiers beside the entry's, with whose names they are.
    private static final Map<String, String> NAMES =
            new TreeMap<>(
                    Map.of(
                            "calculation_id", "oqmd/calculation",
                            "formationenergy_id", "oqmd/formation-energy",
                            "icsd_id", "icsd"));

    private final Row row;
    private final Fields fields;
    private final String id;
    private final List<MappedItem> items = new ArrayList<>();

    private OqmdMapping(Row row, String id) {
        this.row = row;
        this.fields = new Fields(row.json());
        this.id = id;
    }

    static MappedEntry map(Row row) {
        var id = row.json().path("entry_id");
        if (!id.isIntegralNumber() && !id.asString("").matches("[0-9]+")) {
            throw new RefusedEntry(
                    row.place() + "/entry_id",
                    id.isMissingNode()
                            ? "The row has no entry_id."
                            : "The entry_id (%s) is not a number.".formatted(id),
                    "the query left it out: add it to fields=.");
        }
        return new OqmdMapping(row, id.asString()).mapped();
    }

    private MappedEntry mapped() {
        var own = fields.part();
        own.use("/entry_id");
        var atoms = atoms(own);
        var formula =
                Stream.of("/composition", "/name")
                        .flatMap(at -> own.text(at).stream())
                        .map(text -> text.replace(" ", ""))
                        .findFirst()
                        .or(() -> atoms.map(Composition::formula));
        var names = new ArrayList<ScopedName>();
        names.add(new ScopedName("oqmd/entry", id));
        NAMES.forEach((field, scope) -> {
            var name = fields.at("/" + field);
            if (name.isIntegralNumber()) {
                own.use("/" + field);
                names.add(new ScopedName(scope, name.asString()));
            }
        });
        var file = file(own);
        structure(atoms, formula);
        calculated();
        var rest = fields.rest(LONGEST_TEXT);
        items.addFirst(
                MappedItem.of(
                                key("material"),
                                new MaterialRegistered(
                                        Occurrence.UNKNOWN,
                                        material(),
                                        formula,
                                        names,
                                        file.map(AttachedFile::ref)),
                                own.content() + rest,
                                row.place())
                        .keeping(rest)
                        .attaching(file.stream().toList()));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), List.of());
    }

    private MaterialId material() {
        return new MaterialId("oqmd-" + id);
    }

    private ItemKey key(String role) {
        return new ItemKey(SOURCE, "entry/" + id, role);
    }

    /// The elements of sites such as `He @ 0.333 0.667 0.25`.
    private Optional<Composition> atoms(Fields own) {
        var sites = fields.at("/sites");
        if (sites.isEmpty() || !sites.valueStream().allMatch(OqmdMapping::isSite)) {
            return Optional.empty();
        }
        own.use("/sites");
        return Optional.of(
                Composition.ofAtoms(
                        sites.valueStream()
                                .map(site -> site.asString().split("@", 2)[0].strip())
                                .toList()));
    }

    private static boolean isSite(JsonNode site) {
        return site.isString() && site.stringValue().matches("[A-Z][a-z]? @( -?[0-9.eE+-]+){3}");
    }

    private Optional<AttachedFile> file(Fields own) {
        if (!fields.has("/sites") || !fields.has("/unit_cell")) {
            return Optional.empty();
        }
        own.use("/sites");
        own.use("/unit_cell");
        var json = JsonNodeFactory.instance.objectNode();
        json.set("unit_cell", fields.at("/unit_cell"));
        json.set("sites", fields.at("/sites"));
        return Optional.of(AttachedFile.structure("oqmd-" + id, Fields.canonical(json)));
    }

    private void structure(Optional<Composition> atoms, Optional<String> formula) {
        var part = fields.part();
        var values = new ArrayList<Value>();
        OqmdValues.number(part, "natoms", "lsp:siteCount", "unit:UNITLESS")
                .or(() -> atoms.map(_ -> OqmdValues.siteCount(part)))
                .ifPresent(values::add);
        Cell.of(part.at("/unit_cell"), List.of(true, true, true))
                .ifPresent(cell -> {
                    part.use("/unit_cell");
                    values.addAll(cell.values(HowKnown.SIMULATED, "/unit_cell"));
                });
        OqmdValues.number(part, "volume", "lsp:cellVolume", "unit:ANGSTROM3")
                .ifPresent(given -> {
                    values.removeIf(value -> value.property().equals(given.property()));
                    values.add(given);
                });
        OqmdValues.words(part, "spacegroup", "lsp:spaceGroupSymbol").ifPresent(values::add);
        OqmdValues.words(part, "prototype", "lsp:crystalStructureType").ifPresent(values::add);
        values.replaceAll(value -> value.ofComponent(1));
        formula.flatMap(Composition::of)
                .or(() -> atoms)
                .ifPresent(c -> {
                    var at = Stream.of("/composition", "/name", "/sites").filter(fields::has);
                    var pointer = at.findFirst().orElse("/sites");
                    part.use(pointer);
                    values.addAll(c.shares(HowKnown.SIMULATED, pointer));
                });
        asserted("values/structure", part, List.of(), values);
    }

    private void calculated() {
        var part = fields.part();
        var values = new ArrayList<Value>();
        OqmdValues.number(part, "delta_e", "lsp:formationEnergyPerAtom", "lsu:EV-PER-ATOM")
                .ifPresent(values::add);
        OqmdValues.number(part, "stability", "lsp:energyAboveHull", "lsu:EV-PER-ATOM")
                .map(value ->
                        value.noting(
                                "OQMD's own interface gives 0 where the phase lies below the hull of the others"))
                .ifPresent(values::add);
        OqmdValues.number(part, "band_gap", "lsp:bandGap", "unit:EV").ifPresent(values::add);
        if (values.isEmpty()) {
            return;
        }
        var conditions = new ArrayList<Value>();
        for (var field : List.of("fit", "calculation_label")) {
            part.text("/" + field)
                    .map(text -> Value.ofText(Term.of("lsp:runType"), HowKnown.RECORDED, text))
                    .ifPresent(value -> conditions.add(value.at("/" + field)));
        }
        asserted("values/calculated", part, conditions, values);
    }

    private void asserted(String role, Fields part, List<Value> conditions, List<Value> values) {
        if (values.isEmpty()) {
            return;
        }
        var calculation = fields.at("/calculation_id");
        items.add(
                MappedItem.of(
                        key(role),
                        new ValuesAsserted(
                                Occurrence.UNKNOWN,
                                Subject.of(material()),
                                Optional.empty(),
                                Optional.of(
                                        calculation.isIntegralNumber()
                                                ? "origin not imported: calculation %s of OQMD"
                                                        .formatted(calculation)
                                                : "origin unknown: the row names no calculation"),
                                values.stream().anyMatch(value -> value.component().isPresent())
                                        ? List.of(
                                                new StructuralComponent(
                                                        Term.of("lsk:CrystalLattice")))
                                        : List.of(),
                                conditions,
                                values),
                        part.content(),
                        row.place()));
    }
}
