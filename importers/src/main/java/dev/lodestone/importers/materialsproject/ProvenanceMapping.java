package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.AgentType;
import dev.lodestone.events.DataEvent.ValuesAsserted;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Subject;
import dev.lodestone.events.ThingEvent.AgentRegistered;
import dev.lodestone.events.Uuids;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.materialsproject.MpDocument.ProvenanceEntry;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A provenance document: who contributed a structure, where it is published, which entries of
/// other databases it is, and step by step what it was made from.
public final class ProvenanceMapping {
    private final ProvenanceEntry entry;
    private final Fields fields;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ProvenanceMapping(ProvenanceEntry entry) {
        this.entry = entry;
        this.fields = new Fields(entry.json());
    }

    /// Maps a provenance document.
    ///
    /// @param registered whether a summary at hand registers the material
    public static MappedEntry map(ProvenanceEntry entry, boolean registered) {
        return new ProvenanceMapping(entry).mapped(registered);
    }

    private MappedEntry mapped(boolean registered) {
        EmailAddresses.drop(fields);
        if (!registered) {
            items.add(
                    SummaryMapping.registered(
                            entity(), entry.material(), fields.part(), entry.place()));
        }
        var part = fields.part();
        part.use("/material_id");
        var authors = authors(part);
        var values = new ArrayList<>(Observed.values(part));
        values.addAll(references(part));
        fields.drop("/_id", "the database's internal id");
        var derivations = StructureHistory.items(fields, entry.material(), entity(), entry.place());
        var rest = fields.rest(SummaryMapping.LONGEST_TEXT);
        var claims =
                new ValuesAsserted(
                        Occurrence.UNKNOWN.by(authors.toArray(AgentId[]::new)),
                        Subject.of(SummaryMapping.material(entry.material())),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        values);
        items.add(
                MappedItem.of(
                                new ItemKey(SummaryMapping.SOURCE, entity(), "claims"),
                                claims,
                                part.content() + BuildDates.leftOut(rest),
                                entry.place())
                        .keeping(rest));
        items.addAll(derivations);
        Deprecation.finding(fields, entry.place(), "provenance of (" + entry.material() + ")")
                .ifPresent(findings::add);
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private String entity() {
        return "provenance/" + entry.material().decimal();
    }

    /// The names stand in registrations of their own, and nowhere else.
    private List<AgentId> authors(Fields part) {
        var authors = new ArrayList<AgentId>();
        for (int i = 0; i < part.at("/authors").size(); i++) {
            var own = fields.part();
            var at = "/authors/" + i;
            own.text(at + "/name")
                    .filter(name -> !EmailAddresses.in(name))
                    .map(String::strip)
                    .ifPresent(name -> authors.add(author(name)));
            part.use(at + "/name");
            fields.drop(at + "/email", "an e-mail address");
        }
        return authors.stream().distinct().toList();
    }

    private AgentId author(String name) {
        var id = new AgentId(Uuids.named("materials-project", "author", name).toString());
        items.add(
                MappedItem.of(
                        new ItemKey(SummaryMapping.SOURCE, "author/" + id.value(), "agent"),
                        new AgentRegistered(
                                Occurrence.UNKNOWN,
                                id,
                                name.matches("(?i).*\\b(project|consortium|group|team)\\b.*")
                                        ? AgentType.ORGANIZATION
                                        : AgentType.PERSON,
                                name,
                                Optional.empty(),
                                Optional.empty()),
                        name,
                        entry.place()));
        return id;
    }

    private static List<Value> references(Fields part) {
        var values = new ArrayList<Value>();
        var references = part.at("/references");
        int n = references.isArray() ? references.size() : 1;
        for (int i = 0; i < n; i++) {
            var at = references.isArray() ? "/references/" + i : "/references";
            part.text(at)
                    .map(text ->
                            Value.ofText(
                                            Term.of("lsp:reportedIn"),
                                            HowKnown.EXTRACTED,
                                            EmailAddresses.removed(text.strip()))
                                    .at(at))
                    .ifPresent(values::add);
        }
        return values;
    }
}
