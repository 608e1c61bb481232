package dev.lodestone.importers.aflow;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.StructuralComponent;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.crystal.Composition;
import dev.lodestone.importers.crystal.CrystalSystem;
import dev.lodestone.importers.json.Amounts;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.json.RowsReading.Row;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A row of AFLUX: the material, and its values in groups. Every value may be a text.
final class AflowMapping {
    static final SourceId SOURCE = new SourceId("aflow");

    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern AUID = Pattern.compile("aflow:([0-9a-f]{16})");

    private final Row row;
    private final Fields fields;
    private final String auid;
    private final MaterialId material;
    private final List<MappedItem> items = new ArrayList<>();

    private AflowMapping(Row row, String auid, String number) {
        this.row = row;
        this.fields = new Fields(row.json());
        this.auid = auid;
        this.material = new MaterialId("aflow-" + number);
    }

    static MappedEntry map(Row row) {
        var auid = row.json().path("auid").asString("");
        var matcher = AUID.matcher(auid);
        if (!matcher.matches()) {
            throw new RefusedEntry(
                    row.place() + "/auid",
                    auid.isEmpty()
                            ? "The row has no identifier (auid)."
                            : "The identifier (%s) is not of the form aflow:0123456789abcdef."
                                    .formatted(auid),
                    "the answer was changed after it was saved: AFLUX always gives it.");
        }
        return new AflowMapping(row, auid, matcher.group(1)).mapped();
    }

    private MappedEntry mapped() {
        var own = fields.part();
        own.use("/auid");
        var composition = own.text("/compound").flatMap(Composition::of);
        for (var group : AflowKeyword.GROUPS) {
            values(group, composition);
        }
        var rest = fields.rest(LONGEST_TEXT);
        items.addFirst(
                MappedItem.of(
                                key("material"),
                                new MaterialRegistered(
                                        Occurrence.UNKNOWN,
                                        material,
                                        composition
                                                .map(Composition::formula)
                                                .or(() -> fields.peek("/compound")),
                                        List.of(new ScopedName("aflow", auid)),
                                        Optional.empty()),
                                own.content() + rest,
                                row.place())
                        .keeping(rest));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), List.of());
    }

    private ItemKey key(String role) {
        return new ItemKey(SOURCE, auid, role);
    }

    private void values(String group, Optional<Composition> composition) {
        var part = fields.part();
        var values = new ArrayList<Value>();
        for (var keyword : AflowKeyword.of(group)) {
            value(part, keyword).ifPresent(values::add);
        }
        if (group.equals(AflowKeyword.STRUCTURE)) {
            Amounts.find(part.at("/spacegroup_relax"))
                    .flatMap(CrystalSystem::of)
                    .map(system ->
                            Value.of(Term.of("lsp:crystalSystem"), HowKnown.SIMULATED, system)
                                    .at("/spacegroup_relax")
                                    .noting("follows from the space group")
                                    .ofComponent(1))
                    .ifPresent(values::add);
            composition.ifPresent(c -> {
                part.use("/compound");
                values.addAll(c.shares(HowKnown.SIMULATED, "/compound"));
            });
        }
        if (values.isEmpty()) {
            return;
        }
        items.add(
                MappedItem.of(
                        key("values/" + group),
                        new ValuesAsserted(
                                Occurrence.UNKNOWN,
                                Subject.of(material),
                                Optional.empty(),
                                Optional.of("origin unknown: AFLUX names no single calculation"),
                                values.stream().anyMatch(value -> value.component().isPresent())
                                        ? List.of(
                                                new StructuralComponent(
                                                        Term.of("lsk:CrystalLattice")))
                                        : List.of(),
                                conditions(group, part),
                                values),
                        part.content(),
                        row.place()));
    }

    private static Optional<Value> value(Fields part, AflowKeyword keyword) {
        var pointer = "/" + keyword.name();
        return Amounts.find(part.at(pointer))
                .map(number -> {
                    part.use(pointer);
                    var value =
                            Value.of(
                                            keyword.property(),
                                            HowKnown.SIMULATED,
                                            new Quantity(
                                                    number,
                                                    keyword.unit(),
                                                    part.at(pointer).asString(),
                                                    Optional.empty()))
                                    .at(pointer);
                    return keyword.name().equals("Egap")
                            ? part.text("/Egap_type").map(value::noting).orElse(value)
                            : value;
                })
                .map(value ->
                        keyword.group().equals(AflowKeyword.STRUCTURE)
                                ? value.ofComponent(1)
                                : value);
    }

    private static List<Value> conditions(String group, Fields part) {
        var conditions = new ArrayList<Value>();
        var type = Fields.asText(part.at("/dft_type"));
        if (!type.isBlank() && !part.at("/dft_type").isNull()) {
            part.use("/dft_type");
            conditions.add(
                    Value.ofText(Term.of("lsp:runType"), HowKnown.RECORDED, type).at("/dft_type"));
        }
        if (group.equals(AflowKeyword.AT_300_K)) {
            conditions.add(
                    Value.of(
                                    Term.of("lsp:temperature"),
                                    HowKnown.RECORDED,
                                    new Quantity(
                                            BigDecimal.valueOf(300),
                                            Term.of("unit:K"),
                                            "300K",
                                            Optional.empty()))
                            .noting("in the name of the keyword"));
        }
        return conditions;
    }
}
