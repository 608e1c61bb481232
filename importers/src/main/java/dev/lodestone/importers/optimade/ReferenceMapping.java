package dev.lodestone.importers.optimade;

import dev.lodestone.events.Occurrence;
import dev.lodestone.events.RecordEvent.Annotated;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.optimade.Entry.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A publication as a remark in the words of a citation. Structures keep which publications they
/// cite by their identifiers.
final class ReferenceMapping {
    private ReferenceMapping() {}

    static MappedEntry map(Reference reference, Provider provider) {
        var fields = new Fields(reference.resource());
        var own = fields.part();
        own.use("/id");
        own.use("/type");
        var text = citation(reference);
        var kept = Kept.of(fields, reference);
        var item =
                MappedItem.of(
                                new ItemKey(
                                        provider.source(),
                                        "references/" + reference.id(),
                                        "reference"),
                                new Annotated(
                                        Occurrence.UNKNOWN,
                                        List.of(),
                                        List.of(),
                                        text,
                                        List.of("reference", "reference/" + reference.id())),
                                own.content() + kept,
                                reference.place())
                        .keeping(kept);
        return new MappedEntry(List.of(item), fields.mapped(), fields.dropped(), List.of());
    }

    /// As people cite it, with the DOI.
    private static String citation(Reference reference) {
        var json =
                reference.attributes().isEmpty()
                        ? reference.resource()
                        : reference.resource().at(reference.attributes());
        var parts = new ArrayList<String>();
        add(parts, authors(json.path("authors")));
        for (var field : List.of("title", "journal", "booktitle", "volume", "pages", "publisher")) {
            add(parts, json.path(field).asString(""));
        }
        var words = String.join(", ", parts);
        var year = json.path("year").asString("");
        if (!year.isBlank()) {
            words += words.isEmpty() ? year : " (" + year + ")";
        }
        var doi = json.path("doi").asString("");
        var where = doi.isBlank() ? json.path("url").asString("") : "doi:" + doi;
        if (!where.isBlank()) {
            words += (words.isEmpty() ? "" : ", ") + where;
        }
        return words.isEmpty() ? "reference " + reference.id() : words;
    }

    private static String authors(JsonNode authors) {
        return authors.valueStream()
                .map(author -> author.path("name").asString(""))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static void add(List<String> parts, String text) {
        if (!text.isBlank()) {
            parts.add(text);
        }
    }
}
