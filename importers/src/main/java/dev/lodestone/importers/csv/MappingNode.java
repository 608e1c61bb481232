package dev.lodestone.importers.csv;

import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An object of a mapping file, read strictly: what is asked for is remembered, and [#done()]
/// refuses what nobody asked for, with the choices.
final class MappingNode {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final double ALIKE = 0.6;

    private final String file;
    private final String pointer;
    private final ObjectNode node;
    private final Set<String> asked = new LinkedHashSet<>();

    MappingNode(String file, String pointer, JsonNode node) {
        this.file = file;
        this.pointer = pointer;
        if (!(node instanceof ObjectNode object)) {
            throw new UnreadableSource(
                    place(file, pointer),
                    "Here should be names with values, not (%s).".formatted(node),
                    "the lines below are not indented.");
        }
        this.node = object;
    }

    private static String place(String file, String pointer) {
        return pointer.isEmpty() ? file : file + " " + pointer;
    }

    UnreadableSource wrong(String at, String problem, String maybe) {
        return new UnreadableSource(
                place(file, at.isEmpty() ? pointer : pointer + "/" + at), problem, maybe);
    }

    boolean has(String name) {
        asked.add(name);
        return node.has(name);
    }

    Set<String> names() {
        return new LinkedHashSet<>(node.propertyNames());
    }

    Optional<String> text(String name) {
        asked.add(name);
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainer()) {
            throw wrong(name, "Here should be one value, not (%s).".formatted(value), "");
        }
        return Optional.of(value.asString().strip());
    }

    String neededText(String name) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        wrong("", "The setting (%s) is missing.".formatted(name), misspelt(name)));
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default ->
                                    throw wrong(
                                            name,
                                            "The value (%s) is neither true nor false."
                                                    .formatted(text),
                                            "");
                        })
                .orElse(otherwise);
    }

    int number(String name, int otherwise) {
        var number = decimal(name, BigDecimal.valueOf(otherwise));
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new UnreadableSource(
                    place(file, pointer + "/" + name),
                    "The value (%s) is not a whole number.".formatted(number),
                    "",
                    e);
        }
    }

    BigDecimal decimal(String name, BigDecimal otherwise) {
        return text(name)
                .map(text -> {
                    try {
                        return new BigDecimal(text);
                    } catch (NumberFormatException e) {
                        throw new UnreadableSource(
                                place(file, pointer + "/" + name),
                                "The value (%s) is not a number.".formatted(text),
                                "",
                                e);
                    }
                })
                .orElse(otherwise);
    }

    <T> T choice(String name, Map<String, T> choices, Optional<T> otherwise) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise.orElseThrow(() ->
                    wrong(
                            "",
                            "The setting (%s) is missing.".formatted(name),
                            "one of " + String.join(", ", choices.keySet()) + "."));
        }
        return Optional.ofNullable(choices.get(text.get()))
                .orElseThrow(() ->
                        wrong(
                                name,
                                "The value (%s) is not known.".formatted(text.get()),
                                "one of " + String.join(", ", choices.keySet()) + "."));
    }

    List<String> texts(String name) {
        asked.add(name);
        var list = node.get(name);
        if (list == null || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw wrong(name, "Here should be a list, not (%s).".formatted(list), "");
        }
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asString().strip()));
        return texts;
    }

    /// All there is, as texts by their names.
    Map<String, String> textsByName() {
        var texts = new LinkedHashMap<String, String>();
        names().forEach(name -> texts.put(name, text(name).orElse("")));
        return texts;
    }

    /// The names of columns, as a list or with texts by their names; all must be known.
    List<String> columns(String name, Set<String> known) {
        var names =
                node.get(name) instanceof ObjectNode object
                        ? List.copyOf(object.propertyNames())
                        : texts(name);
        names.forEach(each -> checkColumn(name, each, known));
        return names;
    }

    /// A text with names of columns in braces; all must be known.
    Optional<String> template(String name, Set<String> known) {
        var text = text(name);
        text.map(BRACES::matcher)
                .ifPresent(braces -> {
                    while (braces.find()) {
                        checkColumn(name, braces.group(1), known);
                    }
                });
        return text;
    }

    private void checkColumn(String at, String column, Set<String> known) {
        if (!known.contains(column)) {
            throw wrong(
                    at,
                    "There is no column (%s).".formatted(column),
                    "one of " + String.join(", ", known) + ".");
        }
    }

    List<Integer> numbers(String name) {
        return texts(name).stream()
                .map(text -> {
                    try {
                        return Integer.valueOf(text);
                    } catch (NumberFormatException e) {
                        throw new UnreadableSource(
                                place(file, pointer + "/" + name),
                                "The value (%s) is not a whole number.".formatted(text),
                                "",
                                e);
                    }
                })
                .toList();
    }

    Optional<Term> term(String name) {
        return text(name)
                .map(text -> {
                    try {
                        return Term.of(text);
                    } catch (IllegalArgumentException e) {
                        throw new UnreadableSource(
                                place(file, pointer + "/" + name),
                                String.valueOf(e.getMessage()),
                                "",
                                e);
                    }
                });
    }

    MappingNode child(String name) {
        asked.add(name);
        var value = node.get(name);
        if (value == null) {
            throw wrong("", "The part (%s) is missing.".formatted(name), misspelt(name));
        }
        return new MappingNode(file, pointer + "/" + name, value);
    }

    Map<String, MappingNode> children(String name) {
        var child = child(name);
        var children = new LinkedHashMap<String, MappingNode>();
        child.names().forEach(each -> children.put(each, child.child(each)));
        return children;
    }

    List<MappingNode> list(String name) {
        asked.add(name);
        var list = node.get(name);
        if (list == null) {
            return List.of();
        }
        var items = new ArrayList<MappingNode>();
        int n = 0;
        for (var item : list) {
            items.add(new MappingNode(file, pointer + "/" + name + "/" + n++, item));
        }
        return items;
    }

    /// The name that stands here and may be meant for one that is missing.
    private String misspelt(String name) {
        return node.propertyNames().stream()
                .filter(other -> !asked.contains(other))
                .filter(other -> Likeness.of(name, other) >= ALIKE)
                .max(Comparator.comparingDouble(other -> Likeness.of(name, other)))
                .map("(%s) is meant for it."::formatted)
                .orElse("");
    }

    /// Refuses what was not asked for.
    void done() {
        for (var name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw wrong(
                        name,
                        "The name (%s) is not known here.".formatted(name),
                        "one of " + String.join(", ", asked) + ".");
            }
        }
    }
}
