package dev.lodestone.importers.synthesis;

import dev.lodestone.events.Bounds;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.PlanEvent.WorkflowPlanned.Step;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The operations of a recipe as steps of a plan, in the order in which the paper's text names
/// them.
final class RecipeSteps {
    private static final String AT = "/operations";

    private static final Map<String, Term> TEMPERATURES =
            Map.of(
                    "c", Term.of("unit:DEG_C"),
                    "°c", Term.of("unit:DEG_C"),
                    "℃", Term.of("unit:DEG_C"),
                    "k", Term.of("unit:K"),
                    "°f", Term.of("unit:DEG_F"));

    private static final Map<String, Term> TIMES =
            Map.ofEntries(
                    Map.entry("s", Term.of("unit:SEC")),
                    Map.entry("sec", Term.of("unit:SEC")),
                    Map.entry("second", Term.of("unit:SEC")),
                    Map.entry("min", Term.of("unit:MIN")),
                    Map.entry("minute", Term.of("unit:MIN")),
                    Map.entry("h", Term.of("unit:HR")),
                    Map.entry("hr", Term.of("unit:HR")),
                    Map.entry("hour", Term.of("unit:HR")),
                    Map.entry("d", Term.of("unit:DAY")),
                    Map.entry("day", Term.of("unit:DAY")),
                    Map.entry("week", Term.of("unit:WK")));

    private final Fields part;
    private final String place;
    private final List<Finding> findings;

    private RecipeSteps(Fields part, String place, List<Finding> findings) {
        this.part = part;
        this.place = place;
        this.findings = findings;
    }

    /// The steps.
    ///
    /// @param findings where what is odd is told
    /// @throws RefusedEntry if the operations are no list of objects
    static List<Step> of(Fields part, String place, List<Finding> findings) {
        return new RecipeSteps(part, place, findings).steps();
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        var operations = part.at(AT);
        refuseText(operations);
        if (operations.isEmpty()) {
            part.use(AT);
        }
        for (int i = 0; i < operations.size(); i++) {
            var at = AT + "/" + i;
            if (!operations.get(i).isObject()) {
                throw new RefusedEntry(
                        place + at,
                        "An operation is an object, not (%s).".formatted(operations.get(i)),
                        "");
            }
            steps.add(step(at, i + 1, steps));
        }
        return steps;
    }

    private void refuseText(JsonNode operations) {
        if (!operations.isMissingNode() && !operations.isNull() && !operations.isArray()) {
            throw new RefusedEntry(
                    place + AT, "The operations (%s) are not a list.".formatted(operations), "");
        }
    }

    private Step step(String at, int n, List<Step> before) {
        var type = part.text(at + "/type").orElse("");
        var token = part.text(at + "/token").orElse("");
        if (!OperationKinds.known(type)) {
            findings.add(
                    new Finding(
                            place + at + "/type",
                            "The type of operation (%s) is not known; the step has no kind."
                                    .formatted(type)));
        }
        var operation = OperationKinds.of(type, token);
        return new Step(
                n + " " + word(type, token),
                operation.kind(),
                before.isEmpty() ? List.of() : List.of(before.getLast().step()),
                conditions(at + "/conditions", operation),
                Optional.empty());
    }

    private static String word(String type, String token) {
        if (!token.isEmpty()) {
            return token;
        }
        return type.isEmpty() ? "step" : type;
    }

    private List<Value> conditions(String at, OperationKinds.Operation operation) {
        var values = new ArrayList<Value>();
        if (!part.has(at)) {
            part.use(at);
            return values;
        }
        numbers(at + "/heating_temperature", operation.temperature(), TEMPERATURES, values);
        numbers(at + "/heating_time", operation.time(), TIMES, values);
        words(at + "/heating_atmosphere", "lsp:atmosphere", values);
        words(at + "/mixing_device", "lsp:mixingDevice", values);
        words(at + "/mixing_media", "lsp:mixingMedium", values);
        return values;
    }

    /// A list of words, or one word, or nothing.
    private void words(String at, String property, List<Value> values) {
        if (!part.has(at)) {
            part.use(at);
            return;
        }
        var node = part.at(at);
        int n = node.isArray() ? node.size() : 1;
        for (int i = 0; i < n; i++) {
            var word = node.isArray() ? at + "/" + i : at;
            part.text(word)
                    .map(text -> Value.ofText(Term.of(property), HowKnown.EXTRACTED, text).at(word))
                    .ifPresent(values::add);
        }
    }

    private void numbers(String at, Term property, Map<String, Term> units, List<Value> values) {
        if (!part.has(at)) {
            part.use(at);
            return;
        }
        for (int i = 0; i < part.at(at).size(); i++) {
            range(at + "/" + i, property, units, values);
        }
    }

    /// Either single numbers, or a smallest and a largest; later releases repeat a single number as
    /// both.
    private void range(String at, Term property, Map<String, Term> units, List<Value> values) {
        var written = part.text(at + "/units").orElse("");
        var unit = unit(units, written);
        var singles = part.at(at + "/values");
        boolean plain = !singles.isEmpty() && singles.valueStream().allMatch(JsonNode::isNumber);
        if (plain) {
            for (var single : singles) {
                var number = single.decimalValue();
                var text = text(number, written);
                values.add(
                        Value.of(
                                        property,
                                        HowKnown.EXTRACTED,
                                        new Quantity(number, unit, text, Optional.empty()))
                                .at(at));
            }
            use(at, "/values", "/min_value", "/max_value");
            return;
        }
        var lower = number(at + "/min_value");
        var upper = number(at + "/max_value");
        if (lower.isEmpty() && upper.isEmpty()) {
            return;
        }
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            findings.add(
                    new Finding(
                            place + at,
                            "The smallest value (%s) is above the largest (%s); kept as text."
                                    .formatted(lower.get(), upper.get())));
            return;
        }
        use(at, "/values", "/min_value", "/max_value");
        values.add(
                (lower.equals(upper)
                                ? Value.of(
                                        property,
                                        HowKnown.EXTRACTED,
                                        new Quantity(
                                                lower.orElseThrow(),
                                                unit,
                                                text(lower.orElseThrow(), written),
                                                Optional.empty()))
                                : Value.of(
                                        property,
                                        HowKnown.EXTRACTED,
                                        new Bounds(
                                                lower,
                                                upper,
                                                unit,
                                                between(lower, upper, written))))
                        .at(at));
    }

    private Optional<BigDecimal> number(String at) {
        var node = part.at(at);
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? Optional.of(node.decimalValue())
                : Optional.empty();
    }

    private void use(String at, String... fields) {
        for (var field : fields) {
            part.use(at + field);
        }
    }

    private static Term unit(Map<String, Term> units, String written) {
        var plain = written.strip().toLowerCase(Locale.ROOT);
        var found = units.get(plain);
        return found != null
                ? found
                : units.getOrDefault(plain.replaceFirst("s$", ""), Vocabulary.UNIT_UNKNOWN);
    }

    private static String between(
            Optional<BigDecimal> lower, Optional<BigDecimal> upper, String unit) {
        if (lower.isEmpty()) {
            return "up to " + text(upper.orElseThrow(), unit);
        } else if (upper.isEmpty()) {
            return "from " + text(lower.get(), unit);
        }
        return lower.get() + "-" + text(upper.get(), unit);
    }

    private static String text(BigDecimal number, String unit) {
        return unit.isEmpty() ? number.toString() : number + " " + unit;
    }
}
