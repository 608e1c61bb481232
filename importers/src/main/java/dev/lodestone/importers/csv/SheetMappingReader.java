package dev.lodestone.importers.csv;

import dev.lodestone.events.HowKnown;
import dev.lodestone.importers.csv.SheetMapping.BasisRule;
import dev.lodestone.importers.csv.SheetMapping.Column;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.EventSort;
import dev.lodestone.importers.csv.SheetMapping.IdentityColumn;
import dev.lodestone.importers.csv.SheetMapping.IgnoredColumn;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.RowKey;
import dev.lodestone.importers.csv.SheetMapping.SampleKey;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.importers.csv.SheetMapping.VerbatimColumn;
import dev.lodestone.importers.csv.TableMapping.About;
import dev.lodestone.importers.csv.TableMapping.FileForm;
import dev.lodestone.ontology.Scheme;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the mapping of a sheet of samples and checks that its parts fit together.
final class SheetMappingReader {
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Map<String, EventSort> SORTS =
            Map.of(
                    "process",
                    EventSort.PROCESS,
                    "measurement",
                    EventSort.MEASUREMENT,
                    "values",
                    EventSort.VALUES);
    private static final Map<String, Part> PARTS =
            Map.of("parameter", Part.PARAMETER, "condition", Part.CONDITION, "result", Part.RESULT);

    private final MappingNode root;
    private final About about;
    private final FileForm form;
    private final Map<String, EventForm> events = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();

    SheetMappingReader(MappingNode root, About about, FileForm form) {
        this.root = root;
        this.about = about;
        this.form = form;
    }

    SheetMapping read() {
        root.children("events").forEach(this::event);
        root.children("columns").forEach(this::column);
        var sample = sample(root.child("sample"));
        var row = root.has("row") ? row(root.child("row")) : new RowKey(List.of(), true);
        root.done();
        return new SheetMapping(about, form, sample, row, events, columns);
    }

    private void event(String role, MappingNode node) {
        if (!ROLE.matcher(role).matches() || role.equals(SheetMapping.REGISTRATION)) {
            throw node.wrong(
                    "",
                    "The event cannot be called (%s).".formatted(role),
                    "use lower case and dashes; \"registration\" is the sample's own.");
        }
        var sort = node.choice("kind", SORTS, Optional.empty());
        var words = new MappingWords(node);
        var type =
                switch (sort) {
                    case PROCESS -> words.kind("type", Scheme.PROCESS);
                    case MEASUREMENT -> words.kind("type", Scheme.METHOD);
                    case VALUES -> Optional.<dev.lodestone.ontology.Term>empty();
                };
        if (type.isEmpty() && sort != EventSort.VALUES) {
            throw node.wrong("", "The setting (type) is missing.", "lsk:Sintering, for example.");
        }
        boolean ofRow = node.choice("of", Map.of("sample", false, "row", true), Optional.empty());
        var after = node.texts("after");
        for (var earlier : after) {
            if (!earlier.equals(SheetMapping.REGISTRATION) && !events.containsKey(earlier)) {
                throw node.wrong(
                        "after",
                        "There is no earlier event (%s).".formatted(earlier),
                        "one of registration, " + String.join(", ", events.keySet()) + ".");
            }
        }
        node.done();
        events.put(role, new EventForm(sort, type, ofRow, after));
    }

    private void column(String name, MappingNode node) {
        Column column;
        if (node.has("ignore")) {
            column = new IgnoredColumn(node.neededText("ignore"));
        } else if (node.has("sumOf")) {
            column =
                    new SumColumn(
                            node.texts("sumOf"),
                            node.decimal("tolerance", new BigDecimal("0.000001")));
        } else if (node.flag("identity", false)) {
            column = new IdentityColumn();
        } else if (node.has("verbatimIn")) {
            column = new VerbatimColumn(role(node, "verbatimIn"));
        } else {
            column = value(node);
        }
        node.done();
        columns.put(name, column);
    }

    private String role(MappingNode node, String setting) {
        var role = node.neededText(setting);
        if (!events.containsKey(role)) {
            throw node.wrong(
                    setting,
                    "There is no event (%s).".formatted(role),
                    "one of " + String.join(", ", events.keySet()) + ".");
        }
        return role;
    }

    private ValueColumn value(MappingNode node) {
        var role = role(node, "in");
        var part = node.choice("as", PARTS, Optional.empty());
        boolean fits =
                switch (java.util.Objects.requireNonNull(events.get(role)).sort()) {
                    case PROCESS -> part == Part.PARAMETER;
                    case MEASUREMENT, VALUES -> part != Part.PARAMETER;
                };
        if (!fits) {
            throw node.wrong(
                    "as",
                    "The event (%s) has no part of this name.".formatted(role),
                    "\"parameter\" for a process, \"condition\" or \"result\" else.");
        }
        var words = new MappingWords(node);
        var property = words.property("property");
        return new ValueColumn(
                role,
                part,
                property.term(),
                node.flag("text", false)
                        ? Optional.empty()
                        : Optional.of(words.unit("unit", property)),
                words.basis("basis", HowKnown.UNVERIFIED),
                node.list("rules").stream().map(SheetMappingReader::rule).toList(),
                words.mode("mode"),
                words.kind("component", Scheme.COMPONENT),
                node.text("species"),
                node.text("note"));
    }

    private static BasisRule rule(MappingNode node) {
        var rule =
                new BasisRule(
                        node.number("moreDecimalsThan", -1),
                        new MappingWords(node).basis("basis", HowKnown.UNVERIFIED),
                        node.text("note"));
        if (rule.moreDecimalsThan() < 0) {
            throw node.wrong("", "The rule says of no cells.", "add \"moreDecimalsThan: 5\".");
        }
        node.done();
        return rule;
    }

    private SampleKey sample(MappingNode node) {
        var key =
                new SampleKey(
                        known(node, "key"),
                        new MappingWords(node).kind("form", Scheme.SAMPLE_FORM),
                        node.text("name"));
        if (key.columns().isEmpty()) {
            throw node.wrong("", "The sample has no key.", "name the columns that make a sample.");
        }
        node.done();
        return key;
    }

    private RowKey row(MappingNode node) {
        var key = new RowKey(known(node, "key"), node.flag("replicates", false));
        node.done();
        return key;
    }

    private List<String> known(MappingNode node, String setting) {
        var names = node.texts(setting);
        for (var name : names) {
            if (!columns.containsKey(name)) {
                throw node.wrong(
                        setting,
                        "There is no column (%s).".formatted(name),
                        "one of " + String.join(", ", columns.keySet()) + ".");
            }
        }
        return names;
    }
}
