package dev.lodestone.importers.nomad;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What of every entry is left behind: who may see it, indexes of the rest, copies of other
/// entries, NOMAD's own log, people who are not its authors.
final class LeftBehind {
    private static final List<String> ACCESS_LISTS =
            List.of(
                    "viewers",
                    "writers",
                    "reviewers",
                    "viewer_groups",
                    "writer_groups",
                    "reviewer_groups",
                    "coauthor_groups");

    private static final List<String> SEARCH =
            List.of(
                    "files",
                    "quantities",
                    "sections",
                    "section_defs",
                    "searchable_quantities",
                    "search_quantities",
                    "entry_references",
                    "text_search_contents",
                    "optimade",
                    "entry_timestamp",
                    "n_quantities",
                    "calc_id");

    private LeftBehind() {}

    static void leave(Gathered into) {
        var fields = into.fields();
        Persons.leave(fields);
        ACCESS_LISTS.forEach(
                name -> fields.drop("/metadata/" + name, "who may see it, not who made it"));
        fields.drop("/metadata/origin", "the uploader, who is among the authors");
        SEARCH.forEach(name -> fields.drop("/metadata/" + name, "an index of the rest"));
        fields.drop("/results/eln", "an index of the rest");
        fields.drop("/m_ref_archives", "copies of other entries");
        fields.drop("/processing_logs", "NOMAD's own log of the processing");
        fields.drop("/data/figures", "plots");
        var logs = fields.at("/processing_logs");
        var loud = new ArrayList<String>();
        for (var log : logs) {
            if (Set.of("WARNING", "ERROR", "CRITICAL").contains(log.path("level").asString(""))) {
                loud.add(log.path("level").asString("") + ": " + log.path("event").asString(""));
            }
        }
        if (!loud.isEmpty()) {
            into.find(
                    "/processing_logs",
                    "NOMAD's processing told of %d matters: %s"
                            .formatted(loud.size(), String.join("; ", loud)));
        }
    }
}
