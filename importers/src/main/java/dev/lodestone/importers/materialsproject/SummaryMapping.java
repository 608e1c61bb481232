package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.MaterialId;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.MaterialRegistered;
import dev.lodestone.events.Value;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A summary document as events: the material, and its values in groups, each group joined to the
/// calculation it came from where the document names one.
public final class SummaryMapping {
    /// The source all Materials Project files belong to, so that what one file says of a task joins
    /// what another says.
    public static final SourceId SOURCE = new SourceId("materials-project");

    /// Whose names `mp-149` and `mp-ft` are, of a material.
    public static final String MATERIALS = "materials-project";

    /// Whose names they are, of a task: numbers are given to tasks and materials alike.
    public static final String TASKS = "materials-project/task";

    /// The field with the tasks of a material. It is kept however long it is, so that a task that
    /// is imported later finds its material.
    static final String TASK_IDS = "task_ids";

    /// Where the tasks are kept that values are said to come from and that are not in that field.
    static final String UNGROUPED = "origins.task_id";

    /// The most characters of a field without a term that are kept as text.
    static final int LONGEST_TEXT = 2_000;

    /// Electronic structures of earlier builds are all of GGA or GGA+U; r2SCAN came with this one.
    private static final String FIRST_R2SCAN_BUILD = "2022-10-28";

    /// So many identifiers may be longer than that.
    private static final int FEWEST_TOO_LONG = 50;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private static final List<String> ELECTRONIC = List.of("electronic", "bandstructure", "dos");

    private final SummaryEntry entry;
    private final MaterialId material;
    private final String entity;
    private final Fields fields;
    private final Function<MpId, Optional<String>> runTypes;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private SummaryMapping(SummaryEntry entry, Function<MpId, Optional<String>> runTypes) {
        this.entry = entry;
        this.material = material(entry.material());
        this.entity = "material/" + material.value();
        this.fields = new Fields(entry.json());
        this.runTypes = runTypes;
    }

    /// Maps a summary.
    ///
    /// @param runTypes the run type of a task, where the task's own document is at hand
    public static MappedEntry map(SummaryEntry entry, Function<MpId, Optional<String>> runTypes) {
        return new SummaryMapping(entry, runTypes).mapped();
    }

    /// The identity of a material.
    public static MaterialId material(MpId id) {
        return new MaterialId(id.decimal());
    }

    /// The key of the event that is a task, the same whoever speaks of it.
    public static ItemKey task(MpId id) {
        return new ItemKey(SOURCE, "task/" + id.decimal(), "calculation");
    }

    /// The key of the material as a task registers it.
    static ItemKey taskMaterial(MpId id) {
        return new ItemKey(SOURCE, "task/" + id.decimal(), "material");
    }

    /// Both spellings of an identifier, as names.
    static List<ScopedName> names(String scope, MpId id) {
        return List.of(new ScopedName(scope, id.decimal()), new ScopedName(scope, id.letters()));
    }

    /// A material that no summary at hand registers, as another document knows it.
    static MappedItem registered(String entity, MpId id, Fields part, String place) {
        return MappedItem.of(
                new ItemKey(SOURCE, entity, "material"),
                new MaterialRegistered(
                        Occurrence.UNKNOWN,
                        material(id),
                        part.text("/formula_pretty"),
                        names(MATERIALS, id),
                        Optional.empty()),
                part.content(),
                place);
    }

    /// A structure as content-addressed JSON.
    static AttachedFile structure(String name, JsonNode structure) {
        return AttachedFile.structure(name, Fields.canonical(structure));
    }

