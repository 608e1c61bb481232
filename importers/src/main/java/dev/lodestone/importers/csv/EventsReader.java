package dev.lodestone.importers.csv;

import dev.lodestone.events.Effect;
import dev.lodestone.importers.csv.SheetMapping.EventForm;
import dev.lodestone.importers.csv.SheetMapping.EventSort;
import dev.lodestone.ontology.Scheme;
import dev.lodestone.ontology.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads which events a mapping knows.
final class EventsReader {
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Map<String, EventSort> SORTS =
            Map.of(
                    "process",
                    EventSort.PROCESS,
                    "measurement",
                    EventSort.MEASUREMENT,
                    "values",
                    EventSort.VALUES);

    private final Map<String, EventForm> forms = new LinkedHashMap<>();
    private final Map<String, MappingNode> nodes = new LinkedHashMap<>();

    private EventsReader() {}

    static EventsReader read(Map<String, MappingNode> nodes) {
        var reader = new EventsReader();
        nodes.forEach(reader::event);
        return reader;
    }

    /// The events by role, in the order of the mapping.
    Map<String, EventForm> forms() {
        return forms;
    }

    /// Refuses columns that are not there.
    void check(Set<String> columns) {
        nodes.forEach((_, node) -> node.columns("notIf", columns));
    }

    private void event(String role, MappingNode node) {
        if (!ROLE.matcher(role).matches()
                || role.equals(SheetMapping.REGISTRATION)
                || role.equals(SheetMapping.SPECIMEN)) {
            throw node.wrong(
                    "",
                    "The event cannot be called (%s).".formatted(role),
                    "use lower case and dashes; \"registration\" and \"specimen\" are the sample's own.");
        }
        var sort = node.choice("kind", SORTS, Optional.empty());
        var words = new MappingWords(node);
        var type =
                switch (sort) {
                    case PROCESS -> words.kind("type", Scheme.PROCESS);
                    case MEASUREMENT -> words.kind("type", Scheme.METHOD);
                    case VALUES -> Optional.<Term>empty();
                };
        if (type.isEmpty() && sort != EventSort.VALUES) {
            throw node.wrong("", "The setting (type) is missing.", "lsk:Sintering, for example.");
        }
        boolean ofRow = node.choice("of", Map.of("sample", false, "row", true), Optional.empty());
        var effect =
                node.choice(
                        "effect", MappingWords.byName(Effect.values()), Optional.of(Effect.NONE));
        if (effect != Effect.NONE && sort != EventSort.MEASUREMENT) {
            throw node.wrong("effect", "Only a measurement has an effect.", "leave it out.");
        }
        var after = after(node, forms.keySet());
        var notIf =
                node.has("notIf") ? node.child("notIf").textsByName() : Map.<String, String>of();
        node.done();
        nodes.put(role, node);
        forms.put(role, new EventForm(sort, type, ofRow, after, effect, notIf));
    }

    /// The roles of events that came before.
    static List<String> after(MappingNode node, Set<String> known) {
        var after = node.texts("after");
        for (var earlier : after) {
            if (!earlier.equals(SheetMapping.REGISTRATION) && !known.contains(earlier)) {
                throw node.wrong(
                        "after",
                        "There is no earlier event (%s).".formatted(earlier),
                        "one of "
                                + String.join(
                                        ", ",
                                        Stream.concat(
                                                        Stream.of(SheetMapping.REGISTRATION),
                                                        known.stream())
                                                .toList())
                                + ".");
            }
        }
        return after;
    }
}
