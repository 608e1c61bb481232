package dev.lodestone.importers.nomad;

import dev.lodestone.events.AgentId;
import dev.lodestone.events.Nature;
import dev.lodestone.events.Occurrence;
import dev.lodestone.events.ProvenanceEvent;
import dev.lodestone.events.SampleDescription;
import dev.lodestone.events.SampleEvent.SampleRegistered;
import dev.lodestone.events.SampleId;
import dev.lodestone.events.ScopedName;
import dev.lodestone.importers.AttachedFile;
import dev.lodestone.importers.DroppedField;
import dev.lodestone.importers.Finding;
import dev.lodestone.importers.ItemKey;
import dev.lodestone.importers.MappedEntry;
import dev.lodestone.importers.MappedItem;
import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What is gathered of one entry while it is mapped: things that must be there before anything is
/// said of them, what happened, and what a reader should know.
final class Gathered {
    /// The role of the plan that an entry holds.
    static final String WORKFLOW = "workflow";

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
    private final List<DroppedField> leftOut = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private List<AgentId> credit = List.of();
    private Optional<WorkflowMapping.Plan> plan = Optional.empty();

    Gathered(NomadEntry entry, NomadSource source) {
        this.entry = entry;
        this.source = source;
        this.fields = new Fields(Prose.cleaned(entry.archive(), this::leaveOut));
    }

    private void leaveOut(String pointer, Prose.LeftOut what) {
        find(pointer, "%s is left out of the text.".formatted(what.words()));
        leftOut.add(new DroppedField(pointer.substring(1).replace('/', '.'), what.field()));
    }

    /// Names those who made the entry with everything that is said of it from now on.
    void credit(List<AgentId> authors) {
        credit = List.copyOf(authors);
    }

    /// Notes the plan that the entry holds.
    void planned(Optional<WorkflowMapping.Plan> own) {
        plan = own;
    }

    /// The plan that the entry holds.
    Optional<WorkflowMapping.Plan> plan() {
        return plan;
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

    /// Registers a sample of which no form is told.
    void sample(String role, SampleId id, List<ScopedName> names, Fields part, String pointer) {
        var described =
                new SampleDescription(
                        id,
                        Optional.empty(),
                        names,
                        Nature.PHYSICAL,
                        Optional.empty(),
                        Optional.empty());
        thing(
                role,
                new SampleRegistered(Occurrence.UNKNOWN, List.of(described)),
                part,
                pointer,
                Map.of());
    }

    /// Registers something that several entries share, so that it is the same whoever names it.
    /// What is seen by some only is another record than what everybody sees.
    void shared(ItemKey key, ProvenanceEvent event, String content, String pointer) {
        var own =
                entry.restricted()
                        ? new ItemKey(key.source(), key.entity(), key.role() + "/" + entry.access())
                        : key;
        things.put(own, MappedItem.of(own, event, content, place(pointer)).seenBy(entry.access()));
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

    /// What happened, in its order.
    List<MappedItem> happened() {
        return List.copyOf(happened);
    }

    /// States again what happened.
    void revise(UnaryOperator<MappedItem> change) {
        happened.replaceAll(change);
    }

    void find(String pointer, String what) {
        findings.add(new Finding(place(pointer), what));
    }

    void find(Finding finding) {
        findings.add(finding);
    }

    /// Tells of a part that is refused while the rest goes on.
    void find(RefusedEntry refused) {
        findings.add(new Finding(refused.place(), refused.problem()));
    }

    /// Takes over all of an entry that stands in this one.
    void take(Gathered other) {
        things.putAll(other.things);
        happened.addAll(other.happened);
        findings.addAll(other.findings);
        leftOut.addAll(other.fields.dropped());
        leftOut.addAll(other.leftOut);
        taken.addAll(other.fields.mapped());
        taken.addAll(other.taken);
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
        var item = old.reading(old.content() + rest).keeping(all);
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
                .filter(item -> !item.key().role().equals(WORKFLOW))
                .findFirst()
                .or(() -> happened.stream().findFirst())
                .or(() -> own.stream().findFirst());
    }

    /// What others need to speak of this entry.
    List<MappedItem> things() {
        return List.copyOf(things.values());
    }

    /// What the entry means. One that states nothing has nothing that its authors could be named
    /// with.
    MappedEntry mapped() {
        var items = new ArrayList<>(things.values());
        items.addAll(happened);
        if (items.stream().allMatch(item -> item.key().entity().startsWith(Credit.AUTHOR))) {
            items.clear();
        }
        var dropped = new ArrayList<>(fields.dropped());
        dropped.addAll(leftOut);
        var mapped = new LinkedHashSet<>(fields.mapped());
        mapped.addAll(taken);
        return new MappedEntry(items, mapped, List.copyOf(new LinkedHashSet<>(dropped)), findings);
    }

    private MappedItem item(
            String role,
            ProvenanceEvent event,
            String content,
            String pointer,
            Map<String, String> rest) {
        var item =
                MappedItem.of(
                                key(role),
                                event,
                                content + (rest.isEmpty() ? "" : rest.toString()) + terms(),
                                place(pointer))
                        .keeping(rest)
                        .seenBy(entry.access())
                        .crediting(credit);
        return licence().map(item::licensed).orElse(item);
    }

    /// Who may see it, under which licence, and who is to be named: part of what the source says,
    /// so that a change of them is one.
    private String terms() {
        var terms = new StringBuilder();
        if (entry.restricted()) {
            terms.append("\naccess=").append(entry.access());
        }
        licence().ifPresent(own -> terms.append("\nlicence=").append(own));
        if (!credit.isEmpty()) {
            terms.append("\ncredit=").append(credit.stream().map(AgentId::value).sorted().toList());
        }
        return terms.toString();
    }

    /// Its own, where it differs from that of published data.
    private Optional<String> licence() {
        return entry.access().equals(NomadEntry.UNPUBLISHED)
                ? Optional.of(NomadSource.NO_LICENCE)
                : entry.text("/metadata/license").filter(own -> !own.equals(NomadSource.LICENCE));
    }
}
