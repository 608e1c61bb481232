package dev.lodestone.importers.synthesis;

import dev.lodestone.events.Bounds;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.PlanEvent.WorkflowPlanned;
import dev.lodestone.events.PlanEvent.WorkflowPlanned.Step;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.SourceId;
import dev.lodestone.events.Value;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.SourceEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Heating steps that were taken out of recipes one by one, with target and precursors as amounts
/// of elements. Each is a plan of one step; which other steps its recipe had is not said.
final class HeatingObservations {
    private static final int LONGEST_TEXT = 2_000;

    private HeatingObservations() {}

    static Stream<SourceEntry> entries(SourceId source, JsonNode observations, String place) {
        return IntStream.range(0, observations.size())
                .mapToObj(i -> entry(source, observations.get(i), place + "/" + i));
    }

    private static SourceEntry entry(SourceId source, JsonNode json, String place) {
        return SourceEntry.of(place, () -> HeatingObservations.map(source, json, place));
    }

    private static MappedEntry map(SourceId source, JsonNode json, String place) {
        var fields = new Fields(json);
        var plan = fields.part();
        plan.use("/target");
        plan.use("/precursors");
        plan.use("/operation_index");
        var target = formula(plan.at("/target"), place + "/target");
        var inputs = new ArrayList<String>();
        for (int i = 0; i < plan.at("/precursors").size(); i++) {
            inputs.add(formula(plan.at("/precursors/" + i), place + "/precursors/" + i));
        }
        var values = new ArrayList<Value>();
        range(plan, "/temperature", "celsius", "lsp:processTemperature", "unit:DEG_C")
                .ifPresent(values::add);
        range(plan, "/duration", "hours", "lsp:duration", "unit:HR").ifPresent(values::add);
        plan.text("/atmosphere")
                .or(() -> plan.text("/atmosphere/Controlled/description"))
                .or(() -> plan.text("/atmosphere/Inert/gas"))
                .map(gas ->
                        Value.ofText(Term.of("lsp:atmosphere"), HowKnown.EXTRACTED, gas)
                                .at("/atmosphere"))
                .ifPresent(values::add);
        for (var empty : List.of("/temperature", "/duration", "/atmosphere")) {
            if (plan.at(empty).isNull()) {
                plan.use(empty);
            }
        }
        fields.drop("/corpus_record_index", "the row of another file");
        var facts = fields.part();
        var reportedIn = RecipeKey.reportedIn(facts);
        var rest = fields.rest(LONGEST_TEXT);
        var hash =
                RecipeKey.hash(
                        json.path("doi"),
                        json.path("target"),
                        json.path("precursors"),
                        json.path("operation_index"),
                        json.path("temperature"),
                        json.path("duration"),
                        json.path("atmosphere"));
        var step =
                new Step(
                        "heating " + (json.path("operation_index").asInt(0) + 1),
                        Optional.of(Term.of("lsk:HeatTreatment")),
                        List.of(),
                        values,
                        Optional.empty());
        var planned =
                new WorkflowPlanned(
                        Occurrence.UNKNOWN,
                        RecipeKey.workflow(hash),
                        "Heating in the synthesis of " + target,
                        true,
                        inputs,
                        List.of(target),
                        List.of(step));
        var items = new ArrayList<MappedItem>();
        items.add(FormulaMaterial.item(source, target, place));
        items.add(
                MappedItem.of(RecipeKey.plan(source, hash), planned, plan.content() + rest, place)
                        .keeping(rest));
        reportedIn.ifPresent(paper ->
                items.add(RecipeKey.facts(source, hash, List.of(paper), facts.content(), place)));
        return new MappedEntry(items, fields.mapped(), fields.dropped(), List.of());
    }

    /// Elements with their amounts, one written as nothing: `SrFe12O19`.
    private static String formula(JsonNode elements, String place) {
        var text = new StringBuilder();
        for (var element : elements.properties()) {
            if (!element.getValue().isNumber()) {
                throw new RefusedEntry(
                        place,
                        "The amount of %s (%s) is not a number."
                                .formatted(element.getKey(), element.getValue()),
                        "");
            }
            var amount = element.getValue().decimalValue().stripTrailingZeros();
            text.append(element.getKey());
            if (amount.compareTo(BigDecimal.ONE) != 0) {
                text.append(amount.toPlainString());
            }
        }
        if (text.isEmpty()) {
            throw new RefusedEntry(place, "The substance has no elements.", "");
        }
        return text.toString();
    }

    private static Optional<Value> range(
            Fields part, String at, String suffix, String property, String unit) {
        var lower = part.number(at + "/min_" + suffix);
        var upper = part.number(at + "/max_" + suffix);
        if (lower.isEmpty() && upper.isEmpty()) {
            return Optional.empty();
        }
        var single = lower.filter(low -> upper.filter(up -> up.compareTo(low) == 0).isPresent());
        return Optional.of(
                single.map(number ->
                                Value.of(
                                        Term.of(property),
                                        HowKnown.EXTRACTED,
                                        new Quantity(
                                                number,
                                                Term.of(unit),
                                                number.toString(),
                                                Optional.empty())))
                        .orElseGet(() ->
                                Value.of(
                                        Term.of(property),
                                        HowKnown.EXTRACTED,
                                        new Bounds(
                                                lower,
                                                upper,
                                                Term.of(unit),
                                                shown(lower) + " to " + shown(upper))))
                        .at(at));
    }

    private static String shown(Optional<BigDecimal> end) {
        return end.map(BigDecimal::toString).orElse("?");
    }
}
