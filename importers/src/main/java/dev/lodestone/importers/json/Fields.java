package dev.lodestone.importers.json;

import dev.lodestone.importers.DroppedField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
    private static final Set<String> LITERALS = Set.of("null", "true", "false", "NaN");
    private static final Pattern NUMBERED_STEP = Pattern.compile("/-?\\d+(?=/|$)");

    /// Mappings ask every document for the same pointers; those with the indices of one document
    /// are not to fill the memory.
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    private static final int MOST_POINTERS = 10_000;

    private final JsonNode root;
    private final NavigableSet<String> usedHere = new TreeSet<>();
    private final NavigableSet<String> usedByAll;
    private final NavigableMap<String, String> dropped;
    private final NavigableSet<String> settled;

    /// All of a document.
    public Fields(JsonNode root) {
        this(root, new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
    }

    private Fields(
            JsonNode root,
            NavigableSet<String> usedByAll,
            NavigableMap<String, String> dropped,
            NavigableSet<String> settled) {
        this.root = root;
        this.usedByAll = usedByAll;
        this.dropped = dropped;
        this.settled = settled;
    }

    /// The same document on the same account, with a content of its own: for one of several events
    /// that a document gives.
    public Fields part() {
        return new Fields(root, usedByAll, dropped, settled);
    }

    /// What stands at a JSON pointer, unused; a missing node where there is nothing.
    public JsonNode at(String pointer) {
        return root.at(compiled(pointer));
    }

    private static JsonPointer compiled(String pointer) {
        var known = POINTERS.get(pointer);
        if (known != null) {
            return known;
        }
        var compiled = JsonPointer.compile(pointer);
        if (POINTERS.size() < MOST_POINTERS) {
            POINTERS.put(pointer, compiled);
        }
        return compiled;
    }

    /// Whether there is something that says something at the pointer.
    public boolean has(String pointer) {
        var node = at(pointer);
        return !node.isMissingNode() && !node.isNull() && !(node.isContainer() && node.isEmpty());
    }

    /// A number, used if it is one.
    public Optional<BigDecimal> number(String pointer) {
        var node = at(pointer);
        if (!node.isNumber() || isNotANumber(node)) {
            return Optional.empty();
        }
        use(pointer);
        return Optional.of(node.decimalValue());
    }

    /// A text that is not blank, used if it is one.
    public Optional<String> text(String pointer) {
        var node = at(pointer);
        if (!node.isString() || node.stringValue().isBlank()) {
            return Optional.empty();
        }
        use(pointer);
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
        usedHere.add(pointer);
        usedByAll.add(pointer);
    }

    /// Leaves behind what stands at the pointer, if something does.
    public void drop(String pointer, String why) {
        if (!at(pointer).isMissingNode()) {
            dropped.put(pointer, why);
        }
    }

    /// The names of all fields used by any part.
    public Set<String> mapped() {
        var names = new TreeSet<String>();
        usedByAll.forEach(pointer -> names.add(generic(pointer)));
        return Collections.unmodifiableSet(names);
    }

    /// All the text this part was made of, one field a line, in an order of its own.
    public String content() {
        var text = new StringBuilder();
        for (var pointer : usedHere) {
            CanonicalJson.write(at(pointer), text.append(pointer).append('='));
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
        var kept = new TreeMap<String, String>();
        keep(at(pointer), pointer, longest, kept);
        settled.add(pointer);
        return kept;
    }

    /// What was left behind, by name.
    public List<DroppedField> dropped() {
        var list = new ArrayList<DroppedField>();
        dropped.forEach((pointer, why) -> list.add(new DroppedField(generic(pointer), why)));
        return list.stream().distinct().toList();
    }

    private void keep(JsonNode node, String pointer, int longest, Map<String, String> kept) {
        if (node.isMissingNode()
                || usedByAll.contains(pointer)
                || dropped.containsKey(pointer)
                || settled.contains(pointer)) {
            return;
        }
        if (node.isContainer() && (pointer.isEmpty() || isBroken(pointer))) {
            if (node.isObject()) {
                for (var field : node.properties()) {
                    keep(field.getValue(), pointer + "/" + escaped(field.getKey()), longest, kept);
                }
            } else {
                for (int i = 0; i < node.size(); i++) {
                    keep(node.get(i), pointer + "/" + i, longest, kept);
                }
            }
            return;
        }
        var text = asText(node);
        if (text.length() > longest) {
            dropped.put(pointer, "longer than " + longest + " characters");
        } else {
            kept.put(name(pointer), text);
        }
    }

    /// Whether something below the pointer was used, dropped or given out.
    private boolean isBroken(String pointer) {
        var below = pointer + "/";
        return begins(usedByAll.ceiling(below), below)
                || begins(dropped.ceilingKey(below), below)
                || begins(settled.ceiling(below), below);
    }

    private static boolean begins(@Nullable String text, String beginning) {
        return text != null && text.startsWith(beginning);
    }

    /// A node as text that tells `null`, `NaN` and the text "null" apart.
    public static String asText(JsonNode node) {
        if (isNotANumber(node)) {
            return "NaN";
        }
        if (node.isString() && !LITERALS.contains(node.stringValue())) {
            return node.stringValue();
        }
        return CanonicalJson.isPlain(node) ? node.asString() : node.toString();
    }

    /// JSON with the fields of every object in order, so that equal content is equal text.
    public static String canonical(JsonNode node) {
        var text = new StringBuilder();
        CanonicalJson.write(node, text);
        return text.toString();
    }

    /// A pointer's step for a field name.
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static boolean isNotANumber(JsonNode node) {
        return (node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue());
    }

    private static String name(String pointer) {
        return pointer.isEmpty()
                ? "."
                : pointer.substring(1).replace("/", ".").replace("~1", "/").replace("~0", "~");
    }

    private static String generic(String pointer) {
        return name(NUMBERED_STEP.matcher(pointer).replaceAll("/[]"));
    }
}
