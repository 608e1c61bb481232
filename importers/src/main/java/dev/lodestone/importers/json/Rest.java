package dev.lodestone.importers.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Gathers as text what of a document is not settled.
final class Rest {
    private final int longest;
    private final Map<String, String> kept = new TreeMap<>();
    private final List<String> tooLong = new ArrayList<>();

    /// @param longest the most characters of a text that is kept
    Rest(int longest) {
        this.longest = longest;
    }

    int longest() {
        return longest;
    }

    /// By name.
    Map<String, String> kept() {
        return kept;
    }

    /// The pointers to what is not kept.
    List<String> tooLong() {
        return tooLong;
    }

    /// Goes through what stands at a pointer.
    ///
    /// @param known what of it is settled
    void gather(JsonNode node, String pointer, @Nullable Account known) {
        if (node.isMissingNode() || (known != null && known.isSettled())) {
            return;
        }
        if (known == null || !node.isContainer() || !(pointer.isEmpty() || known.isBroken())) {
            if (!keep(node, Pointers.name(pointer))) {
                tooLong.add(pointer);
            }
            return;
        }
        gatherEach(node, pointer, known);
    }

    /// Goes through the fields or elements of what stands at a pointer, each for itself.
    void gatherEach(JsonNode node, String pointer, @Nullable Account known) {
        var before = pointer.isEmpty() ? "" : Pointers.name(pointer) + ".";
        if (node.isObject()) {
            for (var field : node.properties()) {
                gather(field.getValue(), before, field.getKey(), pointer, known);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                gather(node.get(i), before, Integer.toString(i), pointer, known);
            }
        }
    }

    /// Below most fields nothing is settled, and no pointer need be spelled for them.
    private void gather(
            JsonNode node, String before, String step, String above, @Nullable Account known) {
        var of = known == null ? null : known.at(step);
        if (of != null) {
            gather(node, above + "/" + Pointers.escaped(step), of);
        } else if (!keep(node, before + step)) {
            tooLong.add(above + "/" + Pointers.escaped(step));
        }
    }

    private boolean keep(JsonNode node, String name) {
        var text = Fields.asText(node);
        if (text.length() > longest) {
            return false;
        }
        kept.put(name, text);
        return true;
    }
}
