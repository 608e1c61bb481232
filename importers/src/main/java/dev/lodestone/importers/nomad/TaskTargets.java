package dev.lodestone.importers.nomad;

import dev.lodestone.importers.nomad.NomadRef.Target;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The other entries that the tasks of a plan name: what carries a task out, or holds what it
/// gives.
final class TaskTargets {
    private TaskTargets() {}

    static Set<Target> of(NomadEntry entry) {
        var targets = new LinkedHashSet<Target>();
        tasks(entry.archive().path("workflow2").path("tasks"), targets);
        for (var step : entry.archive().path("data").path("steps")) {
            add(step.path("activity"), targets);
        }
        return targets;
    }

    private static void tasks(JsonNode tasks, Set<Target> targets) {
        for (var task : tasks) {
            add(task.path("task"), targets);
            for (var output : task.path("outputs")) {
                add(output.path("section"), targets);
            }
            tasks(task.path("tasks"), targets);
        }
    }

    private static void add(JsonNode reference, Set<Target> targets) {
        if (reference.isString()) {
            NomadRef.find(reference.stringValue())
                    .map(NomadRef::target)
                    .filter(target -> !(target instanceof Target.Itself))
                    .ifPresent(targets::add);
        }
    }
}
