package dev.lodestone.importers.helao;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The experiments of a plan, and which of those carried out is which of those planned: the next in
/// the plan with the same name.
final class PlanSteps {
    private PlanSteps() {}

    /// The names of the planned experiments, each with its number.
    static List<String> names(JsonNode sequence) {
        var names = new ArrayList<String>();
        for (var planned : sequence.path("experiment_plan_list")) {
            names.add((names.size() + 1) + " " + name(planned));
        }
        return names;
    }

    /// The step of each experiment, by the experiment's id.
    ///
    /// @param experiments in the order they were begun
    static Map<String, String> of(JsonNode sequence, List<JsonNode> experiments) {
        var planned = sequence.path("experiment_plan_list");
        var names = names(sequence);
        var steps = new HashMap<String, String>();
        int next = 0;
        for (var experiment : experiments) {
            for (int i = next; i < names.size(); i++) {
                if (name(planned.get(i)).equals(name(experiment))) {
                    steps.put(experiment.path("experiment_uuid").asString(""), names.get(i));
                    next = i + 1;
                    break;
                }
            }
        }
        return steps;
    }

    private static String name(JsonNode experiment) {
        return experiment.path("experiment_name").asString("?");
    }
}
