package dev.lodestone.importers.optimade;

import dev.lodestone.events.HowKnown;
import dev.lodestone.importers.optimade.FieldRule.Condition;
import dev.lodestone.importers.optimade.FieldRule.Meaning;
import dev.lodestone.ontology.Term;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `providers.yaml`. What is wrong in it is an error of the program.
final class ProviderRows {
    private static final Set<String> COLUMNS =
            Set.of(
                    "name",
                    "prefix",
                    "title",
                    "urls",
                    "databases",
                    "licence",
                    "attribution",
                    "doi",
                    "restricted",
                    "basis",
                    "functional",
                    "fields");
    private static final Set<String> OF_A_FIELD =
            Set.of("property", "unit", "text", "name", "functional", "runType", "note");

    private ProviderRows() {}

    static List<Provider> read(InputStream yaml) throws IOException {
        return new YAMLMapper().readTree(yaml).valueStream().map(ProviderRows::row).toList();
    }

    private static Provider row(JsonNode row) {
        onlyKnown(row, COLUMNS);
        var prefix = needed(row, "prefix");
        return new Provider(
                needed(row, "name"),
                prefix,
                needed(row, "title"),
                row.path("urls").valueStream().map(JsonNode::asString).toList(),
                row.path("databases").asString("").equals("several"),
                text(row, "licence"),
                text(row, "attribution"),
                text(row, "doi"),
                row.path("restricted").asBoolean(false),
                basis(needed(row, "basis")),
                functional(row),
                row.path("fields").properties().stream()
                        .map(field -> rule(prefix, field.getKey(), field.getValue()))
                        .toList());
    }

    private static FieldRule rule(String prefix, String path, JsonNode field) {
        onlyKnown(field, OF_A_FIELD);
        if (!path.startsWith("_" + prefix + "_")) {
            throw new IllegalStateException(path + " is not a field of " + prefix);
        }
        var meanings = new ArrayList<Meaning>();
        text(field, "property")
                .ifPresent(property ->
                        meanings.add(
                                new Meaning.Amount(
                                        Term.of(property), text(field, "unit").map(Term::of))));
        text(field, "text").ifPresent(word -> meanings.add(new Meaning.Words(Term.of(word))));
        text(field, "name").ifPresent(scope -> meanings.add(new Meaning.Name(scope)));
        if (meanings.size() != 1) {
            throw new IllegalStateException(
                    path + " needs exactly one of property, text and name: " + field);
        }
        return new FieldRule(
                path,
                meanings.getFirst(),
                functional(field).or(() -> text(field, "runType").map(Condition.RunType::new)),
                text(field, "note"));
    }

    private static Optional<Condition> functional(JsonNode node) {
        return text(node, "functional").map(term -> new Condition.Functional(Term.of(term)));
    }

    private static HowKnown basis(String word) {
        return Arrays.stream(HowKnown.values())
                .filter(basis -> basis.wireName().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no basis " + word));
    }

    private static void onlyKnown(JsonNode node, Set<String> known) {
        var unknown = new LinkedHashSet<>(node.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("providers.yaml knows no " + unknown + ": " + node);
        }
    }

    private static String needed(JsonNode node, String name) {
        return text(node, name)
                .orElseThrow(() -> new IllegalStateException("no " + name + ": " + node));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asString);
    }
}
