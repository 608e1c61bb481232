package dev.lodestone.importers.csv;

import dev.lodestone.events.HowKnown;
import dev.lodestone.importers.UnreadableSource;
import dev.lodestone.importers.csv.SheetMapping.BasisRule;
import dev.lodestone.importers.csv.SheetMapping.Column;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.IdentityColumn;
import dev.lodestone.importers.csv.SheetMapping.IgnoredColumn;
import dev.lodestone.importers.csv.SheetMapping.Part;
import dev.lodestone.importers.csv.SheetMapping.SumColumn;
import dev.lodestone.importers.csv.SheetMapping.TimeColumn;
import dev.lodestone.importers.csv.SheetMapping.ValueColumn;
import dev.lodestone.importers.csv.SheetMapping.VerbatimColumn;
import dev.lodestone.ontology.Scheme;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads what a mapping says of one column.
final class ColumnReader {
    private static final Map<String, Part> PARTS =
            Map.of("parameter", Part.PARAMETER, "condition", Part.CONDITION, "result", Part.RESULT);

    private final Map<String, EventForm> events;

    /// @param events the events that values can be part of
    ColumnReader(Map<String, EventForm> events) {
        this.events = events;
    }

    /// What a column is, by its entry.
    Column column(MappingNode node) {
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
        } else if (node.has("timeOf")) {
            column = new TimeColumn(role(node, "timeOf"), format(node));
        } else if (node.has("verbatimIn")) {
            column = verbatim(node);
        } else {
            column = value(node);
        }
        node.done();
        return column;
    }

    private static Optional<DateTimeFormatter> format(MappingNode node) {
        try {
            return node.text("format").map(ColumnReader::strictFormat);
        } catch (IllegalArgumentException _) {
            throw node.wrong(
                    "format",
                    "The format (%s) is not one of dates."
                            .formatted(node.text("format").orElse("")),
                    "dd.MM.yyyy, for example.");
        }
    }

    /// A format that has no 31st of February. Strictly, a year without its era is a `u`.
    private static DateTimeFormatter strictFormat(String text) {
        var pattern = text.contains("G") || text.contains("'") ? text : text.replace('y', 'u');
        return DateTimeFormatter.ofPattern(pattern, java.util.Locale.ENGLISH)
                .withResolverStyle(
                        pattern.contains("y") ? ResolverStyle.SMART : ResolverStyle.STRICT);
    }

    /// Text that is kept with an event, which may be the registration of the sample.
    VerbatimColumn verbatim(MappingNode node) {
        var where = node.neededText("verbatimIn");
        return new VerbatimColumn(
                where.equals(SheetMapping.REGISTRATION) || where.equals(SheetMapping.SPECIMEN)
                        ? where
                        : role(node, "verbatimIn"));
    }

    private String role(MappingNode node, String setting) {
        var role = node.neededText(setting);
        if (!events.containsKey(role)) {
            throw unknown(node, setting, role);
        }
        return role;
    }

    private UnreadableSource unknown(MappingNode node, String setting, String role) {
        return node.wrong(
                setting,
                "There is no event (%s).".formatted(role),
                "one of " + String.join(", ", events.keySet()) + ".");
    }

    private void check(MappingNode node, String role, Part part) {
        boolean fits =
                switch (Objects.requireNonNull(events.get(role)).sort()) {
                    case PROCESS -> part == Part.PARAMETER;
                    case MEASUREMENT, VALUES -> part != Part.PARAMETER;
                };
        if (!fits) {
            throw node.wrong(
                    "as",
                    "The event (%s) has no part of this name.".formatted(role),
                    "\"parameter\" for a process, \"condition\" or \"result\" else.");
        }
    }

    private ValueColumn value(MappingNode node) {
        var role = role(node, "in");
        var part = node.choice("as", PARTS, Optional.empty());
        check(node, role, part);
        var also = node.texts("alsoIn");
        for (var other : also) {
            if (!events.containsKey(other)) {
                throw unknown(node, "alsoIn", other);
            }
            check(node, other, part);
        }
        var words = new MappingWords(node);
        var property = words.property("property");
        return new ValueColumn(
                role,
                also,
                part,
                property.term(),
                node.flag("text", false)
                        ? Optional.empty()
                        : Optional.of(words.unit("unit", property)),
                node.choice("words", Map.of("keep", true, "refuse", false), Optional.of(false)),
                words.basis("basis", HowKnown.UNVERIFIED),
                node.list("rules").stream().map(ColumnReader::rule).toList(),
                words.mode("mode"),
                words.kind("component", Scheme.COMPONENT),
                node.text("species"),
                node.text("note"),
                node.text("despiteHeader"));
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
}
