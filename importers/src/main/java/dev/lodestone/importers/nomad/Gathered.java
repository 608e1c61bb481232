package dev.lodestone.importers.nomad;

import dev.lodestone.events.Draft;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is gathered of one entry while it is mapped: things that must be there before anything is
/// said of them, what happened, and what a reader should know.
final class Gathered {
    /// The most characters of a text without a term that are kept.
    static final int LONGEST_TEXT = 2_000;

    /// Roles of what an entry is, if it is a thing.
    private static final Set<String> THINGS = Set.of("sample", "instrument");

    private final NomadEntry entry;
    private final NomadSource source;
    private final Fields fields;
    private final Map<ItemKey, MappedItem> things = new LinkedHashMap<>();
    private final List<MappedItem> happened = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<DroppedField> images = new ArrayList<>();

    Gathered(NomadEntry entry, NomadSource source) {
        this.entry = entry;
        this.source = source;
        this.fields = new Fields(Prose.withoutImages(entry.archive(), this::leaveOutImage));
    }

    private void leaveOutImage(String pointer, String what) {
        find(pointer, "A pasted image (%s) is left out of the text.".formatted(what));
        images.add(
                new DroppedField(
                        pointer.substring(1).replace('/', '.'), "images pasted into a text"));
    }

    NomadEntry entry() {
        return entry;
    }

    NomadSource source() {
        return source;
    }

    Fields fields() {
        return fields;
    }

    /// The key of one of the entry's events.
    ItemKey key(String role) {
        return new ItemKey(source.id(), entry.key(), role.replace('#', '~'));
    }

    /// Takes over what another entry registers.
    void thing(Collection<MappedItem> items) {
        items.forEach(item -> things.putIfAbsent(item.key(), item));
    }

    /// Registers something.
    ///
    /// @param pointer where in the entry it stands
    void thing(
            String role,
            ProvenanceEvent event,
            Fields part,
            String pointer,
            Map<String, String> rest) {
        var item = item(role, event, part.content(), pointer, rest);
        things.put(item.key(), item);
    }

    /// Registers something that several entries share, so that it is the same whoever names it.
    void shared(ItemKey key, ProvenanceEvent event, String content, String pointer) {
        things.put(key, MappedItem.of(key, event, content, place(pointer)));
    }

    /// Something that happened, or was stated.
    void happened(
            String role,
            ProvenanceEvent event,
            Fields part,
            String pointer,
            Map<String, String> rest) {
        happened.add(item(role, event, part.content(), pointer, rest));
    }

    /// Something that happened to those whom other entries decide about.
    ///
    /// @param meant who they are; part of what a later import compares
    void happened(
            String role,
            ProvenanceEvent event,
            Fields part,
            String pointer,
            Map<String, String> rest,
            String meant) {
        happened.add(item(role, event, part.content() + meant, pointer, rest));
    }

    /// Keeps files with what happened last.
    void attach(List<AttachedFile> files) {
        happened.addLast(happened.removeLast().attaching(files));
    }

    void find(String pointer, String what) {
        findings.add(new Finding(place(pointer), what));
    }

    String place(String pointer) {
        return entry.place() + (entry.place().contains("#") ? "" : "#") + pointer;
    }

    /// Whether there is an event of the entry's own.
    boolean hasEvents() {
        return own().isPresent();
    }

    /// Puts text without a term to the entry's first own event.
    void keep(Map<String, String> rest) {
        var old = own().orElseThrow();
        var all = new java.util.TreeMap<>(old.verbatim());
        all.putAll(rest);
        var item =
                new MappedItem(
                        old.key(),
                        old.event(),
                        old.content() + rest,
                        old.locator(),
                        all,
                        old.licence(),
                        old.access(),
                        old.files());
        if (things.containsKey(old.key())) {
            things.put(old.key(), item);
        } else {
            happened.set(happened.indexOf(old), item);
        }
    }

    private Optional<MappedItem> own() {
        var own =
                things.values().stream()
                        .filter(item -> item.key().entity().equals(entry.key()))
                        .toList();
        boolean isThing = own.stream().anyMatch(item -> THINGS.contains(item.key().role()));
        var activity =
                happened.stream()
                        .filter(_ -> !isThing)
                        .filter(item -> item.key().role().matches("(process|measurement)(/.*)?"))
                        .findFirst();
        if (activity.isPresent()) {
            return activity;
        }
        return own.stream()
                .filter(item -> !item.key().role().contains("/"))
                .findFirst()
                .or(() -> happened.stream().findFirst())
                .or(() -> own.stream().findFirst());
    }

    /// What others need to speak of this entry.
    List<MappedItem> things() {
        return List.copyOf(things.values());
    }

    MappedEntry mapped() {
        var items = new ArrayList<>(things.values());
        items.addAll(happened);
        var dropped = new ArrayList<>(fields.dropped());
        dropped.addAll(images);
        return new MappedEntry(items, fields.mapped(), dropped, findings);
    }

    private MappedItem item(
            String role,
            ProvenanceEvent event,
            String content,
            String pointer,
            Map<String, String> rest) {
        return new MappedItem(
                key(role),
                event,
                content + (rest.isEmpty() ? "" : rest.toString()),
                place(pointer),
                rest,
                licence(),
                entry.embargoed() ? "embargo" : Draft.PUBLIC,
                List.of());
    }

    private Optional<String> licence() {
        return entry.text("/metadata/license").filter(own -> !own.equals(NomadSource.LICENCE));
    }
}
