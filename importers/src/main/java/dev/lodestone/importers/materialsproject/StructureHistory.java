package dev.lodestone.importers.materialsproject;

import dev.lodestone.events.DataEvent.AnalysisPerformed;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.LabTime;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.Subject;
import dev.lodestone.events.Value;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.SiblingRoles;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.ontology.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The history of a structure, first element first: one derivation each, known to be later than the
/// one before. No time is known of any.
final class StructureHistory {
    private static final Term DERIVATION = Term.of("lsk:StructureDerivation");
    private static final String AT = "/history";

    /// Fields of a description that name an entry, with what their numbers are called.
    private static final Map<String, String> ENTRIES =
            new TreeMap<>(Map.of("icsd_id", "icsd-", "cod_id", "cod-", "task_id", ""));

    private final Fields fields;
    private final MpId material;
    private final String entity;
    private final String place;
    private final SiblingRoles roles = new SiblingRoles();

    private StructureHistory(Fields fields, MpId material, String entity, String place) {
        this.fields = fields;
        this.material = material;
        this.entity = entity;
        this.place = place;
    }

    static List<MappedItem> items(Fields fields, MpId material, String entity, String place) {
        var history = new StructureHistory(fields, material, entity, place);
        var items = new ArrayList<MappedItem>();
        var before = Optional.<ItemKey>empty();
        for (int i = 0; i < fields.at(AT).size(); i++) {
            var item = history.item(i, before);
            items.add(item);
            before = Optional.of(item.key());
        }
        return items;
    }

    private MappedItem item(int i, Optional<ItemKey> before) {
        var at = AT + "/" + i;
        var part = fields.part();
        var name = part.text(at + "/name").map(EmailAddresses::removed);
        var key = new ItemKey(SummaryMapping.SOURCE, entity, roles.next(role(name.orElse(""))));
        var conditions = conditions(part, at, name);
        var time = LabTime.order(i + 1);
        var after = before.map(ItemKey::event);
        // The place in the list is part of what is said of the element; its number is not.
        var content =
                EmailAddresses.removed(Fields.canonical(fields.at(at)))
                        + "\n"
                        + before.map(ItemKey::role).orElse("first");
        return MappedItem.of(
                        key,
                        new AnalysisPerformed(
                                Occurrence.at(
                                        after.map(event -> time.withAfter(event)).orElse(time)),
                                Subject.of(SummaryMapping.material(material)),
                                DERIVATION,
                                List.of(),
                                List.of(),
                                List.of(),
                                conditions,
                                List.of(),
                                List.of()),
                        content,
                        place + at)
                .keeping(kept(at));
    }

    private static String role(String name) {
        var plain = name.replaceAll("[#\\p{Cntrl}]", " ").strip();
        return plain.isEmpty() ? "derivation" : "derivation/" + plain;
    }

    private List<Value> conditions(Fields part, String at, Optional<String> name) {
        var values = new ArrayList<Value>();
        var description = at + "/description";
        var step = part.text(description + "/transformation_name").map(EmailAddresses::removed);
        step.or(() -> name)
                .map(text -> {
                    var value =
                            Value.ofText(Term.of("lsp:derivationStep"), HowKnown.RECORDED, text)
                                    .at(at);
                    return step.isPresent() && name.isPresent()
                            ? value.noting("by " + name.get())
                            : value;
                })
                .ifPresent(values::add);
        ENTRIES.forEach((field, prefix) -> {
            var pointer = description + "/" + field;
            entry(part, pointer, prefix)
                    .ifPresent(id ->
                            values.add(
                                    Value.ofText(Term.of("lsp:derivedFrom"), HowKnown.RECORDED, id)
                                            .at(pointer)));
        });
        return values;
    }

    /// The name of an entry, which may stand as a number; a task's in its decimal spelling.
    private static Optional<String> entry(Fields part, String pointer, String prefix) {
        var node = part.at(pointer);
        if (!node.isIntegralNumber() && part.peek(pointer).isEmpty()) {
            return Optional.empty();
        }
        var text = node.asString("").strip();
        if (prefix.isEmpty()) {
            return MpId.find(text)
                    .map(id -> {
                        part.use(pointer);
                        return id.decimal();
                    });
        }
        part.use(pointer);
        return Optional.of(text.startsWith(prefix) ? text : prefix + text);
    }

    /// What has no term, under names that do not change when the list is renumbered.
    private Map<String, String> kept(String at) {
        var named = new TreeMap<String, String>();
        var prefix = at.substring(1).replace('/', '.') + ".";
        fields.rest(at, SummaryMapping.LONGEST_TEXT)
                .forEach((name, text) ->
                        named.put(
                                name.startsWith(prefix) ? name.substring(prefix.length()) : name,
                                text));
        return named;
    }
}
