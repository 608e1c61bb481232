package dev.lodestone.importers.synthesis;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A recipe mined from a paper as a plan: precursors in, targets out, operations as steps. Nobody
/// is known to have carried it out, so no sample and no process comes of it.
///
/// A recipe has no identifier. It is known by the hash of its DOI, reaction, targets and
/// operations, so a recipe of which one of these changes is another recipe.
public final class RecipeMapping {
    private static final int LONGEST_TEXT = 2_000;

    /// An element that is there less than not at all: made by putting a grid of numbers into the
    /// symbols of a formula. Nobody ever made it.
    private static final Pattern NEGATIVE = Pattern.compile("\\p{Lu}\\p{Ll}?-\\d");

    private static final Set<String> NOTHING = Set.of("None", "null", "");

    private final SourceId source;
    private final String place;
    private final Fields fields;
    private final String hash;
    private final List<Finding> findings = new ArrayList<>();

    private RecipeMapping(SourceId source, ObjectNode json, String place) {
        this.source = source;
        this.place = place;
        this.fields = new Fields(json);
        var formulas = json.path("targets_formula_s");
        this.hash =
                RecipeKey.hash(
                        json.path("doi"),
                        json.path("reaction_string"),
                        formulas.isArray() ? formulas : json.at("/target/material_string"),
                        json.path("operations"));
    }

    /// Whether a document is a recipe.
    public static boolean isRecipe(JsonNode json) {
        return json.has("reaction_string") || (json.has("operations") && json.has("target"));
    }

    /// Maps a recipe.
    ///
    /// @param source the source whose it is
    /// @throws RefusedEntry with the place if nothing says what it makes, or the operations are
    ///   none
    public static MappedEntry map(SourceId source, ObjectNode json, String place) {
        return new RecipeMapping(source, json, place).mapped();
    }