    private MappedEntry mapped() {
        var own = fields.part();
        own.use("/material_id");
        var formula = own.text("/formula_pretty");
        Optional<AttachedFile> structure = Optional.empty();
        if (fields.at("/structure").isObject()) {
            structure =
                    Optional.of(
                            AttachedFile.structure(material.value(), own.spelled("/structure")));
        }
        fields.drop("/_id", "the database's internal id");
        if (fields.at("/weighted_surface_energy").isNumber()) {
            fields.drop(
                    "/weighted_surface_energy_EV_PER_ANG2",
                    "the same as weighted_surface_energy in another unit");
        }
        SummaryGroup.ALL.forEach(this::group);
        subGroups();
        // What no event uses stays with the material, so it is settled when all events are.
        var tasks = longList();
        var rest = fields.rest(LONGEST_TEXT);
        tasks.ifPresent(text -> rest.put(TASK_IDS, text));
        var ungrouped = entry.ungrouped();
        if (!ungrouped.isEmpty()) {
            rest.put(UNGROUPED, String.join(" ", ungrouped.stream().map(MpId::decimal).toList()));
        }
        items.addFirst(
                MappedItem.of(
                                new ItemKey(SOURCE, entity, "material"),
                                new MaterialRegistered(
                                        Occurrence.UNKNOWN,
                                        material,
                                        formula,
                                        names(MATERIALS, entry.material()),
                                        structure.map(AttachedFile::ref)),
                                own.content() + rest,
                                entry.place())
                        .keeping(rest)
                        .attaching(structure.stream().toList())
                        .joinedBy(MpJoins.unmoved()));
        Deprecation.finding(fields, entry.place(), "material (" + entry.material() + ")")
                .ifPresent(findings::add);
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    /// The tasks, where the rest would leave them behind for their length.
    private Optional<String> longList() {
        var tasks = fields.at("/" + TASK_IDS);
        if (tasks.size() < FEWEST_TOO_LONG) {
            return Optional.empty();
        }
        var text = Optional.of(Fields.asText(tasks)).filter(all -> all.length() > LONGEST_TEXT);
        text.ifPresent(_ -> fields.part().use("/" + TASK_IDS));
        return text;
    }

    /// Band structures and densities of states, each of a task of its own.
    private void subGroups() {
        for (var path : fields.at("/bandstructure").propertyNames()) {
            var at = "/bandstructure/" + Fields.escaped(path);
            sub("bandstructure." + path, at);
            fields.drop(at + "/equivalent_labels", "names of points in other conventions");
            for (var edge : List.of("cbm", "vbm")) {
                for (var name : fields.at(at + "/" + edge).propertyNames()) {
                    if (!name.equals("energy")) {
                        fields.drop(at + "/" + edge + "/" + name, "where the band edge lies");
                    }
                }
            }
        }
        for (var spin : fields.at("/dos/total").propertyNames()) {
            sub("dos.total." + spin, "/dos/total/" + Fields.escaped(spin));
        }
    }

    private void sub(String role, String at) {
        if (fields.at(at).isObject()) {
            group(SummaryGroup.sub(role, at));
        }
    }

    private void group(SummaryGroup group) {
        var part = fields.part();
        var values = new ArrayList<Value>();
        for (var scalar : group.scalars()) {
            var number = part.number(scalar.pointer());
            if (number.isPresent()) {
                var value =
                        MpTerms.value(
                                number.get(),
                                scalar.pointer(),
                                scalar.property(),
                                scalar.unit(),
                                scalar.basis());
                values.add(
                        scalar.ofComponent()
                                ? value.ofComponent(1)
                                : SummaryWords.noted(part, value));
            }
        }
        if (group.equals(SummaryGroup.STRUCTURE)) {
            values.addAll(MpTerms.lattice(part, "/structure"));
        }
        values.addAll(SummaryWords.of(part, group, values));
        if (values.isEmpty()) {
            return;
        }
        var origin = group.computed() ? Origin.of(part, group) : Origin.NONE;
        var runType = origin.task().flatMap(runTypes);
        var conditions = conditions(group, origin, runType);
        var item =
                MappedItem.of(
                        new ItemKey(SOURCE, entity, "values/" + group.role()),
                        new ValuesAsserted(
                                Occurrence.UNKNOWN,
                                Subject.of(material),
                                origin.task().map(task -> task(task).event()),
                                origin.unknown(),
                                isOfComponent(values) ? List.of(group.component()) : List.of(),
                                conditions,
                                values),
                        part.content(),
                        entry.place());
        items.add(
                runType.map(type -> MpJoins.under(origin.task().orElseThrow(), type))
                        .map(item::joinedBy)
                        .orElse(item));
    }

    private List<Value> conditions(SummaryGroup group, Origin origin, Optional<String> runType) {
        if (runType.isPresent()) {
            return MpTerms.runType(runType.get(), MpJoins.place(origin.task().orElseThrow()));
        }
        if (isElectronic(group.role()) && builtBefore(FIRST_R2SCAN_BUILD)) {
            return List.of(
                    Value.of(MpTerms.FUNCTIONAL, HowKnown.ASSUMED, Term.of("lsk:PBE"))
                            .noting(
                                    "Not stated in the document. Before its version 2022.10.28 the"
                                            + " Materials Project computed electronic structures"
                                            + " with GGA (PBE) or GGA+U only."));
        }
        return List.of();
    }

    private static boolean isElectronic(String role) {
        for (var beginning : ELECTRONIC) {
            if (role.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfComponent(List<Value> values) {
        for (var value : values) {
            if (value.component().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean builtBefore(String day) {
        var built = entry.json().at("/builder_meta/build_date").asString("");
        return DAY.matcher(built).matches() && built.compareTo(day) < 0;
    }
}
