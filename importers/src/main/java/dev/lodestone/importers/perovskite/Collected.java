package dev.lodestone.importers.perovskite;

import dev.lodestone.events.HowKnown;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.Quantity;
import dev.lodestone.events.Value;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import dev.lodestone.importers.perovskite.Laboratory.Led;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is collected of one archive while it is mapped. What has no term is kept with its last
/// event.
final class Collected {
    private static final int LONGEST_TEXT = 2_000;

    private final PerovskiteEntry entry;
    private final Laboratory laboratory;
    private final Fields fields;
    private final List<MappedItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Collected(PerovskiteEntry entry, Laboratory laboratory) {
        this.entry = entry;
        this.laboratory = laboratory;
        this.fields = new Fields(entry.archive().archive());
        fields.use("/data/m_def");
    }

    PerovskiteEntry entry() {
        return entry;
    }

    Laboratory laboratory() {
        return laboratory;
    }

    Fields fields() {
        return fields;
    }

    ItemKey key(String role) {
        return new ItemKey(laboratory.source(), entry.key(), role.replace('#', '~'));
    }

    /// Adds an event, made of the part's fields.
    void add(ItemKey key, ProvenanceEvent event, Fields part, String pointer) {
        add(key, event, part.content(), pointer);
    }

    /// Adds an event, made of the text given.
    void add(ItemKey key, ProvenanceEvent event, String content, String pointer) {
        if (items.stream().noneMatch(item -> item.key().equals(key))) {
            items.add(MappedItem.of(key, event, content, entry.place(pointer)));
        }
    }

    /// The same with all that stands below the pointer and has no term.
    void addWithRest(ItemKey key, ProvenanceEvent event, Fields part, String pointer) {
        var rest = fields.rest(pointer, LONGEST_TEXT);
        items.add(
                MappedItem.of(key, event, part.content() + rest, entry.place(pointer))
                        .keeping(rest));
    }

    void find(String pointer, String what) {
        findings.add(new Finding(entry.place(pointer), what));
    }

    /// A number with the unit of the plugin's schema. Texts that are one number count: sections
    /// taken from the Perovskite Database write numbers as texts.
    Optional<Value> value(Fields part, String pointer, String property, String unit, HowKnown how) {
        return number(part, pointer)
                .map(number ->
                        Value.of(
                                        Term.of(property),
                                        how,
                                        new Quantity(
                                                number,
                                                Term.of(unit),
                                                Fields.asText(part.at(pointer)),
                                                Optional.empty()))
                                .at(entry.place(pointer)));
    }

    /// A number with a unit, as an amount.
    Optional<Quantity> amount(Fields part, String pointer, String unit) {
        return number(part, pointer)
                .map(number ->
                        new Quantity(
                                number,
                                Term.of(unit),
                                Fields.asText(part.at(pointer)),
                                Optional.empty()));
    }

    /// The entry a reference leads to; where it leads nowhere, or to a file of another name, that
    /// is found.
    Optional<PerovskiteEntry> follow(String pointer) {
        var text = fields.peek(pointer);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (laboratory.follow(text.get(), entry)) {
            case Led.To(var other, var renamed) -> {
                if (renamed) {
                    find(
                            pointer,
                            "The reference (%s) names a file that is not there; it is taken for (%s), which calls itself (%s)."
                                    .formatted(
                                            text.get(),
                                            other.key(),
                                            other.name().or(other::labId).orElse("?")));
                }
                yield Optional.of(other);
            }
            case Led.Nowhere(var why) -> {
                find(pointer, "The reference (%s) leads nowhere: %s.".formatted(text.get(), why));
                yield Optional.empty();
            }
        };
    }

    /// Tells of a document that is not there.
    void document(String pointer) {
        fields.peek(pointer)
                .filter(reference -> !laboratory.hasFile(reference))
                .ifPresent(reference ->
                        find(
                                pointer,
                                "The document (%s) is not among what was read."
                                        .formatted(reference)));
    }

    /// All of it; what is left goes to the event of the key.
    MappedEntry mapped(ItemKey home) {
        var rest = fields.rest(LONGEST_TEXT);
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.key().equals(home)) {
                var kept = new java.util.TreeMap<>(item.verbatim());
                kept.putAll(rest);
                items.set(
                        i,
                        MappedItem.of(
                                        item.key(),
                                        item.event(),
                                        item.content() + rest,
                                        item.locator())
                                .keeping(kept));
            }
        }
        return new MappedEntry(items, fields.mapped(), fields.dropped(), findings);
    }

    private static Optional<BigDecimal> number(Fields part, String pointer) {
        var text = part.peek(pointer);
        if (text.isEmpty()) {
            return part.number(pointer);
        }
        if (!text.get().strip().matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return Optional.empty();
        }
        part.use(pointer);
        return Optional.of(new BigDecimal(text.get().strip()));
    }
}
