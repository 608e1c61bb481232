package dev.lodestone.importers.materialsproject;

import dev.lodestone.importers.http.LocalServer.Answer;
import dev.lodestone.importers.http.LocalServer.Asked;
import dev.lodestone.importers.http.QueryText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers as the Materials Project gives them.
final class MpAnswers {
    static final int MATERIALS = 330;

    /// A build gives many documents the same time.
    static final int OF_A_BUILD = 15;

    static final int RECIPES = 25;
    private static final Set<String> OF_ALL =
            Set.of("_limit", "_skip", "_all_fields", "_fields", "chemsys", "material_ids");
    private static final Map<String, Set<String>> OF_COLLECTIONS =
            Map.of(
                    "summary", Set.of("_sort_fields", "deprecated", "license"),
                    "tasks", Set.of("_pagination_token", "task_ids", "last_updated_min"),
                    "thermo", Set.of("_sort_fields"),
                    "magnetism", Set.of("_sort_fields"),
                    "provenance", Set.of("deprecated"),
                    "insertion_electrodes", Set.of(),
                    "synthesis", Set.of());

    /// The materials that are deprecated, which are hidden unless asked for.
    final Set<Integer> deprecated = new TreeSet<>();

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
        var collection = Path.of(asked.uri().getPath()).getName(1).toString();
        var unknown =
                query.parameters().stream()
                        .map(QueryText.Parameter::name)
                        .filter(name -> !isKnown(collection, name))
                        .toList();
        if (!unknown.isEmpty()) {
            return refused(
                    "Request contains query parameters which cannot be used: "
                            + String.join(", ", unknown));
        }
        int limit = query.get("_limit").map(Integer::parseInt).orElse(100);
        return switch (collection) {
            case "tasks" -> tasks(query, limit);
            case "summary" ->
                    query.has("material_ids") ? groups(query) : summaries(query, limit, number);
            case "synthesis" ->
                    limit > 10
                            ? refused(
                                    "Requested more data per query than allowed by this endpoint.")
                            : page(
                                    IntStream.range(0, RECIPES)
                                            .mapToObj(MpAnswers::recipe)
                                            .toList(),
                                    query,
                                    limit);
            default -> page(documents(collection, query), query, limit);
        };
    }

    private static boolean isKnown(String collection, String name) {
        return OF_COLLECTIONS.getOrDefault(collection, Set.of()).contains(name)
                || (OF_ALL.contains(name)
                        && !(collection.equals("synthesis") && name.endsWith("_fields")));
    }

    private static Answer refused(String detail) {
        return Answer.of(400, "application/json", "{\"detail\":\"%s\"}".formatted(detail));
    }

    /// Where documents are equal in the order asked for, theirs is another with each answer.
    private Answer summaries(QueryText query, int limit, int number) {
        boolean hidden = query.get("deprecated").orElse("").equals("true");
        var all =
                IntStream.range(0, MATERIALS)
                        .boxed()
                        .filter(i -> deprecated.contains(i) == hidden)
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, new Random(number));
        switch (query.get("_sort_fields").orElse("")) {
            case "material_id" -> all.sort(Comparator.naturalOrder());
            case "-last_updated" -> all.sort(Comparator.comparingInt(i -> -(i / OF_A_BUILD)));
            case "-last_updated,material_id" ->
                    all.sort(
                            Comparator.<Integer>comparingInt(i -> -(i / OF_A_BUILD))
                                    .thenComparing(Comparator.naturalOrder()));
            default -> {}
        }
        return page(all.stream().map(i -> document(i, hidden)).toList(), query, limit);
    }

    private static Answer page(List<String> all, QueryText query, int limit) {
        int skip = query.get("_skip").map(Integer::parseInt).orElse(0);
        var page = all.subList(Math.min(skip, all.size()), Math.min(skip + limit, all.size()));
        return Answer.json(
                "{\"data\": [%s], \"errors\": null, \"meta\": {\"total_doc\": %d}}"
                        .formatted(String.join(",", page), all.size()));
    }

    /// The service finds a material by any of its tasks.
    private static Answer groups(QueryText query) {
        return Answer.json(
                "{\"data\": [%s]}"
                        .formatted(
                                Arrays.stream(query.get("material_ids").orElseThrow().split(","))
                                        .map(id -> Integer.parseInt(id.substring(3)) - 9_000)
                                        .filter(i -> i >= 0 && i < MATERIALS)
                                        .map(i ->
                                                "{\"material_id\": \"mp-%d\", \"task_ids\": [\"mp-%d\"]}"
                                                        .formatted(1_000 + i, 9_000 + i))
                                        .collect(Collectors.joining(","))));
    }

    private static List<String> documents(String collection, QueryText query) {
        if (query.get("deprecated").orElse("").equals("true")) {
            return List.of();
        }
        return IntStream.range(0, 45)
                .mapToObj(i ->
                        switch (collection) {
                            case "thermo" ->
                                    "{\"material_id\": \"mp-%d\", \"thermo_id\": \"mp-%d_R2SCAN\", \"thermo_type\": \"R2SCAN\", \"energy_per_atom\": -5.%d}"
                                            .formatted(1_000 + i, 1_000 + i, i + 1);
                            case "magnetism" ->
                                    "{\"material_id\": \"mp-%d\", \"property_name\": \"magnetism\", \"ordering\": \"FM\", \"total_magnetization\": 0.%d, \"magmoms\": []}"
                                            .formatted(1_000 + i, i + 1);
                            case "provenance" ->
                                    "{\"material_id\": \"mp-%d\", \"theoretical\": true, \"authors\": [], \"references\": [], \"history\": []}"
                                            .formatted(1_000 + i);
                            default ->
                                    "{\"battery_id\": \"mp-%d_Li\", \"working_ion\": \"Li\", \"average_voltage\": 3.%d}"
                                            .formatted(1_000 + i, i + 1);
                        })
                .toList();
    }

    private static String recipe(int i) {
        return """
        {"doi": "10.1000/%d", "synthesis_type": "solid-state", "reaction_string": "A == B",
         "targets_formula_s": ["LiCoO2"], "target": {"material_string": "LiCoO2", "material_formula": "LiCoO2"},
         "precursors": [{"material_string": "Li2CO3", "material_formula": "Li2CO3"}],
         "operations": [{"type": "HeatingOperation", "token": "heated", "conditions": {}}]}
        """
                .formatted(i);
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
        return document(i, false);
    }

    private static String document(int i, boolean deprecated) {
        return """
        {"builder_meta": {"database_version": "2026.04.13", "license": "BY-C"},
         "material_id": "mp-%d", "formula_pretty": "Si", "nsites": 2, "chemsys": "Si",
         "deprecated": %s, "deprecation_reasons": %s, "last_updated": "%sT00:00:00.541000",
         "origins": [{"name": "electronic_structure", "task_id": "mp-%d"}],
         "task_ids": ["mp-%d"], "band_gap": %d.25, "is_gap_direct": false}
        """
                .formatted(
                        1_000 + i,
                        deprecated,
                        deprecated ? "[\"regrouped\"]" : "null",
                        LocalDate.parse("2025-07-01").plusDays(i - i % OF_A_BUILD),
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
