package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.Optional;

/// Which calculation a summary's values came from, or why nobody can tell. No task is ever guessed
/// from the list of all tasks.
///
/// @param task the calculation; of what is computed exactly one of the two is there
/// @param unknown why it is not known, in words
record Origin(Optional<MpId> task, Optional<String> unknown) {
    /// Of values that no calculation gave.
    static final Origin NONE = new Origin(Optional.empty(), Optional.empty());

    private static final String ORIGINS = "/origins";

    /// Finds it: in `origins` under the group's names, else in the field that names it.
    static Origin of(Fields part, SummaryGroup group) {
        var origins = part.at(ORIGINS);
        var named = new ArrayList<String>();
        for (int i = 0; i < origins.size(); i++) {
            var name = origins.get(i).path("name").asString("");
            var task = MpId.find(origins.get(i).path("task_id").asString(""));
            if (group.originNames().contains(name) && task.isPresent()) {
                var at = ORIGINS + "/" + i;
                part.use(at + "/name");
                part.use(at + "/task_id");
                return new Origin(task, Optional.empty());
            }
            named.add(name);
        }
        if (!group.source().isEmpty()) {
            var task = part.peek(group.source()).flatMap(MpId::find);
            if (task.isPresent()) {
                part.use(group.source());
                return new Origin(task, Optional.empty());
            }
        }
        return new Origin(Optional.empty(), Optional.of(why(part, group, named)));
    }

    private static String why(Fields part, SummaryGroup group, ArrayList<String> named) {
        var origins = part.at(ORIGINS);
        if (origins.isMissingNode()) {
            return "origin unknown: the document has no field \"origins\"";
        } else if (origins.isNull()) {
            return "origin unknown: \"origins\" is null";
        } else if (origins.isEmpty()) {
            return "origin unknown: \"origins\" is empty";
        }
        return "origin unknown: \"origins\" names no task for "
                + group.role()
                + ", only for "
                + String.join(", ", named);
    }
}
