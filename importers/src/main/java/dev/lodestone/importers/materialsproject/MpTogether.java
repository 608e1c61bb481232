package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.Bearing;
import dev.lodestone.importers.ImportOptions;
import dev.lodestone.importers.materialsproject.MpDocument.SummaryEntry;
import dev.lodestone.importers.materialsproject.MpDocument.TaskEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// What documents that are read together know of each other, and of what was imported before: which
/// task belongs to which material and how it was calculated, and which materials are registered. To
/// be told of all of them before the first is mapped.
final class MpTogether {
    private final ImportOptions options;
    private final MpHeld held;

    /// The tasks that are read, with where in the list of run types theirs stands.
    private final MpIdMap tasks = new MpIdMap();

    private final List<String> runTypes = new ArrayList<>();
    private final Map<String, Long> numbersOfRunTypes = new HashMap<>();

    /// Tasks with the material they are grouped in.
    private final MpIdMap groups = new MpIdMap();

    private final MpIdMap registered = new MpIdMap();
    private final TreeSet<String> versions = new TreeSet<>();

    MpTogether(ImportOptions options, MpHeld held) {
        this.options = options;
        this.held = held;
    }

    /// Takes note of a document, of which an outline is enough.
    void learn(MpDocument document) {
        version(document).ifPresent(versions::add);
        if (document instanceof TaskEntry task) {
            tasks.putIfAbsent(task.task(), number(TaskMapping.runType(task).orElse("")));
        } else if (document instanceof SummaryEntry summary && isWanted(summary)) {
            registered.putIfAbsent(summary.material(), 0);
            summary.tasks().forEach(task -> group(task, summary.material()));
        }
    }

    /// Takes note of the material of a task.
    void group(MpId task, MpId material) {
        groups.putIfAbsent(task, material);
    }

    /// Looks up in earlier imports to which materials the tasks belong that no summary at hand
    /// names.
    void recall() {
        ungrouped()
                .forEach(
                        task -> held.materialOf(task).ifPresent(material -> group(task, material)));
    }

    /// Looks through all materials of earlier imports for those of tasks that are new.
    void recallGroups() {
        var asked = new MpIdMap();
        for (var task : held.materials() ? ungrouped() : List.<MpId>of()) {
            if (options.remap() || !held.hasTask(task)) {
                asked.putIfAbsent(task, 0);
            }
        }
        if (asked.size() > 0) {
            held.forEachGroup((material, its) ->
                    its.filter(asked::has).forEach(task -> group(task, material)));
        }
    }

    /// The tasks that are read and whose material is not known.
    List<MpId> ungrouped() {
        var ungrouped = new ArrayList<MpId>();
        tasks.forEach(task -> {
            if (!groups.has(task)) {
                ungrouped.add(task);
            }
        });
        return ungrouped;
    }

    /// The version of the database, if all documents are of one.
    Optional<String> version() {
        return versions.size() == 1 ? Optional.of(versions.first()) : Optional.empty();
    }

    boolean isWanted(MpDocument document) {
        return options.restricted() || !document.nonCommercial();
    }

    boolean isRegistered(MpId material) {
        return registered.has(material);
    }

    /// The material that a task is grouped in.
    Optional<MpId> materialOf(MpId task) {
        return groups.findId(task);
    }

    /// The run types of tasks as far as they are known, each looked up once. For one document.
    Function<MpId, Optional<String>> runTypes() {
        var found = new HashMap<MpId, Optional<String>>();
        return task -> found.computeIfAbsent(task, this::runType);
    }

    private Optional<String> runType(MpId task) {
        return tasks.find(task)
                .map(number -> runTypes.get(number.intValue()))
                .or(() -> held.runType(task))
                .filter(type -> !type.isEmpty());
    }

    /// What a summary says of tasks that are not read together with it.
    Bearing.All bearings(SummaryEntry summary) {
        if (!held.tasks() && !held.materials()) {
            return Bearing.All.NONE;
        }
        return () ->
                MpJoins.ofSummary(
                        summary.material(),
                        summary.tasks().filter(task -> !tasks.has(task)).toList(),
                        held,
                        registered::has);
    }

    /// What a task says of a material that is not read together with it.
    Bearing.All bearings(TaskEntry task) {
        var material = materialOf(task.task());
        var type = TaskMapping.runType(task).filter(text -> !text.isEmpty());
        return material.isEmpty()
                        || type.isEmpty()
                        || !held.materials()
                        || registered.has(material.get())
                ? Bearing.All.NONE
                : () -> MpJoins.ofTask(task.task(), material.get(), type.get());
    }

    private long number(String runType) {
        return numbersOfRunTypes.computeIfAbsent(
                runType,
                type -> {
                    runTypes.add(type);
                    return runTypes.size() - 1L;
                });
    }

    private static Optional<String> version(MpDocument document) {
        var built = document.json().path("builder_meta");
        return Optional.of(built.path("database_version").asString(""))
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(built.path("build_date").asString("")))
                .filter(text -> !text.isEmpty());
    }
}
