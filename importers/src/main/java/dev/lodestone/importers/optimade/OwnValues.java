package dev.lodestone.importers.optimade;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.ScopedName;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.json.Amounts;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.optimade.FieldRule.Condition;
import dev.lodestone.importers.optimade.FieldRule.Meaning;
import dev.lodestone.ontology.Term;
import dev.lodestone.ontology.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A database's own fields that its row in the table of providers gives a meaning.
final class OwnValues {
    /// Values under the same condition, which become one event.
    record Group(String role, Fields part, List<Value> conditions, List<Value> values) {}

    private final Fields fields;
    private final String at;
    private final Provider provider;
    private final Function<String, Optional<String>> units;
    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    OwnValues(
            Fields fields,
            String at,
            Provider provider,
            Function<String, Optional<String>> units,
            String place) {
        this.fields = fields;
        this.at = at;
        this.provider = provider;
        this.units = units;
        this.place = place;
    }

    /// The further names of the material.
    List<ScopedName> names(Fields part) {
        var names = new ArrayList<ScopedName>();
        for (var rule : provider.fields()) {
            var node = fields.at(pointer(rule));
            if (rule.meaning() instanceof Meaning.Name(var scope)
                    && (node.isString() || node.isIntegralNumber())
                    && !node.asString().isBlank()) {
                part.use(pointer(rule));
                names.add(new ScopedName(scope, node.asString()));
            }
        }
        return names;
    }

    /// The values, in groups.
    List<Group> groups() {
        var groups = new LinkedHashMap<Optional<Condition>, Group>();
        for (var rule : provider.fields()) {
            if (rule.meaning() instanceof Meaning.Name) {
                continue;
            }
            var condition = rule.condition();
            var group = groups.get(condition);
            var part = group == null ? fields.part() : group.part();
            var value = value(rule, part);
            if (value.isEmpty()) {
                continue;
            }
            if (group == null) {
                group =
                        new Group(
                                condition.map(c -> "own/" + name(c)).orElse("own"),
                                part,
                                condition
                                        .map(c ->
                                                conditions(
                                                        c,
                                                        "describes " + rule.field(),
                                                        rule.path()))
                                        .orElseGet(() -> ofAll(provider)),
                                new ArrayList<>());
                groups.put(condition, group);
            }
            group.values().add(rule.note().map(value.get()::noting).orElse(value.get()));
        }
        return List.copyOf(groups.values());
    }

    /// What a reader should know; asked for after the groups.
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private String pointer(FieldRule rule) {
        return at + "/" + rule.path();
    }

    private Optional<Value> value(FieldRule rule, Fields part) {
        var pointer = pointer(rule);
        return switch (rule.meaning()) {
            case Meaning.Amount(var property, var unit) ->
                    Amounts.find(part.at(pointer))
                            .map(number -> {
                                part.use(pointer);
                                return Value.of(
                                                property,
                                                provider.basis(),
                                                new Quantity(
                                                        number,
                                                        unit(rule, unit),
                                                        part.at(pointer).asString(),
                                                        Optional.empty()))
                                        .at(pointer);
                            });
            case Meaning.Words(var property) ->
                    part.text(pointer)
                            .map(text ->
                                    Value.ofText(property, provider.basis(), text).at(pointer));
            case Meaning.Name _ -> Optional.empty();
        };
    }

    /// What the database states counts; where it states none, what is known of it.
    private Term unit(FieldRule rule, Optional<Term> known) {
        var stated =
                rule.path().contains("/") ? Optional.<String>empty() : units.apply(rule.path());
        if (stated.isEmpty()) {
            return known.orElse(Vocabulary.UNIT_UNKNOWN);
        }
        return UnitSpelling.find(stated.get())
                .orElseGet(() -> {
                    findings.add(
                            new Finding(
                                    place,
                                    "The unit (%s) that the database states of (%s) is not known, so the value has none."
                                            .formatted(stated.get(), rule.path())));
                    return Vocabulary.UNIT_UNKNOWN;
                });
    }

    /// What all values of the database hold under of which nothing else is said.
    static List<Value> ofAll(Provider provider) {
        return provider.condition()
                .map(condition -> conditions(condition, "is described", ""))
                .orElse(List.of());
    }

    /// @param described how the database tells it
    /// @param path where in the entry the word for it stands
    private static List<Value> conditions(Condition condition, String described, String path) {
        return List.of(
                switch (condition) {
                    case Condition.Functional(var functional) ->
                            Value.of(
                                            Term.of("lsp:exchangeCorrelationFunctional"),
                                            HowKnown.RECORDED,
                                            functional)
                                    .noting("as the database " + described);
                    case Condition.RunType(var word) ->
                            Value.ofText(Term.of("lsp:runType"), HowKnown.RECORDED, word).at(path);
                });
    }

    private static String name(Condition condition) {
        return switch (condition) {
            case Condition.Functional(var functional) ->
                    functional.curie().substring(functional.curie().indexOf(':') + 1);
            case Condition.RunType(var word) -> word;
        };
    }
}
