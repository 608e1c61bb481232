package dev.lodestone.importers.synthesis;

import dev.lodestone.events.Occurrence;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.SourceId;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A row of a shortened set: paper, precursors and target, without the operations. Known by the
/// hash of all three.
final class FlatRecipe {
    private static final int LONGEST_TEXT = 2_000;

    private FlatRecipe() {}

    static boolean is(ObjectNode json) {
        return json.has("target_formula") && json.has("precursors");
    }

    static MappedEntry map(SourceId source, ObjectNode json, String place) {
        var fields = new Fields(json);
        var plan = fields.part();
        var findings = new ArrayList<Finding>();
        var target =
                plan.text("/target_formula")
                        .orElseThrow(() ->
                                new RefusedEntry(
                                        place + "/target_formula",
                                        "The recipe does not say what it makes.",
                                        ""));
        var inputs = new LinkedHashSet<String>();
        for (int i = 0; i < plan.at("/precursors").size(); i++) {
            var at = "/precursors/" + i;
            var formula = plan.text(at + "/formula");
            if (formula.isEmpty()) {
                findings.add(
                        new Finding(
                                place + at, "The precursor has no formula; it is kept as text."));
            }
            formula.ifPresent(inputs::add);
        }
        var facts = fields.part();
        var reportedIn = RecipeKey.reportedIn(facts);
        var rest = fields.rest(LONGEST_TEXT);
        var hash =
                RecipeKey.hash(
                        json.path("doi"), json.path("target_formula"), json.path("precursors"));
        var items = new ArrayList<MappedItem>();
        items.add(FormulaMaterial.item(source, target, place));
        var planned =
                new WorkflowPlanned(
                        Occurrence.UNKNOWN,
                        RecipeKey.workflow(hash),
                        "Synthesis of " + target,
                        true,
                        List.copyOf(inputs),
                        List.of(target),
                        List.of());
        items.add(
                MappedItem.of(RecipeKey.plan(source, hash), planned, plan.content() + rest, place)
                        .keeping(rest));
        reportedIn.ifPresent(paper ->
                items.add(RecipeKey.facts(source, hash, List.of(paper), facts.content(), place)));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }
}
