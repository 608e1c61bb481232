package dev.lodestone.importers.aflow;

import dev.lodestone.importers.RefusedEntry;
import dev.lodestone.importers.json.RowsReading.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// An answer of AFLUX. The older interface numbers its rows (`"1 of 912"`), the newer one lists
/// them.
///
/// @param last the number of its last row among those of all pages, where it tells
/// @param total how many rows all pages have, where it tells
record AflowAnswer(List<Row> rows, long last, OptionalLong total) {
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,18}) of ([0-9]{1,18})");

    /// @throws RefusedEntry if it is none
    static AflowAnswer of(JsonNode answer, String place) {
        var rows = new ArrayList<Row>();
        if (answer.isArray()) {
            for (int i = 0; i < answer.size(); i++) {
                rows.add(new Row(place + "#/" + i, answer.get(i)));
            }
            return new AflowAnswer(rows, 0, OptionalLong.empty());
        } else if (answer.has("auid") || answer.has("compound")) {
            return new AflowAnswer(List.of(new Row(place + "#", answer)), 0, OptionalLong.empty());
        } else if (!answer.isObject()) {
            throw none(place, "it is (%s)".formatted(abridged(answer)));
        }
        long last = 0;
        var total = OptionalLong.empty();
        for (var numbered : answer.properties()) {
            var number = NUMBERED.matcher(numbered.getKey());
            if (!number.matches()) {
                throw none(
                        place, "a row is called (%s), not (1 of ...)".formatted(numbered.getKey()));
            }
            last = Math.max(last, Long.parseLong(number.group(1)));
            total = OptionalLong.of(Long.parseLong(number.group(2)));
            rows.add(new Row(place + "#/" + numbered.getKey(), numbered.getValue()));
        }
        return new AflowAnswer(rows, last, total);
    }

    private static RefusedEntry none(String place, String why) {
        return new RefusedEntry(
                place,
                "This is not an answer of AFLUX: %s.".formatted(why),
                "it is of AFLOW's OPTIMADE interface: import it with optimade.");
    }

    private static String abridged(JsonNode answer) {
        var text = answer.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + " ...";
    }
}
