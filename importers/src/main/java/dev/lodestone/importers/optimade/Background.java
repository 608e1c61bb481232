package dev.lodestone.importers.optimade;

import dev.lodestone.importers.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What answers say besides their entries, gathered before entries are mapped: from which provider
/// they are, in which units its own fields are, under which licence.
///
/// Not safe for several threads.
final class Background {
    private final Set<String> prefixes = new LinkedHashSet<>();
    private final Set<String> ownFields = new TreeSet<>();
    private final Set<String> urls = new LinkedHashSet<>();
    private final Set<String> licences = new TreeSet<>();
    private final Set<String> versions = new TreeSet<>();
    private final Map<String, String> units = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean whole;

    /// Takes in what was found.
    void add(Found found) {
        switch (found) {
            case Found.WholeDatabase(var meta) -> {
                whole = true;
                meta(meta);
            }
            case Found.Meta(var meta) -> meta(meta);
            case Found.InfoPage(var info) -> info(info);
            case Found.Url(var url) -> urls.add(url);
            case Found.Odd(var finding) -> findings.add(finding);
            case Found.Resource(var _, var json, var _) -> ownFields(json);
            case Found.Included _, Found.Unreadable _ -> {}
        }
    }

    private void meta(JsonNode meta) {
        text(meta.at("/provider/prefix")).ifPresent(prefixes::add);
        text(meta.path("api_version")).ifPresent(versions::add);
    }

    private void info(JsonNode info) {
        var attributes = info.path("attributes");
        for (var about : List.of(info, attributes)) {
            for (var property : about.path("properties").properties()) {
                text(property.getValue().path("x-optimade-unit"))
                        .or(() -> text(property.getValue().path("unit")))
                        .ifPresent(unit -> units.put(property.getKey(), unit));
            }
        }
        var available = attributes.path("available_licenses");
        available.valueStream().flatMap(licence -> text(licence).stream()).forEach(licences::add);
        if (available.isEmpty()) {
            var licence = attributes.path("license");
            text(licence).or(() -> text(licence.path("href"))).ifPresent(licences::add);
        }
    }

    private void ownFields(JsonNode resource) {
        var attributes =
                resource.path("attributes").isObject() ? resource.path("attributes") : resource;
        for (var name : attributes.propertyNames()) {
            int end = name.indexOf('_', 1);
            if (name.startsWith("_") && end > 1) {
                ownFields.add(name.substring(1, end));
            }
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank()
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    /// The findings on the answers.
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// What the answers say of their provider.
    Set<String> prefixes() {
        return Collections.unmodifiableSet(prefixes);
    }

    /// The prefixes of providers' own fields.
    Set<String> ownFields() {
        return Collections.unmodifiableSet(ownFields);
    }

    /// Where the answers say they come from.
    Set<String> urls() {
        return Collections.unmodifiableSet(urls);
    }

    /// What the database itself states; alternatives, if several.
    Optional<String> licence() {
        return licences.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", licences));
    }

    /// The versions of the format.
    Optional<String> version() {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of("OPTIMADE " + String.join(", ", versions));
    }

    /// The unit that the database states of a property, in its own spelling.
    Optional<String> unit(String property) {
        return Optional.ofNullable(units.get(property));
    }

    /// Whether the JSON Lines of a whole database were read.
    boolean whole() {
        return whole;
    }
}
