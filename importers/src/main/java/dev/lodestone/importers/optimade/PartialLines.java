package dev.lodestone.importers.optimade;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.JsonFiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A list in the JSON Lines of partial data: a header, items by their places, and a marker of the
/// end or of where it goes on. Lists within items that are given elsewhere again are not read.
final class PartialLines {
    private static final int MOST_ITEMS = 1_000_000;
    private static final String END = "PARTIAL-DATA-END";
    private static final String NEXT = "PARTIAL-DATA-NEXT";
    private static final String ELSEWHERE = "PARTIAL-DATA-REF";

    private final TreeMap<Long, JsonNode> items = new TreeMap<>();

    /// Reads a part of the list.
    ///
    /// @return where it goes on; nothing at its end
    /// @throws RefusedEntry if it is no partial data, or breaks off
    Optional<String> read(byte[] bytes, String place) {
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        var header =
                lines.isEmpty()
                        ? JsonNodeFactory.instance.missingNode()
                        : parsed(lines.getFirst(), place, 1);
        var layout = header.path("layout").asString("");
        if (!header.path("optimade-partial-data").isObject()
                || !(layout.equals("dense") || layout.equals("sparse"))) {
            throw new RefusedEntry(place + ":1", "This is not the header of partial data.", "");
        }
        var range = header.at("/returned_ranges/0");
        long at = range.path("start").asLong(0);
        long step = Math.max(1, range.path("step").asLong(1));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var line = parsed(lines.get(i), place, i + 1);
            var marker = line.path(0).asString("");
            if (marker.equals(END)) {
                return Optional.empty();
            } else if (marker.equals(NEXT)) {
                return Optional.of(line.at("/1/0").asString(""));
            } else if (lines.get(i).contains(ELSEWHERE)) {
                throw new RefusedEntry(
                        place + ":" + (i + 1), "A part of the item is given elsewhere again.", "");
            } else if (layout.equals("dense")) {
                put(at, line, place, i + 1);
                at += step;
            } else if (line.size() == 2 && line.get(0).isIntegralNumber()) {
                put(line.get(0).asLong(), line.get(1), place, i + 1);
            } else {
                throw new RefusedEntry(
                        place + ":" + (i + 1),
                        "The line (%s) is not an index and an item."
                                .formatted(Entry.abridged(line)),
                        "");
            }
        }
        throw new RefusedEntry(
                place + ":" + lines.size(), "It breaks off without a marker of its end.", "");
    }

    /// The list; `null` where no part gave an item.
    ArrayNode value() {
        var list = JsonNodeFactory.instance.arrayNode();
        long size = items.isEmpty() ? 0 : items.lastKey() + 1;
        for (long i = 0; i < size; i++) {
            var item = items.get(i);
            list.add(item == null ? JsonNodeFactory.instance.nullNode() : item);
        }
        return list;
    }

    private void put(long index, JsonNode item, String place, int line) {
        if (index < 0 || index >= MOST_ITEMS) {
            throw new RefusedEntry(
                    place + ":" + line,
                    "The index (%d) is not from 0 to %,d.".formatted(index, MOST_ITEMS - 1),
                    "");
        }
        items.put(index, item);
    }

    private static JsonNode parsed(String line, String place, int number) {
        try {
            return JsonFiles.parse(line, place);
        } catch (RefusedEntry e) {
            throw new RefusedEntry(place + ":" + number, e.problem(), e.maybe());
        }
    }
}
