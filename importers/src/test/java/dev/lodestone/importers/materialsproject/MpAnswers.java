package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.QueryText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers as the Materials Project gives them.
final class MpAnswers {
    static final int MATERIALS = 330;
    private static final Set<String> KNOWN =
            Set.of(
                    "_limit",
                    "_skip",
                    "_sort_fields",
                    "_all_fields",
                    "_fields",
                    "_pagination_token",
                    "chemsys",
                    "license",
                    "task_ids",
                    "last_updated_min");

    /// Of the database.
    String version = "2026_04_13";

    /// The number of the request that fails; none if it is negative.
    int brokenAt = -1;

    static boolean isPage(Asked asked) {
        return asked.uri().getPath().startsWith("/materials/");
    }

    Answer heartbeat() {
        return Answer.json("{\"status\": \"OK\", \"db_version\": \"" + version + "\"}");
    }

    /// As the service does: a key is due, unknown parameters are refused, pages are cut.
    Answer answer(Asked asked, int number) {
        if (!isPage(asked)) {
            return heartbeat();
        }
        if (asked.headers().getFirst("X-API-KEY") == null) {
            return Answer.of(
                    401, "application/json", "{\"message\":\"No API key found in request\"}");
        }
        if (number == brokenAt) {
            return Answer.of(500, "application/json", "{\"detail\":\"Server error: timeout\"}");
        }
        var query = QueryText.of(asked.uri());
        var unknown =
                query.parameters().stream()
                        .map(QueryText.Parameter::name)
                        .filter(name -> !KNOWN.contains(name))
                        .toList();
        if (!unknown.isEmpty()) {
            return Answer.of(
                    400,
                    "application/json",
                    "{\"detail\":\"Request contains query parameters which cannot be used: %s\"}"
                            .formatted(String.join(", ", unknown)));
        }
        int limit = query.get("_limit").map(Integer::parseInt).orElse(100);
        return asked.uri().getPath().contains("/tasks/")
                ? tasks(query, limit)
                : summaries(query, limit);
    }

    private static Answer summaries(QueryText query, int limit) {
        int skip = query.get("_skip").map(Integer::parseInt).orElse(0);
        var all = new ArrayList<>(documents(0, MATERIALS));
        if (query.get("_sort_fields").orElse("").equals("-last_updated")) {
            java.util.Collections.reverse(all);
        }
        var page = all.subList(Math.min(skip, all.size()), Math.min(skip + limit, all.size()));
        return Answer.json(
                "{\"data\": [%s], \"errors\": null, \"meta\": {\"total_doc\": %d}}"
                        .formatted(String.join(",", page), MATERIALS));
    }

    private static Answer tasks(QueryText query, int limit) {
        var ids =
                query.get("task_ids")
                        .map(text -> Arrays.asList(text.split(",")))
                        .orElseGet(() ->
                                IntStream.range(0, 10).mapToObj(i -> "mp-" + (9_000 + i)).toList());
        int from =
                query.get("_pagination_token")
                        .map(token -> Integer.parseInt(token.substring(1)))
                        .orElse(0);
        int to = Math.min(from + limit, ids.size());
        return Answer.json(
                "{\"data\": [%s], \"meta\": {\"total_doc\": %d%s}}"
                        .formatted(
                                ids.subList(from, to).stream()
                                        .map(MpAnswers::task)
                                        .collect(Collectors.joining(",")),
                                ids.size(),
                                to < ids.size() ? ", \"pagination_token\": \"t" + to + "\"" : ""));
    }

    static List<String> documents(int from, int to) {
        return IntStream.range(from, to).mapToObj(MpAnswers::document).toList();
    }

    static String document(int i) {
        return """
        {"builder_meta": {"database_version": "2026.04.13", "license": "BY-C"},
         "material_id": "mp-%d", "formula_pretty": "Si", "nsites": 2, "chemsys": "Si",
         "last_updated": "%sT00:00:00.541000",
         "origins": [{"name": "electronic_structure", "task_id": "mp-%d"}],
         "task_ids": ["mp-%d"], "band_gap": %d.25, "is_gap_direct": false}
        """
                .formatted(
                        1_000 + i,
                        LocalDate.parse("2025-07-01").plusDays(i),
                        9_000 + i,
                        9_000 + i,
                        i % 7);
    }

    private static String task(String id) {
        return """
        {"task_id": "%s", "task_type": "NSCF Line", "run_type": "GGA", "calc_type": "GGA NSCF Line",
         "formula_pretty": "Si", "nsites": 2, "completed_at": "2024-05-01T10:00:00Z",
         "output": {"energy": -10.8, "energy_per_atom": -5.4, "bandgap": 0.6}}
        """
                .formatted(id);
    }
}
