package dev.lodestone.query.states;

import dev.lodestone.query.LodestoneException;
import dev.lodestone.query.LodestoneException.Incorrect;
import dev.lodestone.query.inverse.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads equivalence rules from JSON. Whatever is wrong is said with the place and a JSON pointer.
public final class RulesReader {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final List<String> OF_SET = List.of("name", "version", "purpose", "rules");
    private static final List<String> OF_RULE = List.of("leavesUnchanged", "when", "because");
    private static final String EXAMPLE =
            "{\"name\":\"at-rest\",\"version\":\"1\",\"rules\":[{\"leavesUnchanged\":[\"ls:Storage\"]}]}";

    private final String place;

    private RulesReader(String place) {
        this.place = place;
    }

    /// Reads a set of rules.
    ///
    /// @param place where the text stands, for complaints: the file
    /// @throws Incorrect with what is wrong
    public static EquivalenceRules read(String text, String place) {
        return new RulesReader(place).rules(text);
    }

    private EquivalenceRules rules(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Incorrect(
                    "rules-json",
                    "The rules (%s) are not JSON, line %d, column %d: %s.\nMaybe %s."
                            .formatted(
                                    place,
                                    at == null ? 1 : at.getLineNr(),
                                    at == null ? 1 : at.getColumnNr(),
                                    e.getOriginalMessage()
                                            .replaceAll(
                                                    "(?s) \\(start marker.*|: expected close marker.*",
                                                    ""),
                                    EXAMPLE));
        }
        members(tree, "", OF_SET);
        var rules = new ArrayList<EquivalenceRule>();
        var list = tree.path("rules");
        if (!list.isArray()) {
            throw wrong("/rules", "is not a list of rules", EXAMPLE);
        }
        for (int i = 0; i < list.size(); i++) {
            rules.add(rule(list.get(i), "/rules/" + i));
        }
        return new EquivalenceRules(
                required(tree, "name"),
                required(tree, "version"),
                text(tree, "", "purpose"),
                rules);
    }

    private EquivalenceRule rule(JsonNode node, String pointer) {
        members(node, pointer, OF_RULE);
        var sorts = each(node, pointer, "leavesUnchanged", EventSorts::named);
        if (sorts.isEmpty()) {
            throw wrong(
                    pointer + "/leavesUnchanged",
                    "names no sort of event",
                    "[\"ls:Storage\", \"lsk:Shipping\"]");
        }
        return new EquivalenceRule(
                sorts, each(node, pointer, "when", Wish::parse), text(node, pointer, "because"));
    }

    private <T> List<T> each(
            JsonNode node, String pointer, String name, Function<String, T> reading) {
        var list = node.path(name);
        var here = pointer + "/" + name;
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw wrong(here, "is not a list of texts", "[…]");
        }
        var all = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            var item = here + "/" + i;
            if (!list.get(i).isString()) {
                throw wrong(item, "is not a text", "\"…\"");
            }
            try {
                all.add(reading.apply(list.get(i).stringValue()));
            } catch (LodestoneException e) {
                throw new Incorrect(
                        "rules",
                        "The rules (%s) at %s: %s".formatted(place, item, e.text()),
                        Map.of("pointer", item));
            }
        }
        return all;
    }

    private void members(JsonNode node, String pointer, List<String> known) {
        if (!node.isObject()) {
            throw wrong(pointer.isEmpty() ? "/" : pointer, "is not an object", EXAMPLE);
        }
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong(
                        pointer + "/" + name, "is not known", "one of " + String.join(", ", known));
            }
        }
    }

    private String required(JsonNode tree, String name) {
        return text(tree, "", name).orElseThrow(() -> wrong("/" + name, "is not there", EXAMPLE));
    }

    private Optional<String> text(JsonNode node, String pointer, String name) {
        var value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong(pointer + "/" + name, "is not a text", "\"…\"");
        }
        return Optional.of(value.stringValue().strip());
    }

    private Incorrect wrong(String pointer, String what, String maybe) {
        return new Incorrect(
                "rules",
                "The rules (%s) at %s: it %s.\nMaybe %s.".formatted(place, pointer, what, maybe),
                Map.of("pointer", pointer));
    }
}
