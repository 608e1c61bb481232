package dev.lodestone.importers.json;

import dev.lodestone.importers.DroppedField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// A document that keeps account of itself: what was used, what was left behind on purpose, and,
/// from these two, what is still to be kept as text. So a field that no mapping knows cannot
/// vanish.
///
/// A number that is `null` or `NaN` is not a value: it is not used, and so stays among the rest as
/// the text `null` or `NaN`; a missing one stays missing.
///
/// Not safe for several threads.
public final class Fields {
    private static final List<String> LITERALS = List.of("null", "true", "false", "NaN");

    private final JsonNode root;
    private final Account account;
    private final Set<String> mapped;
    private final SortedMap<String, String> dropped;
    private final List<Used> usedHere = new ArrayList<>();

    /// A field that is part of an event.
    ///
    /// @param spelled in its canonical spelling, if it was asked for
    private record Used(Pointers.Known known, @Nullable String spelled) {}

    /// All of a document.
    public Fields(JsonNode root) {
        this(root, new Account(), new LinkedHashSet<>(), new TreeMap<>());
    }

    private Fields(
            JsonNode root, Account account, Set<String> mapped, SortedMap<String, String> dropped) {
        this.root = root;
        this.account = account;
        this.mapped = mapped;
        this.dropped = dropped;
    }

    /// The same document on the same account, with a content of its own: for one of several events
    /// that a document gives.
    public Fields part() {
        return new Fields(root, account, mapped, dropped);
    }

    /// What stands at a JSON pointer, unused; a missing node where there is nothing.
    public JsonNode at(String pointer) {
        return root.at(Pointers.of(pointer).compiled());
    }

    /// Whether there is something that says something at the pointer.
    public boolean has(String pointer) {
        var node = at(pointer);
        return !node.isMissingNode() && !node.isNull() && !(node.isContainer() && node.isEmpty());
    }

    /// A number, used if it is one.
    public Optional<BigDecimal> number(String pointer) {
        var known = Pointers.of(pointer);
        var node = root.at(known.compiled());
        if (!node.isNumber() || isNotANumber(node)) {
            return Optional.empty();
        }
        use(known, null);
        return Optional.of(node.decimalValue());
    }

    /// A text that is not blank, used if it is one.
    public Optional<String> text(String pointer) {
        var known = Pointers.of(pointer);
        var node = root.at(known.compiled());
        if (!node.isString() || node.stringValue().isBlank()) {
            return Optional.empty();
        }
        use(known, null);
        return Optional.of(node.stringValue());
    }

    /// A text as it is, without using it.
    public Optional<String> peek(String pointer) {
        var node = at(pointer);
        return node.isString() && !node.stringValue().isBlank()
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    /// Marks what stands at the pointer, and all below it, as used.
    public void use(String pointer) {
        use(Pointers.of(pointer), null);
    }

    /// The canonical spelling of what stands at the pointer, used.
    public String spelled(String pointer) {
        var known = Pointers.of(pointer);
        var text = canonical(root.at(known.compiled()));
        use(known, text);
        return text;
    }

    private void use(Pointers.Known known, @Nullable String spelled) {
        usedHere.add(new Used(known, spelled));
        account.settle(known.compiled());
        mapped.add(known.generic());
    }

    /// Leaves behind what stands at the pointer, if something does.
    public void drop(String pointer, String why) {
        var known = Pointers.of(pointer).compiled();
        if (!root.at(known).isMissingNode()) {
            dropped.put(pointer, why);
            account.settle(known);
        }
    }

    /// The names of all fields used by any part.
    public Set<String> mapped() {
        return Collections.unmodifiableSet(mapped);
    }

    /// All the text this part was made of, one field a line, in an order of its own.
    public String content() {
        usedHere.sort(Comparator.comparing(Used::known));
        var text = new StringBuilder(1 << 9);
        var last = "none";
        for (var used : usedHere) {
            var known = used.known();
            if (known.pointer().equals(last)) {
                continue;
            }
            last = known.pointer();
            text.append(last).append('=');
            if (used.spelled() == null) {
                JsonText.canonical(root.at(known.compiled()), text);
            } else {
                text.append(used.spelled());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// What is neither used nor dropped nor given out before, under its path; what is longer than
    /// the limit is dropped. To be asked last.
    public Map<String, String> rest(int longest) {
        return rest("", longest);
    }

    /// The same of what stands below a pointer.
    public Map<String, String> rest(String pointer, int longest) {
        var known = Pointers.of(pointer).compiled();
        var rest = new Rest(longest);
        rest.gather(root.at(known), pointer, account.find(known));
        return settled(rest, known);
    }

    /// The same of every field below a pointer, each for itself.
    public Map<String, String> restOfEach(String pointer, int longest) {
        var known = Pointers.of(pointer).compiled();
        var rest = new Rest(longest);
        if (root.at(known).isEmpty()) {
            return rest.kept();
        }
        rest.gatherEach(root.at(known), pointer, account.find(known));
        return settled(rest, known);
    }

    private Map<String, String> settled(Rest rest, JsonPointer pointer) {
        for (var other : rest.tooLong()) {
            dropped.put(other, "longer than " + rest.longest() + " characters");
            account.settle(JsonPointer.compile(other));
        }
        account.settle(pointer);
        return rest.kept();
    }

    /// What was left behind, by name.
    public List<DroppedField> dropped() {
        var fields = new LinkedHashSet<DroppedField>();
        dropped.forEach((pointer, why) ->
                fields.add(new DroppedField(Pointers.of(pointer).generic(), why)));
        return List.copyOf(fields);
    }

    /// A node as text that tells `null`, `NaN` and the text "null" apart.
    public static String asText(JsonNode node) {
        if (node.isString() && !LITERALS.contains(node.stringValue())) {
            return node.stringValue();
        }
        return isNotANumber(node) ? "NaN" : JsonText.plain(node);
    }

    /// The JSON of a node, as it stands.
    public static String json(JsonNode node) {
        return JsonText.plain(node);
    }

    /// JSON with the fields of every object in order, so that equal content is equal text.
    public static String canonical(JsonNode node) {
        var text = new StringBuilder(1 << 9);
        JsonText.canonical(node, text);
        return text.toString();
    }

    /// A pointer's step for a field name.
    public static String escaped(String name) {
        return Pointers.escaped(name);
    }

    static boolean isNotANumber(JsonNode node) {
        return (node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue());
    }
}