    private MappedEntry mapped() {
        var plan = fields.part();
        var targets = targets(plan);
        var inputs = precursors(plan);
        var steps = RecipeSteps.of(plan, place, findings);
        var facts = fields.part();
        var values = facts(facts);
        leaveBehind();
        var items = new ArrayList<MappedItem>();
        targets.forEach(formula -> items.add(FormulaMaterial.item(source, formula, place)));
        var rest = fields.rest(LONGEST_TEXT);
        var planned =
                new WorkflowPlanned(
                        Occurrence.UNKNOWN,
                        RecipeKey.workflow(hash),
                        title(targets),
                        true,
                        inputs,
                        targets,
                        steps);
        items.add(
                MappedItem.of(RecipeKey.plan(source, hash), planned, plan.content() + rest, place)
                        .keeping(rest));
        if (!values.isEmpty()) {
            items.add(RecipeKey.facts(source, hash, values, facts.content(), place));
        }
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private String title(List<String> targets) {
        var type = fields.at("/synthesis_type").asString("");
        return "%s of %s"
                .formatted(
                        type.isEmpty()
                                ? "Synthesis"
                                : type.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + type.substring(1)
                                        + " synthesis",
                        targets.size() == 1
                                ? targets.getFirst()
                                : targets.getFirst() + " and " + (targets.size() - 1) + " others");
    }

    /// What is made: the formulas written out, without impossible ones; else the formula as
    /// written.
    private List<String> targets(Fields part) {
        var formulas = new LinkedHashSet<String>();
        int impossible = 0;
        for (var name : List.of("/targets_formula_s", "/targets_string")) {
            for (int i = 0; i < part.at(name).size(); i++) {
                var formula = part.text(name + "/" + i);
                if (formula.filter(f -> NEGATIVE.matcher(f).find()).isPresent()) {
                    impossible++;
                } else {
                    formula.ifPresent(formulas::add);
                }
            }
            if (!formulas.isEmpty()) {
                break;
            }
        }
        if (impossible > 0) {
            findings.add(
                    new Finding(
                            place + "/targets_string",
                            "%d formulas with less than nothing of an element are left out; they come of numbers put into (%s)."
                                    .formatted(
                                            impossible,
                                            part.at("/target/material_string").asString("?"))));
        }
        var written =
                part.text("/target/material_formula")
                        .or(() -> part.text("/target/material_string"));
        if (formulas.isEmpty()) {
            written.ifPresent(formulas::add);
        }
        if (formulas.isEmpty()) {
            throw new RefusedEntry(
                    place + "/target",
                    "The recipe does not say what it makes.",
                    "\"target\" was left out of _fields in the query.");
        }
        return List.copyOf(formulas);
    }

    private List<String> precursors(Fields part) {
        var formulas = new LinkedHashSet<String>();
        var precursors = part.at("/precursors");
        for (int i = 0; i < precursors.size(); i++) {
            var at = "/precursors/" + i;
            var formula =
                    part.text(at + "/material_formula")
                            .or(() -> part.text(at + "/material_string"));
            if (formula.isEmpty()) {
                findings.add(
                        new Finding(
                                place + at, "The precursor has no formula; it is kept as text."));
            }
            formula.ifPresent(formulas::add);
        }
        return List.copyOf(formulas);
    }

    private List<Value> facts(Fields part) {
        var values = new ArrayList<Value>();
        RecipeKey.reportedIn(part).ifPresent(values::add);
        part.peek("/synthesis_type")
                .flatMap(OperationKinds::method)
                .ifPresent(method -> {
                    part.use("/synthesis_type");
                    values.add(
                            Value.of(Term.of("lsp:synthesisMethod"), HowKnown.EXTRACTED, method)
                                    .at("/synthesis_type"));
                });
        part.text("/reaction_string")
                .map(reaction ->
                        Value.ofText(Term.of("lsp:reactionEquation"), HowKnown.EXTRACTED, reaction)
                                .at("/reaction_string"))
                .ifPresent(values::add);
        entry(part, "/target", values);
        for (int i = 0; i < part.at("/precursors").size(); i++) {
            entry(part, "/precursors/" + i, values);
        }
        return values;
    }

    /// The material of the Materials Project that a substance is held to be.
    private static void entry(Fields part, String at, List<Value> values) {
        part.text(at + "/mp_id")
                .map(id ->
                        Value.ofText(Term.of("lsp:databaseEntry"), HowKnown.EXTRACTED, id)
                                .at(at + "/mp_id")
                                .ofSpecies(part.at(at + "/material_formula").asString("unnamed")))
                .ifPresent(values::add);
    }

    private void leaveBehind() {
        fields.drop("/paragraph_string", "text of the paper, which may not be published again");
        fields.drop("/highlights", "text of the paper, which may not be published again");
        fields.drop("/search_score", "of the query, not of the recipe");
        fields.drop("/reaction/left_side", "the same as reaction_string");
        fields.drop("/reaction/right_side", "the same as reaction_string");
        if (!fields.has("/reaction/element_substitution")) {
            fields.drop("/reaction/element_substitution", "says nothing");
        }
        fields.drop("/targets_formula", "the same as targets_formula_s, spelt another way");
        fields.drop("/precursors_formula", "the same as the precursors, spelt another way");
        fields.drop("/precursors_formula_s", "the same as the precursors, spelt another way");
        if (fields.has("/targets_formula_s")) {
            fields.drop("/targets_string", "the same as targets_formula_s, spelt another way");
        }
        substance("/target");
        for (int i = 0; i < fields.at("/precursors").size(); i++) {
            substance("/precursors/" + i);
        }
    }

    /// What follows from the formula, or says nothing: `oxygen_deficiency` may be the word "None".
    private void substance(String at) {
        fields.drop(at + "/composition", "follows from the formula");
        for (var name : fields.at(at).propertyNames()) {
            var pointer = at + "/" + Fields.escaped(name);
            var node = fields.at(pointer);
            if (!fields.has(pointer)
                    || (node.isString() && NOTHING.contains(node.stringValue().strip()))
                    || (node.isBoolean() && !node.booleanValue())) {
                fields.drop(pointer, "says nothing");
            } else if (name.equals("material_string")
                    && node.equals(fields.at(at + "/material_formula"))) {
                fields.drop(pointer, "the same as material_formula");
            }
        }
    }
}
