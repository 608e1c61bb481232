package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.SimulationPerformed;
import dev.lodestone.importers.HeldItems;
import dev.lodestone.importers.HeldItems.HeldItem;
import dev.lodestone.importers.json.JsonFiles;
import dev.lodestone.ontology.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What earlier imports say of materials and of the calculations that are grouped in them.
final class MpHeld {
    private static final Term RUN_TYPE = Term.of("lsp:runType");
    private static final String MATERIALS = "material/";
    private static final int AT_ONCE = 500;

    private final HeldItems held;
    private final boolean tasks;
    private final boolean materials;

    MpHeld(HeldItems held) {
        this.held = held;
        this.tasks = holds("task/");
        this.materials = holds(MATERIALS);
    }

    /// Whether there may be calculations.
    boolean tasks() {
        return tasks;
    }

    /// Whether there may be materials.
    boolean materials() {
        return materials;
    }

    /// The run type of a calculation.
    Optional<String> runType(MpId task) {
        return calculation(task).stream()
                .flatMap(simulation -> simulation.conditions().stream())
                .filter(condition -> condition.property().equals(RUN_TYPE))
                .flatMap(condition -> condition.text().stream())
                .findFirst();
    }

    /// The material that a calculation is of; not the one that only the calculation knows.
    Optional<MpId> materialOf(MpId task) {
        return calculation(task)
                .flatMap(simulation -> simulation.subject().material())
                .filter(material -> !material.equals(MpJoins.ownMaterial(task)))
                .flatMap(material -> MpId.find(material.value()));
    }

    /// Whether a calculation is known at all.
    boolean hasTask(MpId task) {
        return calculation(task).isPresent();
    }

    /// Goes through all materials with the calculations that are grouped in them.
    void forEachGroup(BiConsumer<MpId, Stream<MpId>> action) {
        for (var page = keys(MATERIALS); !page.isEmpty(); page = keys(page.getLast())) {
            var ofMaterials = page.stream().filter(key -> key.endsWith("#material")).toList();
            for (int from = 0; from < ofMaterials.size(); from += AT_ONCE) {
                var some = ofMaterials.subList(from, Math.min(from + AT_ONCE, ofMaterials.size()));
                held.live(SummaryMapping.SOURCE, some)
                        .forEach((key, item) -> group(key, item, action));
            }
        }
    }

    private static void group(String key, HeldItem item, BiConsumer<MpId, Stream<MpId>> action) {
        var ids = item.verbatim().get(SummaryMapping.TASK_IDS);
        var grouped =
                ids == null
                        ? Stream.<String>empty()
                        : JsonFiles.parse(ids, key)
                                .valueStream()
                                .filter(JsonNode::isString)
                                .map(JsonNode::stringValue);
        var named = item.verbatim().getOrDefault(SummaryMapping.UNGROUPED, "").split(" ");
        MpId.find(key.substring(MATERIALS.length(), key.indexOf('#')))
                .ifPresent(material ->
                        action.accept(
                                material,
                                Stream.concat(grouped, Stream.of(named))
                                        .flatMap(id -> MpId.find(id).stream())));
    }

    private List<String> keys(String after) {
        return held.keys(SummaryMapping.SOURCE, after, MATERIALS, 2 * AT_ONCE);
    }

    private boolean holds(String beginning) {
        return !held.keys(SummaryMapping.SOURCE, beginning, beginning, 1).isEmpty();
    }

    private Optional<SimulationPerformed> calculation(MpId task) {
        if (!tasks) {
            return Optional.empty();
        }
        var key = SummaryMapping.task(task).text();
        return Optional.ofNullable(held.live(SummaryMapping.SOURCE, List.of(key)).get(key))
                .map(HeldItem::stated)
                .filter(SimulationPerformed.class::isInstance)
                .map(SimulationPerformed.class::cast);
    }
}
